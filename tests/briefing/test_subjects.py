"""What is quoted below a headline is evidence of what that headline names, and of different units."""

from dataclasses import replace

import pandas as pd
import pytest

from analysis.briefing.quoting import MOST, quotes
from analysis.briefing.standard import standard_set
from analysis.briefing.subjects import named_in, subject
from analysis.comparing.problems.counts import by_response
from analysis.tables.base import frame
from analysis.tables.comparing.checks import QUALITY
from analysis.tables.comparing.indicators import INDICATOR_CELLS
from analysis.tables.comparing.shared import RANKING
from analysis.tables.comparing.themes import CROSSTAB

READ_OUT = 3
"""So many quotes stand under a chart of a brief."""


@pytest.fixture(scope="module")
def items(choice):
    return {item.name: item for item in standard_set(choice)}


def sentences_with(choice, rows):
    """The texts of the sentences that `rows` (document_id, start, end) touch."""
    found = choice.tables["sentences"].merge(rows, on="document_id", suffixes=("", "_mark"))
    return set(found[(found["start_mark"] < found["end"]) & (found["end_mark"] > found["start"])]["text"])


def themes_of(choice, names):
    codes = [theme.id for theme in choice.codebook.themes if theme.name in names]
    return choice.tables["codings"][choice.tables["codings"]["code_id"].isin(codes)]


@pytest.mark.parametrize("name", ["主题对比", "主题排序"])
def test_a_headline_on_a_theme_quotes_that_theme(choice, items, name):
    item = items[name]
    named = named_in(item.title, [theme.name for theme in choice.codebook.themes])
    assert named
    assert item.about == f"写到{'、'.join(named)}的"
    told = sentences_with(choice, themes_of(choice, named)[["document_id", "start", "end"]])
    assert item.evidence
    assert {quote.text for quote in item.evidence} <= told


def test_a_headline_on_kinds_of_problems_quotes_problems_of_these_kinds(choice, items):
    cards = choice.cards
    for name, column in (
        ("共性问题", "categories"),
        ("存在问题类别", "categories"),
        ("存在问题有无回应", "response"),
        ("存在问题套话与具体", "wording"),
    ):
        item = items[name]
        named = item.about.removeprefix("写到").removeprefix("标为").removesuffix("的").split("、")
        assert all(kind in item.title for kind in named)
        own = cards[[bool({*entry.split("、")} & {*named}) for entry in cards[column]]]
        assert {quote.text for quote in item.evidence} <= sentences_with(choice, own[["document_id", "start", "end"]])
        assert len(own) == item.places > 0


def test_those_quoted_first_are_of_different_units(choice, items):
    units = dict(zip(choice.tables["documents"]["file"], choice.tables["documents"]["unit"], strict=True))
    several = [item for item in items.values() if len({units[quote.file] for quote in item.evidence}) >= READ_OUT]
    assert len(several) >= READ_OUT
    for item in several:
        assert len({units[quote.file] for quote in item.evidence[:READ_OUT]}) == READ_OUT, item.name
    assert all(len(item.evidence) <= MOST for item in items.values())


def test_a_headline_that_counts_unanswered_problems_never_quotes_an_answered_one(choice):
    table = by_response(choice.cards, choice.labels, choice.reports)
    made = quotes(choice, items_table("problem_matrix", choice), table, "共列出9条，2条没有对应措施（未见回应2条）")
    own = choice.cards[choice.cards["response"].eq("未见回应")]
    assert made.about == "标为未见回应的"
    assert {quote.text for quote in made.said} <= sentences_with(choice, own[["document_id", "start", "end"]])


def items_table(name, choice):
    return next(item.table for item in standard_set(choice) if item.table.name == name)


def test_the_words_that_count_stand_in_the_quote(items):
    for quote in items["主题对比"].evidence:
        assert quote.words in quote.text
        assert quote.words


def crosstab(*labels):
    themes = ("责任", "主体责任", "监督")
    rows = [
        (f"d{n}", label, f"c{m}", theme, "维度", 1, 1.0, "covered")
        for n, label in enumerate(labels)
        for m, theme in enumerate(themes)
    ]
    return frame(CROSSTAB, rows)


def test_names_inside_longer_names_and_inside_units_are_not_meant():
    data = crosstab("监督局", "乙局")
    own = subject(CROSSTAB, data, "2家单位中1家未提及主体责任：监督局", [])
    assert set(own.rows["theme"]) == {"主体责任"}
    assert own.words == "写到主体责任的"


def test_a_headline_that_names_nothing_is_about_all():
    data = crosstab("甲局")
    own = subject(CROSSTAB, data, "1家单位都提及了全部所选主题", [])
    assert len(own.rows) == len(data)
    assert not own.words


def test_where_nobody_writes_of_the_last_the_first_are_quoted():
    rows = [
        ("a", "学习", 3.0, None, 3, "covered"),
        ("b", "谈话", 1.0, None, 3, "covered"),
        ("c", "信访", 0.0, None, 3, "absent"),
    ]
    data = frame(RANKING, rows)
    own = subject(RANKING, data, "3家单位都写到的主题有1个，信访没有人写到", [])
    assert list(own.rows["item"]) == ["学习"]
    assert own.words == "写到学习的"


def test_a_ranking_of_reports_quotes_those_named():
    rows = [
        ("d0", "甲局", 3.0, None, 3, "covered"),
        ("d1", "乙局", 2.0, None, 3, "covered"),
        ("d2", "丙局", 1.0, None, 3, "covered"),
    ]
    data = frame(RANKING, rows)
    own = subject(RANKING, data, "学习：甲局最多（3个分句），丙局最少（1个分句）", ["d0", "d1", "d2"])
    assert list(own.rows["item"]) == ["甲局", "丙局"]
    assert not own.words


def cell(document, indicator, state, masked):
    return {
        "document_id": document,
        "label": document,
        "indicator_id": indicator,
        "indicator": indicator,
        "state": state,
        "masked": masked,
        "quantity_ids": f"{document}-{indicator}",
    }


def test_a_headline_on_hidden_numbers_quotes_cells_that_hide_some():
    data = frame(
        INDICATOR_CELLS,
        [
            cell("甲", "谈话", "masked", 1),
            cell("乙", "谈话", "reported", 0),
            cell("甲", "党课", "reported", 0),
            cell("乙", "党课", "absent", 0),
        ],
    )
    own = subject(INDICATOR_CELLS, data, "2家单位中1家遮盖了指标数字，1家未报告党课：乙", [])
    assert own.rows[["document_id", "indicator_id"]].to_numpy().tolist() == [["甲", "谈话"]]
    open_ = subject(INDICATOR_CELLS, data.assign(masked=0), "2家单位中1家未报告党课：乙", [])
    assert set(open_.rows["indicator"]) == {"党课"}
    one = data[data["indicator_id"].eq("谈话")]
    assert len(subject(INDICATOR_CELLS, one, "谈话：乙（5次）最多；1家遮盖", []).rows) == 1


def test_how_concretely_is_written_quotes_the_emptiest_and_the_one_with_most_business():
    rows = [
        (key, key, measure, measure, 1, 2, share, "told")
        for key, measure, share in (
            ("甲", "work", 0.4),
            ("乙", "work", 0.8),
            ("甲", "business_text", 0.1),
            ("乙", "business_text", 0.3),
        )
    ]
    own = subject(QUALITY, frame(QUALITY, rows), "甲写得最虚：60%的工作分句没有具体做法；乙业务统计最多", [])
    assert own.rows[["document_id", "measure_id"]].to_numpy().tolist() == [["甲", "work"], ["乙", "business_text"]]
    assert own.words == "没有写具体做法的分句、业务统计的句子"


def test_a_part_of_the_reports_is_quoted_for_what_the_headline_of_all_names(choice, items):
    item = items["主题对比"]
    part = item.data()[lambda rows: rows["document_id"].isin(choice.documents[:2])]
    made = quotes(choice, CROSSTAB, part, item.title)
    assert made.about == item.about
    assert {quote.file for quote in made.said} <= set(choice.reports["file"][:2])


def test_one_report_alone_is_quoted_without_an_error(choice):
    alone = replace(choice, documents=choice.documents[:1])
    assert all(isinstance(item.data(), pd.DataFrame) for item in standard_set(alone))
