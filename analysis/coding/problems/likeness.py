"""How like the words and examples of each category a passage is: naive Bayes over pairs of characters.

Units admit the same lack in ever new words. What no list of words holds still shares pairs of characters with what
the manual says of its category (学用脱节, 学归学、做归做), and many pairs tell. The texts of a category are all its
words and examples, add-`_SMOOTH` smoothing. The log-likelihoods are divided by `_TEMPER` before they are made shares,
and by more where there are more than `_FEW` pairs, for pairs side by side are no independent evidence (Manning,
Raghavan and Schütze, Introduction to Information Retrieval, ch. 13).
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from math import exp, log
from operator import add

from analysis.codebook import ProblemCategory
from analysis.phrases import fold

_HAN = re.compile(r"[\u4e00-\u9fff]{2}")
_PARTS = re.compile("[…&|]+")
_SMOOTH, _TEMPER, _FEW = 0.2, 2.0, 8
_LEAST_PAIRS = 100  # of fewer nothing is learnt: a category with a handful of words would be like everything rare

Shares = Mapping[str, float]


def pairs(text: str) -> set[str]:
    """The pairs of Chinese characters that stand side by side in the folded `text`."""
    return set(filter(_HAN.fullmatch, map(add, text, text[1:])))


class Likeness:
    """The pairs of every category with enough of them, by how usual each is there; `known` are these categories."""

    def __init__(self, texts: Mapping[str, Sequence[str]], least: int = _LEAST_PAIRS) -> None:
        """Counts the pairs in the texts of each category; with fewer than `least` it is left out."""
        counted = {one: Counter(pair for text in own for pair in pairs(text)) for one, own in texts.items()}
        counts = {one: own for one, own in counted.items() if len(own) >= least}
        self.known = frozenset(counts)
        known = set().union(*counts.values())
        logs = [_logs(own, own.total() + _SMOOTH * len(known)) for own in counts.values()]
        self._ids = tuple(counts)
        self._chances = {
            pair: tuple(likely[own[pair]] for likely, own in zip(logs, counts.values(), strict=True)) for pair in known
        }

    def shares(self, text: str) -> Shares:
        """How likely each category is by the pairs in the folded `text`, 1 in all; empty where none is known."""
        known = [self._chances[pair] for pair in sorted(self._chances.keys() & map(add, text, text[1:]))]
        if not known:
            return {}
        temper = _TEMPER * max(1.0, len(known) / _FEW) ** 0.5
        sums = [sum(chances) for chances in zip(*known, strict=True)]
        most = max(sums)
        odds = [exp((total - most) / temper) for total in sums]
        whole = sum(odds)
        return dict(zip(self._ids, [odd / whole for odd in odds], strict=True))

    def most(self, texts: Iterable[str]) -> Shares:
        """The largest share of each category in any of `texts`; empty where no pair of them is known."""
        shares = [found.values() for text in texts if (found := self.shares(text))]
        return dict(zip(self._ids, map(max, zip(*shares, strict=True)), strict=False))


def _logs(counted: Counter[str], whole: float) -> list[float]:
    """The log-likelihood of a pair by how often a category has it, from never to most often."""
    return [log((times + _SMOOTH) / whole) for times in range(max(counted.values()) + 1)]


@lru_cache(maxsize=4)
def likeness(categories: tuple[ProblemCategory, ...]) -> Likeness:
    """What the words and examples of `categories` are like."""
    return Likeness({one.id: tuple(_texts(one)) for one in categories})


def _texts(category: ProblemCategory) -> Iterator[str]:
    lists: Iterable[Iterable[str]] = (category.cues, category.objects, category.weak_cues, category.hooks)
    yield from (fold(word) for phrases in lists for phrase in phrases for word in _PARTS.split(phrase))
    yield from (fold(example) for example in category.examples)
