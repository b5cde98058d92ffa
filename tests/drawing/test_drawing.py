"""What the figures show is read from the figures themselves: texts, shades, hatches, titles."""

import numpy as np
import pytest

from analysis.comparing.base import ROLES, cube
from analysis.comparing.coverage import coverage
from analysis.comparing.crosstab import crosstab
from analysis.comparing.labels import labels
from analysis.comparing.ranking import rank_themes, rank_units
from analysis.drawing.bars import FEWEST, bars
from analysis.drawing.coverage import by_unit, coverage_matrix
from analysis.drawing.heatmap import heatmap
from analysis.drawing.palette import ACCENT, COOL, NO_PART, NOTHING, colours

ALL = ("d0", "d1", "d2")


@pytest.fixture
def block(corpus, codebook):
    def made(roles, of=crosstab, documents=ALL):
        counts = cube(corpus.tables, codebook).of(documents, ["duty", "study", "warning", "silent"], roles)
        return of(counts, labels(corpus.tables["documents"]), codebook)

    return made


def cell(figure, number):
    bar = figure.data[0]
    return (
        bar.text[number],
        bar.marker.color[number],
        bar.marker.pattern.shape[number],
        bar.hovertext[number],
    )


def test_a_cell_stands_where_its_row_of_the_table_says(block):
    figure = heatmap(block(["work"]), "codings", "标题")
    bar = figure.data[0]
    assert list(bar.x[:5]) == [0, 1, 2, 3, 0]
    assert list(bar.base[:5]) == [-0.5, -0.5, -0.5, -0.5, 0.5]
    assert set(bar.y) == {1}


def test_amounts_are_shaded_and_written_and_the_claimed_are_hatched(block):
    figure = heatmap(block(["work"]), "codings", "标题")
    assert cell(figure, 0)[:3] == ("1", colours([0.5])[0], "/")
    assert cell(figure, 2)[:3] == ("1", colours([0.5])[0], "")
    assert cell(figure, 10)[:3] == ("2", colours([1.0])[0], "")
    assert "只表态" in cell(figure, 0)[3]
    assert "点击查看原文" in cell(figure, 10)[3]


def test_absent_and_no_part_are_never_a_zero(block):
    figure = heatmap(block(["plan"]), "codings", "标题")
    assert cell(figure, 0)[:2] == ("–", colours([NOTHING])[0])
    assert "未提及" in cell(figure, 0)[3]
    assert cell(figure, 6)[:2] == ("无", colours([NO_PART])[0])
    assert "没有这一部分" in cell(figure, 6)[3]
    assert "0" not in figure.data[0].text


def test_whether_mentioned_is_written_in_signs(block):
    figure = heatmap(block(["work"]), "covered", "标题")
    assert [figure.data[0].text[i] for i in (0, 1, 2)] == ["表态", "–", "✓"]


def test_densities_are_written_with_one_digit(block):
    assert heatmap(block(["work"]), "per_thousand", "标题").data[0].text[0] == "55.6"


def test_the_title_is_the_finding_and_a_report_of_another_period_is_marked_and_explained(block):
    figure = heatmap(block(["work"]), "codings", "3家单位中1家未提及")
    assert "<b>3家单位中1家未提及</b>" in figure.layout.title.text
    assert "◆ 报告期未写明或与多数报告不同" in figure.layout.title.text
    assert "◆" in figure.layout.yaxis.ticktext[2]
    only = heatmap(block(["work"], documents=["d0", "d1"]), "codings", "标题")
    assert "◆" not in only.layout.title.text


def test_words_of_a_report_cannot_become_markup(block):
    table = block(["work"])
    table["label"] = "<a href='x'>局</a>"
    figure = heatmap(table, "codings", "<b>标题</b>")
    assert figure.layout.yaxis.ticktext[0].startswith("&lt;a")
    assert "&lt;b&gt;标题" in figure.layout.title.text
    assert figure.data[0].hovertext[0].startswith("&lt;a")


def test_heads_are_written_downwards_where_there_is_no_room(block):
    table = block(["work"])
    assert heatmap(table, "codings", "标题").layout.xaxis.ticktext[0] == "一岗双责"
    many = table.iloc[:1].loc[table.index[:1].repeat(40)].assign(code_id=[f"c{i}" for i in range(40)])
    assert heatmap(many, "codings", "标题").layout.xaxis.ticktext[0] == "一<br>岗<br>双<br>责"
    assert heatmap(many, "codings", "标题").layout.xaxis.tickangle == 0


def test_an_empty_table_gives_a_figure_without_cells(block):
    assert len(heatmap(block(["work"], documents=[]), "codings", "没有").data[0].text) == 0
    assert len(coverage_matrix(block(ROLES, coverage, []), "没有").data[0].text) == 0
    assert len(bars(rank_units(block(["work"], documents=[]), "codings"), "没有", "个分句").data[0].text) == 0


def test_coverage_is_drawn_unit_by_unit_as_shares(block):
    table = by_unit(block(ROLES, coverage))
    figure = coverage_matrix(table, "标题")
    assert list(zip(table["document_id"], table["dimension_id"], strict=True))[:2] == [
        ("d0", "lead"),
        ("d0", "mind"),
    ]
    assert list(figure.data[0].text) == ["1/2", "2/2", "1/2", "0/2", "0/2", "1/2"]
    assert figure.data[0].marker.color[3] == colours([NOTHING])[0]
    assert figure.data[0].marker.pattern.shape[0] == "/"


def test_bars_are_labelled_and_the_least_comparable_report_is_in_the_accent_colour(block):
    ranking = rank_units(block(["work"]), "codings")
    figure = bars(ranking, "标题", "个分句")
    assert list(figure.data[0].text) == ["2", "2", "1"]
    by_report = dict(zip(ranking["item_id"], figure.data[0].marker.color, strict=True))
    assert by_report == {"d0": COOL, "d2": COOL, "d1": ACCENT}
    assert FEWEST in str(figure.layout.to_plotly_json())
    same = bars(ranking.assign(value=2.0), "标题", "个分句")
    assert FEWEST not in str(same.layout.to_plotly_json())


def test_a_bar_without_a_value_says_why(block):
    figure = bars(rank_units(block(["plan"]), "covered"), "标题", "个主题")
    assert list(figure.data[0].text) == ["1（1个只表态）", "未提及", "没有这一部分"]
    assert not np.isnan(figure.data[0].x).any()


def test_themes_count_reports(block):
    figure = bars(rank_themes(block(["work"])), "标题", "家单位")
    assert list(figure.data[0].text) == ["2（1家只表态）", "2", "未提及", "未提及"]
