"""Changes one value in the text of a rule file and leaves the rest as it was: order, line breaks, comments.

A reader sees in any comparison of two versions just what was edited. (ruamel.yaml, which keeps comments, breaks the
lines of every list anew: 1,532 lines of difference for themes.yaml without any edit.) The text must be sound already.
"""

import math
from collections.abc import Mapping, Sequence
from typing import Any, cast

import yaml

Value = str | bool | Sequence[str]
Step = str | int
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # ten times as fast, where PyYAML was built with it


def put(text: str, path: Sequence[Step], key: str, value: Value) -> str:
    """`text` with `value` under `key` of the mapping at `path`, whether there was one or not."""
    mapping = _at(text, path)
    for name, old in mapping.value:
        if name.value == key:
            return text[: name.end_mark.index] + f": {_flow(value)}" + text[_end(text, old) :]
    glue = ", " if mapping.flow_style else "\n" + " " * mapping.start_mark.column
    return _insert(text, _end(text, mapping.value[-1][1]), f"{glue}{key}: {_flow(value)}")


def add_item(text: str, path: Sequence[Step], item: str) -> str:
    """`text` with `item` at the end of the list at `path`."""
    listed = _at(text, path)
    if not listed.value:
        return _insert(text, listed.start_mark.index + 1, _flow(item))
    glue = ", " if listed.flow_style else "\n" + " " * listed.start_mark.column + "- "
    return _insert(text, _end(text, listed.value[-1]), glue + _flow(item))


def drop_item(text: str, path: Sequence[Step], place: int) -> str:
    """`text` without the item at `place` of the list at `path`."""
    listed = _at(text, path)
    items = listed.value
    if len(items) == 1:
        return put(text, path[:-1], str(path[-1]), [])
    if place == 0:
        return text[: items[0].start_mark.index] + text[items[1].start_mark.index :]
    return text[: _end(text, items[place - 1])] + text[_end(text, items[place]) :]


def add_mapping(text: str, path: Sequence[Step], place: int, fields: Mapping[str, Value]) -> str:
    """`text` with a mapping of `fields` behind the one at `place` of the list at `path`, which is written in lines."""
    listed = _at(text, path)
    indent = "\n" + " " * listed.start_mark.column
    lines = (f"  {key}: {_flow(value)}" for key, value in fields.items())
    block = indent + "- " + indent.join(lines).lstrip()
    return _insert(text, _end(text, listed.value[place]), block)


def _at(text: str, path: Sequence[Step]) -> yaml.CollectionNode:
    node: Any = yaml.compose(text, Loader=_Loader)
    for step in path:
        if isinstance(step, int):
            node = node.value[step]
        else:
            node = next(value for key, value in node.value if key.value == step)
    return cast("yaml.CollectionNode", node)


def _end(text: str, node: yaml.Node) -> int:
    """Where the value ends; PyYAML ends what is written in lines only where the next thing begins."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style:
        last = node.value[-1]
        return _end(text, last[1] if isinstance(last, tuple) else last)
    return len(text[: node.end_mark.index].rstrip())


def _insert(text: str, place: int, more: str) -> str:
    return text[:place] + more + text[place:]


def _flow(value: Value) -> str:
    """`value` as it may stand inside brackets."""
    return yaml.safe_dump([value], default_flow_style=True, allow_unicode=True, width=math.inf).strip()[1:-1]
