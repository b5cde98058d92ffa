import re
from pathlib import Path

import pandas as pd
import pytest

from analysis.basket import Item
from analysis.briefing.sources import SOURCES
from analysis.drawing.bars import FEWEST
from analysis.exporting.pictures import LISTS, PICTURES, picture
from analysis.exporting.values import Bars, Matrix
from analysis.tables.comparing.indicators import INDICATOR_CELLS
from analysis.tables.comparing.shared import MARK, RANKING
from analysis.tables.declared import declared

PAGES = Path(__file__).parents[2] / "pages"
WITHOUT_SENTENCES = {"key_figures", "findings", "suggestions"}
"""Tables that sum up what others say."""


def put_aside():
    """The names of the tables that pages hand to a chart or list which can be put aside."""
    text = "".join(file.read_text(encoding="utf-8") for file in PAGES.rglob("*.py"))
    calls = re.findall(r"(?:chart_card|list_card|basket_button)\((.+)", text)
    return {name for call in calls for name in re.findall(r"\b[A-Z][A-Z_]{3,}\b", call)} - {"CHARTS"}


def test_whatever_a_page_puts_aside_can_be_shown_and_has_its_sentences():
    tables = declared().keys() & {name.lower() for name in put_aside()}
    assert {"crosstab", "problem_links", "numbers", "trend"} <= tables
    assert tables <= set(PICTURES)
    assert tables <= set(SOURCES)


def test_every_item_of_the_standard_set_is_shown(material):
    for item in material.items:
        assert picture(item)
        assert bool(item.evidence) == (item.places > 0)
        assert bool(item.evidence) or item.table.name in WITHOUT_SENTENCES, item.name


def test_lists_take_only_declared_columns():
    for name, columns in LISTS.items():
        assert set(columns) <= set(declared()[name].names)


def test_the_numbers_of_matrices_and_bars_are_those_of_the_tables(material):
    column = {
        "coverage": "covered",
        "crosstab": "codings",
        "problem_matrix": "problems",
        "quality": "share",
        "indicator_cells": "value",
        "duty_states": "codings",
        "ranking": "value",
        "disclosure": "share",
        "reuse_pairs": "characters",
    }
    seen = set()
    for item in material.items:
        shown, data = picture(item), item.data()
        if isinstance(shown, Matrix):
            got = [cell.value for row in shown.cells for cell in row]
            data = data.sort_values("document_id", kind="stable", key=lambda ids: ids.map(_order(data)))
        elif isinstance(shown, Bars):
            got = list(shown.series[0].values)
        else:
            continue
        seen.add(item.table.name)
        wanted = data[column[item.table.name]]
        if item.table.name in ("crosstab", "problem_matrix", "duty_states"):
            wanted = wanted.where(data["state"].isin(["covered", "claim_only", "concrete"]))
        assert got == [None if pd.isna(value) else float(value) for value in wanted], item.name
    assert seen == set(column)


def _order(data):
    return {key: n for n, key in enumerate(dict.fromkeys(data["document_id"]))}


@pytest.mark.parametrize("state", ["masked", "absent", "no_part"])
def test_what_has_no_number_is_named_and_never_zero(state):
    words = {"masked": "遮盖", "absent": "–", "no_part": "无"}
    told = {"masked": "遮盖", "absent": "未提及", "no_part": "报告没有工作部分"}
    rows = tuple(
        ("d", "甲局", key, name, "纪律", s, None, None, None, "", told[s], False, 0, False, "")
        for key, name, s in (("a", "谈话", state), ("b", "约谈", "absent"))
    )
    shown = picture(Item("k", "", "", "", INDICATOR_CELLS, rows, measure="value"))
    assert shown.cells[0][0].text == words[state]
    assert shown.cells[0][0].value is None
    assert shown.cells[0][0].hatched == (state == "masked")
    single = picture(Item("k", "", "", "", INDICATOR_CELLS, rows[:1], measure="value"))
    assert single.series[0].values == (None,)
    assert single.categories() == (f"甲局（{told[state]}）",)


def test_an_unequal_period_is_flagged(material):
    matrices = [picture(item) for item in material.items if isinstance(picture(item), Matrix)]
    assert matrices
    for shown in matrices:
        assert any(name.endswith(MARK) for name in shown.rows)
        assert MARK in shown.note


def test_the_shortest_bars_are_flagged_as_on_the_screen_and_said_to_be():
    rows = (("a", "学习", 3.0, None, 3, "covered"), ("b", "谈话", 1.0, None, 3, "covered"))
    shown = picture(Item("k", "", "", "", RANKING, rows, measure="份报告"))
    assert shown.flagged == (False, True)
    assert FEWEST in shown.note
    same = picture(Item("k", "", "", "", RANKING, rows[:1], measure="份报告"))
    assert not any(same.flagged)
    assert FEWEST not in same.note
