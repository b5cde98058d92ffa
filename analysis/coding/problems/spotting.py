"""Finds the phrases of many lists in one reading of a text."""

import re
from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from ahocorasick_rs import AhoCorasick

from analysis.phrases import fold, one_of

Key = TypeVar("Key")


class Spotter(Generic[Key]):
    """An automaton of the first parts of all phrases; one with gaps (监督…方式) is then matched as a whole.

    Args:
        phrases: what a phrase stands for, and the phrase.
    """

    def __init__(self, phrases: Iterable[tuple[Key, str]]) -> None:
        """Builds the automaton."""
        listed = tuple(phrases)
        self._keys = tuple(key for key, _ in listed)
        self._wholes = tuple(_whole(phrase) for _, phrase in listed)
        self._automaton = AhoCorasick([fold(phrase).split("…", 1)[0] for _, phrase in listed])

    def find(self, text: str) -> Iterator[tuple[Key, int, int]]:
        """Every phrase in the folded `text`, overlapping ones too: what it stands for, its start and its end."""
        for index, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True):
            whole = self._wholes[index]
            if whole is None:
                yield self._keys[index], start, end
            elif hit := whole.match(text, start):
                yield self._keys[index], start, hit.end()


def _whole(phrase: str) -> re.Pattern[str] | None:
    return one_of((phrase,)) if "…" in phrase else None
