"""The cues of the indicators as patterns over the words around a number."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from analysis.codebook import Codebook, Cues, Indicator, WideCues
from analysis.phrases import fold, one_of
from analysis.spotting import Spotter

NUMBER = "#"  # where the number stands in the words around it
GAPS = {"…": rf"[^,;:。!?\n{NUMBER}]{{0,20}}?", "……": rf"[^,;:。!?\n{NUMBER}]{{0,80}}?", NUMBER: NUMBER}
NEVER = re.compile(r"(?!)")
_PARTS = re.compile(f"{NUMBER}|……|…")


@dataclass(frozen=True, slots=True)
class Finder:
    """One indicator's patterns."""

    indicator: Indicator
    cue: re.Pattern[str]
    weak_cue: re.Pattern[str]
    context: re.Pattern[str]
    not_in: re.Pattern[str]
    not_with: re.Pattern[str]


def _either(words: str) -> str:
    options = [re.escape(fold(w)) for w in sorted(words.split("|"), key=len, reverse=True)]
    return f"(?:{'|'.join(options)})" if words else ""


def _spell(cue: str) -> str:
    return "".join(GAPS.get(part) or _either(part) for part in re.split(rf"({NUMBER}|……|…)", cue))


def _any(cues: Cues | WideCues) -> re.Pattern[str]:
    return re.compile("|".join(_spell(c) for c in cues)) if cues else NEVER


@dataclass(frozen=True, slots=True)
class Cuebook:
    """All indicators by measure word, and the words that may or may not stand between cue and number.

    `openers` spots the words that cues open with: without one of them, the patterns of an indicator find nothing.
    """

    finders: dict[str, tuple[Finder, ...]]
    openers: Spotter[str]
    filler: re.Pattern[str]
    verb: re.Pattern[str]

    def possible(self, measure_word: str, words: str) -> Sequence[Finder]:
        """The finders of a measure word that `words` may hold a cue of."""
        opened = {indicator_id for indicator_id, _, _ in self.openers.find(words)}
        return [finder for finder in self.finders.get(measure_word, ()) if finder.indicator.id in opened]

    def bare(self, words: str) -> str:
        """`words` without fillers."""
        return self.filler.sub("", words)


def _finder(indicator: Indicator) -> Finder:
    return Finder(
        indicator,
        cue=_any(indicator.cues),
        weak_cue=_any(indicator.weak_cues),
        context=_any(indicator.context),
        not_in=_any(indicator.not_in),
        not_with=_any(indicator.not_with),
    )


def _openers(indicator: Indicator) -> Iterator[tuple[str, str]]:
    """The words that each cue opens with (`#` aside, which every text of a number holds)."""
    for cue in dict.fromkeys((*indicator.cues, *indicator.weak_cues)):
        yield indicator.id, next(filter(None, _PARTS.split(cue)))


@cache
def _compile(indicators: tuple[Indicator, ...], fillers: Cues, verbs: Cues) -> Cuebook:
    finders: dict[str, list[Finder]] = {}
    for finder in map(_finder, indicators):
        for word in finder.indicator.measure_words:
            finders.setdefault(word, []).append(finder)
    by_word = {word: tuple(found) for word, found in finders.items()}
    openers = Spotter(opener for indicator in indicators for opener in _openers(indicator))
    return Cuebook(by_word, openers, filler=one_of((*fillers, "\n", "\t")), verb=one_of(verbs))


def compile_cues(codebook: Codebook) -> Cuebook:
    """The patterns for `codebook`; call it once a report, for telling codebooks apart takes time."""
    return _compile(codebook.indicators, codebook.fillers, codebook.verbs)
