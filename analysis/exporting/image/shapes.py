"""How high each kind of picture is, and how it is drawn on a sheet."""

from functools import singledispatch

from analysis.drawing.palette import ABSENT, ACCENT, COOL, GREY, LINE, PAPER
from analysis.exporting.image.sheet import BODY, LEADING, SMALL, Sheet
from analysis.exporting.measure import ems, folded, label, lines
from analysis.exporting.style import shade_colour
from analysis.exporting.values import Bars, Figures, Listing, Matrix, Picture

LABEL_EMS = 20
LONGEST = 160


@singledispatch
def height_of(shown: Picture, width: float) -> float:
    """Points that `shown` needs."""
    raise TypeError(type(shown), width)


@singledispatch
def draw(shown: Picture, sheet: Sheet, top: float, width: float) -> None:
    """Draws `shown` from `top` downwards."""
    raise TypeError(type(shown), sheet, top, width)


BAR = 24.0


@height_of.register
def _bars_height(shown: Bars, width: float) -> float:  # noqa: ARG001 - bars are as high at any width
    return BAR * len(shown.names) + 6


@draw.register
def _bars(shown: Bars, sheet: Sheet, top: float, width: float) -> None:
    left = BODY * min(LABEL_EMS * 1.6, max((ems(name) for name in shown.names), default=0)) + 10
    tail = BODY * max((ems(text) for text in shown.texts), default=0) + 12
    totals = [sum(v or 0 for v in values) for values in zip(*(s.values for s in shown.series), strict=True)]
    scale = max(20.0, width - left - tail) / (max(totals, default=0) or 1)
    flagged = shown.flagged or (False,) * len(shown.names)
    for place, name in enumerate(shown.names):
        middle, at = top + BAR * (place + 0.5), left
        sheet.write((left - 8, middle), label(name, LABEL_EMS * 1.6), BODY, ha="right", va="center")
        for series in shown.series:
            size = (series.values[place] or 0) * scale
            colour = PAPER if series.hidden else ACCENT if flagged[place] else COOL
            more = {"hatch": "////", "edgecolor": GREY, "linewidth": 0.5} if series.hidden else {}
            sheet.box((at, middle - BAR * 0.34), (size, BAR * 0.68), colour, **more)
            at += size
        sheet.write((at + 6, middle), shown.texts[place], BODY, va="center")
    sheet.box((left - 0.5, top), (1, BAR * len(shown.names)), GREY)


ROW = 19.0


def _columns(shown: Matrix, width: float) -> tuple[float, float]:
    """The widths of the names and of a cell."""
    side = BODY * min(LABEL_EMS, max((ems(name) for name in shown.rows), default=0)) + 12
    return side, min(110.0, (width - side) / max(1, len(shown.heads)))


def _head_lines(shown: Matrix, cell: float) -> int:
    return max((lines(head, (cell - 4) / SMALL) for head in shown.heads), default=1)


@height_of.register
def _matrix_height(shown: Matrix, width: float) -> float:
    _, cell = _columns(shown, width)
    heads = _head_lines(shown, cell) * SMALL * LEADING
    return heads + 16 * bool(shown.groups) + ROW * len(shown.rows) + 10


@draw.register
def _matrix(shown: Matrix, sheet: Sheet, top: float, width: float) -> None:
    side, cell = _columns(shown, width)
    if shown.groups:
        _groups(shown, sheet, top, (side, cell))
        top += 16
    below = top + _head_lines(shown, cell) * SMALL * LEADING + 2
    for place, head in enumerate(shown.heads):
        text, middle = folded(head, (cell - 4) / SMALL), side + cell * (place + 0.5)
        sheet.write((middle, below - 2), text, SMALL, ha="center", va="bottom")
    for down, (name, row) in enumerate(zip(shown.rows, shown.cells, strict=True)):
        high = below + ROW * down
        sheet.write((0, high + ROW / 2), label(name, LABEL_EMS), BODY, va="center")
        for across, one in enumerate(row):
            more = {"hatch": "////"} if one.hatched else {}
            left = side + cell * across
            sheet.box((left, high), (cell, ROW), f"#{shade_colour(one.shade)}", edgecolor=LINE, linewidth=0.6, **more)
            sheet.write((left + cell / 2, high + ROW / 2), one.text, SMALL, ha="center", va="center")


def _groups(shown: Matrix, sheet: Sheet, top: float, sizes: tuple[float, float]) -> None:
    side, cell = sizes
    starts = [n for n, name in enumerate(shown.groups) if not n or shown.groups[n - 1] != name]
    for start, end in zip(starts, [*starts, len(shown.groups)][1:], strict=True):
        name = shown.groups[start]
        text = name if ems(name) * SMALL < cell * (end - start) else name[:2]
        sheet.write((side + cell * (start + end) / 2, top), text, SMALL, ha="center", color=GREY)


def _folded_rows(shown: Listing, width: float) -> list[tuple[str, ...]]:
    rows = [shown.heads, *shown.rows]
    sizes = [share * width / BODY - 1.2 for share in shown.widths]
    return [tuple(folded(text[:LONGEST], size) for text, size in zip(row, sizes, strict=True)) for row in rows]


def _row_height(row: tuple[str, ...]) -> float:
    return max(text.count("\n") + 1 for text in row) * BODY * LEADING + 8


@height_of.register
def _listing_height(shown: Listing, width: float) -> float:
    return sum(map(_row_height, _folded_rows(shown, width)))


@draw.register
def _listing(shown: Listing, sheet: Sheet, top: float, width: float) -> None:
    for place, row in enumerate(_folded_rows(shown, width)):
        height, left = _row_height(row), 0.0
        sheet.box((0, top), (width, height), PAPER if place else ABSENT, edgecolor=LINE, linewidth=0.6)
        for text, share in zip(row, shown.widths, strict=True):
            sheet.write((left + 5, top + 4), text, BODY)
            left += share * width
        top += height


CARD = 110.0


@height_of.register
def _figures_height(shown: Figures, width: float) -> float:
    return CARD + 20 + sum(lines(text, width / BODY - 2) * BODY * LEADING + 8 for text in shown.sentences)


@draw.register
def _figures(shown: Figures, sheet: Sheet, top: float, width: float) -> None:
    each = width / max(1, len(shown.figures))
    for place, (name, value, note) in enumerate(shown.figures):
        left = each * place
        sheet.box((left, top), (each - 12, CARD), PAPER, edgecolor=LINE, linewidth=1)
        sheet.write((left + 12, top + 8), name, BODY, color=GREY)
        sheet.write((left + 12, top + 28), value, 26, color=ACCENT)
        sheet.write((left + 12, top + 68), folded(note, (each - 36) / SMALL), SMALL)
    top += CARD + 14
    for place, text in enumerate(shown.sentences, start=1):
        told = folded(f"{place}. {text}", width / BODY - 2)
        sheet.write((0, top), told, BODY)
        top += (told.count("\n") + 1) * BODY * LEADING + 8
