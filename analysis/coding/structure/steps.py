"""A report as the steps in which it is read: headings, marks, paragraphs' first sentences and other sentences."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from analysis.coding.structure.markers import ITEM_LEVEL
from analysis.coding.structure.outline import Outline

INNER_LEVELS = ITEM_LEVEL - 1  # from here on marks number items inside a paragraph
_SENTENCE = re.compile(r"[^\n。!?]*(?:[。!?]+[\"')]*|\n|$)")


class Kind(Enum):
    """What comes next; a paragraph is the first sentence of one."""

    HEADING = auto()
    MARK = auto()
    PARAGRAPH = auto()
    SENTENCE = auto()


@dataclass(frozen=True, slots=True)
class Step:
    """Something to read next, from `start` to `end`; `level` as in the outline, 0 for sentences."""

    kind: Kind
    start: int
    end: int
    level: int = 0


def steps(folded: str, outline: Outline, start: int, end: int) -> list[Step]:
    """Everything between `start` and `end` in order; sentences never cross a heading or a mark."""
    headings = [Step(Kind.HEADING, h.start, h.end, h.level) for h in outline.headings if h.level < INNER_LEVELS]
    heads = {h.start: h.end for h in headings}
    marks = [Step(Kind.MARK, m.start, m.end, m.level) for m, _ in outline.items if m.start not in heads]
    read, left = [*headings, *marks], start
    for right in sorted({end, *(step.start for step in read)}):
        read += _sentences(folded, max(left, heads.get(left, left)), right)
        left = max(left, heads.get(right, right))
    inside = (step for step in read if start <= step.start < end)
    return sorted(inside, key=lambda step: (step.start, step.kind in {Kind.PARAGRAPH, Kind.SENTENCE}))


def _sentences(folded: str, start: int, end: int) -> Iterator[Step]:
    for hit in _SENTENCE.finditer(folded, start, end):
        first = hit.start() + len(hit[0]) - len(hit[0].lstrip())
        if first < hit.end():
            opens = first == 0 or folded[first - 1] == "\n"
            yield Step(Kind.PARAGRAPH if opens else Kind.SENTENCE, first, hit.end())
