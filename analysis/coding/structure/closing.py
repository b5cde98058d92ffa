"""Finds the closing: the last paragraphs that only thank, promise or hand over."""

import re
from collections.abc import Sequence
from itertools import pairwise

from analysis.coding.base import Role
from analysis.coding.structure.cues import RoleCues
from analysis.coding.structure.markers import Marker
from analysis.coding.structure.outline import Outline

MIN_SIBLINGS = 3  # fewer items show no habit of how many paragraphs an item has
_SAYS = re.compile(r"[。;!?]")
Cuts = Sequence[tuple[int, Role]]


def add_closing(folded: str, cuts: Cuts, outline: Outline, cues: RoleCues, end: int) -> list[tuple[int, Role]]:
    """`cuts` with the closing, where there is one.

    It has a heading of its own (结束语). Else its paragraphs have no number and say so in their words, or they come on
    top of an enumeration of plans whose other items have fewer paragraphs. A closing never takes the whole of the part
    it follows.
    """
    marks = [m for m, _ in outline.items if m.start == 0 or folded[m.start - 1] == "\n"]
    last_mark = marks[-1].start if marks else 0
    start = _extra_paragraphs(folded, marks, end)
    if not cuts or cuts[-1][1] is not Role.PLAN or cuts[-1][0] >= start:
        start = end
    last_heading = outline.headings[-1] if outline.headings else None
    if last_heading and cues.ends(folded[last_heading.start : last_heading.end]):
        start, last_mark = last_heading.start, end
    while (line := folded.rfind("\n", 0, start - 1) + 1) > last_mark:
        behind = bool(marks) and bool(cuts) and cuts[-1][0] < line  # what opens a part is more than a promise
        if not cues.closes(folded[line:start], numbered=behind):
            break
        start = line
    for at in (start, cues.last_words(folded, last_mark, end)):
        before = [cut for cut in cuts if cut[0] < at]
        if at < end and before and _SAYS.search(folded, before[-1][0], at):
            return [*before, (at, Role.CLOSING)]
    return list(cuts)


def _extra_paragraphs(folded: str, marks: Sequence[Marker], end: int) -> int:
    """Where the paragraphs begin that the last item has beyond each of its two or more even siblings; else `end`."""
    if not marks:
        return end
    above = max((i for i, m in enumerate(marks) if m.level < marks[-1].level), default=-1)
    siblings = [m.start for m in marks[above + 1 :] if m.level == marks[-1].level]
    counts = {folded.count("\n", a, b) for a, b in pairwise(siblings)}
    if len(siblings) < MIN_SIBLINGS or len(counts) != 1:
        return end
    at = siblings[-1]
    for _ in range(counts.pop()):
        at = folded.find("\n", at, end) + 1 or end
    return at
