"""Problems set side by side: small tables written by hand, every figure counted by hand."""

import pytest

from analysis.codebook import Codebook, ProblemCategory
from analysis.comparing.problems.cards import (
    ANSWERED,
    NO_PLAN,
    THEME,
    UNANSWERED,
    counted_cards,
    problem_cards,
    problem_links,
    spans_of,
)
from analysis.comparing.problems.counts import by_category, by_response, by_wording, shared
from analysis.comparing.problems.titles import (
    problem_findings,
    title_categories,
    title_links,
    title_responses,
    title_shared,
    title_wording,
)
from analysis.comparing.problems.wording import CONCRETE, STOCK
from analysis.lexicon.comparing import wording_words
from analysis.tables.base import frame
from analysis.tables.coding import ANSWERS, DOCUMENTS, PLANS, PROBLEMS
from analysis.tables.comparing.shared import LABELS

CATEGORIES = {"study": "学习不深", "duty": "责任不实", "talk": "谈话不深"}
CODEBOOK = Codebook(
    version="1",
    dimensions=(),
    themes=(),
    categories=tuple(ProblemCategory(id=key, name=name, definition="") for key, name in CATEGORIES.items()),
    indicators=(),
)
# d0 has a plan and three problems, d1 problems and no plan, d2 nothing, d3 a summing-up with one problem.
FOUND = [
    ("p1", "d0", "学习不够深入", "study", False),
    ("p2", "d0", "上班时间聊天，责任意识不强", "study;duty", False),
    ("p3", "d0", "谈话走过场", "talk", False),
    ("p4", "d1", "责任压得不实", "duty", False),
    ("p5", "d3", "工作还有差距", "duty", True),
    ("p6", "d3", "谈话后3个月没有回访", "talk", False),
]


@pytest.fixture
def tables():
    documents = [
        {"document_id": f"d{i}", "has_problems": problems, "has_plan": plan}
        for i, (problems, plan) in enumerate([(True, True), (True, False), (False, True), (True, True)])
    ]
    problems = [
        {
            "problem_id": key,
            "document_id": document,
            "order": order,
            "start": 10 * order,
            "end": 10 * order + 8,
            "quote": quote,
            "categories": kinds,
            "general": general,
            "cue": "不",
        }
        for order, (key, document, quote, kinds, general) in enumerate(FOUND)
    ]
    plans = [("j2", "d0", 2, 90, 95, "谈话"), ("j1", "d0", 1, 80, 85, "学习"), ("j3", "d0", 3, 99, 105, "文化")]
    answers = [("j2", "p1", "theme", "同主题"), ("j1", "p1", "direct", "都点到学习"), ("j1", "p2", "theme", "同主题")]
    return {
        "documents": frame(DOCUMENTS, documents),
        "problems": frame(PROBLEMS, problems),
        "plans": frame(PLANS, plans),
        "answers": frame(ANSWERS, answers),
    }


@pytest.fixture
def labels():
    return frame(LABELS, [(f"d{i}", name, "2023年", "annual", True, "") for i, name in enumerate("甲乙丙丁")])


@pytest.fixture
def every(tables, labels):
    return problem_cards(tables, labels, CODEBOOK, wording_words())


@pytest.fixture
def cards(every):
    return counted_cards(every)


def cells(matrix, document):
    own = matrix[matrix["document_id"].eq(document)]
    return {
        group: int(count) if state == "covered" else state
        for group, count, state in zip(own["group"], own["problems"].fillna(0), own["state"], strict=True)
    }


def test_a_problem_is_answered_only_by_theme_or_not_and_without_a_plan_there_is_nothing_to_answer(every):
    assert dict(zip(every["problem_id"], every["response"], strict=True)) == {
        "p1": ANSWERED,
        "p2": THEME,
        "p3": UNANSWERED,
        "p4": NO_PLAN,
        "p5": UNANSWERED,
        "p6": UNANSWERED,
    }


def test_cards_name_their_kinds_and_what_is_concrete(every):
    second = every.iloc[1]
    assert second["categories"] == "学习不深、责任不实"
    assert second["objects"] == "聊天"
    assert (second["number"], second["label"]) == (2, "甲")
    assert every["wording"].to_list() == [STOCK, CONCRETE, STOCK, STOCK, STOCK, CONCRETE]


def test_a_summing_up_does_not_count_beside_others_but_counts_alone(every):
    assert counted_cards(every)["problem_id"].to_list() == ["p1", "p2", "p3", "p4", "p6"]
    assert counted_cards(every)["number"].to_list() == [1, 2, 3, 1, 1]
    alone = every[every["problem_id"].ne("p6")]
    assert "p5" in counted_cards(alone)["problem_id"].to_list()


def test_kinds_are_counted_by_report_and_unwritten_is_not_zero(cards, labels, tables):
    matrix = by_category(cards, labels, tables["documents"], CODEBOOK)
    assert cells(matrix, "d0") == {"学习不深": 2, "责任不实": 1, "谈话不深": 1}
    assert cells(matrix, "d1") == {"学习不深": "absent", "责任不实": 1, "谈话不深": "absent"}
    assert cells(matrix, "d2") == dict.fromkeys(CATEGORIES.values(), "no_part")
    assert matrix[matrix["document_id"].eq("d2")]["problems"].isna().all()
    assert matrix[matrix["document_id"].eq("d0")]["total"].to_list() == [3, 3, 3]


def test_a_report_without_a_plan_has_no_zero_answers(cards, labels, tables):
    matrix = by_response(cards, labels, tables["documents"])
    assert cells(matrix, "d0") == {ANSWERED: 1, THEME: 1, UNANSWERED: 1, NO_PLAN: "absent"}
    assert cells(matrix, "d1") == {ANSWERED: "no_plan", THEME: "no_plan", UNANSWERED: "no_plan", NO_PLAN: 1}
    assert matrix[matrix["state"].eq("no_plan")]["problems"].isna().all()


def test_shared_kinds_count_reports_not_problems(cards, labels, tables):
    ranking = shared(by_category(cards, labels, tables["documents"], CODEBOOK))
    assert ranking["item"].to_list() == ["责任不实", "谈话不深", "学习不深"]
    assert ranking["value"].to_list() == [2, 2, 1]
    assert ranking["total"].to_list() == [3, 3, 3]


def test_titles_say_what_the_tables_say(cards, labels, tables):
    documents = tables["documents"]
    kinds, responses = by_category(cards, labels, documents, CODEBOOK), by_response(cards, labels, documents)
    head = "3家写了问题的单位共列出5条"
    assert title_categories(kinds, "家单位") == f"{head}，最多的是学习不深、责任不实、谈话不深（2条），另1家未写问题"
    assert title_responses(responses, "家单位") == f"{head}，4条没有对应措施（只同主题1条、未见回应2条、报告无计划1条）"
    assert title_shared(shared(kinds), "家单位") == "3家写了问题的单位中2家都写到责任不实、谈话不深"
    wording = title_wording(by_wording(cards, labels, documents), "家单位")
    assert wording == f"{head}，3条是套话，没有写到具体的事；全是套话的1家：乙"


def test_titles_of_the_extremes(cards, labels, tables):
    documents = tables["documents"]
    none = by_category(cards.iloc[:0], labels.iloc[2:3], documents, CODEBOOK)
    assert title_categories(none, "家单位") == "所选报告都没有写问题"
    assert title_shared(shared(none), "家单位") == "所选报告都没有写问题"
    first = by_response(cards.iloc[:1], labels.iloc[:1], documents)
    assert title_responses(first, "份报告") == "1份写了问题的报告共列出1条，每条都有对应措施"
    only = by_wording(cards.iloc[1:2], labels.iloc[:1], documents)
    assert title_wording(only, "份报告") == "1份写了问题的报告共列出1条，每条都写到了具体的事"
    lone = shared(by_category(cards.iloc[3:4], labels.iloc[1:2], documents, CODEBOOK))
    assert title_shared(lone, "家单位").endswith("没有一类有两家写到")


def test_problems_and_plans_are_linked_direct_ones_first_and_nothing_is_lost(tables, cards):
    links = problem_links(tables, cards[cards["document_id"].eq("d0")], "d0")
    shown = links[["problem_number", "plan_number", "strength"]].astype(object)
    assert shown.where(shown.notna(), None).to_numpy().tolist() == [
        [1, 1, "直接对应"],
        [1, 2, "只同主题"],
        [2, 1, "只同主题"],
        [3, None, None],
        [None, 3, None],
    ]
    assert links["plan"].to_list()[0] == "学习"


def test_the_title_of_one_report_counts_its_states(cards):
    own = cards[cards["document_id"].eq("d0")]
    assert title_links(own, "甲") == "甲的3条问题中1条已有对应措施，1条只同主题，1条未见回应"
    assert title_links(cards[cards["document_id"].eq("d1")], "乙") == "乙写了1条问题，没有写计划"
    assert title_links(own.iloc[:1], "甲") == "甲的1条问题都已有对应措施"
    assert title_links(own.iloc[:0], "甲") == "甲没有写问题"


def test_the_places_behind_a_cell_are_its_problems(cards):
    assert spans_of(cards, ["d0"], "category_ids", "duty")["start"].to_list() == [10]
    assert spans_of(cards, ["d0", "d1"], "category_ids", "duty")["document_id"].to_list() == ["d0", "d1"]
    assert spans_of(cards, ["d0"], "category_ids", "dut").empty


def test_findings_name_the_units_and_rest_on_their_problems(cards, labels, tables):
    ranking = shared(by_category(cards, labels, tables["documents"], CODEBOOK))
    made = problem_findings(cards, ranking, "家单位")
    told = made["findings"].set_index("finding_id")
    assert told.index[0] == "problems-no-plan"
    assert told.loc["problems-no-plan", "sentence"] == "1家单位写了1条问题，却没有写计划：乙"
    assert told.loc["problems-unanswered", "sentence"] == "2家单位写了计划，但有2条问题未见回应：甲、丁"
    assert told.loc["problems-theme-only", "document_ids"] == "d0"
    assert told.loc["problems-shared", "sentence"] == "3家写了问题的单位中2家都写到责任不实、谈话不深"
    assert told["weight"].is_monotonic_decreasing
    spans = made["finding_spans"]
    assert spans[spans["finding_id"].eq("problems-unanswered")]["start"].to_list() == [20, 50]
    assert problem_findings(cards.iloc[:0], ranking.iloc[:0], "家单位")["findings"].empty
