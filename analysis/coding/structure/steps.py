"""A report as the steps in which it is read: headings, marks, paragraphs' first sentences and other sentences."""

import re
from collections.abc import Iterator
from enum import Enum, auto
from operator import attrgetter
from typing import NamedTuple

from analysis.coding.structure.markers import ITEM_LEVEL
from analysis.coding.structure.outline import Outline

INNER_LEVELS = ITEM_LEVEL - 1  # from here on marks number items inside a paragraph
_SENTENCE = re.compile(r"(?=\S)[^\n。!?]*(?:[。!?]+[\"')]*|\n|$)")


class Kind(Enum):
    """What comes next; a paragraph is the first sentence of one."""

    HEADING = auto()
    MARK = auto()
    PARAGRAPH = auto()
    SENTENCE = auto()


class Step(NamedTuple):
    """Something to read next, from `start` to `end`; `level` as in the outline, 0 for sentences."""

    kind: Kind
    start: int
    end: int
    level: int = 0


def steps(folded: str, outline: Outline, start: int, end: int) -> list[Step]:
    """Everything between `start` and `end` in order; sentences never cross a heading or a mark."""
    out: list[Step] = []
    read = start
    for sign in _signs(outline):
        if sign.start >= end:
            break
        if sign.start >= start:
            out += _sentences(folded, read, sign.start)
            out.append(sign)
        read = max(read, sign.end if sign.kind is Kind.HEADING else sign.start)
    return [*out, *_sentences(folded, read, end)]


def _signs(outline: Outline) -> list[Step]:
    """The headings, and the marks that number none of them, in order; what ① or 一是 heads is read as sentences."""
    headings = [Step(Kind.HEADING, h.start, h.end, h.level) for h in outline.headings if h.level < INNER_LEVELS]
    heads = {h.start for h in headings}
    marks = [Step(Kind.MARK, m.start, m.end, m.level) for m, _ in outline.items if m.start not in heads]
    return sorted([*headings, *marks], key=attrgetter("start"))


def _sentences(folded: str, start: int, end: int) -> Iterator[Step]:
    for hit in _SENTENCE.finditer(folded, start, end):
        first = hit.start()
        opens = first == 0 or folded[first - 1] == "\n"
        yield Step(Kind.PARAGRAPH if opens else Kind.SENTENCE, first, hit.end())
