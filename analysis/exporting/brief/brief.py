"""The brief: title, the items under their headings with captions and evidence, how it was counted, and who signs."""

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import singledispatch
from itertools import groupby

from docx.document import Document as Brief
from docx.oxml import parse_xml
from docx.shared import Mm, Pt

from analysis.basket import Item
from analysis.exporting.brief.charts import BAR, Figure, insert_chart
from analysis.exporting.brief.official import BODY, CAPTION, MARK, ONE, RIGHT, TITLE, TWO, new_brief
from analysis.exporting.brief.tables import listing_xml, matrix_xml
from analysis.exporting.clean import printable
from analysis.exporting.material import MOST_ROWS, Material, Portrait, Step, excerpt, ignore, quoted_as
from analysis.exporting.pictures import picture
from analysis.exporting.values import Bars, Figures, Listing, Matrix, Picture, first_rows, parts, row_count

DIGITS = "零一二三四五六七八九十"
COLUMNS, BARS = 12, 28
MOST_QUOTES, LONGEST = 3, 90
SMALL_BAR = Mm(4.6)
METHOD, PORTRAITS = "口径说明", "单位画像"


@dataclass(slots=True)
class _Writing:
    """A brief being written, and how many charts and tables it has."""

    brief: Brief = field(default_factory=new_brief)
    charts: int = 0
    tables: int = 0

    def add(self, text: str, style: str) -> None:
        """A paragraph."""
        self.brief.add_paragraph(printable(text), style=style)

    def sign(self, unit: str, day: str) -> None:
        """Who signs and when; never alone on a page (GB/T 9704-2012, 7.3.5)."""
        self.add("", BODY)
        for text in filter(None, (unit, day)):
            self.add(text, RIGHT)
        signed = 1 + bool(unit) + bool(day)
        for paragraph in self.brief.paragraphs[-signed - 1 : -1]:
            paragraph.paragraph_format.keep_with_next = True

    def chart(self, bars: Bars, item: Item, bar: int = BAR) -> None:
        """A chart, its bars `bar` EMU high, kept with the line that follows."""
        self.charts += 1
        paragraph = self.brief.add_paragraph()
        paragraph.paragraph_format.keep_with_next = True
        insert_chart(self.brief, paragraph, bars, Figure(self.charts, f"{item.name}：{item.title}", bar))

    def table(self, xml: str) -> None:
        """A table, and a short line behind it: Word joins tables that follow each other."""
        body = self.brief.element.body
        body.insert(len(body) - 1, parse_xml(xml))
        gap = self.brief.add_paragraph(style=CAPTION)
        gap.paragraph_format.keep_with_next, gap.paragraph_format.line_spacing = False, Pt(8)


def brief(material: Material, on_step: Step = ignore) -> bytes:
    """`material` as a .docx in the style of GB/T 9704; `on_step` hears how much is done."""
    made = _Writing()
    if material.mark:
        made.add(material.mark, MARK)
    made.add(material.title, TITLE)
    made.add("", TITLE)
    made.add(f"{material.source.removeprefix('来源：')}对照分析的结果如下。", BODY)
    total = len(material.items) + len(material.portraits) + 1
    done, headings = 0, _chinese()
    for page, items in groupby(material.items, key=lambda item: item.page):
        made.add(f"{next(headings)}、{page}", ONE)
        for place, item in zip(_chinese(), items, strict=False):
            made.add(f"（{place}）{item.title}", TWO)
            _item(made, item)
            done += 1
            on_step(done / total)
    made.add(f"{next(headings)}、{METHOD}", ONE)
    for text in material.whole_method:
        made.add(text, BODY)
    made.sign(material.unit, material.day)
    for portrait in material.portraits:
        _portrait(made, portrait)
        done += 1
        on_step(done / total)
    file = io.BytesIO()
    made.brief.save(file)
    on_step(1.0)
    return file.getvalue()


def _chinese() -> Iterator[str]:
    """一, 二, … 十, 十一, … 九十九."""
    for number in range(1, 100):
        tens, ones = divmod(number, 10)
        yield ((DIGITS[tens] if tens > 1 else "") + "十" if tens else "") + (DIGITS[ones] if ones else "")


def _item(made: _Writing, item: Item) -> None:
    whole = picture(item)
    if item.note:
        made.add(item.note, BODY)
    rows = row_count(whole)
    for piece in parts(first_rows(whole, MOST_ROWS), BARS if isinstance(whole, Bars) else MOST_ROWS, COLUMNS):
        _show(piece, made, item)
    if rows > MOST_ROWS:
        made.add(f"共{rows}行，列前{MOST_ROWS}行，其余见工作簿。", BODY)
    if whole.note:
        made.add(f"注：{whole.note}。", BODY)
    if item.evidence and not isinstance(whole, Listing | Figures):
        quotes = (f"{q.label}（{q.place}）：“{excerpt(q, LONGEST).rstrip('。')}”" for q in item.evidence[:MOST_QUOTES])
        made.add(f"{quoted_as(item, '原文例举')}：" + "；".join(quotes) + "。", BODY)


@singledispatch
def _show(shown: Picture, made: _Writing, item: Item) -> None:
    """Puts `shown` into the brief under its caption."""
    raise TypeError(type(shown), made, item)


@_show.register
def _bars(shown: Bars, made: _Writing, item: Item) -> None:
    unit = f"（单位：{shown.measure_word}）" if shown.measure_word else ""
    made.chart(shown, item)
    made.add(f"图{made.charts}　{item.name}{unit}", CAPTION)


@_show.register
def _matrix(shown: Matrix, made: _Writing, item: Item) -> None:
    made.tables += 1
    made.add(f"表{made.tables}　{item.name}", CAPTION)
    made.table(matrix_xml(shown))


@_show.register
def _listing(shown: Listing, made: _Writing, item: Item) -> None:
    made.tables += 1
    made.add(f"表{made.tables}　{item.name}", CAPTION)
    made.table(listing_xml(shown))


@_show.register
def _figures(shown: Figures, made: _Writing, item: Item) -> None:  # noqa: ARG001 - figures need no caption
    made.add("；".join(f"{name}{value}，{note}" for name, value, note in shown.figures) + "。", BODY)
    for place, text in enumerate(shown.sentences, start=1):
        made.add(f"{place}．{text}。", BODY)


def _portrait(made: _Writing, portrait: Portrait) -> None:
    """A page about one report, closely set."""
    made.add(f"{PORTRAITS}：{portrait.label}", ONE)
    made.brief.paragraphs[-1].paragraph_format.page_break_before = True
    for item in portrait.items:
        _small(picture(item), made, item)


@singledispatch
def _small(shown: Picture, made: _Writing, item: Item) -> None:
    """`shown` under its finding, without a number of its own."""
    made.add(item.title, TWO)
    _show(shown, made, item)


@_small.register
def _small_figures(shown: Figures, made: _Writing, item: Item) -> None:
    _show(shown, made, item)


@_small.register
def _small_bars(shown: Bars, made: _Writing, item: Item) -> None:
    made.add(item.title, TWO)
    made.chart(shown, item, SMALL_BAR)


@_small.register
def _small_listing(shown: Listing, made: _Writing, item: Item) -> None:
    made.add(item.title, TWO)
    made.table(listing_xml(shown))
