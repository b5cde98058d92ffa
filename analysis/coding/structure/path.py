"""Smooths the parts along the text: the likeliest run of parts, given what each passage says.

The first reading (`roles`) goes by headings and openers. Here every passage votes with its own words (`evidence`), the
first reading votes too, and a change of part costs the more the less the text marks it. The run of parts with the most
votes is found in one pass (the Viterbi algorithm), so that a lying heading or an opener nobody thought of gives way to
passages that plainly say otherwise, and one odd sentence does not.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from analysis.coding.base import EVIDENCE_ROLES, Role

PARTS = EVIDENCE_ROLES
_SURE, _GUESSED = 1.5, 0.6  # what the first reading says of a passage, in votes
_OPENED = 2.0  # on top where words open a part there
_CHANGE = 6.0  # a change in the middle of a paragraph; less where the text marks one:
_AT_PARAGRAPH, _AT_HEADING = 4.5, 2.5
_AT_GUESS = 1.0  # where the first reading guesses one
_SPEAKS = 1.5  # votes from which the first clauses speak for a part, and what a change costs less then
_HEADED, _IN_ORDER = 2.0, 4.5
_ORDER = {(Role.WORK, Role.PROBLEMS), (Role.PROBLEMS, Role.PLAN)}
_LEAST = 1.0
_BEHIND_HEADING = 8.0  # a heading goes with the text below it


@dataclass(frozen=True, slots=True)
class Passage:
    """A heading or sentence: what the first reading says of it, and the votes of its own words.

    `opened` says that words open the part right here in the first reading, `sure` that a heading gives it, `paragraph`
    that the passage opens one; `head` are the votes of its first two clauses.
    """

    start: int
    read: Role
    opened: bool = False
    sure: bool = False
    heading: bool = False
    paragraph: bool = False
    head: dict[Role, float] = field(default_factory=dict)
    votes: dict[Role, float] = field(default_factory=dict)


def smooth(passages: Sequence[Passage]) -> list[tuple[int, Role]]:
    """Where the part changes: (offset, new part) in order, the first at the first passage."""
    best: dict[Role, float] = dict.fromkeys(PARTS, 0.0)
    came: list[dict[Role, Role]] = []
    before: Passage | None = None
    for passage in passages:
        reached, steps = {}, {}
        for part in PARTS:
            paid = {source: best[source] - _cost(before, passage, source, part) for source in PARTS}
            steps[part] = max(PARTS, key=paid.__getitem__)
            reached[part] = paid[steps[part]] + _votes(passage, part)
        best, before = reached, passage
        came.append(steps)
    return _cuts(passages, came, max(PARTS, key=best.__getitem__))


def _votes(passage: Passage, part: Role) -> float:
    own = passage.votes.get(part, 0.0)
    if part is not passage.read:
        return own
    return own + (_SURE if passage.sure else _GUESSED) + _OPENED * passage.opened


def _cost(before: Passage | None, passage: Passage, source: Role, part: Role) -> float:
    if before is None or source is part:
        return 0.0
    if passage.read is part and passage.opened:
        return 0.0
    if passage.read is part and before.read is source:
        return _AT_GUESS
    if before.heading:
        return _BEHIND_HEADING
    place = _AT_HEADING if passage.heading else _AT_PARAGRAPH if passage.paragraph else _CHANGE
    return max(place - _announced(passage.head, source, part), _LEAST)


def _announced(head: dict[Role, float], source: Role, part: Role) -> float:
    """What a change costs less where the first clauses speak for the new part, most of all in the usual order."""
    if head.get(part, 0.0) < _SPEAKS or head[part] < max(head.values()):
        return 0.0
    return _IN_ORDER if (source, part) in _ORDER else _HEADED


def _cuts(passages: Sequence[Passage], came: Sequence[dict[Role, Role]], last: Role) -> list[tuple[int, Role]]:
    parts = [last]
    for steps in reversed(came[1:]):
        parts.append(steps[parts[-1]])
    cuts: list[tuple[int, Role]] = []
    for passage, part in zip(passages, reversed(parts), strict=False):
        if not cuts or cuts[-1][1] is not part:
            cuts.append((passage.start, part))
    return cuts
