"""Which reports are of one unit, what changed between them, and what became of problems and plans."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from written import Written, coding, number, plan, problem

from analysis.codebookfiles import load_codebook
from analysis.comparing.base import ROLES, cube
from analysis.comparing.labels import labels
from analysis.comparing.trends.follow import follow_ups
from analysis.comparing.trends.series import indicator_series, problem_series, series_spans, theme_series
from analysis.comparing.trends.titles import title_follow_ups, title_series, trend_findings
from analysis.comparing.trends.units import same_units, unit_periods


@pytest.fixture(scope="module")
def manual():
    return load_codebook()


def periods(written):
    tables = written.tables()
    return unit_periods(tables["documents"], labels(tables["documents"]))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("甲市教育局", "甲市教育局"),
        ("中共甲市委宣传部", "甲市委宣传部"),
        ("甲市委宣传部", "市委宣传部"),
        ("甲县乙镇", "乙镇"),
        ("甲水务集团有限公司", "甲水务集团"),
        ("甲市住房和城乡建设局", "甲市住建局"),
        ("甲市市场监督管理局", "市市场监管局"),
        ("乙镇党委", "乙镇"),
    ],
)
def test_one_unit_written_in_two_ways(one, other):
    same = same_units([one, other])
    assert same[one] == same[other]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("甲市教育局", "乙市教育局"),
        ("甲市教育局", "甲市体育局"),
        ("甲镇", "乙镇"),
        ("甲水务集团", "甲城投集团"),
        ("甲市委宣传部", "甲市委组织部"),
        ("市第一中学", "市第二中学"),
    ],
)
def test_two_units_are_not_one(one, other):
    same = same_units([one, other])
    assert same[one] != same[other]


def test_a_short_name_that_fits_two_units_is_neither():
    same = same_units(["甲市教育局", "乙市教育局", "市教育局"])
    assert len(set(same.values())) == 3


@pytest.mark.parametrize("name", ["党工委", "党委", "局党组", "公司", ""])
def test_a_name_that_is_only_generic_is_of_no_unit(name):
    assert name not in same_units([name])


@given(st.lists(st.text("甲乙市县委教育局部镇中共党", max_size=8), max_size=8))
def test_every_name_has_at_most_one_unit_whatever_the_order(names):
    assert same_units(names) == same_units(list(reversed(names)))


def test_reports_of_one_unit_are_put_in_order_and_single_ones_left_out():
    made = periods(Written().report("b", year=2024).report("a", year=2023).report("c", "乙局", 2024))
    assert made[["document_id", "order"]].to_numpy().tolist() == [["a", 0], ["b", 1]]


@pytest.mark.parametrize(
    ("second", "more"),
    [
        ({"year": 2023, "kind": "quarter"}, {"quarter": 1}),
        ({"year": 2023}, {}),
        ({"year": None}, {}),
        ({"year": 2024, "kind": ""}, {}),
        ({"year": 2024}, {"unit_masked": True}),
    ],
)
def test_no_line_over_kinds_of_period_unknown_years_or_masked_names(second, more):
    first = {"unit_masked": True} if "unit_masked" in more else {}
    assert periods(Written().report("a", **first).report("b", **second, **more)).empty


def test_quarters_stand_in_order_apart_from_years():
    written = Written().report("y", kind="annual", year=2022).report("z", kind="annual", year=2023)
    written.report("q2", kind="quarter", quarter=2).report("q1", kind="quarter", quarter=1)
    made = periods(written)
    assert made.groupby("period_kind")["document_id"].agg(list).to_dict() == {
        "annual": ["y", "z"],
        "quarter": ["q1", "q2"],
    }


def two_years():
    written = (
        Written()
        .report("a", year=2023)
        .say("work", "谈话3次，警示教育。", coding("talks", "谈话3次"), number("谈话3次", 3.0, "heart_talks"))
        .state("heart_talks", "reported", "谈话3次")
        .say("work", "研究**次。", number("研究**次", None, "special_study_sessions", status="masked"))
        .state("special_study_sessions", "masked", "研究**次")
        .say("problems", "学得不深。", problem("学得不深", "study_shallow", "capacity_weak"))
        .report("b", year=2024)
        .say("work", "谈话5次，谈心。", coding("talks", "谈话5次"), coding("talks", "谈心"))
        .say("work", "谈话5人次。", number("谈话5人次", 5.0, "heart_talks"))
        .state("heart_talks", "reported", "谈话5人次")
        .say("work", "研究2次，党课1次。", number("研究2次", 2.0, "special_study_sessions"))
        .state("special_study_sessions", "reported", "研究2次")
        .say("work", "警示教育1次。", coding("warning_education", "警示教育1次"))
        .say("problems", "学习不够。", problem("学习不够", "study_shallow"))
        .say("problems", "学习走样。", problem("学习走样", "study_shallow"))
    )
    tables = written.tables()
    for key, roles in (("a", ("work", "problems")), ("b", ("work", "problems"))):
        assert set(tables["sections"][tables["sections"]["document_id"].eq(key)]["role"]) == set(roles)
    return tables, unit_periods(tables["documents"], labels(tables["documents"]))


def told(trend):
    values = trend["value"].astype(object).where(trend["value"].notna(), None)
    return list(zip(trend["item_id"], values, trend["state"], trend["change"], strict=True))


def test_indicators_tell_values_masks_and_changes(manual):
    tables, own = two_years()
    assert told(indicator_series(tables, manual, own)) == [
        ("special_study_sessions", None, "masked", ""),
        ("special_study_sessions", 2.0, "covered", ""),
        ("heart_talks", 3.0, "covered", "up"),
        ("heart_talks", 5.0, "covered", "up"),
    ]


def test_problems_count_by_kind(manual):
    tables, own = two_years()
    assert told(problem_series(tables, manual, own)) == [
        ("study_shallow", 1.0, "covered", "up"),
        ("study_shallow", 2.0, "covered", "up"),
        ("capacity_weak", 1.0, "covered", "vanished"),
        ("capacity_weak", None, "absent", "vanished"),
    ]


def test_themes_count_clauses_and_name_what_is_new(corpus, codebook):
    block = cube(corpus.tables, codebook).of(["d0", "d1"], ["duty", "study", "warning", "silent"], ["work"])
    own = labels(corpus.tables["documents"]).head(2).assign(period=["2023年", "2024年"])
    made = theme_series(block, codebook, own)
    assert told(made) == [
        ("duty", 1.0, "claim_only", "same"),
        ("duty", 1.0, "covered", "same"),
        ("warning", 1.0, "covered", "vanished"),
        ("warning", None, "absent", "vanished"),
    ]
    assert title_series(made, "主题") == "2024年比2023年：不再提警示教育"
    plans = theme_series(cube(corpus.tables, codebook).of(["d0", "d1"], ["warning"], ["plan"]), codebook, own)
    assert told(plans)[1][2:] == ("no_part", "")


def test_the_places_of_a_cell_are_those_that_were_counted():
    tables, _ = two_years()
    assert len(series_spans(tables, "themes", "talks", "b", ROLES)) == 2
    assert len(series_spans(tables, "themes", "talks", "b", ["plan"])) == 0
    assert len(series_spans(tables, "indicators", "heart_talks", "a", ROLES)) == 1
    assert len(series_spans(tables, "problems", "study_shallow", "b", ROLES)) == 2
    assert series_spans(tables, "problems", "style_lax", "b", ROLES).empty


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
