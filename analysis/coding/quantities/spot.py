"""A candidate where it stands: its clause and the words on its left and right."""

from dataclasses import dataclass

from analysis.coding.base import Clause, Parsed
from analysis.coding.quantities.measure import Candidate


@dataclass(frozen=True, slots=True)
class Spot:
    """One number in the text; `clause` holds it."""

    parsed: Parsed
    clause: Clause
    found: Candidate

    def left(self, most: int) -> str:
        """Up to `most` characters of the text before the number."""
        return self.parsed.folded[max(0, self.found.start - most) : self.found.start]

    def left_in_clause(self, most: int | None = None) -> str:
        """The clause before the number, or its last `most` characters."""
        start = self.clause.start if most is None else max(self.clause.start, self.found.start - most)
        return self.parsed.folded[start : self.found.start]

    def right_in_clause(self, most: int | None = None) -> str:
        """The clause behind the measure word, or its first `most` characters."""
        end = self.clause.end if most is None else min(self.clause.end, self.found.end + most)
        return self.parsed.folded[self.found.end : end]
