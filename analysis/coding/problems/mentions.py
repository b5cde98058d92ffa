"""Where the words of the categories stand in a problem: all of them in one automaton, read once a problem."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from ahocorasick_rs import AhoCorasick

from analysis.codebook import ProblemCategory
from analysis.phrases import fold, one_of


class Kind(IntEnum):
    """What a word says: a fault in itself, what is lacking, a place, a hint, or that other words do not count."""

    FAULT = 1
    OBJECT = 2
    PLACE = 3
    HINT = 4
    BARRED = 5


@dataclass(frozen=True, slots=True)
class Mention:
    """A word of `category` from `start` to `end` of the text."""

    category: str
    kind: Kind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Word:
    category: str
    kind: Kind
    first: str
    whole: re.Pattern[str] | None


def mentions(
    folded: str, start: int, end: int, categories: tuple[ProblemCategory, ...]
) -> tuple[Mention, ...]:
    """The words of `categories` between two places in the order of their starts, without the barred ones."""
    found = list(_matcher(categories).find(folded, start, end))
    barred = [one for one in found if one.kind is Kind.BARRED]
    return tuple(one for one in found if one.kind is not Kind.BARRED and not _inside_any(one, barred))


def _inside_any(mention: Mention, barred: Sequence[Mention]) -> bool:
    return any(
        bar.category == mention.category and bar.start <= mention.start and mention.end <= bar.end
        for bar in barred
    )


class _Matcher:
    """An automaton of the first parts of all words; a word with gaps (监督…方式) is then matched as a whole."""

    def __init__(self, categories: Sequence[ProblemCategory]) -> None:
        self._words = tuple(word for category in categories for word in _words(category))
        self._automaton = AhoCorasick([word.first for word in self._words])

    def find(self, folded: str, start: int, end: int) -> Iterator[Mention]:
        text = folded[start:end]
        for index, left, right in self._automaton.find_matches_as_indexes(text, overlapping=True):
            word = self._words[index]
            whole = word.whole.match(text, left) if word.whole else None
            if whole or not word.whole:
                stop = whole.end() if whole else right
                yield Mention(word.category, word.kind, start + left, start + stop)


@lru_cache(maxsize=4)
def _matcher(categories: tuple[ProblemCategory, ...]) -> _Matcher:
    return _Matcher(categories)


def _words(category: ProblemCategory) -> Iterator[_Word]:
    lists = {
        Kind.FAULT: category.cues,
        Kind.OBJECT: category.objects,
        Kind.PLACE: category.places,
        Kind.HINT: category.weak_cues,
        Kind.BARRED: category.not_in,
    }
    for kind, words in lists.items():
        for word in dict.fromkeys(words):
            first = fold(word).split("…", 1)[0]
            yield _Word(category.id, kind, first, one_of((word,)) if "…" in word else None)
