"""Smooths the parts along the text: the likeliest run of parts, given what each passage says.

The first reading (`roles`) goes by headings and openers. Here every passage votes with its own words (`evidence`), the
first reading votes too, and a change of part costs the more the less the text marks it. The run of parts with the most
votes is found in one pass (the Viterbi algorithm), so that a lying heading or an opener nobody thought of gives way to
passages that plainly say otherwise, and one odd sentence does not.
"""

from collections.abc import Sequence
from itertools import pairwise
from operator import add
from typing import NamedTuple

from analysis.coding.base import EVIDENCE_ROLES, Role
from analysis.coding.structure.votes import PLAN, PROBLEMS, SILENCE, WORK, Votes

# How far a report has come; work that comes back after problems or plan is a stage of its own.
_WORK, _PROBLEMS, _PLAN, _BACK = _STAGES = range(4)
_PARTS = (WORK, PROBLEMS, PLAN, WORK)
_ROLES = tuple(EVIDENCE_ROLES[part] for part in _PARTS)

_SURE, _GUESSED = 1.5, 0.6  # what the first reading says of a passage, in votes; it never guesses that work is back
_OPENED = 2.0  # on top where words open a part there
_CHANGE = 6.0  # a change in the middle of a paragraph; less where the text marks one:
_AT_PARAGRAPH, _AT_HEADING, _NEXT = 4.5, 2.0, 1.0
_AT_GUESS = 0.5  # where the first reading guesses one
SPEAKS = 1.5  # votes from which the first clauses speak for a part, and what a change costs less then
_HEADED, _IN_ORDER = 2.0, 5.0
_LEAST = 1.0
_SKIPS = 1.0  # a plan with no problems before it
_BEHIND_HEADING = 8.0  # a heading goes with the text below it


class Passage(NamedTuple):
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
    head: Votes = SILENCE
    votes: Votes = SILENCE


class Change(NamedTuple):
    """A step from one stage to another, the parts that it leaves and opens, and whether reports usually go on so."""

    source: int
    stage: int
    left: Role
    opened: Role
    in_order: bool


def _change(source: int, stage: int, *, in_order: bool = False) -> Change:
    return Change(source, stage, _ROLES[source], _ROLES[stage], in_order)


# Nothing leads to the first work, and work is not back before it was left.
_CHANGES = (
    _change(_WORK, _PROBLEMS, in_order=True),
    _change(_PLAN, _PROBLEMS),
    _change(_BACK, _PROBLEMS, in_order=True),
    _change(_WORK, _PLAN),
    _change(_PROBLEMS, _PLAN, in_order=True),
    _change(_BACK, _PLAN),
    _change(_PROBLEMS, _BACK),
    _change(_PLAN, _BACK),
)


def smooth(passages: Sequence[Passage]) -> list[tuple[int, Role]]:
    """Where the part changes: (offset, new part) in order, the first at the first passage."""
    if not passages:
        return []
    best = _votes(passages[0])
    came: list[list[int]] = []
    for before, passage in pairwise(passages):
        reached, sources = _reach(best, before, passage)
        best = list(map(add, reached, _votes(passage)))
        came.append(sources)
    return _cuts(passages, came, best.index(max(best)))


def _votes(passage: Passage) -> list[float]:
    """The votes of a passage for each stage, the first reading's among them."""
    work, problems, plan = passage.votes
    votes = [work, problems, plan, work]
    opened = _OPENED if passage.opened else 0.0
    for stage in _STAGES:
        if _ROLES[stage] is passage.read:
            guessed = 0.0 if stage == _BACK else _GUESSED
            votes[stage] += _SURE if passage.sure else guessed
            votes[stage] += opened
    return votes


def _reach(best: Sequence[float], before: Passage, passage: Passage) -> tuple[list[float], list[int]]:
    """For each stage the most votes with which a passage is in it, and the stage before (the earlier of even ones)."""
    most, came = list(best), list(_STAGES)
    for change in _CHANGES:
        source, stage = change.source, change.stage
        if best[source] >= most[stage]:  # else it does not pay even at no cost
            paid = best[source] - _cost(before, passage, change)
            if paid > most[stage] or (paid == most[stage] and source < came[stage]):
                most[stage], came[stage] = paid, source
    return most, came


def _cost(before: Passage, passage: Passage, change: Change) -> float:
    """What a change costs: nothing where words open the new part, else the less, the more the text marks it."""
    if passage.read is change.opened:
        if passage.opened:
            return 0.0
        if before.read is change.left or (passage.heading and not before.heading):
            return _AT_GUESS
    if before.heading:
        return _BEHIND_HEADING
    if passage.heading and change.in_order:
        return _NEXT
    place = _AT_HEADING if passage.heading else _AT_PARAGRAPH if passage.paragraph else _CHANGE
    skipped = _SKIPS if change.source == _WORK and change.stage == _PLAN else 0.0
    return max(place + skipped - _announced(passage.head, change), _LEAST)


def _announced(head: Votes, change: Change) -> float:
    """What a change costs less where the first clauses speak for the new part, most of all in the usual order."""
    said = head[_PARTS[change.stage]]
    if said < SPEAKS or said < max(head):
        return 0.0
    return _IN_ORDER if change.in_order else _HEADED


def _cuts(passages: Sequence[Passage], came: Sequence[Sequence[int]], last: int) -> list[tuple[int, Role]]:
    stages = [last]
    for sources in reversed(came):
        stages.append(sources[stages[-1]])
    cuts: list[tuple[int, Role]] = []
    for passage, stage in zip(passages, reversed(stages), strict=True):
        if not cuts or cuts[-1][1] is not _ROLES[stage]:
            cuts.append((passage.start, _ROLES[stage]))
    return cuts
