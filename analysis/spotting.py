"""Finds the phrases of many lists in one reading of a text.

A phrase is a word, or words with gaps between them: `A…B` is A and within 20 characters B, `A……B` A and within 80
characters B, `A|B` either word, `A&B` both in either order within 20 characters. The parts of a phrase never lie in
different clauses: a stop between them parts them. All words of all phrases are one automaton, and which phrases the
words of a clause can make is asked of all phrases at once, one bit for each: the time hardly grows with the lists.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import permutations
from typing import Generic, TypeVar

from ahocorasick_rs import AhoCorasick

from analysis.phrases import fold

Key = TypeVar("Key")
Found = tuple[int, int, int]  # the number of a word, its start, its end

STOPS = ",;:。!?\n"
_STOPS = len(STOPS)
_GAPS = {"…": 20, "……": 80, "&": 20}
_GAP = re.compile("(……|…|&)")


@dataclass(frozen=True, slots=True)
class _Gapped(Generic[Key]):
    """What a phrase with gaps stands for, the words it begins with, and those that go on: how far, and any of which."""

    key: Key
    first: frozenset[int]
    rest: tuple[tuple[int, frozenset[int]], ...]


def _parts(phrase: str) -> Iterator[tuple[list[tuple[str, ...]], list[int]]]:
    """The words of each part and the gaps between the parts; `&` gives one spelling for each order."""
    pieces = _GAP.split(phrase)
    words = [tuple(fold(word) for word in piece.split("|")) for piece in pieces[::2]]
    gaps = [_GAPS[mark] for mark in pieces[1::2]]
    orders = permutations(words) if "&" in pieces[1::2] else [tuple(words)]
    yield from ((list(order), gaps) for order in orders)


class Spotter(Generic[Key]):
    """An automaton of the words of all phrases, and what may follow each where it begins a phrase.

    Args:
        phrases: what a phrase stands for, and the phrase.
    """

    def __init__(self, phrases: Iterable[tuple[Key, str]]) -> None:
        """Builds the automaton."""
        numbers = {stop: number for number, stop in enumerate(STOPS)}
        whole: dict[int, list[Key]] = {}
        gapped: list[_Gapped[Key]] = []
        for key, phrase in phrases:
            for words, gaps in _parts(phrase):
                first, *later = (frozenset(numbers.setdefault(word, len(numbers)) for word in part) for part in words)
                if later:
                    gapped.append(_Gapped(key, first, tuple(zip(gaps, later, strict=True))))
                else:
                    for number in sorted(first):
                        whole.setdefault(number, []).append(key)
        self._gapped = gapped
        begins = _bits(len(numbers), [one.first for one in gapped])
        follows = _bits(len(numbers), [one.rest[0][1] for one in gapped])
        self._roles = [(tuple(whole.get(n, ())), begins[n], follows[n]) for n in range(len(numbers))]
        self._automaton = AhoCorasick(list(numbers))

    def find(self, text: str) -> list[tuple[Key, int, int]]:
        """Every phrase in the folded `text`, overlapping ones too: what it stands for, its start and its end.

        A phrase with gaps ends at the nearest word that completes it. The phrases come clause by clause.
        """
        found: list[tuple[Key, int, int]] = []
        clause: list[Found] = []
        begun = possible = 0
        for word in self._automaton.find_matches_as_indexes(text, overlapping=True):
            number, start, end = word
            if number >= _STOPS:
                keys, begins, follows = self._roles[number]
                if keys:
                    found.extend([(key, start, end) for key in keys])
                possible |= begun & follows
                begun |= begins
                clause.append(word)
                continue
            if possible:
                found += self._with_gaps(clause, possible)
            clause, begun, possible = [], 0, 0
        return found + self._with_gaps(clause, possible)

    def _with_gaps(self, words: Sequence[Found], possible: int) -> list[tuple[Key, int, int]]:
        """The phrases with gaps that the words of one clause make, of those whose bit is set."""
        found: list[tuple[Key, int, int]] = []
        while possible:
            place = possible.bit_length() - 1
            possible ^= 1 << place
            one = self._gapped[place]
            for number, start, end in words:
                if number in one.first and (stop := _end(words, one.rest, end)):
                    found.append((one.key, start, stop))
        return found


def _bits(count: int, wanted: Sequence[frozenset[int]]) -> list[int]:
    """For each of `count` words the places in `wanted` that hold it, as bits."""
    places = [0] * count
    for place, numbers in enumerate(wanted):
        for number in numbers:
            places[number] |= 1 << place
    return places


def _end(words: Sequence[Found], rest: tuple[tuple[int, frozenset[int]], ...], end: int) -> int:
    """Where a phrase ends whose words so far end at `end`; 0 where nothing completes it."""
    gap, wanted = rest[0]
    for number, start, stop in words:
        if number in wanted and end <= start <= end + gap:
            whole = _end(words, rest[1:], stop) if len(rest) > 1 else stop
            if whole:
                return whole
    return 0


class AnyOf:
    """Asks whether a text holds any of many words."""

    def __init__(self, words: Iterable[str]) -> None:
        """Builds the automaton."""
        self._automaton = AhoCorasick(sorted({fold(word) for word in words}))

    def is_in(self, text: str) -> bool:
        """Whether any of the words stands in the folded `text`."""
        return bool(self._automaton.find_matches_as_indexes(text))


@lru_cache(maxsize=64)
def any_of(words: tuple[str, ...]) -> AnyOf:
    """The question whether a text holds any of `words`, none of which has gaps."""
    return AnyOf(words)
