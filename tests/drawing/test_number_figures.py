"""What the figures of numbers show is read from the figures: texts, shades, hatches, lengths."""

import pytest

from analysis.drawing.disclosure import disclosure_bars
from analysis.drawing.indicators import bar_texts, indicator_bars, indicator_matrix
from analysis.drawing.palette import COOL, COOL_DARK, NO_PART, NOTHING, colours
from analysis.tables.base import frame
from analysis.tables.comparing.indicators import DISCLOSURE, INDICATOR_CELLS

STATES = ("reported", "masked", "absent", "conflict", "frequency", "no_part")
TOLD = ("约2300人次", "遮盖", "未提及", "2次、4次", "每季度1次", "报告没有工作部分")


def cells(*rows, indicator="党课"):
    made = []
    for place, row in enumerate(rows):
        usual = {"masked": 0, "open": False, "approximate": False, "measure_word": "次", "family": "次"}
        head = {"document_id": f"d{place}", "label": f"{'甲乙丙丁戊己庚'[place]}局", "dimension": "思想"}
        made.append({**usual, **head, "indicator_id": indicator, "indicator": indicator, **row})
    return frame(INDICATOR_CELLS, made)


@pytest.fixture
def states():
    rows = [{"state": state, "told": told} for state, told in zip(STATES, TOLD, strict=True)]
    rows[0] |= {"value": 2300.0, "per_thousand": 1.25, "approximate": True, "masked": 1}
    rows[0] |= {"measure_word": "人次", "family": "人次"}
    return cells(*rows)


def rates(*shares):
    rows = [
        {"document_id": f"d{n}", "label": "甲", "reported": told, "masked": hid, "share": share}
        for n, (told, hid, share) in enumerate(shares)
    ]
    return frame(DISCLOSURE, rows)


def matrix(states, measure="value"):
    return indicator_matrix(states, rates((2, 6, 0.25), (0, 0, None), (1, 0, 1.0)), measure, "标题")


def test_every_state_has_its_own_sign_and_none_is_a_zero(states):
    bar = matrix(states).data[0]
    assert list(bar.text) == ["约2300", "遮盖", "–", "⚠", "频", "无"]
    assert list(bar.marker.pattern.shape) == ["", "/", "", "", "", ""]
    assert list(bar.marker.color[[0, 2, 5]]) == list(colours([1.0, NOTHING, NO_PART]))
    assert "0" not in bar.text


def test_the_words_beside_the_pointer_say_all_of_it(states):
    hover = matrix(states).data[0].hovertext
    assert "约2300人次" in hover[0]
    assert "另有1处数字被遮盖" in hover[0]
    assert "2次、4次" in hover[3]
    assert "不等于0" in hover[2]
    assert ["点击查看原文" in text for text in hover] == [True, True, False, True, True, False]


def test_a_partial_sum_and_what_has_no_rate_are_marked():
    table = cells({"state": "reported", "value": 5.0, "told": "5次", "open": True})
    assert list(matrix(table).data[0].text) == ["≥5"]
    assert list(matrix(table, "per_thousand").data[0].text) == ["未折算"]


def test_rates_stand_in_a_column_of_their_own(states):
    notes = [note.text for note in matrix(states).layout.annotations if note.yref != "paper"]
    assert notes == ["25%<br>2/8", "", "1/1"]
    assert matrix(states).layout.xaxis.ticktext[-1] == "披露率"


def test_narrow_cells_write_the_mark_above_the_number():
    many = [
        cells({"state": "reported", "value": 228.5, "told": "x", "approximate": True}, indicator=f"i{n}")
        for n in range(20)
    ]
    table = frame(INDICATOR_CELLS, [row for one in many for row in one.to_dict("records")])
    assert set(matrix(table).data[0].text) == {"约<br>228"}


@pytest.mark.parametrize(
    ("told", "word", "value", "shown"),
    [
        ("2300余人次", "人次", 2300.0, "2300余"),
        ("95%以上", "%", 95.0, "95以上"),
        ("不少于12期", "期", 12.0, "不少于12"),
        ("2–3名", "名", 2.0, "2–3"),
        ("十余次", "次", 10.0, "约10"),
        ("3100余万元", "元", 31_000_000.0, "约3100万"),
    ],
)
def test_about_so_many_is_written_as_the_report_does_where_a_cell_can_hold_it(told, word, value, shown):
    row = {"state": "reported", "told": told, "value": value, "measure_word": word, "per_thousand": 1.5}
    assert list(matrix(cells(row | {"approximate": True})).data[0].text) == [shown]
    assert list(matrix(cells(row | {"approximate": True}), "per_thousand").data[0].text) == ["约1.5"]


def test_at_least_is_said_once():
    table = cells({"state": "reported", "value": 12.0, "told": "不少于12期", "approximate": True, "open": True})
    assert bar_texts(table, "value") == ["不少于12期"]


def test_only_a_number_has_a_bar_of_its_length_and_only_the_absent_have_none(states):
    bar = indicator_bars(states, "value", "标题", "次").data[0]
    assert bar.x[0] == 2300
    assert [bool(length) for length in bar.x] == [True, True, False, True, True, False]
    assert list(bar.marker.pattern.shape) == ["", "/", "", "/", "/", ""]
    assert bar.x[1] == bar.x[3] == bar.x[4] < 100
    assert list(bar.text) == ["约2300人次", "遮盖", "未提及", "⚠ 2次、4次", "每季度1次", "报告没有工作部分"]


def test_another_measure_word_is_lighter_and_explained():
    rows = (
        {"state": "reported", "value": 5.0, "told": "5次"},
        {"state": "reported", "value": 9.0, "told": "9人", "family": "人"},
    )
    figure = indicator_bars(cells(*rows), "value", "标题", "次")
    assert list(figure.data[0].marker.color) == [COOL, COOL_DARK]
    assert "量词不同" in figure.layout.title.text
    assert "量词不同" not in indicator_bars(cells(rows[0]), "value", "标题", "次").layout.title.text


def test_a_rate_is_blue_and_the_rest_of_the_bar_hatched():
    figure = disclosure_bars(rates((2, 6, 0.25), (0, 0, None), (0, 4, 0.0)), "标题")
    told, hidden = figure.data
    assert list(told.x) == [0.25, 0, 0]
    assert list(hidden.x) == [0.75, 0, 1]
    assert hidden.marker.pattern.shape == "/"
    assert list(hidden.text) == ["25%（2/8）", "没有这类数字", "0/4"]
    assert "点击" not in told.hovertext[1]


@pytest.mark.parametrize("table", [INDICATOR_CELLS])
def test_nothing_gives_an_empty_figure(table):
    assert not len(indicator_bars(frame(table, []), "value", "标题", "").data[0].x)
    assert not len(disclosure_bars(frame(DISCLOSURE, []), "标题").data[0].x)


def test_words_of_a_report_are_not_obeyed():
    table = cells({"state": "reported", "value": 5.0, "told": "5<b>次", "label": "<i>局"})
    assert "<i>" not in indicator_bars(table, "value", "标题", "次").data[0].hovertext[0]
    assert "<b>次" not in indicator_bars(table, "value", "标题", "次").data[0].text[0]
