"""Numbers of hand-written reports, the expected figures counted by hand."""

import pandas as pd
import pytest
from written import Written, number

from analysis.codebook import Codebook
from analysis.comparing.base import ROLES, cube
from analysis.comparing.indicators.cells import comparable_rates, indicator_cells, mentioned
from analysis.comparing.indicators.disclosure import disclosure, lowest_first, masked_spans
from analysis.comparing.indicators.findings import indicator_findings
from analysis.comparing.indicators.numbers import free_numbers, number_spans, search, zero_claims
from analysis.comparing.indicators.ranking import rank_cells, usual_family
from analysis.comparing.indicators.titles import (
    title_disclosure,
    title_indicators,
    title_numbers,
    title_rank,
    title_zero,
)
from analysis.comparing.labels import labels
from analysis.tables.base import frame
from analysis.tables.comparing.indicators import NUMBERS

INDICATORS = (
    ("films", "警示教育片", "TOTAL_ONCE", ["部"]),
    ("talks", "谈话", "SUM", ["人次", "人", "名"]),
    ("members", "党员", "STOCK", ["名"]),
    ("lectures", "党课", "TOTAL_ONCE", ["次", "场"]),
    ("nobody", "风险点", "TOTAL_ONCE", ["个"]),
)


@pytest.fixture(scope="module")
def manual():
    rows = [
        {"id": i, "name": name, "theme": "warning", "additivity": adds, "measure_words": words, "cues": [name]}
        for i, name, adds, words in INDICATORS
    ]
    theme = {"id": "warning", "name": "警示教育", "dimension": "mind", "definition": "警示教育", "cues": ["警示教育"]}
    return Codebook.model_validate(
        {
            "version": "1",
            "dimensions": [{"id": "mind", "name": "思想建设"}],
            "themes": [theme],
            "categories": [],
            "indicators": rows,
        }
    )


@pytest.fixture(scope="module")
def tables():
    """甲局 writes its numbers out, 乙局 masks them, 丙局 has two for one count, 丁局 has no work part."""
    w = Written()
    w.report("a", "甲局").say(
        "work",
        "观看警示教育片约3部，谈话5人次，处理谈话*人次，党员40名，每季度讲党课1次，未发现违规问题，新建道路7公里。",
        number("约3部", 3.0, "films", word="部", approximate=True),
        number("谈话5人次", 5.0, "talks", word="人次"),
        number("谈话*人次", None, "talks", status="masked", word="人次"),
        number("党员40名", 40.0, "members", word="名"),
        number("每季度讲党课1次", 1.0, "lectures", per="季度"),
        number("未发现违规问题", status="zero_claim", word=""),
        number("道路7公里", 7.0, word="公里", domain="business"),
    )
    w.state("films", "reported", "约3部").state("talks", "reported", "谈话5人次", "谈话*人次")
    w.state("members", "reported", "党员40名").state("lectures", "reported", "每季度讲党课1次")
    w.rows["indicators"][-1]["value"] = None
    w.report("b", "乙局").say(
        "work",
        "观看警示教育片*部，谈话**人，培训干部*名，走访*户。",
        number("片*部", None, "films", status="masked", word="部"),
        number("谈话**人", None, "talks", status="masked", word="人"),
        number("干部*名", None, status="masked", word="名"),
        number("走访*户", None, status="masked", word="户"),
    )
    w.state("films", "masked", "片*部").state("talks", "masked", "谈话**人")
    w.report("c", "丙局").say(
        "work",
        "观看警示教育片9部，书记讲党课2次，班子讲党课4次，谈话8名，培训2–3期。",
        number("片9部", 9.0, "films", word="部"),
        number("书记讲党课2次", 2.0, "lectures"),
        number("班子讲党课4次", 4.0, "lectures"),
        number("谈话8名", 8.0, "talks", word="名"),
        number("培训2–3期", 2.0, value_high=3.0, word="期"),
    )
    w.state("films", "reported", "片9部").state("lectures", "conflict", "书记讲党课2次", "班子讲党课4次")
    w.state("talks", "reported", "谈话8名")
    w.report("d", "丁局").say("plan", "明年再看5部片。", number("5部", 5.0, word="部"))
    return w.tables()


@pytest.fixture(scope="module")
def named(tables):
    return labels(tables["documents"])


@pytest.fixture(scope="module")
def cells(tables, named, manual):
    block = cube(tables, manual).of(["a", "b", "c", "d"], ["warning"], ["work"])
    return indicator_cells(block, tables, named, manual)


def cell(cells, document, indicator):
    (row,) = cells[cells["document_id"].eq(document) & cells["indicator_id"].eq(indicator)].to_dict("records")
    return row


@pytest.mark.parametrize(
    ("document", "indicator", "state", "told"),
    [
        ("a", "films", "reported", "约3部"),
        ("a", "talks", "reported", "5人次"),
        ("a", "lectures", "frequency", "每季度1次"),
        ("a", "nobody", "absent", "未提及"),
        ("b", "films", "masked", "遮盖"),
        ("c", "lectures", "conflict", "2次、4次"),
        ("d", "films", "no_part", "报告没有工作部分"),
    ],
)
def test_a_cell_says_what_the_report_says(cells, document, indicator, state, told):
    row = cell(cells, document, indicator)
    assert (row["state"], row["told"]) == (state, told)


def test_nothing_but_a_reported_value_has_a_value(cells):
    assert cells[cells["value"].notna()]["state"].eq("reported").all()
    assert cells["value"].dropna().to_list() == [3, 5, 40, 9, 8]
    assert not cells["value"].eq(0).any()


def test_a_sum_with_a_masked_summand_is_only_a_part(cells):
    assert (cell(cells, "a", "talks")["masked"], cell(cells, "a", "talks")["open"]) == (1, True)
    assert not cell(cells, "c", "talks")["open"]


def test_rates_are_of_the_work_part_and_only_for_counts_of_the_period(cells, tables):
    text = tables["sentences"].loc[tables["sentences"]["document_id"].eq("a"), "text"].iloc[0]
    assert cell(cells, "a", "films")["per_thousand"] == round(3000 / len(text), 2)
    assert pd.isna(cell(cells, "a", "members")["per_thousand"])
    assert pd.isna(cell(cells, "b", "films")["per_thousand"])
    assert "members" not in set(comparable_rates(cells)["indicator_id"])
    assert {"lectures", "nobody"} <= set(comparable_rates(cells)["indicator_id"])


def test_only_what_somebody_mentions_is_a_column_unless_all_are_asked_for(cells):
    assert "nobody" in set(cells["indicator_id"])
    assert "nobody" not in set(mentioned(cells)["indicator_id"])
    assert mentioned(cells[:0]).empty


def test_the_ranking_keeps_other_measure_words_and_missing_numbers_behind(cells):
    ranked = rank_cells(cells, "films")
    assert ranked["document_id"].to_list() == ["c", "a", "b", "d"]
    talks = rank_cells(cells, "talks")
    assert usual_family(talks) == "人"
    assert talks["state"].to_list() == ["reported", "reported", "masked", "no_part"]
    assert title_rank(ranked, "家单位") == (
        "警示教育片（工作部分）：丙局（9部）最多，甲局（约3部）最少；1家遮盖，1家没有工作部分"
    )


def test_the_table_names_who_hides_and_the_rarest_gap(cells):
    assert title_indicators(cells, "家单位") == (
        "3家写了工作部分的单位中2家遮盖了指标数字，1家工作部分未报告党课：乙局"
    )
    assert title_indicators(cells[cells["document_id"].eq("d")], "家单位") == "所选报告都没有工作部分"
    one = cells[cells["document_id"].eq("b")]
    assert title_indicators(one, "家单位") == "乙局：5个指标中写明数字的0个，遮盖的2个，工作部分没有写到的3个"
    two = cells[cells["document_id"].isin(["b", "d"])]
    assert title_indicators(two, "家单位").startswith("只有乙局写了工作部分：5个指标中写明数字的0个")
    films = cells[cells["indicator_id"].eq("films") & cells["document_id"].isin(["a", "c"])]
    assert title_indicators(films, "家单位") == "2家单位写明了全部有关指标的数字"
    nobody = cells[cells["indicator_id"].eq("nobody")]
    assert title_indicators(nobody, "家单位") == "3家写了工作部分的单位在工作部分都没有写到所选指标"


def test_the_rate_counts_written_and_masked_numbers_of_one_domain(tables, named):
    rates = disclosure(tables, named, ["a", "b", "c", "d"], "party")
    assert rates[["reported", "masked"]].to_numpy().tolist() == [[4, 1], [0, 4], [5, 0], [0, 0]]
    assert rates["share"].to_list()[:3] == [0.8, 0.0, 1.0]
    assert pd.isna(rates["share"][3])
    assert disclosure(tables, named, ["a", "b"], "business")["reported"].to_list() == [1, 0]
    assert lowest_first(rates)["document_id"].to_list() == ["a", "c", "b", "d"]
    assert title_disclosure(rates, "party", "家单位") == (
        "3家工作部分有党务数字的单位中2家有遮盖，写了5个以上的单位中披露率最低的是甲局（80%，5个中写明4个）"
    )
    assert len(masked_spans(tables, "b", "party")) == 4
    assert len(masked_spans(tables, "c", "party")) == 5


def test_the_lists_never_mix_the_domains_nor_claims_with_numbers(tables, named):
    def chosen(domain):
        return free_numbers(tables, named, ["a", "b", "c", "d"], ["work", "plan"], domain)

    assert chosen("business")["quote"].to_list() == ["道路7公里"]
    assert chosen("party")["told"].to_list() == ["遮盖", "遮盖", "2–3期", "5部"]
    assert chosen("party")["part"].to_list() == ["工作", "工作", "工作", "计划"]
    claims = zero_claims(tables, named, ["a", "b"], ["work"])
    assert claims[["quote", "told"]].to_numpy().tolist() == [["未发现违规问题", ""]]
    assert title_zero(claims, 2, "家单位", ROLES) == "2家单位中1家写了“未发现……”一类的表述，共1处，不等于数字0"
    assert title_zero(claims, 1, "家单位", ["work"]) == "甲局工作部分写了“未发现……”一类的表述，共1处，不等于数字0"
    assert title_zero(claims[:0], 2, "家单位", ROLES) == "2家单位在工作、问题、计划部分都没有“未发现……”一类的表述"
    assert title_numbers(chosen("party"), "party", "", ROLES) == "3份报告有4处不属于任何指标的党务数字，其中2处遮盖"


def test_every_word_of_a_search_must_be_there(tables, named):
    found = free_numbers(tables, named, ["a", "b", "c"], ["work"], "party")
    assert search(found, "培训 干部")["quote"].to_list() == ["干部*名", "走访*户"]
    assert search(found, "培训　２")["document_id"].to_list() == ["c"]
    assert search(found, "( [.*")["quote"].to_list() == []
    assert len(search(found, " ")) == len(found)
    assert search(frame(NUMBERS, []), "培训").empty
    assert title_numbers(found[:0], "party", "培训", ["plan"]) == "计划部分没有含“培训”的党务数字"


def test_a_span_begins_at_the_number_where_that_is_known(tables):
    quantities = tables["quantities"]
    own = quantities[quantities["quote"].eq("谈话5人次")].iloc[0]
    (span,) = number_spans(tables, [own["quantity_id"]]).itertuples(index=False, name=None)
    assert span == ("a", own["start"], own["end"])
    told = quantities.assign(number_start=quantities["start"] + 2)
    (span,) = number_spans({"quantities": told}, [own["quantity_id"]]).itertuples(index=False, name=None)
    assert span == ("a", own["start"] + 2, own["end"])
    assert number_spans(tables, [""]).empty


def test_the_overview_hears_of_two_numbers_and_of_what_nobody_reports(tables, cells, named):
    rates = disclosure(tables, named, ["a", "b", "c", "d"], "party")
    found = indicator_findings(tables, cells, rates, "家单位")
    assert found["findings"]["sentence"].to_list() == [
        "丙局：党课写了不同的数（2次、4次），请核对是否同一口径",
        "3家单位的工作部分都没有写到5个指标中的1个：风险点；另1家没有工作部分",
    ]
    assert found["finding_spans"]["document_id"].to_list() == ["c", "c"]
    assert set(found["findings"]["page"]) == {"indicators"}


def test_the_overview_hears_who_hides_most_once_there_are_enough_numbers(tables, cells, named):
    more = tables["quantities"][tables["quantities"]["document_id"].eq("b")]
    more = more.assign(quantity_id=more["quantity_id"] + "x")
    larger = {**tables, "quantities": pd.concat([tables["quantities"], more])}
    rates = disclosure(larger, named, ["a", "b", "c"], "party")
    found = indicator_findings(larger, cells, rates, "家单位")["findings"]
    assert found["sentence"][0] == "3家单位中2家遮盖了党务数字，披露率最低的是乙局（0%，8个中写明0个）"
    assert found["weight"].is_monotonic_decreasing


def test_nothing_to_look_at_gives_empty_tables(tables, named, manual):
    block = cube(tables, manual).of([], ["warning"], ["work"])
    cells = indicator_cells(block, tables, named, manual)
    rates = disclosure(tables, named, [], "party")
    assert cells.empty
    assert indicator_findings(tables, cells, rates, "份报告")["findings"].empty
    assert free_numbers(tables, named, [], ["work"], "party").empty
    assert title_indicators(cells, "份报告") == "所选报告都没有工作部分"
