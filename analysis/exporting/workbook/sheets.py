"""A picture as a sheet: cells coloured by rules of the workbook itself, bars with a native chart beside them."""

from functools import singledispatch

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_range_abs
from xlsxwriter.worksheet import Worksheet

from analysis.basket import Item
from analysis.drawing.palette import COOL, COOL_DARK, COOL_LIGHT, GREY, PAPER
from analysis.exporting.clean import cell
from analysis.exporting.measure import ems
from analysis.exporting.style import FACE
from analysis.exporting.values import Bars, Figures, Listing, Matrix, Picture
from analysis.exporting.workbook.formats import Formats, put

TOP = 4
"""The row of the heads; above it stand finding, caption and note."""
MOST_BARS = 60
"""A chart of more bars than this shows nothing."""
HATCHED = ("遮盖", "表态")
ABSENT = ("–", "无", "未写", "无计划")
LABEL, NARROW, WIDE = 34, 9, 60


def head(sheet: Worksheet, item: Item, note: str, formats: Formats) -> None:
    """Finding, name and note above the table."""
    put(sheet, 0, 0, item.title, formats.title)
    put(sheet, 1, 0, f"{item.page}　{item.name}" + (f"　备注：{item.note}" if item.note else ""), formats.note)
    put(sheet, 2, 0, note, formats.note)


@singledispatch
def fill(picture: Picture, book: Workbook, sheet: Worksheet, formats: Formats) -> None:
    """Writes `picture` into `sheet`, its heads in row `TOP`."""
    raise TypeError(type(picture), book, sheet, formats)


def _heads(sheet: Worksheet, heads: tuple[str, ...], rows: int, formats: Formats) -> None:
    for column, name in enumerate(heads):
        put(sheet, TOP, column, name, formats.head)
    sheet.freeze_panes(TOP + 1, 1)
    sheet.autofilter(TOP, 0, TOP + max(1, rows), len(heads) - 1)


@fill.register
def _matrix(picture: Matrix, book: Workbook, sheet: Worksheet, formats: Formats) -> None:  # noqa: ARG001 - as others
    for column, group in enumerate(picture.groups, start=1):
        put(sheet, TOP - 1, column, group, formats.note)
    _heads(sheet, (picture.corner, *picture.heads), len(picture.rows), formats)
    sheet.set_column(0, 0, LABEL)
    sheet.set_column(1, max(1, len(picture.heads)), NARROW)
    for down, (name, row) in enumerate(zip(picture.rows, picture.cells, strict=True), start=TOP + 1):
        put(sheet, down, 0, name, formats.text)
        for across, one in enumerate(row, start=1):
            look = None if one.value is None else formats.saying(one.text, one.value)
            put(sheet, down, across, one.value if look else one.text, look or formats.middle)
    if picture.rows and picture.heads:
        _colour(sheet, (TOP + 1, 1, TOP + len(picture.rows), len(picture.heads)), formats)


def _colour(sheet: Worksheet, place: tuple[int, int, int, int], formats: Formats) -> None:
    """The heatmap and the states, as rules that go on working when a number is changed."""
    for words, look in ((HATCHED, formats.hidden), (ABSENT, formats.absent), (("⚠",), formats.lacking)):
        for word in words:
            rule = {"type": "cell", "criteria": "==", "value": f'"{word}"', "format": look, "stop_if_true": True}
            sheet.conditional_format(*place, rule)
    colours = {"min_color": COOL_LIGHT, "max_color": COOL_DARK, "min_type": "num", "min_value": 0}
    sheet.conditional_format(*place, {"type": "2_color_scale", **colours})


@fill.register
def _bars(picture: Bars, book: Workbook, sheet: Worksheet, formats: Formats) -> None:
    _heads(sheet, ("名称", *(series.name for series in picture.series), "说明"), len(picture.names), formats)
    sheet.set_column(0, 0, LABEL)
    sheet.set_column(1, len(picture.series), 12)
    sheet.set_column(len(picture.series) + 1, len(picture.series) + 1, 24)
    look = formats.share if picture.measure_word == "%" else formats.number
    for down, name in enumerate(picture.names, start=TOP + 1):
        put(sheet, down, 0, name, formats.text)
        for across, series in enumerate(picture.series, start=1):
            put(sheet, down, across, series.values[down - TOP - 1], look)
        put(sheet, down, len(picture.series) + 1, picture.texts[down - TOP - 1], formats.text)
    if picture.names:
        _chart(picture, book, sheet)


def _chart(picture: Bars, book: Workbook, sheet: Worksheet) -> None:
    """A native chart of the first bars, to the right of the table."""
    count, stacked = min(MOST_BARS, len(picture.names)), len(picture.series) > 1
    chart = book.add_chart({"type": "bar", "subtype": "stacked"} if stacked else {"type": "bar"})
    quoted = "'" + sheet.get_name().replace("'", "''") + "'"
    names = f"={quoted}!{xl_range_abs(TOP + 1, 0, TOP + count, 0)}"
    for column, series in enumerate(picture.series, start=1):
        pattern = {"pattern": "wide_upward_diagonal", "fg_color": GREY, "bg_color": PAPER}
        chart.add_series(
            {
                "name": cell(series.name),
                "categories": names,
                "values": f"={quoted}!{xl_range_abs(TOP + 1, column, TOP + count, column)}",
                **({"pattern": pattern} if series.hidden else {"fill": {"color": COOL}}),
                "data_labels": {"value": not stacked},
                "gap": 45,
            }
        )
    face = {"name": FACE, "size": 9}
    chart.set_y_axis({"reverse": True, "num_font": face, "line": {"none": True}})
    chart.set_x_axis({"visible": False, "min": 0, "major_gridlines": {"visible": False}})
    chart.set_legend({"position": "bottom", "font": face} if stacked else {"none": True})
    chart.set_title({"none": True})
    chart.set_size({"width": 760, "height": 120 + 22 * count})
    sheet.insert_chart(TOP, len(picture.series) + 3, chart)


@fill.register
def _listing(picture: Listing, book: Workbook, sheet: Worksheet, formats: Formats) -> None:  # noqa: ARG001 - as others
    _heads(sheet, picture.heads, len(picture.rows), formats)
    for column, share in enumerate(picture.widths):
        sheet.set_column(column, column, max(NARROW, min(WIDE, share * 120)))
    for down, row in enumerate(picture.rows, start=TOP + 1):
        for across, text in enumerate(row):
            put(sheet, down, across, text, formats.text)


@fill.register
def _figures(picture: Figures, book: Workbook, sheet: Worksheet, formats: Formats) -> None:  # noqa: ARG001 - as others
    _heads(sheet, ("名称", "数值", "说明"), len(picture.figures), formats)
    sheet.set_column(0, 0, LABEL)
    sheet.set_column(1, 1, 16)
    sheet.set_column(2, 2, WIDE)
    rows = [*picture.figures, *(("发现", "", sentence) for sentence in picture.sentences)]
    for down, row in enumerate(rows, start=TOP + 1):
        for across, text in enumerate(row):
            put(sheet, down, across, text, formats.text)


def width_of(texts: list[str]) -> float:
    """The width of a column that holds `texts`, in signs of Excel."""
    return max(NARROW, min(WIDE, 2 + 2 * max((ems(text) for text in texts), default=0)))
