"""Decisions on the desk: added and never changed, undone by further ones, following their report, never lost."""

import os
import random
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from onpaper import confirm, incoming, several
from sqlalchemy import select

from analysis.agreement.blind import BlindTask
from analysis.keeping.blindtasks import FEW, THERE, blind_tasks, end_blind, start_blind
from analysis.keeping.changes import (
    add_reports,
    bring_back,
    delete_reports,
    empty_bin,
    replace_report,
)
from analysis.keeping.decisions import decide, decisions, undo
from analysis.keeping.errors import GONE, ConflictError, DeskError
from analysis.keeping.opening import VARIABLE, open_desk
from analysis.keeping.reports import reports
from analysis.keeping.rights import REVIEWER, Person
from analysis.keeping.schema import Action as Audited
from analysis.reviewing.anchors import Anchor
from analysis.reviewing.claims import standing
from analysis.reviewing.decisions import Action

HERE = Path(__file__).parent
KILLS, WRITERS, EACH = 6, 8, 20


def audited(desk):
    with desk.reading() as session:
        return [tuple(row) for row in session.execute(select(Audited.actor, Audited.action).order_by(Audited.id))]


@pytest.fixture
def kept(desk):
    return add_reports(desk, several(2))


def test_a_decision_gets_its_id_its_time_and_who_made_it_from_the_store(desk, kept):
    person = replace(desk, person=Person("李", REVIEWER))
    (made,) = decide(person, [confirm(kept[0], by="张", note="看过")])
    assert (made.by, made.note, len(made.decision_id)) == ("李", "看过", 32)
    assert made.at.endswith("+00:00")
    assert decisions(desk) == (made,)
    assert audited(desk)[-1] == ("李", "decide")


def test_offsets_of_a_table_come_back_as_the_numbers_they_were(desk, kept):
    counted = Anchor("召开", start=np.int64(7))
    (made,) = decide(desk, [confirm(kept[0], anchor=counted)])
    assert decisions(desk)[0].anchor.start == made.anchor.start == 7


def test_they_are_read_in_their_order_and_the_state_of_the_desk_changes_with_each(desk, kept):
    states = {desk.state}
    for number in range(5):
        decide(desk, [confirm(kept[number % 2], number % 2, note=f"{number}")])
        states.add(desk.state)
    assert [one.note for one in decisions(desk)] == ["0", "1", "2", "3", "4"]
    assert len(states) == 6


def test_an_undo_is_a_further_row_and_can_be_undone(desk, kept):
    made = decide(desk, [confirm(kept[0]), confirm(kept[1], 1)])
    first = undo(desk, made[:1])
    assert standing(decisions(desk)) == made[1:]
    undo(desk, first)
    assert standing(decisions(desk)) == made
    assert [one.action for one in decisions(desk)] == ["confirm", "confirm", "undo", "undo"]


@pytest.mark.parametrize("wrong", [{"sha256": "0" * 64}, {"names": ("nobody",)}])
def test_what_is_not_there_cannot_be_decided_on_and_nothing_is_kept(desk, kept, wrong):
    before = audited(desk)
    with pytest.raises(DeskError) as error:
        decide(desk, [confirm(kept[0]), confirm(kept[0], **wrong)])
    assert error.value.reason == GONE
    assert decisions(desk) == ()
    assert audited(desk) == before


def test_decisions_wait_for_a_deleted_report_and_go_with_one_that_is_removed_for_good(desk, kept):
    made = decide(desk, [confirm(kept[0]), confirm(kept[1], 1)])
    start_blind(desk, kept[0].sha256, "甲乙")
    delete_reports(desk, kept[:1])
    assert decisions(desk) == made
    with pytest.raises(DeskError):
        decide(desk, [confirm(kept[0])])
    bring_back(desk, [kept[0].id])
    assert decisions(desk) == made
    delete_reports(desk, [one for one in reports(desk) if one.id == kept[0].id])
    empty_bin(desk)
    assert decisions(desk) == made[1:]
    assert blind_tasks(desk) == ()


def test_decisions_follow_a_report_whose_file_is_replaced(desk, kept):
    wrong, first = decide(desk, [confirm(kept[0], note="错"), confirm(kept[0])])
    undo(desk, [wrong])
    (second,) = decide(replace(desk, person=Person("李", REVIEWER)), [confirm(kept[0], names=(first.decision_id,))])
    start_blind(desk, kept[0].sha256, "甲乙")
    new = replace_report(desk, kept[0], incoming(5))
    old, copies = decisions(desk)[:4], decisions(desk)[4:]
    assert {one.sha256 for one in old} == {kept[0].sha256}
    assert [(one.by, one.at, one.anchor) for one in copies] == [(one.by, one.at, one.anchor) for one in (first, second)]
    assert {one.sha256 for one in copies} == {new.sha256}
    assert copies[1].names == (copies[0].decision_id,)
    assert BlindTask(new.sha256, frozenset("甲乙")) in blind_tasks(desk)


def test_a_blind_task_has_two_people_and_is_the_only_one_of_its_report(desk, kept):
    with pytest.raises(DeskError, match=FEW[:6]):
        start_blind(desk, kept[0].sha256, ["甲", "甲"])
    task = start_blind(desk, kept[0].sha256, ["乙", "甲"])
    with pytest.raises(ConflictError, match=THERE[:6]):
        start_blind(desk, kept[0].sha256, "丙丁")
    with pytest.raises(DeskError):
        start_blind(desk, "0" * 64, "甲乙")
    assert blind_tasks(desk) == (task,)
    end_blind(desk, kept[0].sha256)
    assert blind_tasks(desk) == ()
    assert [action for _, action in audited(desk)] == ["add", "start_blind", "end_blind"]


def start(where, name, count):
    """A process that decides; it says on standard output what it was told is kept."""
    own = os.environ | {VARIABLE: where, "PYTHONPATH": str(HERE.parents[1]), "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, HERE / "decider.py", name, str(count)]
    return subprocess.Popen(command, env=own, stdout=subprocess.PIPE, encoding="utf-8")


def acknowledged(lines, kind):
    words = [line.split() for line in lines if line.endswith("\n")]
    return {word[1] for word in words if word[0] == kind}


def notes(made):
    return {one.note for one in made if one.action is not Action.UNDO}


def test_eight_people_deciding_at_once_lose_nothing(where):
    desk = open_desk(where)
    add_reports(desk, several(1))
    people = [start(where, f"p{person}", EACH) for person in range(WRITERS)]
    told = [process.communicate(timeout=300)[0].splitlines(keepends=True) for process in people]
    assert [process.returncode for process in people] == [0] * WRITERS
    made = decisions(desk)
    assert notes(made) == set().union(*(acknowledged(lines, "decided") for lines in told))
    assert len(notes(made)) == WRITERS * EACH
    undone = set().union(*(acknowledged(lines, "undone") for lines in told))
    assert notes(standing(made)) == notes(made) - undone
    for person in {one.by for one in made}:
        own = [int(one.note.split("-")[1]) for one in made if one.by == person and one.note]
        assert own == sorted(own)
    desk.engine.dispose()


def test_a_person_killed_while_deciding_loses_nothing_that_was_acknowledged(own_desk):
    where = f"sqlite:///{own_desk}"
    desk = open_desk(where)
    add_reports(desk, several(1))
    desk.engine.dispose()
    chance = random.Random(20261126)  # noqa: S311 - variation, not secrecy
    decided, undone = set(), set()
    for turn in range(KILLS):
        process = start(where, f"p{turn}", 10_000)
        assert process.stdout.readline() == "open\n"
        said = [process.stdout.readline() for _ in range(chance.randint(2, 8))]
        time.sleep(chance.uniform(0.0, 0.05))
        process.kill()
        said += process.communicate(timeout=30)[0].splitlines(keepends=True)
        decided, undone = decided | acknowledged(said, "decided"), undone | acknowledged(said, "undone")
        desk = open_desk(where)
        assert desk.trouble == ""
        made = decisions(desk)
        assert decided <= notes(made)
        assert len(notes(made)) <= len(decided) + turn + 1  # at most one a kill was kept and not yet acknowledged
        assert not undone & notes(standing(made))
        desk.engine.dispose()
    assert len(decided) > KILLS
