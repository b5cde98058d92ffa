"""The cues of the indicators as patterns over the words around a number."""

import re
from dataclasses import dataclass
from functools import cache

from analysis.codebook import Codebook, Cues, Indicator, WideCues
from analysis.phrases import fold

NUMBER = "#"  # where the number stands in the words around it
GAPS = {"…": rf"[^,;:。!?\n{NUMBER}]{{0,20}}?", "……": rf"[^,;:。!?\n{NUMBER}]{{0,80}}?", NUMBER: NUMBER}
NEVER = re.compile(r"(?!)")


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


@cache
def _finders(indicators: tuple[Indicator, ...]) -> dict[str, tuple[Finder, ...]]:
    out: dict[str, list[Finder]] = {}
    for indicator in indicators:
        finder = Finder(
            indicator,
            cue=_any(indicator.cues),
            weak_cue=_any(indicator.weak_cues),
            context=_any(indicator.context),
            not_in=_any(indicator.not_in),
            not_with=_any(indicator.not_with),
        )
        for word in indicator.measure_words:
            out.setdefault(word, []).append(finder)
    return {word: tuple(finders) for word, finders in out.items()}


def finders_for(codebook: Codebook) -> dict[str, tuple[Finder, ...]]:
    """Measure word to the indicators that are counted with it."""
    return _finders(codebook.indicators)
