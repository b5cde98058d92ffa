"""Puts the signs of a page into rows: by where they stand, never by the order in which the file draws them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from analysis.reading.lines import FULL_STOP, NUMBER, TOKEN, columns
from analysis.reading.printed.glyphs import Glyph

SAME_ROW = 0.5  # ems; lines of print lie at least one em apart, raised signs less than half
SAME_PLACE = 0.15  # ems; a sign drawn twice to look bold stands this close to itself, twins like ** do not
LONG = frozenset("—…")  # pairs of these are one sign in many fonts, and both stand at its place
WORD_GAP = 0.2  # ems; a space in Latin text is about a quarter
LATIN_GAP = 0.25  # ems that word processors put between Chinese and Latin
CELL_GAP = 2.0  # ems; no gap inside a sentence is that wide


@dataclass(frozen=True, slots=True)
class Row:
    """One line of print, or one of a table that `is_whole`; `page` counts from 0, lengths as in `Glyph`."""

    text: str
    page: int
    left: float
    right: float
    base: float
    size: float
    is_whole: bool = False

    @property
    def numbering(self) -> str:
        """The kind of outline number it begins with; empty where it has none."""
        hit = NUMBER.match(self.text)
        return (hit.lastgroup or "") if hit else ""

    @property
    def stops(self) -> bool:
        """It ends with a mark that ends a sentence or a longer clause."""
        return FULL_STOP.search(self.text) is not None

    @property
    def ends_flush(self) -> bool:
        """It ends with a character; a mark may hang over the edge of the type or be squeezed into it."""
        return self.text[-1].isalnum()

    @property
    def token(self) -> float:
        """The width of its first word or character, with the marks that may not be parted from it."""
        hit = TOKEN.match(self.text)
        spaced = LATIN_GAP if self.text[0].isascii() else 0.0
        return (columns(hit[0]) / 2 + spaced) * self.size if hit else 0.0


def read_rows(glyphs: Iterable[Glyph], page: int) -> tuple[list[Row], int]:
    """The rows that `glyphs` form, from top to bottom, and how many signs were drawn twice."""
    rows, doubled = [], 0
    for row in _by_baseline(glyphs):
        single = list(_without_doubles(row))
        doubled += len(row) - len(single)
        rows.append(_row(single, page))
    return rows, doubled


def _by_baseline(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    row: list[Glyph] = []
    for glyph in sorted(glyphs, key=lambda glyph: (glyph.base, glyph.left)):
        if row and glyph.base - row[0].base > SAME_ROW * max(glyph.size, row[0].size):
            yield row
            row = []
        row.append(glyph)
    if row:
        yield row


def _without_doubles(glyphs: Iterable[Glyph]) -> Iterator[Glyph]:
    last: dict[str, Glyph] = {}
    for glyph in sorted(glyphs, key=lambda glyph: (glyph.left, glyph.right)):
        before = last.get(glyph.sign)
        if before is None or glyph.sign in LONG or glyph.left - before.left > SAME_PLACE * glyph.size:
            yield glyph
        last[glyph.sign] = glyph


def _row(glyphs: Sequence[Glyph], page: int) -> Row:
    size = median(glyph.size for glyph in glyphs)
    gaps = (_gap(before, after, size) for before, after in pairwise(glyphs))
    text = glyphs[0].sign + "".join(gap + glyph.sign for gap, glyph in zip(gaps, glyphs[1:], strict=True))
    right = max(glyph.right for glyph in glyphs)
    return Row(text, page, glyphs[0].left, right, median(glyph.base for glyph in glyphs), size)


def _gap(before: Glyph, after: Glyph, size: float) -> str:
    """A tab where cells of a table stand apart, a space between Latin words, else nothing."""
    gap = after.left - before.right
    if gap > CELL_GAP * size:
        return "\t"
    is_latin = before.sign.isascii() and after.sign.isascii()
    return " " if is_latin and gap > WORD_GAP * size else ""
