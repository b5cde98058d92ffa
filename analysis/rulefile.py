"""Rules and word lists as YAML: read safely, validated, and wrong lines named in Chinese.

A rule file is at most 1 MB, uses no anchors or aliases and repeats no key. Errors name the file and the line, because
the people who edit a codebook are not programmers.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

import yaml
from pydantic import BaseModel, ValidationError

try:  # libyaml, which the wheels have: several times as fast
    from yaml import CSafeLoader as _Parser
except ImportError:
    from yaml import SafeLoader as _Parser  # type: ignore[assignment]

MOST_BYTES = 1_000_000
MOST_DEPTH = 20  # of lists and mappings inside each other; libyaml crashes where they are a hundred thousand
Model = TypeVar("Model", bound=BaseModel)

MESSAGES = {
    "missing": "缺少这一项",
    "extra_forbidden": "没有这个项目名，请检查拼写",
    "string_type": "应为文字",
    "list_type": "应为列表",
    "tuple_type": "应为列表",
    "bool_type": "应为 true 或 false",
    "literal_error": "不在允许的取值之内",
}


class RuleFileError(ValueError):
    """A rule file cannot be used; the text says in Chinese which line and why."""


class _SafeLoader(_Parser):
    """The safe loader without dates, and with a complaint about repeated keys."""

    # A day that no calendar has would raise, and a rule file has no use for one that is a date and not a text.
    yaml_implicit_resolvers = {  # noqa: RUF012 - PyYAML's own form
        sign: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
        for sign, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[object, object]:  # noqa: FBT001, FBT002 - PyYAML's signature
        seen: set[object] = set()
        for key_node, _ in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                raise yaml.constructor.ConstructorError(None, None, "项目名应为文字", key_node.start_mark)
            key = self.construct_object(key_node, deep=True)
            if key in seen:
                raise yaml.constructor.ConstructorError(None, None, f"项目“{key}”重复", key_node.start_mark)
            seen.add(key)
        return super().construct_mapping(node, deep)


def _line(node: yaml.Node | None, path: Sequence[str | int]) -> int:
    """The line (from 1) where the value at `path` stands, or the nearest value above it."""
    line = node.start_mark.line + 1 if node else 1
    for step in path:
        if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
        elif isinstance(node, yaml.MappingNode):
            found = [value for key, value in node.value if key.value == str(step)]
            if not found:
                return line
            node = found[0]
        else:
            return line
        line = node.start_mark.line + 1
    return line


def _check_shape(name: str, text: str) -> None:
    """Complains about aliases, and about lists and mappings too deep inside each other."""
    depth = 0
    for event in yaml.parse(text, Loader=_Parser):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > MOST_DEPTH:
            raise _refused(name, event, "括号或缩进套得太深，不像规则文件")
        if isinstance(event, yaml.AliasEvent):
            raise _refused(name, event, "不允许使用锚点引用")


def _refused(name: str, event: yaml.Event, reason: str) -> RuleFileError:
    line = event.start_mark.line + 1 if event.start_mark else 1
    return RuleFileError(f"{name} 第 {line} 行：{reason}，请检查。")


def _read(text: str) -> tuple[yaml.Node | None, object]:
    """The nodes of `text`, which know their lines, and what they say."""
    loader = _SafeLoader(text)
    node = loader.get_single_node()
    return node, loader.construct_document(node) if node else None


def line_of(text: str, path: Sequence[str | int]) -> int:
    """The line (from 1) of the sound rule text `text` where the value at `path` stands."""
    return _line(yaml.compose(text, Loader=_SafeLoader), path)


def _explain(name: str, node: yaml.Node | None, error: ValidationError) -> str:
    lines = []
    for fault in error.errors():
        place = ".".join(str(step) for step in fault["loc"])
        reason = str(fault.get("ctx", {}).get("error", "")) or MESSAGES.get(fault["type"], fault["msg"])
        lines.append(f"{name} 第 {_line(node, fault['loc'])} 行（{place}）：{reason}")
    return "\n".join(lines)


def read_text(file: Path) -> str:
    """The text of the rule file `file`.

    Raises:
        RuleFileError: the file is missing, too large, or not UTF-8.
    """
    try:
        if file.stat().st_size > MOST_BYTES:
            raise _too_large(file.name)
        return file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise RuleFileError(f"无法读取规则文件 {file.name}：请确认文件存在，并以 UTF-8 编码保存。") from error


def _too_large(name: str) -> RuleFileError:
    return RuleFileError(f"{name} 超过 1 MB，不像规则文件，请检查。")


def load(file: Path, model: type[Model]) -> Model:
    """Reads `file` as `model`.

    Raises:
        RuleFileError: the file is missing, too large, no YAML, or not as `model` wants it.
    """
    return parse(file.name, read_text(file), model)


def parse(name: str, text: str, model: type[Model]) -> Model:
    """Reads `text`, which is that of the rule file `name` or may become it, as `model`.

    Raises:
        RuleFileError: the text is too large, no YAML, or not as `model` wants it.
    """
    if len(text.encode(errors="surrogatepass")) > MOST_BYTES:
        raise _too_large(name)
    try:
        _check_shape(name, text)
        node, data = _read(text)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise RuleFileError(f"{name} 第 {line} 行：格式有误（{error.problem}）。") from error
    except yaml.YAMLError as error:
        raise RuleFileError(f"{name}：含有不能识别的字符，请以 UTF-8 编码重新保存。") from error
    try:
        return model.model_validate(data)
    except ValidationError as error:
        raise RuleFileError(_explain(name, node, error)) from error
