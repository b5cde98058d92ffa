"""What became of the problems and plans of the earlier report."""

import pytest
from written import Written, plan, problem

from analysis.comparing.labels import labels
from analysis.comparing.trends.follow import follow_ups
from analysis.comparing.trends.series import indicator_series
from analysis.comparing.trends.titles import title_follow_ups, title_series, trend_findings
from analysis.comparing.trends.units import unit_periods


def follow(manual, earlier, later):
    """`earlier` and `later` are lists of (role, sentence, quote, categories)."""
    written = Written()
    for key, year, said in (("a", 2023, earlier), ("b", 2024, later)):
        written.report(key, year=year)
        for role, sentence, *kinds in said:
            quote = sentence.rstrip("。")
            found = {"problems": [problem(quote, *kinds)], "plan": [plan(quote)]}.get(role, [])
            written.say(role, sentence, *found)
    tables = written.tables()
    own = unit_periods(tables["documents"], labels(tables["documents"]))
    return tables, follow_ups(tables, own, manual)


@pytest.mark.parametrize(
    ("earlier", "later", "state"),
    [
        ("警示教育方式单一。", "警示教育形式仍比较单一。", "再次出现"),
        ("下属公司对廉政认识不足，子公司抓得松。", "子公司认识不足，上热下冷。", "再次出现"),
        ("警示教育方式单一。", "基层所照着文件宣读。", "未再提"),
        ("警示教育方式单一。", "", "未再提"),
    ],
)
def test_a_problem_returns_where_kind_and_object_are_the_same(manual, earlier, later, state):
    said = [("problems", later, "education_monotony")] if later else [("work", "其他。")]
    _, made = follow(manual, [("problems", earlier, "education_monotony")], said)
    assert made["follow_ups"]["state"].to_list() == [state]
    assert made["follow_up_spans"].empty == (state == "未再提")


def test_the_same_words_in_another_kind_of_problem_are_no_return(manual):
    _, made = follow(
        manual,
        [("problems", "警示教育方式单一。", "education_monotony")],
        [("problems", "警示教育方式单一。", "style_lax")],
    )
    assert made["follow_ups"]["state"].to_list() == ["未再提"]


@pytest.mark.parametrize(
    ("earlier", "said", "state"),
    [
        ("建设耗材智能监管平台。", ("work", "耗材智能监管平台投入使用，全程可查。"), "有回应"),
        ("编印警示读本，组织旁听庭审。", ("work", "组织86人旁听职务犯罪庭审。"), "有回应"),
        ("编印警示读本，组织旁听庭审。", ("plan", "继续编印警示读本，发到基层。"), "又列入计划"),
        ("开展管网资产清查，逐笔核对。", ("work", "开展管网漏损治理，漏损率下降。"), "未再提"),
        ("开展基建项目审计反馈回头看，对账销号。", ("work", "巡察反馈问题建立台账。"), "未再提"),
        ("加强学习教育，提高认识。", ("work", "加强学习教育，提高认识。"), "未再提"),
    ],
)
def test_a_plan_is_answered_where_its_own_words_meet_in_one_sentence(manual, earlier, said, state):
    past = [("work", "改造管网42公里，修订基建制度。"), ("plan", earlier)]
    _, made = follow(manual, past, [said])
    own = made["follow_ups"]
    assert own["state"].to_list() == [state]


def test_what_was_done_already_last_year_is_no_answer_by_itself(manual):
    past = [("work", "旁听职务犯罪庭审2次。"), ("plan", "旁听庭审后撰写体会。")]
    _, made = follow(manual, past, [("work", "组织旁听庭审3次，参观展馆。")])
    assert made["follow_ups"]["state"].to_list() == ["未再提"]


def test_the_words_that_meet_are_marked_in_the_later_report(manual):
    tables, made = follow(manual, [("plan", "开设清水讲堂。")], [("work", "每季度办一期“清水讲堂”。")])
    text = tables["documents"].set_index("document_id")["text"]["b"]
    spans = made["follow_up_spans"]
    assert {text[a:b] for a, b in spans[["start", "end"]].to_numpy()} == {"清水", "讲堂"}
    assert set(spans["document_id"]) == {"b"}


def test_fragments_of_one_run_are_one_problem(manual):
    written = Written().report("a", year=2023)
    sentence = "支部组织生活走过场，党员管理松散；服务不够。"
    quotes = "支部组织生活走过场", "党员管理松散", "服务不够"
    kinds = "grassroots_weak", "grassroots_weak", "style_lax"
    written.say("problems", sentence, *(problem(q, k) for q, k in zip(quotes, kinds, strict=True)))
    written.report("b", year=2024).say("work", "其他。")
    tables = written.tables()
    own = unit_periods(tables["documents"], labels(tables["documents"]))
    made = follow_ups(tables, own, manual)["follow_ups"]
    assert made["quote"].to_list() == ["支部组织生活走过场，党员管理松散", "服务不够"]


def test_titles_and_findings_count_what_is_shown(manual):
    earlier = [
        ("problems", "警示教育方式单一。", "education_monotony"),
        ("plan", "开设清水讲堂。"),
        ("plan", "开展扶贫资产管护督查。"),
    ]
    later = [("work", "办好清水讲堂。"), ("problems", "警示教育形式单一。", "education_monotony")]
    _, made = follow(manual, earlier, later)
    assert title_follow_ups(made["follow_ups"]) == "上期2项计划1项有回应、1项未再提；上期1处问题1处再次出现"
    told_ = trend_findings(made["follow_ups"], made["follow_up_spans"])
    assert told_["findings"]["sentence"].to_list() == [
        "1家单位1处上期的问题再次出现：甲局",
        "1家单位1项上期的计划本期未再提：甲局",
    ]
    spans = told_["finding_spans"].groupby("finding_id")["document_id"].agg(set).to_dict()
    assert spans == {"trend-问题": {"a", "b"}, "trend-计划": {"a"}}


def test_no_units_with_two_periods_give_empty_tables(manual):
    tables, made = follow(manual, [("work", "其他。")], [])
    assert made["follow_ups"].empty
    assert title_follow_ups(made["follow_ups"]) == "上期报告没有写问题和计划，无从对照"
    assert trend_findings(made["follow_ups"], made["follow_up_spans"])["findings"].empty
    none = unit_periods(tables["documents"][:0], labels(tables["documents"][:0]))
    assert follow_ups(tables, none, manual)["follow_ups"].empty
    assert title_series(indicator_series(tables, manual, none), "指标") == "各期报告都没有指标"
