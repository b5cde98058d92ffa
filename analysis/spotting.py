"""Finds the phrases of many lists in one reading of a text.

A phrase is a word, or words with gaps between them: `A…B` is A and within 20 characters B, `A……B` A and within 80
characters B, `A|B` either word, `A&B` both in either order within 20 characters. The parts of a phrase never lie in different clauses: a
stop between them parts them. All words of all phrases are one automaton, so that the time does not grow with the lists.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations
from typing import Generic, TypeVar

from ahocorasick_rs import AhoCorasick

from analysis.phrases import fold

Key = TypeVar("Key")
Found = tuple[int, int, int]  # the number of a word, its start, its end

STOPS = ",;:。!?\n"
_GAPS = {"…": 20, "……": 80, "&": 20}
_GAP = re.compile("(……|…|&)")


@dataclass(frozen=True, slots=True)
class _Phrase(Generic[Key]):
    """What a phrase stands for, and the words that go on after its first: how far, and any of which."""

    key: Key
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
        begins: dict[int, list[_Phrase[Key]]] = {}
        for key, phrase in phrases:
            for words, gaps in _parts(phrase):
                parts = [frozenset(numbers.setdefault(word, len(numbers)) for word in part) for part in words]
                one = _Phrase(key, tuple(zip(gaps, parts[1:], strict=True)))
                for number in sorted(parts[0]):
                    begins.setdefault(number, []).append(one)
        self._begins = [tuple(begins.get(number, ())) for number in range(len(numbers))]
        self._automaton = AhoCorasick(list(numbers))

    def find(self, text: str) -> Iterator[tuple[Key, int, int]]:
        """Every phrase in the folded `text`, overlapping ones too: what it stands for, its start and its end.

        A phrase with gaps ends at the nearest word that completes it.
        """
        clause: list[Found] = []
        for found in self._automaton.find_matches_as_indexes(text, overlapping=True):
            if found[0] >= len(STOPS):
                clause.append(found)
            elif clause:
                yield from self._in_clause(clause)
                clause = []
        yield from self._in_clause(clause)

    def _in_clause(self, words: Sequence[Found]) -> Iterator[tuple[Key, int, int]]:
        for number, start, end in words:
            for phrase in self._begins[number]:
                if not phrase.rest:
                    yield phrase.key, start, end
                elif stop := _end(words, phrase.rest, end):
                    yield phrase.key, start, stop


def _end(words: Sequence[Found], rest: tuple[tuple[int, frozenset[int]], ...], end: int) -> int:
    """Where a phrase ends whose words so far end at `end`; 0 where nothing completes it."""
    (gap, wanted), *later = rest
    for number, start, stop in words:
        if end <= start <= end + gap and number in wanted:
            whole = _end(words, tuple(later), stop) if later else stop
            if whole:
                return whole
    return 0
