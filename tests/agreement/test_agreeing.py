"""Agreement between people and with the machine, from decisions to coefficients."""

import pandas as pd
import pytest
from decided import People, corpus, manual, report

from analysis.agreement.agreeing import LOPSIDED, ONE_VALUE, agreement
from analysis.agreement.blind import BlindTask
from analysis.agreement.ratings import MACHINE, ratings
from analysis.tables.agreement import AGREEMENT, RATINGS
from analysis.tables.base import frame

WARNING = "开展警示教育3次"


@pytest.fixture
def people():
    return People()


def judged(people, tasks=()):
    made = ratings(corpus(), people.made, manual(), tasks)
    assert list(made.columns) == list(RATINGS.names)
    return made


def row(table, group, one, other, layer="coding"):
    chosen = table[table["layer"].eq(layer) & table["group_id"].eq(group)]
    return chosen[chosen["coder_a"].eq(one) & chosen["coder_b"].eq(other)].iloc[0]


def test_only_finished_reports_are_judged(people):
    people.decide("李", "reject", "coding", "认真落实一岗双责", "dual_duty")
    assert set(judged(people)["coder"]) == {MACHINE}
    people.decide("李", "finish", "document")
    made = judged(people)
    assert set(made["coder"]) == {MACHINE, "李"}
    own = made[made["coder"].eq("李")]
    assert own["case_id"].str.startswith(report()["document_id"]).all()
    assert set(own["layer"]) == {"coding", "problem", "quantity", "role"}


def test_a_person_who_changes_one_cell_agrees_with_the_machine_on_all_others(people):
    people.decide("李", "reject", "coding", "认真落实一岗双责", "dual_duty")
    people.decide("李", "finish", "document")
    table = agreement(judged(people), manual().codebook)
    assert list(table.columns) == list(AGREEMENT.names)
    whole = row(table, "", "李", MACHINE)
    assert whole["cases"] - whole["agreed"] == 1
    assert whole["yes_b"] - whole["yes_a"] == 1
    assert 0.5 < whole["kappa"] < 1
    own = row(table, "dual_duty", "李", MACHINE)
    assert (own["cases"], own["agreed"], own["yes_a"], own["yes_b"]) == (3, 2, 0, 1)
    assert own["kappa"] == 0
    same = row(table, "theory_study", "李", MACHINE)
    assert (same["agreed"], same["percent"]) == (same["cases"], 1)
    assert pd.isna(row(table, "burden_reduction", "李", MACHINE)["kappa"])
    assert row(table, "burden_reduction", "李", MACHINE)["note"] == ONE_VALUE


def test_blind_coders_start_from_nothing_and_count_as_they_were_at_the_opening(people):
    task = BlindTask(report()["sha256"], frozenset("李王"))
    for by in "李王":
        people.decide(by, "add", "coding", WARNING, "warning_education")
        people.decide(by, "finish", "document")
    people.decide("李", "add", "coding", "认真落实一岗双责", "dual_duty")
    table = agreement(judged(people, [task]), manual().codebook)
    both = row(table, "", "李", "王")
    assert (both["yes_a"], both["yes_b"], both["percent"], both["alpha"]) == (1, 1, 1, 1)
    assert row(table, "", "李", MACHINE)["yes_b"] > 1


def test_three_people_have_one_alpha_together():
    rows = [("coding", "a", f"d/{n}", coder, value) for coder, values in (("甲", "yyn"), ("乙", "yyn"), ("丙", "ynn"))
            for n, value in enumerate(values)]  # fmt: skip
    rows = [(*head, {"y": "yes", "n": "no"}[value]) for *head, value in rows]
    table = agreement(frame(RATINGS, rows), manual().codebook)
    whole = table[table["group_id"].eq("") & table["coder_b"].eq("")].iloc[0]
    assert (whole["coder_a"], whole["cases"], whole["agreed"]) == ("丙、乙、甲", 3, 2)
    assert round(whole["alpha"], 4) == round(1 - 8 * 2 / (2 * 5 * 4), 4)
    assert pd.isna(whole["kappa"])


def test_what_is_nearly_always_the_same_says_so():
    values = ["yes"] * 39 + ["no"]
    rows = [("coding", "", f"d/{n}", coder, v) for coder in ("甲", MACHINE) for n, v in enumerate(values)]
    table = agreement(frame(RATINGS, rows), manual().codebook)
    assert table["note"].tolist() == [LOPSIDED]
    assert table["kappa"].tolist() == [1]


def test_those_who_judged_nothing_in_common_have_no_row():
    rows = [("coding", "", "d/1", "甲", "yes"), ("coding", "", "d/2", "乙", "yes")]
    assert agreement(frame(RATINGS, rows), manual().codebook).empty
