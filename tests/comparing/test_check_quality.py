"""How concretely small reports are written, counted by hand."""

import pytest
from checked import findings, many
from written import Written, coding, number, plan


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
