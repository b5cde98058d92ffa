"""Smooths the parts along the text: the likeliest run of parts, given what each passage says.

The first reading (`roles`) goes by headings and openers. Here every passage votes with its own words (`evidence`), the
first reading votes too, and a change of part costs the more the less the text marks it. The run of parts with the most
votes is found in one pass (the Viterbi algorithm), so that a lying heading or an opener nobody thought of gives way to
passages that plainly say otherwise, and one odd sentence does not.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum

from analysis.coding.base import Role


class Stage(Enum):
    """How far a report has come; work that comes back after problems or plan is a stage of its own."""

    WORK = Role.WORK, 0
    PROBLEMS = Role.PROBLEMS, 1
    PLAN = Role.PLAN, 2
    BACK = Role.WORK, 3

    @property
    def role(self) -> Role:
        """The part of the report."""
        return self.value[0]


_SURE, _GUESSED = 1.5, 0.6  # what the first reading says of a passage, in votes; it never guesses that work is back
_OPENED = 2.0  # on top where words open a part there
_CHANGE = 6.0  # a change in the middle of a paragraph; less where the text marks one:
_AT_PARAGRAPH, _AT_HEADING, _NEXT = 4.5, 2.0, 1.0
_AT_GUESS = 0.5  # where the first reading guesses one
_SPEAKS = 1.5  # votes from which the first clauses speak for a part, and what a change costs less then
_HEADED, _IN_ORDER = 2.0, 5.0
_ORDER = {(Stage.WORK, Stage.PROBLEMS), (Stage.BACK, Stage.PROBLEMS), (Stage.PROBLEMS, Stage.PLAN)}
_NEVER = 1e6
_LEAST = 1.0
_SKIPS = 1.0  # a plan with no problems before it
_LATE = 2.0  # problems or plan at the very beginning
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
    best = {stage: -_first_cost(passages, stage) for stage in Stage}
    came: list[dict[Stage, Stage]] = []
    before: Passage | None = None
    for passage in passages:
        reached, steps = {}, {}
        for stage in Stage:
            paid = {source: best[source] - _cost(before, passage, source, stage) for source in Stage}
            steps[stage] = max(Stage, key=paid.__getitem__)
            reached[stage] = paid[steps[stage]] + _votes(passage, stage)
        best, before = reached, passage
        came.append(steps)
    return _cuts(passages, came, max(Stage, key=best.__getitem__))


def _votes(passage: Passage, stage: Stage) -> float:
    own = passage.votes.get(stage.role, 0.0)
    if stage.role is not passage.read:
        return own
    guessed = 0.0 if stage is Stage.BACK else _GUESSED
    return own + (_SURE if passage.sure else guessed) + _OPENED * passage.opened


def _first_cost(passages: Sequence[Passage], stage: Stage) -> float:
    """What it costs to begin with a part: an account begins with what was done unless its first reading says else."""
    if stage is Stage.BACK:
        return _NEVER
    return 0.0 if stage is Stage.WORK or (passages and passages[0].read is stage.role) else _LATE


def _cost(before: Passage | None, passage: Passage, source: Stage, stage: Stage) -> float:
    if before is None or source is stage:
        return 0.0
    if stage is Stage.WORK or (source is Stage.WORK and stage is Stage.BACK):
        return _NEVER
    if passage.read is stage.role and passage.opened:
        return 0.0
    return _unopened(before, passage, source, stage)


def _unopened(before: Passage, passage: Passage, source: Stage, stage: Stage) -> float:
    """What a change costs where no words open the new part."""
    if passage.read is stage.role and (before.read is source.role or (passage.heading and not before.heading)):
        return _AT_GUESS
    if before.heading:
        return _BEHIND_HEADING
    if passage.heading and (source, stage) in _ORDER:
        return _NEXT
    place = _AT_HEADING if passage.heading else _AT_PARAGRAPH if passage.paragraph else _CHANGE
    skipped = _SKIPS if source is Stage.WORK and stage is Stage.PLAN else 0.0
    return max(place + skipped - _announced(passage.head, source, stage), _LEAST)


def _announced(head: dict[Role, float], source: Stage, stage: Stage) -> float:
    """What a change costs less where the first clauses speak for the new part, most of all in the usual order."""
    if head.get(stage.role, 0.0) < _SPEAKS or head[stage.role] < max(head.values()):
        return 0.0
    return _IN_ORDER if (source, stage) in _ORDER else _HEADED


def _cuts(passages: Sequence[Passage], came: Sequence[dict[Stage, Stage]], last: Stage) -> list[tuple[int, Role]]:
    stages = [last]
    for steps in reversed(came[1:]):
        stages.append(steps[stages[-1]])
    cuts: list[tuple[int, Role]] = []
    for passage, stage in zip(passages, reversed(stages), strict=False):
        if not cuts or cuts[-1][1] is not stage.role:
            cuts.append((passage.start, stage.role))
    return cuts
