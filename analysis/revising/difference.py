"""What differs between two versions of the codebook, told in Chinese."""

from collections.abc import Iterator, Mapping, Sequence

import pandas as pd

from analysis.codebook import Codebook, Entry
from analysis.tables.base import frame
from analysis.tables.revising import CODEBOOK_CHANGES

KINDS: Mapping[str, tuple[str, str]] = {
    "dimensions": ("dimension", "维度"),
    "themes": ("theme", "主题"),
    "categories": ("category", "问题类别"),
    "indicators": ("indicator", "指标"),
}
FIELDS: Mapping[str, str] = {
    "name": "名称",
    "disabled": "是否停用",
    "dimension": "所属维度",
    "definition": "定义",
    "rule": "边界说明",
    "cues": "线索词",
    "problem_cues": "问题部分的线索词",
    "problem_hints": "问题部分的弱线索词",
    "plan_cues": "计划部分的线索词",
    "not_in": "排除的词语",
    "objects": "欠缺的对象",
    "places": "提及的场合",
    "weak_cues": "弱线索词",
    "absorbs": "吸收的类别",
    "themes": "相关主题",
    "hooks": "对应的措施词",
    "measure_words": "量词",
    "same_unit": "同类量词",
    "theme": "所属主题",
    "domain": "党务或业务",
    "additivity": "加总方式",
    "context": "需同句出现的词",
    "not_with": "不能同时出现的词",
    "kinds": "种类",
    "version": "版本号",
    "fillers": "可跳过的词",
    "verbs": "隔断的动词",
}
_ON_OFF = {True: ("启用", "停用", "停用"), False: ("停用", "启用", "重新启用")}
ADDED, REMOVED, CHANGED = "added", "removed", "changed"
Value = object
Change = tuple[str, ...]


def codebook_changes(before: Codebook, after: Codebook) -> pd.DataFrame:
    """CODEBOOK_CHANGES: a row for each entry that came or went and each property that changed, in the book's order."""
    rows = [
        ("general", "", "通用", *change)
        for field in ("version", "fillers", "verbs")
        for change in _changed("", field, getattr(before, field), getattr(after, field))
    ]
    for field, (kind, word) in KINDS.items():
        rows += _entries(kind, word, getattr(before, field), getattr(after, field))
    return frame(CODEBOOK_CHANGES, rows)


def _entries(kind: str, word: str, before: Sequence[Entry], after: Sequence[Entry]) -> Iterator[Change]:
    old, new = {entry.id: entry for entry in before}, {entry.id: entry for entry in after}
    for key, entry in old.items():
        if key not in new:
            yield kind, key, entry.name, "", REMOVED, entry.name, "", f"删去{word}“{entry.name}”"
    for key, entry in new.items():
        if key not in old:
            yield kind, key, entry.name, "", ADDED, "", entry.name, f"新增{word}“{entry.name}”"
            continue
        for field, value in entry:
            if field == "disabled" and value != old[key].disabled:
                yield (
                    kind,
                    key,
                    entry.name,
                    field,
                    CHANGED,
                    *_ON_OFF[value][:2],
                    f"{_ON_OFF[value][2]}{word}“{entry.name}”",
                )
                continue
            for change in _changed(f"{word}“{entry.name}”的", field, getattr(old[key], field), value):
                yield kind, key, entry.name, *change


def _changed(whose: str, field: str, before: Value, after: Value) -> Iterator[Change]:
    """Field, change, before, after and sentence, where the two differ; of lists only what came and went."""
    if before == after:
        return
    name = FIELDS.get(field, field)
    if not (isinstance(before, tuple) and isinstance(after, tuple)):
        yield field, CHANGED, str(before), str(after), f"{whose}{name}由“{before}”改为“{after}”"
        return
    gone = "、".join(str(word) for word in before if word not in after)
    come = "、".join(str(word) for word in after if word not in before)
    told = "，".join(filter(None, (f"增加{come}" if come else "", f"删去{gone}" if gone else ""))) or "次序改变"
    yield field, CHANGED, gone, come, f"{whose}{name}：{told}"
