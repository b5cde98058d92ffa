"""Finds every number with a measure word behind it; what of it counts is decided in `fixed`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from analysis.coding.quantities.numerals import START, Numeral, read_numeral
from analysis.coding.quantities.rules import Rules

PER_CENT = "%"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A number with its measure word, which begins at `measure_start`."""

    start: int
    end: int
    measure_start: int
    token: str
    number: Numeral
    measure_word: str

    @property
    def chinese(self) -> bool:
        """Whether the number is written in Chinese numerals."""
        return not self.number.masked and not any(c in "0123456789" for c in self.token)


def _hits(folded: str, rules: Rules) -> Iterator[re.Match[str]]:
    """The candidate pattern, tried only where a number can start: `finditer` tries everywhere, and slowly."""
    place = 0
    while start := START.search(folded, place):
        hit = rules.candidate.match(folded, start.start())
        if hit:
            yield hit
        place = hit.end() if hit else start.end()


def find_candidates(folded: str, rules: Rules) -> Iterator[Candidate]:
    """Every readable number with a measure word, in the order of the text."""
    for hit in _hits(folded, rules):
        if token := hit["percent"]:
            measure_start, measure_word = hit.end(), PER_CENT
        elif token := hit["number"]:
            measure_start, measure_word = hit.start("measure"), rules.stored[hit["measure"]]
        else:
            continue
        if number := read_numeral(token):
            yield Candidate(hit.start(), hit.end(), measure_start, token, number, measure_word)
