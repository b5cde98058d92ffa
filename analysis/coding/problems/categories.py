"""Says of what kind an admitted problem is: every category it admits in its own right, and the heaviest.

A word of lack blames the object nearest to it; a fault (`cues`) blames by itself. What the opening says weighs
most; what a later clause adds counts where it names a lack of its own, not where it illustrates the topic: a
hint, a bare noun (监督, 思考) or a category that usually explains the topic (`absorbs`) weigh little and only
count when they add up (coding manual §4: several labels where several lacks are stated).
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from analysis.codebook import ProblemCategory
from analysis.coding.base import Parsed, Problem
from analysis.coding.problems.mentions import Kind, Mention, mentions
from analysis.coding.problems.segments import Segment, segments
from analysis.lexicon import ProblemWords
from analysis.phrases import one_of

OTHER = "other"
_FULL, _BARE, _HINT = 1.0, 0.5, 0.3
_TOPIC, _OPENING, _ASIDE = 3.0, 1.5, 0.3
_EXPLAINS = 0.5
_LEAST, _LEAST_SHARE = 0.75, 0.15
_BARE_NOUN = 2  # characters: 监督, 思考, 制度
Weights = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class _Label:
    category: str
    place: int
    weight: float
    hint: bool = False


def categorise(
    parsed: Parsed, problems: Iterable[Problem], categories: Sequence[ProblemCategory], words: ProblemWords
) -> tuple[Problem, ...]:
    """`problems` with their categories in the order of the codebook, and one of them primary."""
    bodies = {item.start: item.body for item in parsed.items}
    return tuple(
        _categorised(parsed, problem, bodies.get(problem.start, problem.start), tuple(categories), words)
        for problem in problems
    )


def _categorised(
    parsed: Parsed, problem: Problem, body: int, categories: tuple[ProblemCategory, ...], words: ProblemWords
) -> Problem:
    """`problem` judged by its text from `body`, where its mark ends."""
    labels = list(_labels(parsed, replace(problem, start=body), categories, words))
    weights = _weights(labels)
    kept = _kept(weights, labels, categories)
    order = tuple(c.id for c in categories if c.id in kept) or (OTHER,)
    return replace(problem, categories=order, primary=kept[0] if kept else OTHER)


def _labels(
    parsed: Parsed, problem: Problem, categories: tuple[ProblemCategory, ...], words: ProblemWords
) -> Iterator[_Label]:
    """What each segment says, weighed by its place: the first clause that says something is the topic."""
    found = mentions(parsed.folded, problem.start, problem.end, categories)
    cited = [hit.span() for hit in one_of(words.cited).finditer(parsed.folded, problem.start, problem.end)]
    topic: int | None = None
    for segment in segments(parsed, problem, words):
        said = list(_said(parsed.folded, segment, found, words))
        if topic is None and not segment.aside and any(not label.hint for label in said):
            topic = segment.clause
        factor = _factor(segment, topic)
        for label in said:
            quoted = any(left <= label.place < right for left, right in cited)
            place = _ASIDE if quoted else factor
            yield replace(label, weight=label.weight * (min(place, 1.0) if label.hint else place))


def _factor(segment: Segment, topic: int | None) -> float:
    if segment.aside:
        return _ASIDE
    if segment.clause == topic:
        return _TOPIC
    return _OPENING if segment.opening else 1.0


def _said(
    folded: str, segment: Segment, found: Sequence[Mention], words: ProblemWords
) -> Iterator[_Label]:
    """The categories of one segment, each at most once, with the weight of the word that says so."""
    here = [one for one in found if segment.start <= one.start < segment.end]
    labels = [_Label(one.category, one.start, _HINT, hint=True) for one in here if one.kind is Kind.HINT]
    faults = [_Label(one.category, one.start, _FULL) for one in here if one.kind is Kind.FAULT]
    labels += faults
    if segment.lack:
        labels += [_Label(one.category, one.start, _BARE) for one in here if _is_place(folded, one, words)]
        labels += [] if faults else _blamed(segment, here, found)
    best: dict[str, _Label] = {}
    for label in sorted(labels, key=lambda label: (-label.weight, label.place)):
        best.setdefault(label.category, label)
    yield from best.values()


def _is_place(folded: str, mention: Mention, words: ProblemWords) -> bool:
    """Is this where the lack is, not merely who is at fault (部分支部……, 支部书记……)?"""
    return mention.kind is Kind.PLACE and not _agent(words).search(
        folded, max(0, mention.start - 6), mention.end + 4
    )


@lru_cache(maxsize=8)
def _agent(words: ProblemWords) -> re.Pattern[str]:
    return one_of((*words.agents_before, *words.agents_after))


def _blamed(segment: Segment, here: Sequence[Mention], found: Sequence[Mention]) -> list[_Label]:
    """The categories of the object nearest to the lack: after it, else before it, else in the topic above."""
    lack = segment.lack
    if lack is None:
        return []
    objects = [one for one in here if one.kind is Kind.OBJECT]
    ahead = [one for one in objects if lack.before and one.start >= lack.end]
    if ahead:
        first = min((one.start, -one.end) for one in ahead)
        return [_object(one) for one in ahead if (one.start, -one.end) == first]
    above = [
        one
        for one in found
        if one.kind is Kind.OBJECT and segment.topic[0] <= one.start and one.end <= segment.topic[1]
    ]
    behind = [one for one in objects if one.end <= lack.start] or above
    last = max(((one.end, -one.start) for one in behind), default=None)
    return [_object(one) for one in behind if (one.end, -one.start) == last]


def _object(mention: Mention) -> _Label:
    bare = mention.end - mention.start <= _BARE_NOUN
    return _Label(mention.category, mention.start, _BARE if bare else _FULL)


def _weights(labels: Sequence[_Label]) -> Weights:
    """The sum of what each category's words weigh; of hints only the heaviest."""
    weights: dict[str, float] = defaultdict(float)
    for label in labels:
        weights[label.category] += 0.0 if label.hint else label.weight
    for label in labels:
        weights[label.category] = max(weights[label.category], label.weight)
    return weights


def _kept(weights: Weights, labels: Sequence[_Label], categories: Sequence[ProblemCategory]) -> list[str]:
    """The categories that count, the heaviest first; the earlier one where two weigh the same."""
    places: dict[str, int] = {}
    for label in labels:
        places[label.category] = min(label.place, places.get(label.category, label.place))
    order = sorted(weights, key=lambda category: (-weights[category], places[category]))
    if not order:
        return []
    heaviest = weights[order[0]]
    explained = next((c.absorbs for c in categories if c.id == order[0]), ())
    least = min(max(_LEAST, _LEAST_SHARE * heaviest), heaviest)
    return [c for c in order if weights[c] * (_EXPLAINS if c in explained else 1.0) >= least]
