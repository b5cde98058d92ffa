"""The cues of the indicators as patterns over the words around a number.

A pattern is tried only where a word stands that one of its cues opens with: all such words of a measure word's
indicators are one automaton.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from analysis.codebook import Codebook, Cues, Indicator, WideCues
from analysis.phrases import fold, one_of

NUMBER = "#"  # where the number stands in the words around it
GAPS = {"…": rf"[^,;:。!?\n{NUMBER}]{{0,20}}?", "……": rf"[^,;:。!?\n{NUMBER}]{{0,80}}?", NUMBER: NUMBER}
# With no more characters, fillers aside, numbers stand side by side and a clause holds a bare number.
BARE = 2
NEVER = re.compile(r"(?!)")
_PARTS = re.compile(f"({NUMBER}|……|…)")


class Finder(NamedTuple):
    """One indicator's patterns; None where it has no such words."""

    indicator: Indicator
    cue: re.Pattern[str]
    weak_cue: re.Pattern[str] | None
    context: re.Pattern[str]
    not_in: re.Pattern[str] | None
    not_with: re.Pattern[str] | None


def _either(words: str) -> str:
    options = [re.escape(fold(w)) for w in sorted(words.split("|"), key=len, reverse=True)]
    return f"(?:{'|'.join(options)})" if words else ""


def _spell(cue: str) -> str:
    return "".join(GAPS.get(part) or _either(part) for part in _PARTS.split(cue))


def _any(cues: Cues | WideCues) -> re.Pattern[str] | None:
    return re.compile("|".join(_spell(c) for c in cues)) if cues else None


class Openers:
    """The words that the cues of `finders` open with, as one automaton."""

    def __init__(self, finders: Sequence[Finder]) -> None:
        """Builds the automaton."""
        openers: dict[str, set[tuple[int, bool]]] = {}
        for place, finder in enumerate(finders):
            for word, numbered in _openers(finder.indicator):
                openers.setdefault(word, set()).add((place, numbered))
        self._finders = finders
        self._openers = [tuple(opened) for opened in openers.values()]
        self._automaton = AhoCorasick(list(openers))

    def find(self, words: str, at: int) -> list[tuple[Finder, list[int]]]:
        """The finders, in order, that the words around the number `at` may hold a cue of, and where one can begin."""
        starts: defaultdict[int, set[int]] = defaultdict(set)
        for word, start, _ in self._automaton.find_matches_as_indexes(words, overlapping=True):
            for place, numbered in self._openers[word]:
                starts[place].add(at if numbered else start)
        return [(self._finders[place], sorted(starts[place])) for place in sorted(starts)]


def found(pattern: re.Pattern[str], words: str, starts: Sequence[int]) -> list[re.Match[str]]:
    """What `pattern.finditer` finds in `words`, which it can do at `starts` alone."""
    hits: list[re.Match[str]] = []
    for start in starts:
        if (not hits or start >= hits[-1].end()) and (hit := pattern.match(words, start)):
            hits.append(hit)
    return hits


@dataclass(frozen=True, slots=True)
class Cuebook:
    """All indicators by measure word, and the words that may or may not stand between cue and number.

    `nearly_bare` matches the whole of words that are `BARE`, or less, without their fillers.
    """

    finders: dict[str, tuple[Finder, ...]]
    openers: dict[str, Openers]
    filler: re.Pattern[str]
    nearly_bare: re.Pattern[str]
    verb: re.Pattern[str]

    def bare(self, words: str) -> str:
        """`words` without fillers."""
        return self.filler.sub("", words)


def _finder(indicator: Indicator) -> Finder:
    return Finder(
        indicator,
        cue=_any(indicator.cues) or NEVER,
        weak_cue=_any(indicator.weak_cues),
        context=_any(indicator.context) or NEVER,
        not_in=_any(indicator.not_in),
        not_with=_any(indicator.not_with),
    )


def _openers(indicator: Indicator) -> Iterator[tuple[str, bool]]:
    """The words that each cue opens with, and whether the number stands before them (`#` alone tells nothing)."""
    for cue in (*indicator.cues, *indicator.weak_cues):
        opener = next(part for part in _PARTS.split(cue) if part and part not in GAPS)
        yield from ((fold(word), cue.startswith(NUMBER)) for word in opener.split("|"))


@cache
def _compile(indicators: tuple[Indicator, ...], fillers: Cues, verbs: Cues) -> Cuebook:
    finders: dict[str, list[Finder]] = {}
    for finder in map(_finder, indicators):
        for word in finder.indicator.measure_words:
            finders.setdefault(word, []).append(finder)
    by_word = {word: tuple(found) for word, found in finders.items()}
    openers = {word: Openers(found) for word, found in by_word.items()}
    filler = one_of((*fillers, "\n", "\t"))
    nearly_bare = re.compile(f"(?:{filler.pattern})*+(?:.(?:{filler.pattern})*+){{0,{BARE}}}", re.DOTALL)
    return Cuebook(by_word, openers, filler, nearly_bare, verb=one_of(verbs))


def compile_cues(codebook: Codebook) -> Cuebook:
    """The patterns for `codebook`; call it once a report, for telling codebooks apart takes time."""
    return _compile(codebook.indicators, codebook.fillers, codebook.verbs)
