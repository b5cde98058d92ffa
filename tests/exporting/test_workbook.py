import io
import re

import openpyxl
import pandas as pd
import pytest

from analysis.exporting.pictures import picture
from analysis.exporting.values import Bars, Figures, Listing, Matrix
from analysis.exporting.workbook.sheets import TOP
from analysis.exporting.workbook.workbook import CONTENTS, EVIDENCE, METHOD, SHORTER, workbook
from analysis.tables.comparing.checks import QUALITY
from analysis.tables.words import in_words
from tests.exporting.reading import formulas

CODE = re.compile(r"[a-z]+(_[a-z]+)*")
FIRST = TOP + 2
"""The row of the first line, as a spreadsheet counts."""


@pytest.fixture(scope="module")
def file(material):
    return workbook(material)


@pytest.fixture(scope="module")
def made(file):
    return openpyxl.load_workbook(io.BytesIO(file))


def sheets(made, material):
    """Each item, its picture, its sheet, and the sheet of its data where it has one."""
    names = made.sheetnames
    for place, item in enumerate(material.items, start=1):
        own = [name for name in names if name.startswith(f"{place:02} ")]
        yield item, picture(item), made[own[0]], made[own[1]] if len(own) > 1 else None


def test_contents_come_first_and_sentences_and_method_last(made, material):
    assert made.sheetnames[0] == CONTENTS
    assert made.sheetnames[-2:] == [EVIDENCE, METHOD]
    titles = [made[CONTENTS].cell(FIRST + n, 2).value for n in range(len(material.items))]
    assert titles == [item.title for item in material.items]
    method = [row[1].value for row in made[METHOD].iter_rows(min_row=FIRST)]
    assert method == [*material.whole_method, SHORTER]
    assert made[EVIDENCE].max_row - TOP - 1 == sum(len(item.evidence) for item in material.items)


def test_every_row_behind_a_chart_that_says_something_is_there_and_what_is_absent_stands_in_its_sheet(made, material):
    compared = 0
    for item, whole, _, data in sheets(made, material):
        if data is None:
            continue
        frame = item.data()
        if "state" in frame:
            absent = frame["state"].eq("absent")
            dashes = [cell for row in getattr(whole, "cells", ()) for cell in row if cell.text == "–"]
            assert isinstance(whole, Bars) or absent.sum() == len(dashes), item.name
            frame = frame[~absent]
        frame = in_words(item.table, frame)
        assert [cell.value for cell in data[1]] == list(frame.columns)
        rows = [[cell.value for cell in row] for row in data.iter_rows(min_row=2)]
        assert len(rows) == len(frame)
        for got, told in zip(rows, frame.itertuples(index=False, name=None), strict=True):
            wanted = [None if pd.isna(value) or value == "" else value for value in told]
            assert [None if value == "" else value for value in got] == pytest.approx(wanted), item.name
            compared += len(wanted)
    assert compared > 1000


def test_no_code_of_a_table_and_no_truth_in_english_stands_in_any_cell(made):
    texts = {cell.value for sheet in made for row in sheet for cell in row if isinstance(cell.value, str)}
    assert not {text for text in texts if CODE.fullmatch(text)}
    assert not [cell for sheet in made for row in sheet for cell in row if isinstance(cell.value, bool)]


def test_shares_are_read_as_percentages(made, material):
    data = next(data for item, _, _, data in sheets(made, material) if item.table is QUALITY)
    column = [cell.value for cell in data[1]].index("占比")
    assert {row[column].number_format for row in data.iter_rows(min_row=2) if row[column].value is not None} == {"0%"}


def test_the_heatmap_holds_numbers_and_words_and_is_coloured_by_rules(made, material):
    seen = 0
    for _, whole, sheet, _ in sheets(made, material):
        if not isinstance(whole, Matrix):
            continue
        for down, row in enumerate(whole.cells):
            for across, cell in enumerate(row):
                got = sheet.cell(FIRST + down, 2 + across)
                assert got.value == (cell.text if isinstance(got.value, str) else pytest.approx(cell.value))
                assert isinstance(got.value, str) or cell.value is not None
        kinds = {rule.type for rules in sheet.conditional_formatting for rule in rules.rules}
        assert {"colorScale", "cellIs"} <= kinds
        seen += 1
    assert seen >= 5


def test_bars_have_a_native_chart_and_blank_cells_for_what_is_missing(made, material):
    seen = 0
    for _, whole, sheet, _ in sheets(made, material):
        if isinstance(whole, Bars):
            assert len(sheet._charts) == 1
            for column, series in enumerate(whole.series, start=2):
                got = [sheet.cell(FIRST + n, column).value for n in range(len(whole.names))]
                assert got == pytest.approx(list(series.values))
            seen += 1
    assert seen >= 4


def test_heads_are_frozen_and_filters_set(made, material):
    for _, whole, sheet, data in sheets(made, material):
        assert sheet.freeze_panes
        assert sheet.auto_filter.ref
        if not isinstance(whole, Figures | Listing):
            assert data.freeze_panes == "A2"
            assert data.auto_filter.ref


def test_no_cell_is_a_formula_and_names_of_sheets_are_allowed(file, hostile):
    assert formulas(file) == []
    broken = workbook(hostile)
    assert formulas(broken) == []
    made = openpyxl.load_workbook(io.BytesIO(broken))
    assert all(len(name) <= 31 and not re.search(r"[\[\]:*?/\\]", name) for name in made.sheetnames)
    values = {cell.value for sheet in made for row in sheet for cell in row}
    assert {"=1+1", "@SUM(A1)"} <= values


def test_a_text_longer_than_a_cell_holds_is_cut_and_says_so(material):
    long = material.items[0].__class__(
        "k", "标题", "页", "名", material.items[-1].table, (("字" * 40_000, "依据"),), note="备" * 40_000
    )
    made = openpyxl.load_workbook(io.BytesIO(workbook(material.__class__("t", "", "", "", (long,), ()))))
    texts = [cell.value for sheet in made for row in sheet for cell in row if isinstance(cell.value, str)]
    assert max(map(len, texts)) <= 32_767
    assert sum(text.endswith("此处截断）") for text in texts) >= 1
