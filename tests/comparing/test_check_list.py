"""The list of what to look into: its order, decisions, titles, and what the overview hears."""

from checked import many, studied
from written import Written

from analysis.comparing.checks.checking import DONE, OPEN, check_findings, decided
from analysis.comparing.checks.titles import title_checks, title_duties, title_quality


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
