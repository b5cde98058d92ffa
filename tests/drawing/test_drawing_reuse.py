import numpy as np
import pytest

from analysis.drawing.keyness import keyness_bars
from analysis.drawing.palette import NO_PART, NOTHING, colours
from analysis.drawing.reuse import pair_bars, reuse_matrix
from analysis.tables.base import frame
from analysis.tables.comparing.keyness import KEYNESS
from analysis.tables.comparing.reuse import REUSE_MATRIX, REUSE_PAIRS

MATRIX = frame(
    REUSE_MATRIX,
    [
        ("a", "甲局", "a", "甲局", None, None, None, "self"),
        ("a", "甲局", "b", "<b>乙局", 2, 150, 0.5, "found"),
        ("b", "<b>乙局", "a", "甲局", 2, 150, 0.004, "found"),
        ("b", "<b>乙局", "b", "<b>乙局", None, None, None, "self"),
    ],
)
PAIR = ("a|b", "a", "甲局", "b", "乙局（2023年第一季度）◆", "units", 2, 150, 0.5, 0.25, 1, 0, 1)


def test_cells_say_the_share_and_nothing_is_not_zero():
    bar = reuse_matrix(MATRIX, "标题").data[0]
    assert list(bar.text) == ["", "50%", "<1%", ""]
    assert list(bar.marker.color) == list(colours([NO_PART, 1.0, 0.016, NO_PART]))
    assert "见于 &lt;b&gt;乙局" in bar.hovertext[1]
    none = MATRIX.assign(state="none", passages=None, characters=None, share=np.nan)
    assert list(reuse_matrix(none, "标题").data[0].text) == ["–"] * 4
    assert set(reuse_matrix(none, "标题").data[0].marker.color) == set(colours([NOTHING]))


def test_rows_are_numbered_like_columns():
    figure = reuse_matrix(MATRIX, "标题")
    assert list(figure.layout.xaxis.ticktext) == ["1", "2"]
    assert [text[0] for text in figure.layout.yaxis.ticktext] == ["1", "2"]


def test_a_pair_is_a_bar_with_both_names_and_both_shares():
    figure = pair_bars(frame(REUSE_PAIRS, [PAIR]), "标题")
    bar = figure.data[0]
    assert (bar.text[0], bar.x[0]) == ("2段150字", 150)
    assert "占前者50.0%，占后者25.0%" in bar.hovertext[0]
    assert figure.layout.yaxis.ticktext[0].startswith("甲局 ↔ 乙局")
    assert "◆ 报告期未写明或与多数报告不同" in figure.layout.title.text


def test_a_word_is_a_bar_with_both_counts():
    row = ("招商", 4, 12, 4, 1, 120, 1, 333.3, 8.3, 19.2, 5.3, 0.0001)
    bar = keyness_bars(frame(KEYNESS, [row]), "标题").data[0]
    assert (bar.text[0], bar.x[0]) == ("4次，对照1次", 19.2)
    assert "本报告每千词333.3次，对照每千词8.3次（1份用到）" in bar.hovertext[0]


@pytest.mark.parametrize(
    ("draw", "table"), [(reuse_matrix, REUSE_MATRIX), (pair_bars, REUSE_PAIRS), (keyness_bars, KEYNESS)]
)
def test_an_empty_table_gives_a_figure_without_marks(draw, table):
    assert len(draw(frame(table, []), "没有").data[0].text) == 0
