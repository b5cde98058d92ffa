"""The list of what to look into: its order, decisions, titles, and what the overview hears."""

from checked import many, studied
from written import Written

from analysis.comparing.checks.checking import DONE, OPEN, check_findings, decided
from analysis.comparing.checks.titles import title_checks, title_duties, title_quality
from analysis.tables.base import frame
from analysis.tables.comparing.checks import DUTY_STATES


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
    assert told["findings"]["sentence"][0].startswith("甲局：问题部分写“专题研究党风廉政次数较少”")
    assert len(told["finding_spans"]) == 2
    empty = check(many(6, claim=6))
    told = check_findings(empty["checks"], empty["check_spans"])
    assert told["findings"]["sentence"].to_list() == ["1份报告工作部分100%的分句没有写具体做法：甲局"]


def test_titles_say_what_is_lacking(check):
    made = check(studied("专题研究党风廉政次数较少。"))
    assert title_duties(made["duty_states"], "家单位") == "甲局没有提及谈心谈话、中心组学习、专题研究等5项"
    assert title_quality(made["quality"]) == "所选报告都没有写工作的部分"
    assert title_quality(check(many(6, claim=4))["quality"]) == "甲局写得最虚：67%的工作分句没有具体做法"
    assert title_quality(check(many(6, business=3))["quality"]).startswith("工作分句写得具体的占100%；甲局业务统计最多")


def duties(*rows):
    """DUTY_STATES of (report, duty, part, state)."""
    return frame(DUTY_STATES, [(key, key, duty, duty, part, state, 0, 0) for key, duty, part, state in rows])


def test_each_duty_is_lacked_by_reports_of_its_own_among_those_that_have_the_part():
    rows = [(key, duty, "工作", "concrete") for key in "甲乙丙" for duty in ("学习", "谈话")]
    rows[0], rows[3] = ("甲", "学习", "工作", "absent"), ("乙", "谈话", "工作", "absent")
    told = title_duties(duties(*rows), "家单位")
    assert told == "3家单位中，没有提及学习、谈话的各有1家"
    some = duties(*rows, ("丁", "学习", "工作", "no_part"), ("丁", "谈话", "工作", "no_part"))
    assert title_duties(some, "份报告") == "3份写了工作部分的报告中，没有提及学习、谈话的各有1份"
    one = some[some["duty"].eq("学习")]
    assert title_duties(one, "份报告") == "3份写了工作部分的报告中1份没有提及学习"
    full = duties(("甲", "学习", "工作", "concrete"), ("丁", "学习", "工作", "no_part"))
    assert title_duties(full, "家单位") == "2家单位已写的部分里各项职责都提到了"


def test_no_reports_give_empty_tables(check):
    made = check(Written())
    assert all(table.empty for table in made.values())
    assert title_checks(made["checks"]) == "没有需要核查的事项"
    assert title_duties(made["duty_states"], "家单位") == "所选报告都没有可以核对的部分"
