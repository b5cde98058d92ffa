"""Decisions laid over what is stored: the same as all at once, only the report in question made anew, seen by whom."""

from dataclasses import replace

import pandas as pd
import pytest
from onpaper import confirm, several

from analysis.corrections import Correction
from analysis.keeping.blindtasks import start_blind
from analysis.keeping.changes import add_reports, correct_reports
from analysis.keeping.decisions import decide, undo
from analysis.keeping.laying import Bench
from analysis.keeping.rights import REVIEWER, Person
from analysis.keeping.stored import holdings, stored_corpus
from analysis.reviewing.applying.apply import apply
from analysis.reviewing.decisions import Action, Decision, Layer
from analysis.tables.coding import CONTRACT


@pytest.fixture
def kept(desk):
    return add_reports(desk, several(3))


def wrong(one, number):
    return confirm(one, number, action=Action.REJECT)


def same(one, other):
    for table in CONTRACT:
        pd.testing.assert_frame_equal(one[table.name], other[table.name])


def test_step_by_step_gives_what_all_at_once_gives(desk, kept, manual):
    bench, machine = Bench(), stored_corpus(desk, holdings(desk), manual)
    made = []
    for number in (1, 0, 1):
        made += decide(desk, [wrong(kept[number], number)])
        held = holdings(desk)
        corpus = stored_corpus(desk, held, manual, bench=bench)
        same(corpus.tables, apply(machine.tables, held.decisions, manual).tables)
        same(corpus.tables, stored_corpus(desk, held, manual).tables)
    undo(desk, made)
    same(stored_corpus(desk, holdings(desk), manual, bench=bench).tables, machine.tables)


def test_only_the_report_that_is_decided_on_is_made_anew(desk, kept, manual):
    bench = Bench()
    decide(desk, [wrong(kept[0], 0), wrong(kept[1], 1)])
    stored_corpus(desk, holdings(desk), manual, bench=bench)
    before = dict(bench.done)
    decide(desk, [confirm(kept[1], 1)])
    corpus = stored_corpus(desk, holdings(desk), manual, bench=bench)
    assert [bench.done[key] is before[key] for key in sorted(before)] == [True, False]
    assert corpus.laid.decided == {kept[0].document_id, kept[1].document_id}
    assert set(corpus.laid.cells(corpus.held.decisions)["document_id"]) == corpus.laid.decided


def test_a_correction_comes_first_and_a_decision_on_the_unit_after_it(desk, kept, manual):
    correct_reports(desk, [(kept[0], Correction(unit="更正的", year=2001))])
    first = holdings(desk)
    decide(desk, [Decision("", "", "", kept[0].sha256, Action.SET, Layer.DOCUMENT, "unit", "决定的")])
    held = holdings(desk)
    documents = stored_corpus(desk, held, manual).tables["documents"].set_index("document_id")
    row = documents.loc[kept[0].document_id]
    assert (row["unit"], row["year"]) == ("决定的", 2001)
    assert (held.found, held.texts != first.texts, held.digest != first.digest) == (first.found, True, True)


def test_decisions_on_what_was_found_leave_comparisons_of_texts_alone(desk, kept):
    before = holdings(desk)
    decide(desk, [wrong(kept[0], 0)])
    after = holdings(desk)
    assert (after.texts, after.digest != before.digest) == (before.texts, True)


def test_a_blind_coder_has_neither_the_machines_findings_nor_the_others(desk, kept, manual):
    start_blind(desk, kept[0].sha256, ["甲", "乙"])
    decide(replace(desk, person=Person("乙", REVIEWER)), [confirm(kept[0], action=Action.ADD)])
    seen = {}
    for name in ("甲", "乙", "丙"):
        person = replace(desk, person=Person(name, REVIEWER))
        codings = stored_corpus(person, holdings(person), manual).tables["codings"]
        seen[name] = list(codings[codings["document_id"].eq(kept[0].document_id)]["source"])
    assert seen["甲"] == []
    assert seen["乙"] == ["human"]
    assert "human" not in seen["丙"]
    assert "machine" in seen["丙"]
