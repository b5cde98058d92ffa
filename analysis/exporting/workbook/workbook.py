"""The workbook: a list of what is inside, a sheet for every picture, the table behind it, the sentences, the method."""

import io
import re
from collections.abc import Iterator

import pandas as pd
from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from analysis.basket import Item
from analysis.exporting.clean import printable
from analysis.exporting.material import Material, Step, ignore
from analysis.exporting.office.charts import SAFE
from analysis.exporting.pictures import picture
from analysis.exporting.style import FACE
from analysis.exporting.values import Figures, Listing
from analysis.exporting.workbook.formats import Formats, put
from analysis.exporting.workbook.sheets import TOP, fill, head, width_of
from analysis.tables.words import in_words, shares

FORBIDDEN = re.compile(r"[\[\]:*?/\\']")
LONGEST_NAME, SAMPLE = 31, 200
CONTENTS, EVIDENCE, METHOD = "目录", "原文依据", "口径说明"
DATA = "数据"
ABSENT = "absent"
SHORTER = f"“·{DATA}”各表只列报告写到的和标为“无”的各行；未提及的不逐行列出，见同名图表中的“–”。"


def workbook(material: Material, on_step: Step = ignore) -> bytes:
    """`material` as a .xlsx; `on_step` hears how much is done."""
    file = io.BytesIO()
    book = Workbook(
        file, {**SAFE, "in_memory": False, "default_format_properties": {"font_name": FACE, "font_size": 10}}
    )
    formats = Formats.of(book)
    contents = book.add_worksheet(CONTENTS)
    names = list(_names(material.items))
    for done, (item, name) in enumerate(zip(material.items, names, strict=True), start=1):
        whole = picture(item)
        sheet = book.add_worksheet(name)
        head(sheet, item, whole.note, formats)
        fill(whole, book, sheet, formats)
        if not isinstance(whole, Listing | Figures):
            _data(book.add_worksheet(_short(f"{name[: LONGEST_NAME - 3]}·{DATA}")), item, formats)
        on_step(done / (len(material.items) + 1))
    _evidence(book.add_worksheet(EVIDENCE), material, formats)
    _method(book.add_worksheet(METHOD), material, formats)
    _contents(contents, material, names, formats)
    for sheet in book.worksheets():
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
    book.close()
    on_step(1.0)
    return file.getvalue()


def _short(name: str) -> str:
    return FORBIDDEN.sub("", printable(name))[:LONGEST_NAME]


def _names(items: tuple[Item, ...]) -> Iterator[str]:
    """A name for the sheet of each item: its number tells equal ones apart."""
    for place, item in enumerate(items, start=1):
        yield _short(f"{place:02} {item.name}")[: LONGEST_NAME - 3].strip()


def _data(sheet: Worksheet, item: Item, formats: Formats) -> None:
    """The rows of the declared table in words, as they were counted.

    What is not mentioned, most of all rows, stands in the picture's own sheet and is not listed once more: a thousand
    reports would take twice as long.
    """
    told = in_words(item.table, _mentioned(item.data()))
    percentages = shares(item.table)
    for at, (label, column) in enumerate(told.items()):
        put(sheet, 0, at, str(label), formats.head)
        sheet.set_column(at, at, width_of([str(label), *column[:SAMPLE].dropna().map(str)]))
        number = formats.share if label in percentages else formats.number
        look = formats.text if isinstance(column.dtype, pd.StringDtype) else number
        for down, value in enumerate(column, start=1):
            put(sheet, down, at, value, look)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(1, len(told)), told.shape[1] - 1)


def _mentioned(data: pd.DataFrame) -> pd.DataFrame:
    return data[data["state"].ne(ABSENT)] if "state" in data else data


def _lines(sheet: Worksheet, heads: tuple[str, ...], widths: tuple[int, ...], formats: Formats) -> None:
    for column, (name, width) in enumerate(zip(heads, widths, strict=True)):
        put(sheet, TOP, column, name, formats.head)
        sheet.set_column(column, column, width)
    sheet.freeze_panes(TOP + 1, 0)


def _evidence(sheet: Worksheet, material: Material, formats: Formats) -> None:
    put(sheet, 0, 0, "各图所依据的原文（每图列出若干句，全部依据见系统）", formats.title)
    _lines(sheet, ("图表", "单位", "文件", "位置", "原文"), (24, 28, 28, 28, 90), formats)
    rows = [(item.name, q.label, q.file, q.place, q.text) for item in material.items for q in item.evidence]
    for down, row in enumerate(rows, start=TOP + 1):
        for across, text in enumerate(row):
            put(sheet, down, across, text, formats.text)
    sheet.autofilter(TOP, 0, TOP + max(1, len(rows)), 4)


def _method(sheet: Worksheet, material: Material, formats: Formats) -> None:
    put(sheet, 0, 0, "这些数字是怎样数出来的", formats.title)
    put(sheet, 1, 0, material.source, formats.note)
    _lines(sheet, ("序号", "说明"), (8, 110), formats)
    for place, text in enumerate((*material.whole_method, SHORTER), start=1):
        put(sheet, TOP + place, 0, place, formats.middle)
        put(sheet, TOP + place, 1, text, formats.text)


def _contents(sheet: Worksheet, material: Material, names: list[str], formats: Formats) -> None:
    put(sheet, 0, 0, material.title, formats.title)
    about = "　".join(part for part in (material.unit, material.day, material.mark, material.source) if part)
    put(sheet, 1, 0, about, formats.note)
    _lines(sheet, ("图表", "发现", "备注"), (30, 90, 40), formats)
    for row, (item, name) in enumerate(zip(material.items, names, strict=True), start=TOP + 1):
        sheet.write_url(row, 0, f"internal:'{name}'!A1", formats.text, printable(name))
        put(sheet, row, 1, item.title, formats.text)
        put(sheet, row, 2, item.note or None, formats.text)
