from analysis.evaluating.case import Miss
from analysis.evaluating.evaluation import Evaluation
from analysis.evaluating.figures import Count, Share, Tally
from analysis.evaluating.listing import LABELS, figures_text, miss_text, width
from tests.evaluating.test_evaluation import evaluated

FIGURES = {
    "theme_cells": Tally(3, 1, 0),
    "unit": Share(1, 2),
    "quantity_traps_hit": Count(4),
    "year": Share(),
}


def test_columns_end_at_the_same_cell():
    first, header, *lines = figures_text(Evaluation(2, FIGURES, ())).splitlines()
    assert "2" in first
    assert [line.split() for line in lines] == [
        ["主题（主题×部分）", "0.7500", "1.0000", "0.8571", "3", "1", "0"],
        ["单位", "1", "0.5000", "2"],
        ["误作数量的固定说法", "4"],
        ["年度", "0", "—", "0"],
    ]
    assert {width(line) for line in (header, lines[1], lines[3])} == {width(header)}
    assert width(lines[0]) == width(header[: header.index("漏") + 1])


def test_every_figure_and_every_layer_of_misses_has_a_label():
    evaluation = evaluated({})
    assert set(evaluation.figures) <= set(LABELS)
    assert {miss.layer for miss in evaluation.misses} <= set(LABELS)


def test_a_difference_is_one_line():
    miss = Miss("a", "problem_items", wrong=False, what="一是\n学习不够深入")
    assert miss_text(miss) == "a\t自述问题\t-\t一是 学习不够深入"
