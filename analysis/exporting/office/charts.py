"""Bars as a chart that the office itself draws and lets people edit; its workbook holds no formula."""

import io
from collections.abc import Iterator
from contextlib import contextmanager

from pptx.chart.chart import Chart
from pptx.chart.data import CategoryChartData
from pptx.chart.plot import _BasePlot
from pptx.chart.series import BarSeries
from pptx.chart.xlsx import CategoryWorkbookWriter
from pptx.dml.color import RGBColor
from pptx.dml.fill import FillFormat
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.enum.dml import MSO_PATTERN
from pptx.oxml import parse_xml
from pptx.shapes.shapetree import _BaseGroupShapes
from pptx.util import Emu, Pt
from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from analysis.drawing.palette import ACCENT, COOL, GREY, INK, LINE, PAPER
from analysis.exporting.clean import printable
from analysis.exporting.measure import ems
from analysis.exporting.office.faces import name_faces
from analysis.exporting.style import plain
from analysis.exporting.values import Bars

SAFE = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
"""How a workbook must be made so that words of a report stay words."""
ROOM, SIGN = 1.06, 0.016
"""How far the axis goes beyond the longest bar, and how much further for each sign at its end."""
CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
NO_FRAME = (
    f'<c:spPr xmlns:c="{CHART}" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    "<a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
)
Box = tuple[int, int, int, int]


class _SafeWriter(CategoryWorkbookWriter):  # type: ignore[misc]  # python-pptx is half typed
    """Writes the workbook of a chart with every word as text; python-pptx's own would let `=1+1` run."""

    @contextmanager
    def _open_worksheet(self, xlsx_file: io.BytesIO) -> Iterator[tuple[Workbook, Worksheet]]:
        workbook = Workbook(xlsx_file, SAFE)
        yield workbook, workbook.add_worksheet()
        workbook.close()


class _SafeData(CategoryChartData):  # type: ignore[misc]  # as above
    """Chart data whose workbook is written safely."""

    @property
    def _workbook_writer(self) -> _SafeWriter:
        return _SafeWriter(self)


def add_chart(shapes: _BaseGroupShapes, bars: Bars, box: Box, size: float) -> Chart:
    """Draws `bars` into `box` (left, top, width, height in EMU) with letters of `size` points."""
    data = _SafeData(number_format="0%" if bars.measure_word == "%" else "General")
    data.categories = [printable(name) for name in bars.categories()]
    for series in bars.series:
        data.add_series(printable(series.name), series.values)
    stacked = len(bars.series) > 1
    kind = XL_CHART_TYPE.BAR_STACKED if stacked else XL_CHART_TYPE.BAR_CLUSTERED
    chart = shapes.add_chart(kind, *map(Emu, box), data).chart
    chart.font.size, chart.font.color.rgb = Pt(size), _colour(INK)
    _axes(chart, bars)
    plot = chart.plots[0]
    plot.gap_width, plot.overlap = 45, 100 if stacked else 0
    for series, told in zip(plot.series, bars.series, strict=True):
        _fill(series.format.fill, hidden=told.hidden)
    _flag(plot, bars)
    _label(plot, bars, size)
    chart.has_title, chart.has_legend = False, stacked
    if stacked:
        chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    _no_frame(chart)
    name_faces(chart._chartSpace)  # noqa: SLF001 - python-pptx has no other way to the XML of a chart
    return chart


def _no_frame(chart: Chart) -> None:
    """No edge and no ground of its own; both stand before the letters (ISO/IEC 29500-1, 21.2.2.29)."""
    letters = chart._chartSpace.find(f"{{{CHART}}}txPr")  # noqa: SLF001 - as above
    letters.addprevious(parse_xml(NO_FRAME))


def _colour(colour: str) -> RGBColor:
    return RGBColor.from_string(plain(colour))


def _axes(chart: Chart, bars: Bars) -> None:
    names, values = chart.category_axis, chart.value_axis
    names.reverse_order, names.has_major_gridlines = True, False
    names.major_tick_mark = names.minor_tick_mark = XL_TICK_MARK.NONE
    names.format.line.color.rgb = _colour(LINE)
    names.tick_labels.offset = 50
    numbers = [v for series in bars.series for v in series.values if v is not None]
    values.minimum_scale, values.has_major_gridlines, values.visible = 0, False, False
    longest = 1.0 if len(bars.series) > 1 else max(numbers, default=1.0) or 1.0
    values.maximum_scale = longest * (ROOM + SIGN * max((ems(text) for text in bars.texts), default=0))
    values.tick_label_position = XL_TICK_LABEL_POSITION.NONE
    for axis in (names, values):  # a label is never tilted
        body = axis._element.get_or_add_txPr().bodyPr  # noqa: SLF001 - as above
        body.set("rot", "0")
        body.set("vert", "horz")


def _fill(fill: FillFormat, *, hidden: bool) -> None:
    if hidden:
        fill.patterned()
        fill.pattern = MSO_PATTERN.WIDE_UPWARD_DIAGONAL
        fill.fore_color.rgb, fill.back_color.rgb = _colour(GREY), _colour(PAPER)
    else:
        fill.solid()
        fill.fore_color.rgb = _colour(COOL)


def _flag(plot: _BasePlot, bars: Bars) -> None:
    for place in (place for place, flagged in enumerate(bars.flagged) if flagged):
        fill = plot.series[0].points[place].format.fill
        fill.solid()
        fill.fore_color.rgb = _colour(ACCENT)


def _label(plot: _BasePlot, bars: Bars, size: float) -> None:
    """Numbers at the ends of the bars; where more is said than the number, those words."""
    last = plot.series[len(bars.series) - 1]
    if len(bars.series) == 1:
        labels = last.data_labels
        labels.show_value, labels.position = True, XL_LABEL_POSITION.OUTSIDE_END
        labels.number_format, labels.number_format_is_linked = "General", False
        labels.font.size = Pt(size)
    for place, (text, value) in enumerate(zip(bars.texts, bars.series[-1].values, strict=True)):
        if value is not None and text != f"{value:g}":
            _write(last, place, printable(text), size, inside=len(bars.series) > 1)


def _write(series: BarSeries, place: int, text: str, size: float, *, inside: bool) -> None:
    label = series.points[place].data_label
    label.text_frame.word_wrap = False
    run = label.text_frame.paragraphs[0].add_run()
    run.text, run.font.size = text, Pt(size)
    label.position = XL_LABEL_POSITION.INSIDE_BASE if inside else XL_LABEL_POSITION.OUTSIDE_END
