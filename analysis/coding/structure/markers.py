"""Finds the marks that number a report's headings and items.

The levels are those of GB/T 9704 (一、 then （一） then 1. then （1）), with ① and 一是/一要/第一/首先 below them.
A row of a register (序号1) counts as 1., its field (问题表现：) as （1）. Numbers are not trusted to be in order:
reports restart, skip and repeat them. A mark counts at the start of a line or behind a mark that ends a clause; （一）
counts anywhere but in a reference (第（一）项).
"""

import re
from collections.abc import Iterator
from operator import attrgetter
from typing import NamedTuple

_NUMERAL = "一二三四五六七八九十"
_EDGE = r"(?:^|(?<=[\n。!?;:)】\"])|(?<=[。!?;:] )|(?<=[。!?;:]  ))"
_NAMES = ("问题", "不足", "打算", "方向", "措施", "计划", "安排", "建议", "思路", "差距")
_NAMED = rf"(?<={'|'.join(_NAMES)})"  # where a heading and its text run together
_CLAUSE_EDGE = r"(?:^|(?<=[\n。!?;:,)】\"]))"
_MARKER = re.compile(
    rf"(?P<l1>{_EDGE}[{_NUMERAL}]{{1,3}}、)"
    rf"|(?P<l2>(?<!第)\([{_NUMERAL}]{{1,3}}\)(?![款项条]))"
    rf"|(?P<l3>(?:{_EDGE}|{_NAMED})\d{{1,2}}(?:[.、](?!\d)|\))|^序号[ :]?\d{{1,2}}(?=\s)|序号\d{{1,2}}(?=问题))"
    rf"|(?P<l4>{_CLAUSE_EDGE}(?:\(\d{{1,2}}\)|(?:问题|问题表现|表现|不足|差距|短板)(?:[{_NUMERAL}]|\d){{1,2}}:)"
    rf"|^(?:问题表现|问题描述|问题内容|问题类别|具体问题|查摆问题|检视问题):)"
    rf"|(?P<l5>[①-⑳])"
    rf"|(?P<l6>(?:{_CLAUSE_EDGE}|{_NAMED})(?:[{_NUMERAL}][是要](?!不)|第[{_NUMERAL}][,、是要]|其[一二三四五][,是]|(?:首先|其次|再次|最后),))",
    re.MULTILINE,
)
# What every mark begins with, and where it may stand behind a word: the pattern above is tried nowhere else.
_BEHIND_WORD = rf"(?<=[(①-⑳序])|(?<={'|'.join(f'{name}.' for name in _NAMES)})"
_FIRST = re.compile(rf"[{_NUMERAL}\d(①-⑳序问表不差短具查检第其首再最](?:(?<!\w.)|{_BEHIND_WORD})")
ITEM_LEVEL = 6
_FIELD_LEVEL = 4
# One of these heads a list, several number the problems of a register.
_FIELD_END = "问题:"
_FIELD = re.compile(rf"^(?:存在(?:的)?)?(?:主要)?{_FIELD_END}", re.MULTILINE)
_SEVERAL = 2


class Marker(NamedTuple):
    """A mark from `start` to `end`, `level` 1 to 6."""

    level: int
    start: int
    end: int


def find_markers(folded: str, start: int = 0) -> tuple[Marker, ...]:
    """Every mark from `start` on, in order."""
    marks = tuple(_marks(folded, start))
    if folded.count(_FIELD_END, start) < _SEVERAL:
        return marks
    fields = [Marker(_FIELD_LEVEL, hit.start(), hit.end()) for hit in _FIELD.finditer(folded, start)]
    return tuple(sorted((*marks, *fields), key=attrgetter("start"))) if len(fields) >= _SEVERAL else marks


def _marks(folded: str, start: int) -> Iterator[Marker]:
    end = start
    for first in _FIRST.finditer(folded, start):
        if first.start() >= end and (hit := _MARKER.match(folded, first.start())):
            end = hit.end()
            yield Marker(int((hit.lastgroup or "l6")[1]), hit.start(), end)
