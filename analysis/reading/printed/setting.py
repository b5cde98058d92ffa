"""How the text of printed pages is set: its edges, the distance of its rows, and how its paragraphs begin."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from analysis.reading.printed.rows import Row

INDENT = 1.2  # ems from which on a row counts as indented
OTHER_SIZE = 1.1  # ratio of two sizes of type
GAP = 1.4  # of the usual distance of rows
BIN = 0.5  # ems within which two rows begin or end alike
NEAR = 4.0  # ems that may be left empty for want of a better break
SLACK = 0.1  # ems by which places of the same row differ
SHARED = 0.1  # of the rows, that begin or end alike at an edge of the text
MOST = 0.6  # share that makes a habit


@dataclass(frozen=True, slots=True)
class Setting:
    """How a text is set: `left` and `right` are the edges of its pages' type, odd pages and even ones.

    Attributes:
        size: that of the body.
        pitch: the usual distance of rows inside a paragraph, in the unit of the page; 0 where none is known.
        flush: the kinds of outline number (none: "") with which paragraphs begin at the very edge.
        gaps: a wider gap stands before paragraphs.
    """

    left: tuple[float, float]
    right: tuple[float, float]
    size: float
    pitch: float = 0.0
    flush: frozenset[str] = frozenset()
    gaps: bool = False

    def indent(self, row: Row) -> float:
        """How far right of the edge `row` begins, in ems."""
        return (row.left - self.left[row.page % 2]) / row.size

    def room(self, row: Row) -> float:
        """How much of `row` is empty at its end, in the unit of the page."""
        return self.right[row.page % 2] - row.right

    def is_full(self, row: Row, after: Row) -> bool:
        """Whether the first word of `after` would not have fitted into `row`."""
        return self.room(row) < after.token + SLACK * row.size

    def ends(self, row: Row, after: Row) -> bool:
        """Whether `row` ends its paragraph by its own looks: it stops, or leaves far more empty than a word needs."""
        return not self.is_full(row, after) and (row.stops or self.room(row) > NEAR * row.size)

    def is_apart(self, row: Row, after: Row) -> bool:
        """Whether a wider gap parts two rows of one page."""
        usual = self.pitch * max(1.0, after.size / self.size)
        return row.page == after.page and 0 < GAP * usual < after.base - row.base


def find_setting(rows: Sequence[Row], narrowest: float = 0.0) -> Setting:
    """How `rows` are set, at least `narrowest` ems wide."""
    size = median(row.size for row in rows)
    body = [row for row in rows if not is_other(row.size, size)] or rows
    sides = [[row for row in body if row.page % 2 == side] or body for side in (0, 1)]
    odd, even = (_edges(side, size) for side in sides)
    right = tuple(max(edge, left + narrowest * size) for left, edge in (odd, even))
    bare = Setting((odd[0], even[0]), (right[0], right[1]), size)
    pairs = list(pairwise(body))
    pitches = [b.base - a.base for a, b in pairs if a.page == b.page and not a.stops and bare.is_full(a, b)]
    spaced = replace(bare, pitch=median(pitches) if pitches else 0.0)
    starts = [(a, b) for a, b in pairs if bare.ends(a, b)]
    gaps = _is_habit([spaced.is_apart(a, b) for a, b in starts if a.page == b.page])
    return replace(spaced, flush=_flush(bare, [b for _, b in starts]), gaps=gaps)


def _edges(rows: Sequence[Row], size: float) -> tuple[float, float]:
    flush = [row for row in rows if row.ends_flush] or rows
    return _edge([row.left for row in rows], size), -_edge([-row.right for row in flush], size)


def _edge(places: Sequence[float], size: float) -> float:
    """The outermost place at which enough rows begin: a stamp or a cell beyond it does not count."""
    bins: Mapping[int, int] = Counter(round(place / (BIN * size)) for place in places)
    fewest = max(2, SHARED * len(places))
    found = [one for one in bins if bins[one] + bins.get(one + 1, 0) >= fewest]
    outer = min(found or bins)
    return min(place for place in places if round(place / (BIN * size)) >= outer)


def _flush(setting: Setting, starts: Iterable[Row]) -> frozenset[str]:
    answers: dict[str, list[bool]] = {}
    for row in starts:
        answers.setdefault(row.numbering, []).append(setting.indent(row) <= INDENT)
    return frozenset(kind for kind, given in answers.items() if _is_habit(given))


def _is_habit(answers: Sequence[bool]) -> bool:
    return sum(answers) >= MOST * len(answers) > 0


def is_other(one: float, other: float) -> bool:
    """Whether two sizes of type are told apart."""
    return max(one, other) > OTHER_SIZE * min(one, other)
