"""The categories that the words of an admitted problem name: each with its weight and its share of the text.

What the opening says weighs most. What a later clause adds counts where it names a lack of its own, not where
it illustrates the topic (coding manual §4: several labels where several lacks are stated): a hint or a bare
noun (监督, 思考) weighs little, and so does a category that usually explains the topic (`absorbs`), unless the
item adds it with 也 or 同时 or consists of just two clauses.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from analysis.coding.base import Parsed
from analysis.coding.problems.blame import BARE_NOUN, Blame, Strength, blames
from analysis.coding.problems.mentions import mentions
from analysis.coding.problems.scheme import Scheme
from analysis.coding.problems.segments import Segment, Statement
from analysis.coding.problems.wording import Wording

_WEIGHTS = {Strength.FAULT: 1.0, Strength.OBJECT: 1.0, Strength.BARE: 0.5, Strength.HINT: 0.3}
_TOPIC, _OPENING, _ASIDE = 3.0, 1.5, 0.3
_EXPLAINS = 0.35
_LEAST, _LEAST_SHARE = 0.6, 0.15
_HEADING, _FIRST = 4.0, 1.5  # how much more a character of the opening sentence, of the topic clause weighs
_CONTINUES = re.compile("[对与同和跟在]")  # 对……办法不多, 与业务结合不紧: the topic goes on
_PAIR = 2  # an item of two clauses states two lacks side by side


class _Label(NamedTuple):
    """A category in one segment; `bulk` is its share of the text, `peer` says that it does not explain."""

    category: str
    place: int
    weight: float
    bulk: float
    peer: bool
    hint: bool


class _Sum(NamedTuple):
    """All labels of one category: their weight, that of the peers among them, their bulk, the first place."""

    weight: float
    peers: float
    bulk: float
    place: int


@dataclass(frozen=True, slots=True)
class Naming:
    """That a category is named, and its share of the text of the one that takes up most (0 to 1).

    `hinted` says that only hints name it.
    """

    share: float
    hinted: bool


def named(parsed: Parsed, problem: Statement, scheme: Scheme, words: Wording) -> dict[str, Naming]:
    """The categories that `problem` names in their own right."""
    labels = list(_labels(parsed, problem, scheme, words)) or list(_objects(parsed, problem, scheme))
    sums = {one: _sum(labels, one) for one in dict.fromkeys(label.category for label in labels)}
    kept = _kept(sums, scheme)
    most = max((sums[one].bulk for one in kept), default=0.0) or 1.0
    return {one: Naming(sums[one].bulk / most, hinted=sums[one].weight <= _WEIGHTS[Strength.HINT]) for one in kept}


def _labels(parsed: Parsed, problem: Statement, scheme: Scheme, words: Wording) -> Iterator[_Label]:
    """What each segment says, weighed by its place: the first clause that says something is the topic."""
    found = mentions(parsed.folded, problem.start, problem.end, scheme)
    alone = len({segment.clause for segment in problem.segments}) == _PAIR
    topic: Segment | None = None
    for segment in problem.segments:
        said = blames(parsed.folded, segment, found, words)
        if not segment.aside and any(blame.strength is not Strength.HINT for blame in said):
            topic = topic or segment
        added = _is_added(parsed.folded, segment, words)
        beside = added or (alone and not _CONTINUES.match(parsed.folded, segment.start))
        for blame in said:
            peer = (blame.strength is Strength.OBJECT and beside) or (blame.strength is Strength.FAULT and added)
            aside = segment.aside or problem.cites(blame.place, blame.place + 1)
            yield _label(blame, segment, topic, peer=peer, aside=aside)


def _objects(parsed: Parsed, problem: Statement, scheme: Scheme) -> Iterator[_Label]:
    """The first object of the opening sentence, one named in full before others, where nothing is blamed by name."""
    end = min(problem.end, parsed.sentence_at(problem.start).end)
    found = mentions(parsed.folded, problem.start, end, scheme)
    named = [one for one in found if one.kind in {"object", "place"}]
    for one in sorted(named, key=lambda one: one.end - one.start <= BARE_NOUN)[:1]:
        yield _Label(one.category, one.start, _WEIGHTS[Strength.HINT], 1.0, peer=False, hint=True)


def _is_added(folded: str, segment: Segment, words: Wording) -> bool:
    """Does the clause say that it adds a lack to those before?"""
    return bool(words.additions.search(folded, segment.start, segment.end))


def _label(blame: Blame, segment: Segment, topic: Segment | None, *, peer: bool, aside: bool) -> _Label:
    first = topic is not None and segment.clause == topic.clause
    hint = blame.strength is Strength.HINT
    factor = _ASIDE if aside else _TOPIC if first else _OPENING if segment.opening else 1.0
    bulk = (segment.end - segment.start) * (_HEADING if segment.opening else 1.0) * (_FIRST if first else 1.0)
    return _Label(
        category=blame.category,
        place=blame.place,
        weight=_WEIGHTS[blame.strength] * (min(factor, 1.0) if hint else factor),
        bulk=bulk * (_ASIDE if aside else 1.0),
        peer=peer and not aside,
        hint=hint,
    )


def _sum(labels: Sequence[_Label], category: str) -> _Sum:
    """Weights add up; of hints only the heaviest counts."""
    own = [label for label in labels if label.category == category]
    hint = max((label.weight for label in own if label.hint), default=0.0)
    return _Sum(
        weight=max(hint, sum(label.weight for label in own if not label.hint)),
        peers=sum(label.weight for label in own if label.peer),
        bulk=sum(label.bulk for label in own),
        place=min(label.place for label in own),
    )


def _kept(sums: dict[str, _Sum], scheme: Scheme) -> set[str]:
    """The categories that weigh enough beside the heaviest; the earlier one where two weigh the same."""
    if not sums:
        return set()
    heaviest = max(sums, key=lambda one: (sums[one].weight, -sums[one].place))
    explained = scheme.absorbs[heaviest]
    least = min(max(_LEAST, _LEAST_SHARE * sums[heaviest].weight), sums[heaviest].weight)
    return {one for one, total in sums.items() if _beside(total, explains=one in explained) >= least}


def _beside(total: _Sum, *, explains: bool) -> float:
    """What a category weighs beside the heaviest one, which it may only explain."""
    return total.peers + _EXPLAINS * (total.weight - total.peers) if explains else total.weight
