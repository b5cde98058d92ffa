"""Where a measure stands to a problem: right behind it, or at the same place of a list that follows the other."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Sequence
from itertools import groupby, pairwise, product
from typing import NamedTuple

from analysis.coding.base import Parsed, Plan, Problem, Role

_TURNS, _MOST_BEHIND = 2, 2
_LEAST_LISTED, _MOST_ADDED = 2, 2
_POINT = re.compile(r"[^;。]*[^;。\s][^;。]*")

Pair = tuple[int, int]  # the numbers of a measure and of a problem
Entries = list[list[int]]  # the numbers of each entry of a list


class Place(NamedTuple):
    """Where a measure stands to a problem: how much that says for an answer, and why in plain words."""

    weight: int
    reason: str


APART = Place(0, "")
IN_STEP = Place(2, "两处排在同一位置")
BEHIND = Place(3, "措施紧接在这条问题后面")


def find_places(
    parsed: Parsed, problems: Sequence[Problem], plans: Sequence[Plan], related: Collection[Pair]
) -> dict[Pair, Place]:
    """The places of the pairs that do not stand apart.

    Args:
        parsed: the report.
        problems: its problems.
        plans: its measures.
        related: the pairs whose words say that they belong together.
    """
    asked = _entries(parsed, Role.PROBLEMS, [p.start for p in problems])
    lists = _entries(parsed, Role.PLAN, [p.start for p in plans]), _points(parsed, plans)
    beside = (planned for planned in lists if _LEAST_LISTED <= len(asked) <= len(planned) <= len(asked) + _MOST_ADDED)
    in_step = _in_step(asked, next(beside, []), related)
    return dict.fromkeys(in_step, IN_STEP) | dict.fromkeys(_behind(problems, plans), BEHIND)


def _entries(parsed: Parsed, role: Role, starts: Sequence[int]) -> Entries:
    """The starts by the entries of the part's outermost list; each its own entry where there is none."""
    items = [i for i in parsed.items if i.role is role]
    levels = Counter(i.level for i in items)
    outermost = min((level for level, count in levels.items() if count > 1), default=0)
    if not outermost:
        return [[number] for number in range(len(starts))]
    listed = [i.start for i in items if i.level == outermost]
    entry_of = [max(0, bisect_right(listed, start) - 1) for start in starts]
    return [[n for n, own in enumerate(entry_of) if own == entry] for entry in range(max(entry_of) + 1)]


def _points(parsed: Parsed, plans: Sequence[Plan]) -> Entries:
    """The points of all measures, parted by ；, each with the number of its measure."""
    return [[i] for i, plan in enumerate(plans) for _ in _POINT.finditer(parsed.folded, plan.start, plan.end)]


def _in_step(asked: Entries, planned: Entries, related: Collection[Pair]) -> set[Pair]:
    """The pairs at the same place of both lists.

    What is added behind the last problem is a measure of its own, if most places before it hold related pairs; else
    lists of two lengths are not in step.
    """
    steps = [[*product(given, open_)] for given, open_ in zip(planned, asked, strict=False)]
    confirmed = sum(any(pair in related for pair in step) for step in steps) * 2 > len(steps)
    return {pair for step in steps for pair in step} if confirmed or len(planned) == len(asked) else set()


def _behind(problems: Sequence[Problem], plans: Sequence[Plan]) -> set[Pair]:
    """The pairs where each problem has its measure right behind it: the measures between it and the next problems.

    Only where problems and measures take turns, as in a register, so that problems come up at least twice; a plan at
    the end answers no one problem by its place.
    """
    order = sorted([(p.start, 1, i) for i, p in enumerate(plans)] + [(p.start, 0, j) for j, p in enumerate(problems)])
    runs = [(kind, [number for _, _, number in run]) for kind, run in groupby(order, key=lambda one: one[1])]
    if sum(kind == 0 for kind, _ in runs) < _TURNS:
        return set()
    turns = [(asked, given) for (kind, asked), (_, given) in pairwise(runs) if kind == 0]
    return {(i, j) for asked, given in turns if len(asked) <= _MOST_BEHIND for i in given for j in asked}
