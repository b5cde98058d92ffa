"""What an evaluation counts: hits against misses, or hits out of a number of cases.

Counts of several texts are added before anything is divided (micro average), so a long report weighs more
than a short one. A figure without a case is None and never 0.
"""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tally:
    """Found rightly, found wrongly, and missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @classmethod
    def of(cls, found: AbstractSet[object], wanted: AbstractSet[object]) -> "Tally":
        """Compares two sets."""
        return cls(len(found & wanted), len(found - wanted), len(wanted - found))

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.right + other.right, self.wrong + other.wrong, self.missed + other.missed)

    @property
    def cases(self) -> int:
        """How many cases there are in all."""
        return self.right + self.wrong + self.missed

    @property
    def precision(self) -> float | None:
        """Right among found, P = TP / (TP + FP)."""
        return self.right / max(1, self.right + self.wrong) if self.cases else None

    @property
    def recall(self) -> float | None:
        """Right among wanted, R = TP / (TP + FN)."""
        return self.right / max(1, self.right + self.missed) if self.cases else None

    @property
    def f1(self) -> float | None:
        """The harmonic mean, F1 = 2TP / (2TP + FP + FN)."""
        return 2 * self.right / (self.right + self.cases) if self.cases else None


@dataclass(frozen=True, slots=True)
class Share:
    """`right` out of `cases`."""

    right: int = 0
    cases: int = 0

    def __add__(self, other: "Share") -> "Share":
        return Share(self.right + other.right, self.cases + other.cases)

    @property
    def share(self) -> float | None:
        """The share of right cases, None without a case."""
        return self.right / self.cases if self.cases else None


@dataclass(frozen=True, slots=True)
class Count:
    """A number of mistakes of one kind."""

    right: int = 0

    def __add__(self, other: "Count") -> "Count":
        return Count(self.right + other.right)


Figure = Tally | Share | Count
