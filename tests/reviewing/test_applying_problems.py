"""Decisions on problems, plans, unit, period and parts, laid over the tables."""

import pandas as pd
from decided import TEXT, corpus, own, report
from laid import indicator, lay


def test_problems_come_go_and_change_kind(people):
    people.decide("李", "reject", "problem", "一是理论学习不够深入。")
    people.decide("李", "add", "problem", "层层传导压力", value="responsibility_weak;other")
    tables = lay(people).tables
    problems = own(tables, "problems")
    assert list(problems["order"]) == [1, 2]
    assert list(problems["quote"]) == ["层层传导压力", "二是监督检查方式单一。"]
    assert problems["primary"].iloc[0] == "responsibility_weak"
    assert not tables["answers"]["problem_id"].str.endswith("w0001").sum() > 1


def test_a_report_without_problems_says_so(people):
    people.decide("李", "reject", "problem", "一是理论学习不够深入。")
    people.decide("李", "reject", "problem", "二是监督检查方式单一。")
    assert not report(lay(people).tables)["has_problems"]


def test_a_problem_of_another_kind_keeps_its_answers(people):
    people.decide("李", "recode", "problem", "二是监督检查方式单一。", value="other")
    applied = lay(people)
    assert own(applied.tables, "problems")["categories"].iloc[1] == "other"
    pd.testing.assert_frame_equal(applied.tables["answers"], corpus()["answers"])
    people.decide("李", "recode", "problem", "多用明察暗访", value="other")
    assert "请先增补" in lay(people).unplaced["why"].iloc[0]


def test_links_are_cut_and_made(people):
    problem, plan = "一是理论学习不够深入。", "一是丰富理论学习形式，每月组织集中学习。"
    people.decide("李", "unlink", "answer", problem, other=plan)
    people.decide("李", "link", "answer", problem, value="theme", other="二是改进监督检查方式，多用明察暗访。")
    answers = lay(people).tables["answers"]
    key = report()["document_id"]
    told = answers[answers["problem_id"].eq(f"{key}-w0001")]
    assert list(zip(told["plan_id"], told["strength"], strict=True)) == [(f"{key}-j0002", "theme")]


def test_unit_and_period_are_what_a_person_says(people):
    for field, value in (("unit", "云岭县水利局"), ("year", "2022"), ("period_kind", "quarter"), ("quarter", "2")):
        people.decide("李", "set", "document", subject=field, value=value)
    row = report(lay(people).tables)
    told = [row[name] for name in ("unit", "unit_masked", "year", "period_kind", "quarter")]
    assert told == ["云岭县水利局", False, 2022, "quarter", 2]


def test_a_part_that_was_moved_is_coded_anew(people):
    """A number of the plan is no number of work done."""
    people.decide("李", "set", "role", "全年谈心谈话**人次", value="plan", other="开展监督检查5次。")
    applied = lay(people)
    assert indicator(applied.tables, "supervision_checks") == ("absent", None)
    sections, text = own(applied.tables, "sections"), report()["text"]
    assert "".join(text[a:b] for a, b in zip(sections["start"], sections["end"], strict=True)) == text
    moved = sections[sections["start"].eq(TEXT.index("全年谈心谈话"))].iloc[0]
    assert (moved["role"], text[moved["start"] : moved["end"]]) == ("plan", "全年谈心谈话**人次，开展监督检查5次。")
    roles = [list(own(tables, "sentences")["role"]) for tables in (corpus(), applied.tables)]
    assert [role.count("work") for role in roles] == [roles[0].count("work"), roles[0].count("work") - 1]
    assert list(applied.reviewed["state"]) == ["changed"]


def test_a_part_without_an_end_runs_to_where_the_old_one_ends(people):
    people.decide("李", "set", "role", "认真落实一岗双责", value="problems")
    sections = own(lay(people).tables, "sections")
    moved = sections[sections["start"].eq(TEXT.index("认真落实一岗双责"))].iloc[0]
    assert (moved["role"], moved["end"]) == ("problems", TEXT.index("二、存在问题"))


def test_a_problem_that_was_added_can_change_its_kind(people):
    people.decide("李", "add", "problem", "层层传导压力", value="other")
    people.decide("李", "recode", "problem", "层层传导压力", value="responsibility_weak")
    applied = lay(people)
    assert applied.unplaced.empty
    assert own(applied.tables, "problems")["categories"].iloc[0] == "responsibility_weak"
