"""Duties, claims, contradictions and shares of small reports, counted by hand."""

import pytest
from written import Written, coding, number, plan, problem

from analysis.codebookfiles import load_codebook
from analysis.comparing.checks.checking import DONE, OPEN, Manuals, check_findings, check_tables, decided
from analysis.comparing.checks.titles import title_checks, title_duties, title_quality
from analysis.comparing.labels import labels
from analysis.duties import Duty


def duty(key, name, **more):
    return Duty.model_validate({"id": key, "name": name, "definition": name, **more})


DUTIES = (
    duty("talks", "谈心谈话", themes=["talks"], indicators=["heart_talks"]),
    duty("group", "中心组学习", themes=["theory_study"], words=["中心组"]),
    duty(
        "study",
        "专题研究",
        themes=["main_responsibility"],
        words=["部署"],
        occasions=["党组会"],
        titles=["责任清单"],
    ),
    duty("problems", "问题自查", part="problems"),
    duty("plan", "下一步打算", part="plan"),
)


@pytest.fixture(scope="module")
def manual():
    return load_codebook()


@pytest.fixture
def check(manual):
    def checked(written):
        tables = written.tables()
        return check_tables(tables, labels(tables["documents"]), Manuals(manual, DUTIES))

    return checked


def states(made, key):
    own = made["duty_states"][made["duty_states"]["document_id"].eq(key)]
    return dict(zip(own["duty_id"], own["state"], strict=True))


def findings(made, kind):
    return made["checks"][made["checks"]["kind"].eq(kind)]["finding"].to_list()


def test_a_duty_is_shown_by_deeds_by_numbers_or_only_by_words(check):
    made = check(
        Written()
        .report("a")
        .say("work", "认真开展谈心谈话，中心组学习扎实。", coding("talks", "认真开展谈心谈话", claim=True))
        .say("work", "严格学习。", coding("theory_study", "严格学习"))
        .report("b")
        .say("work", "谈话**人次。", number("谈话**人次", indicator="heart_talks", status="masked"))
        .report("c")
        .say("problems", "学得不深。", problem("学得不深", "study_shallow"))
    )
    assert states(made, "a") | {"study": ""} == {
        "talks": "claim_only",
        "group": "absent",  # the coded clause does not say 中心组, the one that does is not coded
        "study": "",
        "problems": "no_part",
        "plan": "no_part",
    }
    assert states(made, "b")["talks"] == "concrete"
    assert states(made, "c")["talks"] == "no_part"
    assert states(made, "c")["problems"] == "concrete"


@pytest.mark.parametrize(
    ("sentence", "state"),
    [
        ("部署全年任务。", "claim_only"),
        ("在党组会上部署全年任务。", "concrete"),
        ("研究全年任务。", "absent"),
        ("印发《党组责任清单》。", "concrete"),
        ("完善责任清单。", "absent"),
    ],
)
def test_an_occasion_or_a_document_shows_more_than_words(check, sentence, state):
    clause = sentence.rstrip("。")
    written = Written().report("a").say("work", sentence, coding("main_responsibility", clause, claim=True))
    assert states(check(written), "a")["study"] == state


@pytest.mark.parametrize(
    ("measure", "state"),
    [
        ("每季度听取一次汇报", "concrete"),
        ("制定责任清单", "concrete"),
        ("专题培训不少于12期", "concrete"),
        ("进一步提高政治站位", "claim_only"),
        ("持续强化监督，营造良好氛围", "claim_only"),
    ],
)
def test_a_plan_is_concrete_where_a_measure_is(check, measure, state):
    written = Written().report("a").say("plan", f"{measure}。", plan(measure))
    assert states(check(written), "a")["plan"] == state


def test_only_summing_up_is_no_admission(check):
    made = check(Written().report("a").say("problems", "还有不足。", problem("还有不足", "other", general=True)))
    assert states(made, "a")["problems"] == "claim_only"


def test_a_missing_duty_shows_how_others_write_it_and_a_missing_part_says_so_once(check):
    made = check(
        Written()
        .report("a")
        .say("work", "谈话5人次。", coding("talks", "谈话5人次"))
        .report("b", "乙局")
        .say("work", "其他。")
    )
    lines = made["checks"][made["checks"]["document_id"].eq("b")]
    line = lines[lines["finding"].eq("没有提及谈心谈话")].iloc[0]
    spans = made["check_spans"][made["check_spans"]["check_id"].eq(line["check_id"])]
    assert list(spans["document_id"]) == ["a"]
    assert lines["finding"].to_list().count("没有写计划部分") == 1
    assert made["checks"]["check_id"].is_unique


def test_a_short_period_is_said_to_be_one(check):
    made = check(Written().report("a", kind="quarter", quarter=1).say("work", "其他。"))
    assert made["checks"].set_index("finding")["why"]["没有提及谈心谈话"].endswith("可能只是本期没有这项工作")


@pytest.mark.parametrize(
    ("sentence", "claimed"),
    [
        ("反馈问题已全部整改完毕。", ["“反馈问题已全部整改完毕”需核实"]),
        ("三是问题整改情况良好，均已整改到位。", ["“均已整改到位”需核实"]),
        ("反馈问题尚未全部整改。", []),
        ("征收任务全部完成。", []),
        ("对反馈问题逐一整改。", []),
    ],
)
def test_claims_that_all_is_made_good_are_to_be_verified(check, sentence, claimed):
    assert findings(check(Written().report("a").say("work", sentence)), "待核实说法") == claimed


@pytest.mark.parametrize(("sentence", "count"), [("实现谈话全覆盖。", 1), ("推进谈话全覆盖。", 0)])
def test_a_claim_to_cover_all_is_to_be_verified_and_an_aim_is_not(check, sentence, count):
    written = Written().report("a").say("work", sentence, coding("talks", sentence[:-1]))
    assert len(findings(check(written), "待核实说法")) == count


def test_claims_of_none_and_of_all_are_to_be_verified(check):
    made = check(
        Written()
        .report("a")
        .say("work", "未发现违规问题。", number("未发现违规问题", status="zero_claim", word=""))
        .say(
            "work",
            "办结率100%，签订率95%。",
            number("办结率100%", 100.0, word="%"),
            number("签订率95%", 95.0, word="%"),
        )
        .say("plan", "未发现的问题。", number("未发现的问题", status="zero_claim", word=""))
    )
    assert findings(made, "待核实说法") == ["“未发现违规问题”需核实", "“办结率100%”需核实"]


def lectures(first, second, **more):
    return (
        Written()
        .report("a")
        .say("work", first, number("党课5场", 5.0, "integrity_lectures", word="场", **more))
        .say("work", second, number("党课6场", 6.0, "integrity_lectures", word="场"))
        .state("integrity_lectures", "conflict", "党课5场", "党课6场")
    )


@pytest.mark.parametrize(
    ("first", "second", "count"),
    [
        ("全年讲廉政党课5场。", "班子全年讲廉政党课6场。", 1),
        ("全年讲廉政党课5场。", "组织青年听廉政党课6场。", 0),
        ("第一季度讲廉政党课5场。", "第二季度讲廉政党课6场。", 0),
    ],
)
def test_two_totals_of_one_thing_contradict_and_two_parts_do_not(check, first, second, count):
    assert len(findings(check(lectures(first, second)), "自相矛盾")) == count


def test_a_number_said_to_be_a_total_counts_as_one(check):
    made = check(lectures("讲廉政党课5场。", "全年讲廉政党课6场。", relation="total"))
    assert findings(made, "自相矛盾") == ["廉政党课前后两个数：“党课5场”和“党课6场”"]


def test_two_numbers_in_one_sentence_are_of_two_things(check):
    numbers = [number(f"讲党课{n}次", float(n), "integrity_lectures") for n in (2, 4)]
    written = Written().report("a").say("work", "全年书记讲党课2次，委员讲党课4次。", *numbers)
    assert not findings(check(written.state("integrity_lectures", "conflict", "讲党课2次", "讲党课4次")), "自相矛盾")


def studied(admission, status="reported"):
    value = 6.0 if status == "reported" else None
    return (
        Written()
        .report("a")
        .say("work", "专题研究党风廉政6次。", number("研究党风廉政6次", value, "special_study_sessions", status=status))
        .state("special_study_sessions", status, "研究党风廉政6次")
        .say("problems", admission)
    )


@pytest.mark.parametrize(
    ("admission", "count"),
    [
        ("一是专题研究党风廉政的次数偏少。", 1),
        ("存在一些差距：一是党组专题研究党风廉政次数较少。", 1),
        ("部分二级单位重业务，专题研究党风廉政次数少。", 0),
        ("专题研究党风廉政的质量不高。", 0),
        ("深入村组调研次数少。", 0),
    ],
)
def test_too_few_beside_a_number_contradicts_unless_it_is_said_of_others(check, admission, count):
    assert len(findings(check(studied(admission)), "自相矛盾")) == count


def test_too_few_beside_a_masked_number_says_that_it_is_masked(check):
    (finding,) = findings(check(studied("专题研究党风廉政次数较少。", "masked")), "自相矛盾")
    assert finding.endswith("（数字已遮盖）")


@pytest.mark.parametrize(
    ("rest", "count"),
    [
        ("审计反馈的资产问题至今没有彻底解决。", 1),
        ("整改跟踪不够，整改不彻底。", 1),
        ("巡察反馈的2个问题尚未见底。", 0),
        ("学习不够深入。", 0),
    ],
)
def test_all_made_good_beside_what_is_not(check, rest, count):
    written = Written().report("a").say("work", "审计反馈的问题已全部整改完毕。").say("problems", rest)
    made = findings(check(written), "自相矛盾")
    assert len(made) == count
    assert all(finding.startswith("先说“审计反馈的问题已全部整改完毕”") for finding in made)


def quality(made, measure):
    row = made["quality"][made["quality"]["measure_id"].eq(measure)].iloc[0]
    return row["counted"], row["total"], row["state"]


def test_shares_are_told_with_both_counts(check):
    made = check(
        Written()
        .report("a")
        .say("work", "甲乙丙丁。", coding("talks", "甲乙", claim=True), coding("talks", "丙丁"))
        .say("work", "产值9亿元。", number("产值9亿元", 9e8, domain="business", word="元"))
        .say("work", "谈话**次。", number("谈话**次", status="masked"))
        .say("work", "未发现。", number("未发现", status="zero_claim"))
        .say("plan", "每月一次。", plan("每月一次"))
    )
    assert quality(made, "work") == (1, 2, "told")
    assert quality(made, "plan") == (1, 1, "told")
    assert quality(made, "business_numbers") == (1, 2, "told")
    assert quality(made, "business_text") == (6, 5 + 6 + 6 + 4, "told")
    assert quality(made, "masked") == (1, 2, "told")


def test_a_clause_with_two_themes_counts_once_and_nothing_to_count_is_no_zero(check):
    codings = coding("talks", "甲乙", claim=True), coding("theory_study", "甲乙", claim=False)
    made = check(Written().report("a").say("work", "甲乙。", *codings))
    assert quality(made, "work") == (1, 1, "told")
    assert quality(made, "masked") == (0, 0, "no_part")
    assert made["quality"].set_index("measure_id")["share"].isna()["masked"]


def many(count, *, claim=0, business=0, masked=0):
    written = Written().report("a")
    for n in range(count):
        domain = "business" if n < business else "party"
        status = "masked" if n < masked else "reported"
        value = None if status == "masked" else 1.0
        found = coding("talks", f"事项{n}", claim=n < claim), number(f"第{n}次", value, domain=domain, status=status)
        written.say("work", f"事项{n}办了第{n}次。", *found)
    return written


@pytest.mark.parametrize(
    ("kind", "few", "enough"),
    [
        ("写得空泛", {"claim": 3}, {"claim": 4}),
        ("业务内容偏多", {"business": 1}, {"business": 2}),
        ("数字遮盖", {"masked": 2}, {"masked": 3}),
    ],
)
def test_a_high_share_is_a_line_and_a_low_one_is_none(check, kind, few, enough):
    assert not findings(check(many(6, **few)), kind)
    assert len(findings(check(many(6, **enough)), kind)) == 1


def test_of_few_things_no_share_is_called_high(check):
    assert not findings(check(many(3, claim=3)), "写得空泛")
    assert not findings(check(many(3, masked=3)), "数字遮盖")


def test_the_weightier_comes_first_and_ids_stay(check):
    first, again = check(studied("专题研究党风廉政次数较少。")), check(studied("专题研究党风廉政次数较少。"))
    assert first["checks"]["weight"].is_monotonic_decreasing
    assert first["checks"]["kind"][0] == "自相矛盾"
    assert first["checks"]["check_id"].to_list() == again["checks"]["check_id"].to_list()


def test_decisions_are_kept_by_id_and_the_rest_is_open(check):
    checks = check(studied("专题研究党风廉政次数较少。"))["checks"]
    made = decided(checks, {checks["check_id"][0]: DONE, "gone": DONE})
    assert made["state"].to_list() == [DONE] + [OPEN] * (len(checks) - 1)
    assert title_checks(made).endswith(f"还有{len(checks) - 1}项待核")
    assert "自相矛盾1处" in title_checks(made)


def test_the_overview_hears_of_contradictions_each_and_of_the_others_together(check):
    made = check(studied("专题研究党风廉政次数较少。"))
    told = check_findings(made["checks"], made["check_spans"])
    assert told["findings"]["sentence"][0].startswith("甲局：承认“专题研究党风廉政次数较少”")
    assert len(told["finding_spans"]) == 2
    empty = check(many(6, claim=6))
    told = check_findings(empty["checks"], empty["check_spans"])
    assert told["findings"]["sentence"].to_list() == ["1份报告工作部分100%的分句没有写具体做法：甲局"]


def test_titles_say_what_is_lacking(check):
    made = check(studied("专题研究党风廉政次数较少。"))
    assert title_duties(made["duty_states"], "家单位") == "1家单位中1家没有提及谈心谈话、中心组学习、专题研究等"
    assert title_quality(made["quality"]) == "所选报告都没有写工作的部分"
    assert title_quality(check(many(6, claim=4))["quality"]) == "甲局写得最虚：67%的工作分句没有具体做法"
    assert title_quality(check(many(6, business=3))["quality"]).startswith("工作分句写得具体的占100%；甲局业务统计最多")


def test_no_reports_give_empty_tables(check):
    made = check(Written())
    assert all(table.empty for table in made.values())
    assert title_checks(made["checks"]) == "没有需要核查的事项"
    assert title_duties(made["duty_states"], "家单位") == "所选报告都没有可以核对的部分"
