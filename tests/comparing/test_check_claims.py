"""Claims of small reports that are to be verified."""

import pytest
from checked import findings
from written import Written, coding, number


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
