"""Duties of small reports, told by hand."""

import pytest
from written import Written, coding, number, plan, problem


def states(made, key):
    own = made["duty_states"][made["duty_states"]["document_id"].eq(key)]
    return dict(zip(own["duty_id"], own["state"], strict=True))


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
        "first": "absent",
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
    ("sentence", "found", "state"),
    [
        ("认真开展谈心谈话，谈话8人次。", [number("8人次", 8)], "concrete"),
        ("认真开展谈心谈话，谈话**人次。", [number("**人次", status="masked")], "concrete"),
        ("认真开展谈心谈话，做到防微杜渐。", [], "claim_only"),
        ("认真开展谈心谈话；召开会议8次。", [number("8次", 8)], "claim_only"),  # another thought
        (
            "认真开展谈心谈话，观看警示片8部。",
            [number("8部", 8), coding("warning_education", "观看警示片8部")],
            "claim_only",
        ),
        ("认真开展谈心谈话，与班子逐一谈。", [coding("talks", "与班子逐一谈")], "concrete"),
    ],
)
def test_what_is_affirmed_may_be_carried_on_in_the_same_breath(check, sentence, found, state):
    written = Written().report("a").say("work", sentence, coding("talks", "认真开展谈心谈话", claim=True), *found)
    assert states(check(written), "a")["talks"] == state


@pytest.mark.parametrize(
    ("sentence", "found", "state"),
    [
        ("履行一岗双责，在党委会上传达精神。", [coding("theory_study", "在党委会上传达精神")], "concrete"),
        (
            "履行一岗双责，接受监督，签责任书8份。",
            [coding("mass_supervision", "接受监督", claim=True), number("8份", 8)],
            "claim_only",
        ),
        ("履行一岗双责，抓好分管工作。", [coding("dual_duty", "抓好分管工作", claim=True)], "claim_only"),
    ],
)
def test_of_a_duty_that_a_person_bears_any_deed_is_its_content(check, sentence, found, state):
    written = Written().report("a").say("work", sentence, coding("dual_duty", "履行一岗双责", claim=True), *found)
    assert states(check(written), "a")["first"] == state


@pytest.mark.parametrize(
    ("sentence", "state"),
    [
        ("谈心谈话工作总体较为平稳。", "claim_only"),
        ("谈心谈话工作总体平稳，逐一谈话8人次。", "concrete"),
        ("与班子成员逐一谈心谈话。", "concrete"),
    ],
)
def test_a_verdict_alone_says_nothing_of_what_was_done(check, sentence, state):
    clause = sentence.rstrip("。").split("，")[0]
    more = [number("8人次", 8)] if "8" in sentence else []
    written = Written().report("a").say("work", sentence, coding("talks", clause), *more)
    assert states(check(written), "a")["talks"] == state


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
