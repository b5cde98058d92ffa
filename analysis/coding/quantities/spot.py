"""Finds every number with a measure word behind it, where it stands; what of it counts is decided in `fixed`."""

from collections.abc import Iterator
from typing import NamedTuple

from analysis.coding.base import Clause, Parsed
from analysis.coding.quantities.numerals import Numeral, read_numeral
from analysis.coding.quantities.rules import Rules

PER_CENT = "%"
LOOK = 8  # characters that a rule on the left or right reads


class Spot(NamedTuple):
    """A number with its measure word, which begins at `measure_start`.

    `left` is its clause before it, `before` the few characters before it in whatever clause, blanks at their end aside.
    """

    parsed: Parsed
    clause: Clause
    start: int
    end: int
    token: str
    number: Numeral
    measure_word: str
    measure_start: int
    left: str
    before: str

    @property
    def chinese(self) -> bool:
        """Whether the number is written in Chinese numerals."""
        return not (self.token.isascii() or self.number.masked or any(c in "0123456789" for c in self.token))

    def right(self, most: int | None = None) -> str:
        """The clause behind the measure word, or its first `most` characters."""
        end = self.clause.end if most is None else min(self.clause.end, self.end + most)
        return self.parsed.folded[self.end : end]


def find_spots(parsed: Parsed, rules: Rules) -> Iterator[Spot]:
    """Every readable number with a measure word, but those in the title, the salutation and the signature."""
    folded = parsed.folded
    for hit in rules.candidate.find(folded):
        percent, plain, measure = hit.groups()
        token = percent or plain
        number = read_numeral(token) if token else None
        start, end = hit.span()
        clause = parsed.clause_at(start)
        if number and clause.start <= start < clause.end:
            word, place = (PER_CENT, end) if percent else (rules.stored[measure], hit.start("measure"))
            left, before = folded[clause.start : start], folded[max(0, start - LOOK) : start].rstrip()
            yield Spot(parsed, clause, start, end, token, number, word, place, left, before)
