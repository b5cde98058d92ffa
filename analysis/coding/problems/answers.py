"""Says which planned measure answers which admitted problem, and why.

A measure answers a problem directly where it takes up the same object and does something about it; where it
only shares the theme it says so (coding manual §5). Slogans answer nothing. The evidence is weighed so that a
clerk can follow it: a particular object that both name (or in two ways: 第一种形态, 咬耳扯袖) counts 2;
a broad one (学习, 责任), a measure usual against such a problem, and the same object at the head of both count 1 each;
the same place in two parallel lists counts 2; a measure right behind its problem in a register counts 3. From 3 on the
answer is direct.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from analysis.coding.base import Answer, Parsed, Plan, Problem, Role
from analysis.coding.problems.places import APART, IN_STEP, Place, find_places
from analysis.coding.problems.remedies import Remedies
from analysis.coding.problems.topics import Span, Topics, compare_topics, passages
from analysis.lexicon.coding import AnswerWords
from analysis.phrases import one_of

DIRECT, THEME = "direct", "theme"
_THEME_FROM, _DIRECT_FROM = 2, 3
_PARTICULAR = 2
_MOST_NAMED = 3
_POINT = re.compile(r"[^;:]+[;:]?")
Words = Mapping[str, str]  # object → the word for it


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
    slogans = one_of(words.slogans)
    planned = [passages(parsed, _with_headings(parsed, plan), without=slogans) for plan in plans]
    said = [passages(parsed, [(problem.start, problem.end)]) for problem in problems]
    admitted, measures = compare_topics(said, planned, words)
    cures = remedies.of(plans, [measure.text for measure in measures])
    themes = [remedies.themes(problem) for problem in problems]
    pairs = {
        (i, j): _tie(admitted[j], measures[i], cure.by_word(problem))
        or _loose_tie(remedies.by_theme(problem, themes[j], cure))
        for (i, cure), (j, problem) in product(enumerate(cures), enumerate(problems))
    }
    related = {pair for pair, tie in pairs.items() if tie.weight >= _THEME_FROM}
    places = find_places(parsed, problems, plans, related)
    verdicts = {pair: _verdict(tie, places.get(pair, APART)) for pair, tie in pairs.items()}
    return tuple(Answer(*pair, *verdict) for pair, verdict in verdicts.items() if verdict)


def _with_headings(parsed: Parsed, plan: Plan) -> list[Span]:
    """The headings the measure stands under, then the points of the measure, parted by ； and ：."""
    above = [i for i in parsed.items if i.role is Role.PLAN and i.start < plan.start and plan.end <= i.end]
    headings = [(i.body, i.heading_end) for i in above if i.heading_end > i.body]
    return headings + [hit.span() for hit in _POINT.finditer(parsed.folded, plan.start, plan.end)]


def _tie(problem: Topics, measure: Topics, by_word: str) -> Tie | None:
    """What the words of a problem and a measure have in common; None where that is nothing.

    Args:
        problem: what the problem is about.
        measure: what the measure is about.
        by_word: the word that makes the measure one against such a problem, if any.
    """
    particular = _both(problem.particular, measure.particular)
    named = {word for pair in particular for word in pair}
    broad = [pair for pair in _both(problem.broad, measure.broad) if not any(pair[0] in word for word in named)]
    shared = [*particular, *broad][:_MOST_NAMED]
    if not shared and not by_word:
        return None
    weight = _PARTICULAR * len(particular) + len(broad) + bool(by_word) + bool(problem.head & measure.head)
    return Tie(weight, _shared(shared), by_word)


def _loose_tie(by_theme: str) -> Tie:
    """The tie by the theme that makes a measure one against a problem, if any: no more than a broad word for both."""
    return Tie(int(bool(by_theme)), "", by_theme)


def _both(problem: Words, measure: Words) -> list[tuple[str, str]]:
    """The words of the problem and of the measure for each object that both name."""
    return [(word, measure[key]) for key, word in problem.items() if key in measure]


def _verdict(tie: Tie, place: Place) -> tuple[str, str] | None:
    """Strength and reason; None where the measure has nothing to do with the problem."""
    weight = tie.weight + place.weight
    if (weight < _THEME_FROM and not tie.usual) or (place is IN_STEP and not tie.weight):
        return None
    direct = weight >= _DIRECT_FROM and (tie.shared or place is not APART)
    return (DIRECT if direct else THEME), "；".join(filter(None, (tie.shared, tie.usual, place.reason)))


def _shared(pairs: Sequence[tuple[str, str]]) -> str:
    same = "".join(f"“{a}”" for a, b in pairs if a == b)
    other = [f"问题说“{a}”，措施说“{b}”" for a, b in pairs if a != b]
    return "；".join([f"问题和措施都点到{same}"] * bool(same) + other)
