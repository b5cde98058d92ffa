"""What an export can show: bars, a matrix, a list, a row of figures. Every office format renders these four.

A picture is neutral: it knows no format, colours or points. A missing number is None and never 0; what is said instead
of it (遮盖, 未提及) stands in the texts.
"""

from dataclasses import dataclass, replace
from functools import singledispatch
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Series:
    """Numbers of one kind, one a name; `hidden` ones are what reports mask and are drawn hatched."""

    name: str
    values: tuple[float | None, ...]
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Bars:
    """Horizontal bars from the top down, stacked where there are several series.

    `texts` stand at the ends of the bars, `measure_word` says what is counted (`%`: shares), `flagged` are the bars to
    look at.
    """

    names: tuple[str, ...]
    series: tuple[Series, ...]
    texts: tuple[str, ...]
    measure_word: str
    note: str
    flagged: tuple[bool, ...] = ()

    def categories(self) -> tuple[str, ...]:
        """The names; behind one that has no number stands what is said instead."""
        values = zip(*(series.values for series in self.series), strict=True)
        told = zip(self.names, self.texts, values, strict=True)
        return tuple(name if any(v is not None for v in own) else f"{name}（{text}）" for name, text, own in told)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a matrix: its words, its number if it has one, its shade (`palette.SHADES`), hatched or not."""

    text: str
    value: float | None
    shade: float
    hatched: bool


@dataclass(frozen=True, slots=True)
class Matrix:
    """Cells, row by row, under `heads`; `groups` says what each head belongs to, and is empty where nothing."""

    corner: str
    rows: tuple[str, ...]
    heads: tuple[str, ...]
    groups: tuple[str, ...]
    cells: tuple[tuple[Cell, ...], ...]
    note: str


@dataclass(frozen=True, slots=True)
class Listing:
    """Lines of words under `heads`; `widths` are the columns' shares of the width."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Figures:
    """A few numbers to be read from afar: name, number, and what it means; below them the `sentences`."""

    figures: tuple[tuple[str, str, str], ...]
    sentences: tuple[str, ...]
    note: str = ""


Picture = Bars | Matrix | Listing | Figures


def cuts(count: int, most: int) -> list[slice]:
    """The fewest slices of at most `most`, as equal as can be; one empty slice for nothing."""
    parts = max(1, -(-count // most))
    ends = [round(part * count / parts) for part in range(parts + 1)]
    return [slice(start, end) for start, end in pairwise(ends)]


def row_count(picture: Picture) -> int:
    """How many rows or bars `picture` has."""
    if isinstance(picture, Bars):
        return len(picture.names)
    return 0 if isinstance(picture, Figures) else len(picture.rows)


def first_rows(picture: Picture, most: int) -> Picture:
    """`picture` with at most `most` rows."""
    if isinstance(picture, Bars):
        return _some_bars(picture, slice(most))
    if isinstance(picture, Matrix):
        return replace(picture, rows=picture.rows[:most], cells=picture.cells[:most])
    return replace(picture, rows=picture.rows[:most]) if isinstance(picture, Listing) else picture


@singledispatch
def parts(picture: Picture, rows: int, columns: int) -> list[Picture]:
    """`picture` in pieces of at most `rows` rows and `columns` columns, in reading order."""
    return [picture] if rows and columns else []


@parts.register
def _bars(picture: Bars, rows: int, columns: int) -> list[Picture]:  # noqa: ARG001 - bars have no columns
    return [_some_bars(picture, cut) for cut in cuts(len(picture.names), rows)]


def _some_bars(picture: Bars, cut: slice) -> Bars:
    series = tuple(replace(one, values=one.values[cut]) for one in picture.series)
    return replace(
        picture, names=picture.names[cut], series=series, texts=picture.texts[cut], flagged=picture.flagged[cut]
    )


@parts.register
def _matrix(picture: Matrix, rows: int, columns: int) -> list[Picture]:
    return [
        replace(
            picture,
            rows=picture.rows[down],
            heads=picture.heads[across],
            groups=picture.groups[across],
            cells=tuple(row[across] for row in picture.cells[down]),
        )
        for down in cuts(len(picture.rows), rows)
        for across in cuts(len(picture.heads), columns)
    ]


@parts.register
def _listing(picture: Listing, rows: int, columns: int) -> list[Picture]:  # noqa: ARG001 - a list keeps its columns
    return [replace(picture, rows=picture.rows[cut]) for cut in cuts(len(picture.rows), rows)]
