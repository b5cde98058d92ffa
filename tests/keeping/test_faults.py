"""Processes killed while they write, many writers at once, a full disk: what was acknowledged is there."""

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from onpaper import incoming, several
from sqlalchemy import event, func, select

from analysis.corrections import Correction
from analysis.keeping.changes import Incoming, add_reports, correct_reports
from analysis.keeping.errors import FULL, ConflictError, DeskError
from analysis.keeping.opening import VARIABLE, open_desk
from analysis.keeping.reports import full_reports, original, reports
from analysis.keeping.schema import Action
from analysis.reading.base import Source
from analysis.reading.read import read

HERE = Path(__file__).parent
KILLS, WRITERS, EACH = 8, 8, 25


def start(where, first, count):
    """A writer; it says on standard output what it was told is done."""
    own = os.environ | {VARIABLE: where, "PYTHONPATH": str(HERE.parents[1]), "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, HERE / "writer.py", str(first), str(count)]
    return subprocess.Popen(command, env=own, stdout=subprocess.PIPE, encoding="utf-8")


def acknowledged(lines):
    """The numbers of what was added and what was corrected."""
    words = [line.split() for line in lines if line.endswith("\n")]
    return [{int(word[1]) for word in words if word[0] == kind} for kind in ("added", "corrected")]


def test_processes_killed_at_random_lose_nothing_that_was_acknowledged(own_desk):
    where = f"sqlite:///{own_desk}"
    chance = random.Random(20260105)  # noqa: S311 - variation, not secrecy
    added, corrected = set(), set()
    for turn in range(KILLS):
        process = start(where, turn * 10_000, 10_000)
        assert process.stdout.readline() == "open\n"
        time.sleep(chance.uniform(0.0, 0.4))
        process.kill()
        one, two = acknowledged(process.communicate(timeout=30)[0].splitlines(keepends=True))
        added, corrected = added | one, corrected | two
        desk = open_desk(where)
        assert desk.trouble == ""
        kept = {int(kept.name.removesuffix(".txt")): kept for kept in reports(desk)}
        assert added <= set(kept)
        assert len(kept) <= len(added) + turn + 1  # at most one a kill was kept and not yet acknowledged
        assert {number for number, one in kept.items() if one.correction.unit == f"第{number}家"} >= corrected
        desk.engine.dispose()
    assert len(added) > KILLS
    desk = open_desk(where)
    for number, one in kept.items():
        assert original(desk, one) == incoming(number).source.data
    desk.engine.dispose()


def test_eight_processes_writing_at_once_lose_nothing(where):
    writers = [start(where, writer * 1_000, EACH) for writer in range(WRITERS)]
    told = [process.communicate(timeout=300)[0].splitlines(keepends=True) for process in writers]
    assert [process.returncode for process in writers] == [0] * WRITERS
    assert all(len(kind) == EACH for lines in told for kind in acknowledged(lines))
    desk = open_desk(where)
    kept = reports(desk)
    assert len(kept) == WRITERS * EACH
    assert all(one.correction.unit == f"第{one.name.removesuffix('.txt')}家" for one in kept)
    with desk.reading() as session:
        assert session.scalar(select(func.count()).select_from(Action)) == 2 * WRITERS * EACH
    desk.engine.dispose()


def test_a_full_disk_is_said_and_what_was_there_stays(own_desk):
    where = f"sqlite:///{own_desk}"
    desk = open_desk(where)
    (first,) = add_reports(desk, several(1))
    desk.engine.dispose()

    @event.listens_for(desk.engine, "connect")
    def _full(connection, _record):
        connection.execute("PRAGMA max_page_count=45")

    large = Source("大.txt", ("一、工作情况\n" + "".join(f"召开会议{number}次。" for number in range(30_000))).encode())
    with pytest.raises(DeskError) as error:
        add_reports(desk, [incoming(1), Incoming(large, read(large))])
    assert error.value.reason == FULL
    assert reports(desk) == (first,)
    assert full_reports(desk, [first.id])[first.id] == incoming(0).report
    correct_reports(desk, [(first, Correction(unit="还能改"))])
    desk.engine.dispose()
    again = open_desk(where)
    assert again.trouble == ""
    assert len(add_reports(again, [Incoming(large, read(large))])) == 1
    again.engine.dispose()


def test_a_conflict_between_two_sessions_is_an_error_of_the_second_alone(desk, where):
    (kept,) = add_reports(desk, several(1))
    other = open_desk(where)
    with desk.writing() as session:
        assert session.scalar(select(func.count()).select_from(Action)) == 1
    correct_reports(other, [(kept, Correction(unit="另一窗口"))])
    with pytest.raises(ConflictError):
        correct_reports(desk, [(kept, Correction(unit="这一窗口"))])
    assert reports(desk)[0].correction.unit == "另一窗口"
    other.engine.dispose()
