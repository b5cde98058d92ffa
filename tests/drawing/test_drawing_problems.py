from analysis.drawing.palette import NO_PART, NOTHING, colours
from analysis.drawing.problems import problem_matrix
from analysis.tables.base import frame
from analysis.tables.comparing.problems import PROBLEM_MATRIX

ROWS = [
    ("d0", "甲局", "a", "学习", 4, 5, "covered"),
    ("d0", "甲局", "b", "责任", 1, 5, "covered"),
    ("d1", "乙<局", "a", "学习", None, None, "no_part"),
    ("d1", "乙<局", "b", "责任", 0, 2, "absent"),
    ("d2", "丙局", "a", "学习", None, 2, "no_plan"),
    ("d2", "丙局", "b", "责任", 2, 2, "covered"),
]


def test_counts_are_written_and_what_is_missing_is_never_a_zero():
    bar = problem_matrix(frame(PROBLEM_MATRIX, ROWS), "标题").data[0]
    assert list(bar.text) == ["4", "1", "未写", "–", "无计划", "2"]
    assert list(bar.marker.color) == list(colours([1.0, 0.25, NO_PART, NOTHING, NO_PART, 0.5]))


def test_what_a_cell_means_is_told_beside_the_pointer():
    bar = problem_matrix(frame(PROBLEM_MATRIX, ROWS), "标题").data[0]
    assert "5条中4条" in bar.hovertext[0]
    assert "没有写问题" in bar.hovertext[2]
    assert "乙&lt;局" in bar.hovertext[2]
    assert "没有写计划" in bar.hovertext[4]


def test_the_note_explains_only_the_signs_that_are_there():
    assert "无计划" in problem_matrix(frame(PROBLEM_MATRIX, ROWS), "标题").layout.title.text
    assert "无计划" not in problem_matrix(frame(PROBLEM_MATRIX, ROWS[:4]), "标题").layout.title.text


def test_an_empty_table_gives_a_figure_without_cells():
    assert len(problem_matrix(frame(PROBLEM_MATRIX, []), "没有").data[0].text) == 0
