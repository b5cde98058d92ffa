"""Says which planned measure answers which admitted problem, and why.

A measure answers a problem directly where it takes up the same object and does something about it; where it
only shares the theme it says so (coding manual §5). Slogans answer nothing. The evidence is weighed so that a
clerk can follow it: a particular object that both name (or in two ways: 第一种形态, 咬耳扯袖) counts 2;
a broad one (学习, 责任), a measure usual against such a problem, and the same object at the head of both count 1 each;
the same place in two parallel lists counts 2; a measure right behind its problem in a register counts 3. From 3 on the
answer is direct.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from analysis.coding.base import Answer, Parsed, Plan, Problem, Role
from analysis.coding.problems.places import Place, find_places
from analysis.coding.problems.remedies import Remedies
from analysis.coding.problems.topics import Span, Topics, compare_topics, passages
from analysis.lexicon.coding import AnswerWords

DIRECT, THEME = "direct", "theme"
_THEME_FROM, _DIRECT_FROM = 2, 3
_PARTICULAR = 2
_MOST_NAMED = 3
_POINT = re.compile(r"[^;:]+[;:]?")


@dataclass(frozen=True, slots=True)
class Tie:
    """What ties a measure to a problem by its words: the weight, what both name, and why it is one against it."""

    weight: int
    shared: str
    usual: str


def match_answers(
    parsed: Parsed,
    problems: Sequence[Problem],
    plans: Sequence[Plan],
    remedies: Remedies,
    words: AnswerWords,
) -> tuple[Answer, ...]:
    """The answers in the order of plans, then problems; `plan` and `problem` are places in what is given."""
    if not problems or not plans:
        return ()
    planned = [passages(parsed, _with_headings(parsed, plan), without=words.slogans) for plan in plans]
    said = [passages(parsed, [(problem.start, problem.end)]) for problem in problems]
    admitted, measures = compare_topics(said, planned, words)
    pairs = {
        (i, j): _tie(
            admitted[j], measures[i], remedies.by_word(problem, measures[i].text), remedies.by_theme(problem, plan)
        )
        for (i, plan), (j, problem) in product(enumerate(plans), enumerate(problems))
    }
    related = {pair for pair, tie in pairs.items() if tie.weight >= _THEME_FROM}
    places = find_places(parsed, problems, plans, related)
    verdicts = {pair: _verdict(tie, places.get(pair, Place.APART)) for pair, tie in pairs.items()}
    return tuple(Answer(*pair, *verdict) for pair, verdict in verdicts.items() if verdict)


def _with_headings(parsed: Parsed, plan: Plan) -> list[Span]:
    """The headings the measure stands under, then the points of the measure, parted by ； and ：."""
    above = [i for i in parsed.items if i.role is Role.PLAN and i.start < plan.start and plan.end <= i.end]
    headings = [(i.body, i.heading_end) for i in above if i.heading_end > i.body]
    return headings + [hit.span() for hit in _POINT.finditer(parsed.folded, plan.start, plan.end)]


def _tie(problem: Topics, measure: Topics, by_word: str, by_theme: str) -> Tie:
    """What the words of a problem and a measure have in common.

    Args:
        problem: what the problem is about.
        measure: what the measure is about.
        by_word: the word that makes the measure one against such a problem, if any.
        by_theme: the theme that does, if any; it says no more than a broad word that both name.
    """
    particular = [key for key in problem.particular if key in measure.particular]
    named = [word for key in particular for word in _pair(key, problem, measure)]
    both = problem.broad.keys() & measure.broad.keys()
    broad = [key for key in problem.broad if key in both and not any(key in word for word in named)]
    shared = [_pair(key, problem, measure) for key in [*particular, *broad][:_MOST_NAMED]]
    usual = by_word or ("" if shared else by_theme)
    weight = _PARTICULAR * len(particular) + len(broad) + bool(usual) + bool(problem.head & measure.head)
    return Tie(weight, _shared(shared), usual)


def _verdict(tie: Tie, place: Place) -> tuple[str, str] | None:
    """Strength and reason; None where the measure has nothing to do with the problem."""
    weight = tie.weight + place.weight
    if (weight < _THEME_FROM and not tie.usual) or (place is Place.IN_STEP and not tie.weight):
        return None
    direct = weight >= _DIRECT_FROM and (tie.shared or place is not Place.APART)
    return (DIRECT if direct else THEME), "；".join(filter(None, (tie.shared, tie.usual, place.reason)))


def _pair(key: str, problem: Topics, measure: Topics) -> tuple[str, str]:
    named = {**problem.broad, **problem.particular}, {**measure.broad, **measure.particular}
    return named[0][key], named[1][key]


def _shared(pairs: Sequence[tuple[str, str]]) -> str:
    same = "".join(f"“{a}”" for a, b in pairs if a == b)
    other = [f"问题说“{a}”，措施说“{b}”" for a, b in pairs if a != b]
    return "；".join([f"问题和措施都点到{same}"] * bool(same) + other)
