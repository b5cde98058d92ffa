"""A report as the passages that vote on its parts: headings, and sentences with the mark before them."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from analysis.coding.base import EVIDENCE_ROLES, Role
from analysis.coding.structure.cues import RoleCues, lead_end
from analysis.coding.structure.evidence import Evidence
from analysis.coding.structure.path import SPEAKS, Passage
from analysis.coding.structure.roles import Reading
from analysis.coding.structure.steps import Kind, Step
from analysis.coding.structure.votes import SILENCE, Votes

# Votes of a field's label, of a heading that names a part, of one that hints at problems, of a bare verb.
_LABELLED, _NAMED, _HINTED, _ACTING = 9.0, 2.0, 1.0, 0.5
_HEAD = re.compile(r"(?:[^,;:。!?]+[,;:]?){1,2}")


def find_passages(folded: str, reading: Reading, cues: RoleCues, evidence: Evidence, end: int) -> list[Passage]:
    """The passages behind the introduction up to `end`; where the first reading cuts, a passage begins."""
    cuts = reading.cuts
    body = next((cut.at for cut in cuts if cut.role is not Role.INTRO), end)
    kinds = {cut.at: Kind.SENTENCE for cut in cuts if cut.at >= body} | _starts(folded, reading.steps)
    starts = sorted(kinds)
    read_from = [cut.at for cut in cuts]
    out = []
    for start, stop in pairwise([*starts, end]):
        first = cuts[bisect_right(read_from, start) - 1]
        heading, paragraph = kinds[start] is Kind.HEADING, kinds[start] is Kind.PARAGRAPH
        head, votes = _weigh(folded[start:stop], start, cues, evidence, heading=heading)
        opened = first.sure and first.at == start
        out.append(Passage(start, first.role, opened, first.lasting, heading, paragraph, head, votes))
    return out


def _starts(folded: str, steps: Sequence[Step]) -> dict[int, Kind]:
    """Where each heading and sentence starts, and of which kind it is; a mark goes with the sentence behind it."""
    kinds: dict[int, Kind] = {}
    mark: Step | None = None
    for step in steps:
        if step.kind is Kind.MARK:
            mark = step
        elif mark is None or folded[mark.end : step.end].strip():
            at = mark.start if mark else step.start
            opens = step.kind is Kind.SENTENCE and (at == 0 or folded[at - 1] == "\n")
            kinds[at] = Kind.PARAGRAPH if opens else step.kind
            mark = None
    return kinds


def _weigh(text: str, start: int, cues: RoleCues, evidence: Evidence, *, heading: bool) -> tuple[Votes, Votes]:
    """What a passage says in its first two clauses, and in all; the label of a field says it before all else."""
    if field := cues.field(text):
        votes = _votes_for(field, _LABELLED)
        return votes, votes
    said = evidence.weigh(start, start + len(text))
    votes = _vote(text, said, cues, heading=heading)
    if max(said) < SPEAKS:  # neither do the first clauses speak
        return SILENCE, votes
    hit = _HEAD.match(text)
    return evidence.weigh(start, start + hit.end()) if hit else said, votes


def _vote(text: str, votes: Votes, cues: RoleCues, *, heading: bool) -> Votes:
    """What a passage says: a heading what it names; what opens with a verb and says no more, that it shall be done.

    Args:
        text: the passage.
        votes: what its words say.
        cues: the words that name parts.
        heading: whether it is a heading.
    """
    if heading and (part := cues.named_by(text)):
        return _votes_for(part, _NAMED)
    if heading and cues.words.hinted_headings.search(text):
        return Votes(problems=_HINTED)
    if not (votes.work or votes.problems) and cues.words.acting.match(text, lead_end(text)):
        return Votes(plan=max(votes.plan, _ACTING))
    return Votes(problems=votes.problems) if heading else votes


def _votes_for(part: Role, count: float) -> Votes:
    return Votes(*(count if role is part else 0.0 for role in EVIDENCE_ROLES))
