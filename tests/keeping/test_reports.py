"""Reports on a desk in SQLite and in PostgreSQL: taken in, corrected, replaced, deleted, brought back."""

from dataclasses import replace

import pytest
from onpaper import incoming, several
from sqlalchemy import func, select, text
from sqlalchemy.exc import DBAPIError

from analysis.corrections import Correction
from analysis.keeping.changes import (
    Incoming,
    add_reports,
    bring_back,
    correct_reports,
    delete_reports,
    empty_bin,
    read_again,
    replace_report,
)
from analysis.keeping.errors import ConflictError, DeskError
from analysis.keeping.reports import deleted, full_reports, known, original, reports
from analysis.keeping.schema import Action, Original
from analysis.keeping.views import View, save_view, views
from analysis.reading.base import Source
from analysis.reading.read import read

EMPTY = Correction()


def actions(desk):
    with desk.reading() as session:
        return list(session.scalars(select(Action.action).order_by(Action.id)))


def test_what_is_kept_comes_back_bytes_text_and_correction(desk):
    given = incoming(0, Correction(unit="甲局机关", year=2021))
    (kept,) = add_reports(desk, [given])
    assert reports(desk) == (kept,)
    assert kept.correction == given.correction
    assert original(desk, kept) == given.source.data
    assert full_reports(desk, [kept.id]) == {kept.id: given.report}
    assert kept.document_id == given.report.sha256[:16]


def test_fifty_uploads_of_one_report_are_one_report(desk):
    for _ in range(50):
        add_reports(desk, [incoming(0), incoming(0, name="又一份.txt")])
    assert [kept.name for kept in reports(desk)] == ["000.txt"]


def test_the_same_words_in_another_file_are_recognised(desk):
    first = incoming(0)
    add_reports(desk, [first])
    wide = first.source.data.decode().replace("\n", "\r\n  ").replace("2", "２").encode("utf-16")
    other = read(Source("全角.txt", wide))
    assert other.sha256 != first.report.sha256
    assert known(desk, [other, incoming(1).report]) == {other.sha256: "000.txt"}
    assert add_reports(desk, [Incoming(Source("全角.txt", wide), other)]) == ()


def test_corrections_are_kept_and_taken_back(desk):
    one, two = add_reports(desk, several(2))
    correct_reports(desk, [(one, Correction(period_kind="quarter", quarter=2)), (two, Correction(unit="乙局"))])
    one, two = reports(desk)
    assert (one.correction, two.correction) == (Correction(period_kind="quarter", quarter=2), Correction(unit="乙局"))
    correct_reports(desk, [(one, EMPTY)])
    assert reports(desk)[0].correction == EMPTY


def test_two_people_correcting_one_report_do_not_overwrite_each_other(desk):
    mine, other = add_reports(desk, several(2))
    correct_reports(desk, [(mine, Correction(unit="先改的"))])
    with pytest.raises(ConflictError, match="刚被别人"):
        correct_reports(desk, [(other, Correction(unit="一起改的")), (mine, Correction(unit="后改的"))])
    assert [kept.correction.unit for kept in reports(desk)] == ["先改的", None]


def test_a_deleted_report_is_gone_and_comes_back_as_it_was(desk):
    one, two = add_reports(desk, several(2))
    delete_reports(desk, [one])
    assert [kept.id for kept in reports(desk)] == [two.id]
    assert [kept.id for kept in deleted(desk)] == [one.id]
    bring_back(desk, [one.id])
    assert [kept.id for kept in reports(desk)] == [one.id, two.id]
    assert original(desk, one) == several(1)[0].source.data


def test_a_report_that_was_added_again_is_not_brought_back_twice(desk):
    (one,) = add_reports(desk, several(1))
    delete_reports(desk, [one])
    add_reports(desk, several(1))
    with pytest.raises(ConflictError):
        bring_back(desk, [one.id])
    assert len(reports(desk)) == 1


def test_emptying_the_bin_removes_bytes_that_nobody_needs(desk):
    one, two = add_reports(desk, several(2))
    delete_reports(desk, [one, two])
    add_reports(desk, [incoming(1)])
    empty_bin(desk)
    assert deleted(desk) == ()
    with desk.reading() as session:
        assert list(session.scalars(select(Original.sha256))) == [two.sha256]


def test_a_replacement_takes_over_corrections_and_views(desk):
    (old,) = add_reports(desk, [incoming(0, Correction(unit="甲局机关"))])
    save_view(desk, View("看甲局", "themes", {"unit": (old.document_id,)}))
    new = replace_report(desk, old, incoming(5))
    assert reports(desk) == (new,)
    assert new.correction.unit == "甲局机关"
    assert views(desk)[0].filters == {"unit": (new.document_id,)}
    assert [kept.id for kept in deleted(desk)] == [old.id]


def test_a_replacement_that_is_there_already_changes_nothing(desk):
    one, two = add_reports(desk, several(2))
    with pytest.raises(ConflictError, match="没有替换"):
        replace_report(desk, one, incoming(1))
    assert reports(desk) == (one, two)


def test_reading_again_keeps_the_new_text_and_counts_what_changed(desk):
    one, two = add_reports(desk, several(2))
    texts = full_reports(desk, [one.id, two.id])
    texts[one.id] = replace(texts[one.id], text=texts[one.id].text + "\n补上的一段。")
    assert read_again(desk, texts) == 1
    again = reports(desk)[0]
    assert again.text_sha256 != one.text_sha256
    assert full_reports(desk, [one.id])[one.id].text.endswith("补上的一段。")


def test_what_is_gone_is_said(desk):
    (one,) = add_reports(desk, several(1))
    delete_reports(desk, [one])
    empty_bin(desk)
    with pytest.raises(DeskError, match="已不存在"):
        original(desk, one)


def test_every_action_leaves_a_row_in_the_audit_and_another_state(desk):
    states = [desk.state]
    (one,) = add_reports(desk, several(1))
    states.append(desk.state)
    delete_reports(desk, [one])
    states.append(desk.state)
    with pytest.raises(ConflictError):
        delete_reports(desk, [one])
    assert len(set(states)) == 3
    assert desk.state == states[-1]
    assert actions(desk) == ["add", "delete"]


@pytest.mark.parametrize("change", ["UPDATE audit SET actor = 'x'", "DELETE FROM audit"])
def test_the_audit_is_only_ever_added_to(desk, change):
    add_reports(desk, several(1))
    with pytest.raises(DBAPIError, match="only ever added"), desk.engine.begin() as connection:
        connection.execute(text(change))
    with desk.reading() as session:
        assert session.scalar(select(func.count()).select_from(Action)) == 1


def test_words_that_are_sql_are_only_words(desk):
    hostile = "'); DROP TABLE reports; --"
    (kept,) = add_reports(desk, [incoming(0, Correction(unit=hostile), name=f"{hostile}.txt")])
    save_view(desk, View(hostile, "themes", {"unit": (hostile,)}))
    assert reports(desk) == (kept,)
    assert kept.correction.unit == hostile
