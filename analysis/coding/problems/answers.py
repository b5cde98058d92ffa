"""Says which planned measure answers which admitted problem, and why.

A measure answers a problem directly where it takes up the same object and does something about it; where it
only shares the theme it says so (coding manual §5). Slogans answer nothing. The evidence is weighed so that a
clerk can follow it: a particular object that both name (or in two ways: 第一种形态, 咬耳扯袖) counts 2;
a broad one (学习, 责任), a measure usual against such a problem, the same object at the head of both, and the
same place in two parallel lists count 1 each; a measure right behind its problem in a register counts 3. From 3 on the
answer is direct.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from enum import Enum
from functools import lru_cache
from itertools import groupby, pairwise, product

from analysis.codebook import ProblemCategory
from analysis.coding.base import Answer, Parsed, Plan, Problem, Role
from analysis.coding.problems.topics import Span, Topics, compare_topics, passages
from analysis.lexicon.coding import AnswerWords
from analysis.spotting import Spotter

DIRECT, THEME = "direct", "theme"
_THEME_FROM, _DIRECT_FROM = 2, 3
_PARTICULAR = 2
_MOST_NAMED = 3
_TURNS, _MOST_BEHIND = 2, 2
_POINT = re.compile(r"[^;]+;?")


class Place(Enum):
    """Where a measure stands to a problem: what that weighs, and why."""

    APART = 0, ""
    IN_STEP = 1, "两处排在同一位置"
    BEHIND = 3, "措施紧接在这条问题后面"

    @property
    def weight(self) -> int:
        """How much it says for an answer."""
        return self.value[0]

    @property
    def reason(self) -> str:
        """The reason in plain words; empty where it says nothing."""
        return self.value[1]


def match_answers(
    parsed: Parsed,
    problems: Sequence[Problem],
    plans: Sequence[Plan],
    categories: Sequence[ProblemCategory],
    words: AnswerWords,
) -> tuple[Answer, ...]:
    """The answers in the order of plans, then problems; `plan` and `problem` are places in what is given."""
    if not problems or not plans:
        return ()
    planned = [passages(parsed, _with_headings(parsed, plan), without=words.slogans) for plan in plans]
    said = [passages(parsed, [(problem.start, problem.end)]) for problem in problems]
    admitted, measures = compare_topics(said, planned, words)
    usual = [_usual(measure.text, tuple(categories)) for measure in measures]
    steps, behind = _in_step(parsed, problems, plans), _behind(problems, plans)
    found = []
    for i, j in product(range(len(plans)), range(len(problems))):
        against = [usual[i][kind] for kind in problems[j].categories if kind in usual[i]]
        place = Place.BEHIND if (i, j) in behind else Place.IN_STEP if (i, j) in steps else Place.APART
        verdict = _weigh(admitted[j], measures[i], against, place)
        if verdict:
            found.append(Answer(i, j, *verdict))
    return tuple(found)


def _with_headings(parsed: Parsed, plan: Plan) -> list[Span]:
    """The headings the measure stands under, then the points of the measure, parted by ；."""
    above = [i for i in parsed.items if i.role is Role.PLAN and i.start < plan.start and plan.end <= i.end]
    headings = [(i.body, i.heading_end) for i in above if i.heading_end > i.body]
    return headings + [hit.span() for hit in _POINT.finditer(parsed.folded, plan.start, plan.end)]


def _behind(problems: Sequence[Problem], plans: Sequence[Plan]) -> set[tuple[int, int]]:
    """The pairs where each problem has its measure right behind it: the measures between it and the next problems.

    Only where problems and measures take turns at least twice, as in a register; a plan at the end answers no one
    problem by its place.
    """
    order = sorted([(p.start, 1, i) for i, p in enumerate(plans)] + [(p.start, 0, j) for j, p in enumerate(problems)])
    runs = [(kind, [number for _, _, number in run]) for kind, run in groupby(order, key=lambda one: one[1])]
    turns = [(asked, given) for (kind, asked), (_, given) in pairwise(runs) if kind == 0]
    if len(turns) < _TURNS:
        return set()
    return {(i, j) for asked, given in turns if len(asked) <= _MOST_BEHIND for i in given for j in asked}


def _in_step(parsed: Parsed, problems: Sequence[Problem], plans: Sequence[Plan]) -> set[tuple[int, int]]:
    """The pairs that stand at the same place in a list of problems and a list of measures of one length."""
    asked = _places(parsed, Role.PROBLEMS, [p.start for p in problems])
    planned = _places(parsed, Role.PLAN, [p.start for p in plans])
    if max(asked) != max(planned) or max(asked) == 0:
        return set()
    return {(i, j) for i, place in enumerate(planned) for j, other in enumerate(asked) if place == other}


def _places(parsed: Parsed, role: Role, starts: Sequence[int]) -> list[int]:
    """Which entry of the part's outermost list each start belongs to; its own place where there is none."""
    items = [i for i in parsed.items if i.role is role]
    outermost = next((lv for lv in range(1, 7) if sum(i.level == lv for i in items) > 1), 0)
    if not outermost:
        return list(range(len(starts)))
    entries = [i.start for i in items if i.level == outermost]
    return [max(0, bisect_right(entries, start) - 1) for start in starts]


def _usual(measure: str, categories: tuple[ProblemCategory, ...]) -> dict[str, str]:
    """For each category that the measure usually serves against: the words that say so."""
    hits = sorted(_hooks(categories).find(measure), key=lambda hit: (-hit[1], hit[2]))
    return {c.id: f"措施“{measure[start:end]}”通常用来解决“{c.name}”" for c, start, end in hits}


@lru_cache(maxsize=4)
def _hooks(categories: tuple[ProblemCategory, ...]) -> Spotter[ProblemCategory]:
    return Spotter((category, hook) for category in categories for hook in category.hooks)


def _weigh(problem: Topics, measure: Topics, usual: Sequence[str], place: Place) -> tuple[str, str] | None:
    """Strength and reason; None where the measure has nothing to do with the problem.

    Args:
        problem: what the problem is about.
        measure: what the measure is about.
        usual: why the measure is one against problems of this kind, if it is.
        place: where the measure stands to the problem.
    """
    particular = [key for key in problem.particular if key in measure.particular]
    named = [word for key in particular for word in _pair(key, problem, measure)]
    both = problem.broad.keys() & measure.broad.keys()
    broad = [key for key in problem.broad if key in both and not any(key in word for word in named)]
    head = problem.head & measure.head
    weight = _PARTICULAR * len(particular) + len(broad) + bool(usual) + bool(head) + place.weight
    if not usual and weight < _THEME_FROM:
        return None
    shared = [_pair(key, problem, measure) for key in [*particular, *broad][:_MOST_NAMED]]
    reasons = [_shared(shared)] if shared else []
    reasons += usual[:1]
    reasons += [place.reason] if place.reason else []
    direct = weight >= _DIRECT_FROM and (shared or place is Place.BEHIND)
    return (DIRECT if direct else THEME), "；".join(reasons)


def _pair(key: str, problem: Topics, measure: Topics) -> tuple[str, str]:
    named = {**problem.broad, **problem.particular}, {**measure.broad, **measure.particular}
    return named[0][key], named[1][key]


def _shared(pairs: Sequence[tuple[str, str]]) -> str:
    same = "".join(f"“{a}”" for a, b in pairs if a == b)
    other = [f"问题说“{a}”，措施说“{b}”" for a, b in pairs if a != b]
    return "；".join([f"问题和措施都点到{same}"] * bool(same) + other)
