"""Duties, shares and trends as cells: what is told, only affirmed, masked, absent or not there at all."""

from analysis.drawing.duties import duty_matrix, quality_matrix
from analysis.drawing.palette import NO_PART, NOTHING, colours
from analysis.drawing.trend import trend_matrix
from analysis.tables.base import frame
from analysis.tables.comparing.checks import DUTY_STATES, QUALITY
from analysis.tables.comparing.trends import TREND

STATES = ("concrete", "claim_only", "absent", "no_part")


def duties():
    rows = [("d", "甲局", f"k{n}", f"职责{n}", "工作", state, 2, 1) for n, state in enumerate(STATES)]
    return frame(DUTY_STATES, rows)


def test_the_four_states_of_a_duty_differ_in_sign_shade_and_hatch():
    bar = duty_matrix(duties(), "标题").data[0]
    assert list(bar.text) == ["✓", "表态", "–", "无"]
    assert list(bar.marker.color[2:]) == list(colours([NOTHING, NO_PART]))
    assert list(bar.marker.pattern.shape) == ["", "/", "", ""]
    assert "只表态" in bar.hovertext[1]
    assert "2处提及，1个数量" in bar.hovertext[0]


def test_a_share_is_written_in_percent_and_nothing_to_count_is_no_zero():
    rows = [
        ("d", "甲局", "work", "写得具体", 3, 4, 0.75, "told"),
        ("d", "甲局", "masked", "被遮盖", 0, 5, 0.0, "told"),
        ("d", "甲局", "plan", "计划", 0, 0, None, "no_part"),
    ]
    bar = quality_matrix(frame(QUALITY, rows), "标题").data[0]
    assert list(bar.text) == ["75%", "0%", "无"]
    assert list(bar.marker.color) == list(colours([0.75, 0.0, NO_PART]))
    assert "4中3" in bar.hovertext[0]
    assert "没有可数的内容" in bar.hovertext[2]


def test_a_trend_shades_each_row_by_its_own_most_and_never_draws_the_missing_as_zero():
    rows = [
        ("a", "谈话", "d1", "2023年", 50.0, "covered", "up"),
        ("a", "谈话", "d2", "2024年", 100.0, "covered", "up"),
        ("b", "研究", "d1", "2023年", None, "masked", ""),
        ("b", "研究", "d2", "2024年", None, "absent", ""),
        ("c", "党课", "d1", "2023年", None, "conflict", "new"),
        ("c", "党课", "d2", "2024年", None, "no_part", "new"),
        ("e", "警示", "d1", "2023年", None, "covered", "same"),
        ("e", "警示", "d2", "2024年", 0.0, "covered", "same"),
    ]
    figure = trend_matrix(frame(TREND, rows), "标题")
    bar = figure.data[0]
    assert list(bar.text) == ["50", "100", "遮盖", "–", "前后不一", "无", "有频次", "0"]
    assert list(bar.marker.color[:2]) == list(colours([0.5, 1.0]))
    assert list(bar.marker.color[[3, 5]]) == list(colours([NOTHING, NO_PART]))
    assert list(bar.marker.pattern.shape[:4]) == ["", "", "/", ""]
    assert figure.layout.yaxis.ticktext[0] == "谈话　↑"
    assert figure.layout.yaxis.ticktext[2] == "党课　＋新提"
    assert all(len(colour) == len("#ffffff") for colour in bar.marker.color)


def test_empty_tables_give_figures_without_cells():
    for draw, table in ((duty_matrix, DUTY_STATES), (quality_matrix, QUALITY), (trend_matrix, TREND)):
        assert len(draw(frame(table, []), "没有").data[0].text) == 0
