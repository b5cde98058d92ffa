"""Finds the phrases of many lists in one reading of a text.

A phrase is a word, or words with gaps between them: `A…B` is A and within 20 characters B, `A……B` A and within 80
characters B, `A|B` either word, `A&B` both in either order within 20 characters. The parts of a phrase never lie in
different clauses: a stop between them parts them. All words of all phrases are one automaton, and which phrases the
words of a clause can make is asked of all phrases at once, one bit for each: the time hardly grows with the lists.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from copy import copy
from functools import lru_cache
from itertools import permutations
from operator import itemgetter
from typing import Generic, NamedTuple, TypeVar

from ahocorasick_rs import AhoCorasick

from analysis.phrases import fold

Key = TypeVar("Key")
Found = tuple[int, int, int]  # the number of a word or the place of a phrase in the list, its start, its end
Uses = tuple[tuple[Key, ...], int, int]  # what a word says alone; the phrases with gaps it begins and those it goes on

STOPS = ",;:。!?\n"
_STOPS = len(STOPS)
_GAPS = {"…": 20, "……": 80, "&": 20}
_GAP = re.compile("(……|…|&)")
_BEGINNING = (0, 0, 0)  # a stop before the first word


class _Gapped(NamedTuple, Generic[Key]):
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
        # The last first, for a text is read backwards, and what was found is turned round.
        alone = (tuple(reversed(whole.get(number, ()))) for number in range(len(numbers)))
        self._uses: list[Uses[Key]] = list(zip(alone, begins, follows, strict=True))
        self._automaton = AhoCorasick(list(numbers))

    def only(self, wanted: Callable[[Key], bool]) -> "Spotter[Key]":
        """The spotter of the phrases that stand for what is `wanted`; it shares the automaton."""
        bits = sum(1 << place for place, one in enumerate(self._gapped) if wanted(one.key))
        narrowed = copy(self)
        narrowed._uses = [  # noqa: SLF001 - of this class
            (tuple(filter(wanted, keys)), begins & bits, follows & bits) for keys, begins, follows in self._uses
        ]
        return narrowed

    def find(self, text: str, start: int = 0, end: int | None = None) -> list[tuple[Key, int, int]]:
        """Every phrase in the folded `text`, overlapping ones too: what it stands for, its start and its end.

        A phrase with gaps ends at the nearest word that completes it. The phrases come clause by clause: those without
        gaps in the order of the text, then the others, the last listed first. Only what stands between `start` and
        `end` is read, as if nothing stood around it.
        """
        words = [_BEGINNING, *self._automaton.find_matches_as_indexes(text[start:end], overlapping=True)]
        uses = self._uses
        found: list[tuple[Key, int, int]] = []
        whole: list[tuple[Key, int, int]] = []
        gapped: list[Found] = []
        ahead, until = 0, len(words)
        for place in range(until - 1, -1, -1):  # backwards: where a phrase begins, it is known what follows
            number, left, right = words[place]
            if number < _STOPS:
                found += self._named(gapped, start)
                found += whole
                whole, gapped, ahead, until = [], [], 0, place
                continue
            keys, begins, follows = uses[number]
            if keys:
                whole += [(key, start + left, start + right) for key in keys]
            if begins and (possible := begins & ahead):
                gapped += self._begun(possible, left, right, words[place + 1 : until])
            ahead |= follows
        found.reverse()
        return found

    def _begun(self, possible: int, start: int, end: int, later: Sequence[Found]) -> list[Found]:
        """The phrases that the word from `start` to `end` begins, of those whose bit is set, by their places."""
        begun: list[Found] = []
        while possible:
            place = possible.bit_length() - 1
            possible ^= 1 << place
            if stop := _end(later, self._gapped[place].rest, end):
                begun.append((place, start, stop))
        return begun

    def _named(self, gapped: list[Found], offset: int) -> list[tuple[Key, int, int]]:
        """What the phrases with gaps of one clause stand for, the first listed first."""
        if len(gapped) > 1:
            gapped.sort(key=itemgetter(0))
        return [(self._gapped[place].key, offset + start, offset + end) for place, start, end in gapped]


def _bits(count: int, wanted: Sequence[frozenset[int]]) -> list[int]:
    """For each of `count` words the places in `wanted` that hold it, as bits."""
    places = [0] * count
    for place, numbers in enumerate(wanted):
        for number in numbers:
            places[number] |= 1 << place
    return places


def _end(later: Sequence[Found], rest: tuple[tuple[int, frozenset[int]], ...], end: int) -> int:
    """Where a phrase ends whose words so far end at `end`; 0 where none of the words `later` complete it."""
    gap, wanted = rest[0]
    for number, start, stop in later:
        if number in wanted and end <= start <= end + gap:
            whole = _end(later, rest[1:], stop) if len(rest) > 1 else stop
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
