"""Decisions laid over the tables: what changes, what is counted anew, and what stays as it was."""

import pandas as pd
import pytest
from decided import OTHER, TEXT, People, at, corpus, manual, own, report
from hypothesis import given, settings
from hypothesis import strategies as st
from laid import WARNING, feature, indicator, lay, same

from analysis.corpus import build_corpus
from analysis.reading.base import Source


def test_without_decisions_the_tables_are_the_machines(people):
    same(lay(people).tables, corpus())


def test_counting_again_gives_what_the_machine_counted(people):
    people.decide("李", "finish", "document")
    same(lay(people).tables, corpus())


def test_a_confirmed_coding_stays_the_machines_and_is_reviewed(people):
    people.decide("李", "confirm", "coding", WARNING, "warning_education")
    applied = lay(people)
    same(applied.tables, corpus())
    (row,) = applied.reviewed.to_dict("records")
    assert (row["state"], row["source"], row["role"]) == ("confirmed", "machine", "work")
    assert row["item_id"] in set(own(corpus(), "codings")["coding_id"])


def test_a_rejected_coding_counts_no_more_and_the_others_keep_their_ids(people):
    before = feature(corpus(), "warning_education")
    people.decide("李", "reject", "coding", WARNING, "warning_education")
    tables = lay(people).tables
    after = feature(tables, "warning_education")
    assert after["codings"] == before["codings"] - 1
    left = own(corpus(), "codings")
    gone = left["start"].eq(TEXT.index(WARNING)) & left["code_id"].eq("warning_education")
    assert list(own(tables, "codings")["coding_id"]) == list(left[~gone]["coding_id"])


def test_rejecting_the_only_coding_uncovers_the_theme(people):
    people.decide("李", "reject", "coding", "认真落实一岗双责", "dual_duty")
    assert not feature(lay(people).tables, "dual_duty")["covered"]


def test_a_coding_that_is_added_counts_in_its_part(people):
    assert not feature(corpus(), "mass_supervision")["covered"]
    people.decide("李", "add", "coding", "组织干部旁听庭审", "mass_supervision")
    tables = lay(people).tables
    rows = own(tables, "codings")
    row = rows[rows["source"].eq("human")].iloc[0]
    assert (row["code_id"], row["role"], row["quote"]) == ("mass_supervision", "work", "组织干部旁听庭审")
    found = feature(tables, "mass_supervision")
    assert (found["covered"], found["codings"], found["sentences"]) == (True, 1, 1)


def test_a_coding_of_another_theme_takes_the_place_of_the_first(people):
    people.decide("李", "recode", "coding", "认真落实一岗双责", "dual_duty", "theory_study")
    applied = lay(people)
    assert not feature(applied.tables, "dual_duty")["covered"]
    assert feature(applied.tables, "theory_study")["claim_only"]
    assert list(applied.reviewed["state"]) == ["rejected", "added"]


@pytest.mark.parametrize("quote", ["现将有关情况报告如下", "2023年党风廉政"])
def test_what_stands_in_no_part_is_refused_with_a_reason(people, quote):
    people.decide("李", "add", "coding", quote, "theory_study")
    applied = lay(people)
    same(applied.tables, corpus())
    assert list(applied.unplaced["state"]) == ["unfit"]
    assert "所属的部分" in applied.unplaced["why"].iloc[0]


def test_a_theme_that_the_codebook_has_no_more_is_refused_with_a_reason(people):
    people.decide("李", "confirm", "coding", WARNING, "old_theme")
    assert "没有这个主题" in lay(people).unplaced["why"].iloc[0]


def test_a_number_that_is_edited_changes_the_indicator(people):
    assert indicator(corpus(), "supervision_checks") == ("reported", 5)
    people.decide("李", "set", "quantity", "监督检查5次", "value", "15")
    assert indicator(lay(people).tables, "supervision_checks") == ("reported", 15)


def test_a_masked_number_is_never_a_value(people):
    people.decide("李", "set", "quantity", "监督检查5次", "value", "")
    assert indicator(lay(people).tables, "supervision_checks") == ("masked", None)
    people.decide("李", "set", "quantity", "监督检查5次", "status", "masked")
    assert indicator(lay(people).tables, "supervision_checks") == ("masked", None)


def test_a_number_goes_to_another_indicator_only_where_the_measure_word_fits(people):
    people.decide("李", "set", "quantity", "监督检查5次", "indicator_id", "branch_meetings")
    tables = lay(people).tables
    assert indicator(tables, "supervision_checks") == ("absent", None)
    assert indicator(tables, "branch_meetings") == ("reported", 5)
    people.decide("李", "set", "quantity", "**人次", "indicator_id", "supervision_checks")
    refused = lay(people).unplaced
    assert "人次" in refused["why"].iloc[0]


def test_a_number_that_is_none_is_taken_out(people):
    people.decide("李", "reject", "quantity", "监督检查5次")
    assert indicator(lay(people).tables, "supervision_checks") == ("absent", None)


def test_decisions_follow_the_text_and_what_cannot_is_listed(people):
    people.decide("李", "reject", "coding", WARNING, "warning_education")
    people.decide("李", "set", "quantity", "监督检查5次", "value", "15")
    text = TEXT.replace("一、主要做法\n", "一、主要做法\n坚持从严从实。\n").replace("检查5次", "检查9次")
    tables = build_corpus([Source("水务局.txt", text.encode())], manual()).tables
    digest = tables["documents"]["sha256"].iloc[0]
    read_anew = {**tables, "documents": tables["documents"].assign(sha256=report()["sha256"])}
    assert digest != report()["sha256"]
    applied = lay(people, read_anew)
    (row,) = applied.unplaced.to_dict("records")
    assert (row["state"], row["by"], row["told"]) == ("lost", "李", "修改数量：数值→15")
    assert list(applied.reviewed["state"]) == ["rejected"]
    codings = applied.tables["codings"]
    assert not (codings["quote"].eq(WARNING) & codings["code_id"].eq("warning_education")).any()


def test_other_reports_are_left_alone(people):
    people.decide("李", "reject", "coding", WARNING, "warning_education")
    tables = lay(people).tables
    for name in ("codings", "features", "indicators", "problems"):
        others = [rows[rows["document_id"].ne(report()["document_id"])] for rows in (tables[name], corpus()[name])]
        pd.testing.assert_frame_equal(*[rows.reset_index(drop=True) for rows in others])
    assert at(WARNING.replace("3", "4"), OTHER)


CHOICES = (
    ("confirm", "coding", WARNING, "warning_education", "", ""),
    ("reject", "coding", WARNING, "warning_education", "", ""),
    ("recode", "coding", "认真落实一岗双责", "dual_duty", "theory_study", ""),
    ("add", "problem", "层层传导压力", "", "other", ""),
    ("reject", "problem", "一是理论学习不够深入。", "", "", ""),
    ("set", "quantity", "监督检查5次", "value", "15", ""),
    ("set", "document", "", "year", "2021", ""),
    ("set", "role", "认真落实一岗双责", "", "plan", "层层传导压力。"),
    ("unlink", "answer", "一是理论学习不够深入。", "", "", "一是丰富理论学习形式，每月组织集中学习。"),
)


@settings(max_examples=12)
@given(st.lists(st.tuples(st.sampled_from("李王"), st.sampled_from(CHOICES)), max_size=4), st.sampled_from(CHOICES))
def test_a_decision_taken_back_leaves_nothing(history, last):
    people = People()
    for by, choice in history:
        _decide(people, by, choice)
    before = lay(people)
    undone = _decide(people, "李", last)
    people.decide("王", "undo", names=[undone.decision_id])
    after = lay(people)
    same(after.tables, before.tables)
    for name in ("reviewed", "unplaced", "conflicts"):
        pd.testing.assert_frame_equal(getattr(after, name), getattr(before, name))


def _decide(people, by, choice):
    action, layer, quote, subject, value, other = choice
    return people.decide(by, action, layer, quote, subject, value, other)


def test_reports_need_not_follow_each_other_in_a_table(people):
    people.decide("李", "reject", "coding", WARNING, "warning_education")
    mixed = corpus()["codings"].iloc[::-1].sort_values("quote", kind="stable")
    found = lay(people, {**corpus(), "codings": mixed}).tables
    assert set(found["codings"]["coding_id"]) == set(lay(people).tables["codings"]["coding_id"])
    pd.testing.assert_frame_equal(found["features"], lay(people).tables["features"])
