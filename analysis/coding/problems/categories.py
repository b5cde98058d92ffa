"""Says of what kind an admitted problem is: every category it names, and the one that weighs most.

A clause is cut behind each word of lack. In such a segment the faults (`cues`) and `places` of a category
count wherever they stand; without a fault, the object nearest to the word of lack decides. The primary
category is the one that takes up most of the text (coding manual §4: 篇幅或落点最重); an item's opening
sentence weighs four times, the first clause half as much again.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from analysis.codebook import ProblemCategory
from analysis.coding.base import Clause, Parsed, Problem
from analysis.coding.problems.lacks import Lack, find_lacks
from analysis.lexicon import ProblemWords
from analysis.phrases import one_of

OTHER = "other"
_HEADING, _OPENING = 4.0, 1.5
_TOPIC = re.compile(r"^(?:在|对|对于|就|从|关于)|(?:方面|过程中|问题上|工作中|上)$")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Segment:
    """A clause or a part of it with one lack; `illustrated` where its sentence goes on to an example."""

    start: int
    end: int
    lack: Lack | None
    topic: Span
    illustrated: bool


@dataclass(frozen=True, slots=True)
class _Label:
    category: str
    place: int
    segment: _Segment


def categorise(
    parsed: Parsed, problems: Iterable[Problem], categories: Sequence[ProblemCategory], words: ProblemWords
) -> tuple[Problem, ...]:
    """`problems` with their categories in the order of the codebook, and one of them primary."""
    bodies = {item.start: item.body for item in parsed.items}
    return tuple(
        _categorised(parsed, problem, bodies.get(problem.start, problem.start), categories, words)
        for problem in problems
    )


def _categorised(
    parsed: Parsed, problem: Problem, body: int, categories: Sequence[ProblemCategory], words: ProblemWords
) -> Problem:
    """`problem` judged by its text from `body`, where its mark ends."""
    segments = list(_segments(parsed, replace(problem, start=body), words))
    labels = [label for segment in segments for label in _labels(parsed.folded, segment, categories)]
    labels = [label for label in labels if not label.segment.illustrated] or labels
    labels = labels or list(_weak_labels(parsed.folded, segments, categories))
    found = {label.category for label in labels}
    order = tuple(c.id for c in categories if c.id in found) or (OTHER,)
    return replace(problem, categories=order, primary=_heaviest(parsed, problem, labels))


def _segments(parsed: Parsed, problem: Problem, words: ProblemWords) -> Iterator[_Segment]:
    clauses = parsed.clauses_in(problem.start, problem.end)
    before: Clause | None = None
    for index, clause in enumerate(clauses):
        start, end = max(clause.start, problem.start), min(clause.end, problem.end)
        lacks = find_lacks(parsed.folded, words, start, end)
        topic = _topic(parsed.folded, before, clause)
        illustrated = any(
            later.sentence == clause.sentence and one_of(words.instances).match(parsed.folded, later.start)
            for later in clauses[index + 1 :]
        )
        yield from _cut(start, end, lacks, topic, illustrated=illustrated)
        before = None if lacks else clause


def _topic(folded: str, before: Clause | None, clause: Clause) -> Span:
    """The clause before where it lacks nothing and only names what the next one is about."""
    if before and before.sentence == clause.sentence and _TOPIC.search(folded[before.start : before.end]):
        return before.start, before.end
    return clause.start, clause.start


def _cut(
    start: int, end: int, lacks: Sequence[Lack], topic: Span, *, illustrated: bool
) -> Iterator[_Segment]:
    if not lacks:
        yield _Segment(start, end, None, topic, illustrated)
    for index, lack in enumerate(lacks):
        left = lacks[index - 1].end if index else start
        right = lacks[index + 1].start if index + 1 < len(lacks) and lack.before else lack.end
        yield _Segment(left, end if index + 1 == len(lacks) else right, lack, topic, illustrated)


def _labels(folded: str, segment: _Segment, categories: Sequence[ProblemCategory]) -> list[_Label]:
    cues = [
        _Label(c.id, hit, segment) for c in categories for hit, _ in _hits(folded, c.cues, c.not_in, segment)
    ]
    if segment.lack is None:
        return cues
    places = [
        _Label(c.id, hit, segment)
        for c in categories
        for hit, _ in _hits(folded, c.places, c.not_in, segment)
    ]
    return places + (
        cues or [_Label(i, place, segment) for i, place in _nearest(folded, segment, categories)]
    )


@lru_cache(maxsize=128)
def _at_every_place(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(f"(?=({one_of(phrases).pattern}))")


def _hits(folded: str, phrases: Sequence[str], not_in: Sequence[str], span: _Segment | Span) -> list[Span]:
    """Where `phrases` stand in the span, the longest at each place, but not inside a phrase of `not_in`."""
    start, end = (span.start, span.end) if isinstance(span, _Segment) else span
    barred = [hit.span() for hit in one_of(tuple(not_in)).finditer(folded, start, end)]
    hits = [hit.span(1) for hit in _at_every_place(tuple(phrases)).finditer(folded, start, end)]
    return [(a, b) for a, b in hits if not any(left <= a and b <= right for left, right in barred)]


def _nearest(folded: str, segment: _Segment, categories: Sequence[ProblemCategory]) -> list[tuple[str, int]]:
    """The categories of the object nearest to the lack and its place: after, else before, else above."""
    lack = segment.lack
    if lack is None:
        return []
    ahead = _objects(folded, (lack.end, segment.end), categories) if lack.before else []
    if ahead:
        first = min((a, a - b) for a, b, _ in ahead)
        return [(i, a) for a, b, i in ahead if (a, a - b) == first]
    behind = _objects(folded, (segment.start, lack.start), categories) or _objects(
        folded, segment.topic, categories
    )
    last = max(((b, b - a) for a, b, _ in behind), default=None)
    return [(i, a) for a, b, i in behind if (b, b - a) == last]


def _objects(folded: str, span: Span, categories: Sequence[ProblemCategory]) -> list[tuple[int, int, str]]:
    return [(a, b, c.id) for c in categories for a, b in _hits(folded, c.objects, c.not_in, span)]


def _weak_labels(
    folded: str, segments: Iterable[_Segment], categories: Sequence[ProblemCategory]
) -> Iterator[_Label]:
    for segment in segments:
        for category in categories:
            for place, _ in _hits(folded, category.weak_cues, category.not_in, segment):
                yield _Label(category.id, place, segment)


def _heaviest(parsed: Parsed, problem: Problem, labels: Sequence[_Label]) -> str:
    weights: dict[str, float] = defaultdict(float)
    first: dict[str, int] = {}
    for segment, category in dict.fromkeys((label.segment, label.category) for label in labels):
        weights[category] += (segment.end - segment.start) * _factor(parsed, problem, segment, labels)
    for label in labels:
        first[label.category] = min(label.place, first.get(label.category, label.place))
    return min(weights, key=lambda category: (-weights[category], first[category]), default=OTHER)


def _factor(parsed: Parsed, problem: Problem, segment: _Segment, labels: Sequence[_Label]) -> float:
    opening = parsed.sentence_at(labels[0].segment.start)
    heading = _HEADING if segment.end <= opening.end < problem.end else 1.0
    return heading * (_OPENING if segment == labels[0].segment else 1.0)
