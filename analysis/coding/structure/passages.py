"""A report as the passages that vote on its parts: headings, and sentences with the mark before them."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from analysis.coding.base import Role
from analysis.coding.structure.cues import RoleCues
from analysis.coding.structure.evidence import find_evidence
from analysis.coding.structure.outline import Outline
from analysis.coding.structure.path import Passage
from analysis.coding.structure.roles import Cut
from analysis.coding.structure.steps import Kind, Step, steps

_HEAD = re.compile(r"(?:[^,;:。!?]+[,;:]?){1,2}")


def find_passages(folded: str, outline: Outline, cues: RoleCues, cuts: Sequence[Cut], end: int) -> list[Passage]:
    """The passages behind the introduction up to `end`; where the first reading cuts, a passage begins."""
    body = next((cut.at for cut in cuts if cut.role is not Role.INTRO), end)
    kinds = {cut.at: Kind.SENTENCE for cut in cuts if cut.at >= body} | _starts(folded, outline, body, end)
    starts = sorted(kinds)
    evidence = find_evidence(folded, cues.words)
    read_from = [cut.at for cut in cuts]
    out = []
    for start, stop in pairwise([*starts, end]):
        first = cuts[bisect_right(read_from, start) - 1]
        text, kind = folded[start:stop], kinds[start]
        votes, label = evidence.weigh(start, stop), cues.labelled(text)
        out.append(
            Passage(
                start,
                first.role,
                opened=first.sure and first.at == start,
                sure=first.lasting,
                heading=kind is Kind.HEADING,
                paragraph=kind is Kind.PARAGRAPH,
                head=label or evidence.weigh(start, _head_end(folded, start, stop)),
                votes=label or cues.vote(text, votes, heading=kind is Kind.HEADING),
            )
        )
    return out


def _starts(folded: str, outline: Outline, start: int, end: int) -> dict[int, Kind]:
    """Where each heading and sentence starts, and of which kind it is; a mark goes with the sentence behind it."""
    kinds: dict[int, Kind] = {}
    mark: Step | None = None
    for step in steps(folded, outline, start, end):
        if step.kind is Kind.MARK:
            mark = step
        elif mark is None or folded[mark.end : step.end].strip():
            at = mark.start if mark else step.start
            opens = step.kind is Kind.SENTENCE and (at == 0 or folded[at - 1] == "\n")
            kinds[at] = Kind.PARAGRAPH if opens else step.kind
            mark = None
    return kinds


def _head_end(folded: str, start: int, end: int) -> int:
    """Where the first two clauses of a passage end."""
    hit = _HEAD.match(folded, start, end)
    return hit.end() if hit else end
