"""Compares places in two copies of one text that differ in white space only."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Ruler:
    """`ranks[offset]` is the number of characters before `offset` that are not white space."""

    ranks: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> "Ruler":
        """The ruler of `text`."""
        return cls(tuple(accumulate((not sign.isspace() for sign in text), initial=0)))

    @property
    def length(self) -> int:
        """How many characters of the text are not white space."""
        return self.ranks[-1]

    def span(self, start: int, end: int) -> Span:
        """Offsets as ranks; an offset outside the text counts as its nearest end."""
        last = len(self.ranks) - 1
        return self.ranks[max(0, min(start, last))], self.ranks[max(0, min(end, last))]


def overlap(one: Span, other: Span) -> int:
    """How many characters two spans share."""
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def _cover(one: Span, other: Span) -> float:
    return overlap(one, other) / max(1, min(one[1] - one[0], other[1] - other[0]))


def pair(found: Sequence[Span], wanted: Sequence[Span], least: float) -> list[tuple[int, int]]:
    """Pairs of indices, each used once, best cover of the shorter span first, down to the cover `least`."""
    covers = [(_cover(f, w), i, j) for i, f in enumerate(found) for j, w in enumerate(wanted) if overlap(f, w)]
    pairs: dict[int, int] = {}
    for cover, i, j in sorted(covers, reverse=True):
        if cover >= least and i not in pairs and j not in pairs.values():
            pairs[i] = j
    return list(pairs.items())
