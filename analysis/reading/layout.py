"""Finds out whether a text is hard-wrapped, and how it is set: its width, indents, gaps and headings."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from analysis.reading.lines import INSIDE_STOP, Line

FEWEST = 3  # lines that break in mid-sentence at the edge, from which on it is no accident
NARROWEST = 24  # columns; narrower lines are cells of a table or a list of names
WIDEST = 240  # columns; no page is wider
FULL_SHARE = 0.3  # of the text stands in full lines
STOP_SHARE = 0.3  # of the runs of broken lines come to a full stop
BEYOND_SHARE = 0.1  # of the text may stand in lines wider than the edge
INDENT = 2  # columns from which on a line counts as indented
MOST = 0.6  # share that makes a habit
LOST_INDENT = 4  # columns of the two-character indent that a PDF's text no longer has


@dataclass(frozen=True, slots=True)
class Layout:
    """How a hard-wrapped text is set, in columns.

    Attributes:
        width: of a full line.
        indented: the first line of a paragraph is indented, and only that.
        gaps: blank lines part paragraphs; False where there are none or one behind every line.
        lost: by how much the first line of a paragraph is narrower, its indent having been lost.
        headings: the kinds of outline number that stand before headings on lines of their own.
        run_ins: the kinds that stand before paragraphs.
    """

    width: int
    indented: bool = False
    gaps: bool = False
    lost: int = 0
    headings: frozenset[str] = frozenset()
    run_ins: frozenset[str] = frozenset()

    @property
    def slack(self) -> int:
        """By how much a full line may fall short: a sign that did not fit, and marks squeezed in print."""
        return 4 + self.width // 20

    @property
    def shows_starts(self) -> bool:
        """Whether the setting itself shows where a paragraph begins."""
        return self.indented or self.gaps


def is_full(layout: Layout, line: Line) -> bool:
    """Whether `line` reaches the edge."""
    return line.width >= layout.width - layout.slack


def find_layout(lines: Sequence[Line]) -> Layout | None:
    """The layout of a hard-wrapped text, or None where its lines are paragraphs."""
    edge = _find_edge(lines)
    if edge is None:
        return None
    broken = [b for a, b in pairwise(lines) if is_full(edge, a) and not a.stops]
    starts = [b for a, b in pairwise(lines) if not is_full(edge, a) and not a.runs_on]
    indented = _is_habit(line.indent >= INDENT for line in starts)
    indented = indented and not _is_habit(line.indent >= INDENT for line in broken)
    gaps = _is_habit(line.gap for line in starts) and not _is_habit(line.gap for line in broken)
    lost = 0 if indented else _lost_indent(edge, lines)
    headings, run_ins = _numbering_habits(edge, lines)
    return Layout(edge.width, indented, gaps, lost, headings, run_ins)


def edge_lines(layout: Layout, lines: Iterable[Line]) -> int:
    """How many lines break in mid-sentence within a sign of the edge: the better the measure, the more."""
    return sum(not line.stops and 0 <= layout.width - line.width < 2 for line in lines)  # noqa: PLR2004 - its columns


def _find_edge(lines: Sequence[Line]) -> Layout | None:
    """The width at which most lines break in mid-sentence, if that is what most of the text does."""
    open_lines = [line for line in lines[:-1] if not line.stops and NARROWEST <= line.width <= WIDEST]
    if len(open_lines) < FEWEST:
        return None
    widths = Counter(line.width for line in open_lines)
    best = max(map(Layout, widths), key=lambda layout: (_lines_at(layout, widths), layout.width))
    return best if _lines_at(best, widths) >= FEWEST and _is_wrapped(best, lines) else None


def _lines_at(layout: Layout, widths: Mapping[int, int]) -> int:
    return sum(widths.get(layout.width - short, 0) for short in range(layout.slack + 1))


def _is_wrapped(layout: Layout, lines: Sequence[Line]) -> bool:
    total = sum(line.width for line in lines)
    full = sum(line.width for line in lines if is_full(layout, line))
    beyond = sum(line.width for line in lines if line.width > layout.width + layout.slack)
    return full >= FULL_SHARE * total and beyond <= BEYOND_SHARE * total and _ends_stop(layout, lines)


def _ends_stop(layout: Layout, lines: Sequence[Line]) -> bool:
    """Whether enough runs of broken lines end with a full stop, as paragraphs do and lists do not."""
    broken = [is_full(layout, line) and not line.stops for line in lines]
    after = zip(broken, broken[1:], lines[1:], strict=False)
    ends = [line.stops for was_broken, is_broken, line in after if was_broken and not is_broken]
    return sum(ends) >= STOP_SHARE * len(ends) > 0


def _lost_indent(layout: Layout, lines: Sequence[Line]) -> int:
    """Compares full lines that begin a paragraph with those that go on with one."""
    full = [(a, b) for a, b in pairwise(lines) if is_full(layout, b) and not b.stops]
    first = [b.width for a, b in full if not is_full(layout, a) and a.stops]
    later = [b.width for a, b in full if is_full(layout, a) and not a.stops]
    if not first or not later:
        return 0
    return LOST_INDENT if median(later) - median(first) >= LOST_INDENT - 1 else 0


def _numbering_habits(layout: Layout, lines: Sequence[Line]) -> tuple[frozenset[str], frozenset[str]]:
    """Kinds of number whose lines are mostly short without a stop, and those with mostly a stop inside."""
    numbered = [line for line in lines if line.numbering]
    short = Counter(line.numbering for line in numbered if not line.stops and not is_full(layout, line))
    run_in = Counter(line.numbering for line in numbered if INSIDE_STOP.search(line.text))
    headings = frozenset(kind for kind in short if short[kind] > run_in[kind])
    return headings, frozenset(run_in) - headings


def _is_habit(answers: Iterable[bool]) -> bool:
    given = list(answers)
    return sum(given) >= MOST * len(given) > 0
