"""The whole desk as one file, between all kinds of databases, and what a damaged one still gives."""

import io
import os
import sqlite3
import zipfile
from contextlib import closing

import pytest
from onpaper import confirm, incoming, several
from sqlalchemy import select
from test_roster_views_baskets import UNITS, item

from analysis.basket import Basket
from analysis.corrections import Correction
from analysis.keeping.backup import backup, backup_bytes, restore
from analysis.keeping.baskets import load_basket, save_basket
from analysis.keeping.blindtasks import blind_tasks, start_blind
from analysis.keeping.changes import add_reports, correct_reports, delete_reports
from analysis.keeping.coded import coded_tables
from analysis.keeping.decisions import decide, decisions
from analysis.keeping.engine import make_engine, parse_url
from analysis.keeping.errors import DAMAGED, READ_ONLY, DeskError
from analysis.keeping.opening import open_desk
from analysis.keeping.reports import deleted, full_reports, original, reports
from analysis.keeping.roster import roster, save_roster
from analysis.keeping.salvage import rebuild, salvage
from analysis.keeping.schema import Action
from analysis.keeping.units import Roster
from analysis.keeping.upgrading import upgrade
from analysis.keeping.views import View, save_view, views

PAGE = 4096


def fill(desk):
    kept = add_reports(desk, several(4))
    correct_reports(desk, [(kept[0], Correction(unit="更正的", year=2001))])
    delete_reports(desk, kept[3:])
    decide(desk, [confirm(kept[0])])
    start_blind(desk, kept[1].sha256, "甲乙")
    save_roster(desk, Roster(), UNITS)
    save_view(desk, View("年度", "themes", {"unit": ("d0",)}))
    save_basket(desk, Basket().add(item()), 0)


def content(desk):
    """Everything on a desk that people put there."""
    bytes_ = [original(desk, kept) for kept in (*reports(desk), *deleted(desk))]
    people = decisions(desk), blind_tasks(desk)
    return reports(desk), deleted(desk), roster(desk), views(desk), load_basket(desk), bytes_, people


def tokens(desk):
    with desk.reading() as session:
        return list(session.scalars(select(Action.token).order_by(Action.id)))


def test_a_backup_holds_everything_and_makes_another_desk_the_same(desk, tmp_path):
    fill(desk)
    before, log = content(desk), tokens(desk)
    backup(desk, tmp_path / "all.duizhao")
    other = open_desk(f"sqlite:///{tmp_path / 'other' / 'desk.db'}")
    assert restore(other, tmp_path / "all.duizhao") == 4
    assert content(other) == before
    assert tokens(other)[: len(log)] == log
    other.engine.dispose()


def test_restoring_takes_the_desk_back_puts_by_what_was_there_and_is_in_the_audit(desk, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    fill(desk)
    before = content(desk)
    backup(desk, tmp_path / "all.duizhao")
    delete_reports(desk, reports(desk)[:2])
    late = add_reports(desk, [incoming(7)])
    log = tokens(desk)
    restore(desk, tmp_path / "all.duizhao")
    assert content(desk) == before
    assert tokens(desk)[:-1] == log
    assert add_reports(desk, [incoming(8)])[0].id > max(kept.id for kept in before[0])
    folder = desk.file.parent if desk.file else tmp_path / "data" / "duizhao"
    (put_by,) = folder.glob("desk-before-restore-*.duizhao")
    restore(desk, put_by)
    assert {kept.sha256 for kept in late} <= {kept.sha256 for kept in reports(desk)}


def test_a_backup_of_an_older_form_is_restored(desk, tmp_path):

    file = tmp_path / "old.duizhao"
    engine = make_engine(parse_url(f"sqlite:///{file}"))
    upgrade(engine, "0001")
    engine.dispose()
    add_reports(desk, several(1))
    old = file.read_bytes()
    assert restore(desk, file) == 0
    assert reports(desk) == ()
    assert file.read_bytes() == old


@pytest.mark.parametrize("spoil", ["cut", "other", "text", "bytes", "view"])
def test_what_is_no_backup_changes_nothing(desk, tmp_path, spoil):
    fill(desk)
    before, file = content(desk), tmp_path / "bad.duizhao"
    backup(desk, file)
    if spoil == "cut":
        file.write_bytes(file.read_bytes()[: 5 * PAGE + 100])
    elif spoil == "text":
        file.write_text("不是备份", encoding="utf-8")
    else:
        file.unlink(missing_ok=spoil == "other")
        if spoil != "other":
            backup(desk, file)
        with closing(sqlite3.connect(file)) as connection:
            connection.execute(
                {
                    "other": "CREATE TABLE theirs (x)",
                    "bytes": "UPDATE originals SET content = x'00'",
                    "view": "CREATE VIEW theirs AS SELECT 1",
                }[spoil]
            )
            connection.commit()
    with pytest.raises(DeskError, match="不是对照的备份"):
        restore(desk, file)
    assert content(desk) == before


def test_a_backup_leaves_nothing_half_written(desk, tmp_path, monkeypatch):
    fill(desk)
    monkeypatch.setattr("analysis.keeping.backup._copy", lambda *_: (_ for _ in ()).throw(OSError("no space")))
    with pytest.raises(OSError, match="no space"):
        backup(desk, tmp_path / "all.duizhao")
    assert list(tmp_path.glob("*.duizhao*")) == []


def test_a_backup_leaves_out_what_the_machine_made(desk, tmp_path, manual):
    fill(desk)
    coded_tables(desk, reports(desk), manual)
    (tmp_path / "all.duizhao").write_bytes(backup_bytes(desk))
    with closing(sqlite3.connect(tmp_path / "all.duizhao")) as connection:
        assert connection.execute("SELECT count(*) FROM derived").fetchone() == (0,)
        assert connection.execute("SELECT count(*) FROM reports").fetchone() == (4,)


@pytest.fixture
def damaged(own_desk, tmp_path):
    """A file of forty reports with a page in the middle overwritten, and a backup of it before."""
    where = f"sqlite:///{own_desk}"
    desk = open_desk(where)
    add_reports(desk, several(40))
    backup(desk, tmp_path / "all.duizhao")
    desk.engine.dispose()
    with closing(sqlite3.connect(own_desk)) as connection:
        pages = [
            page
            for (page,) in connection.execute(
                "SELECT pageno FROM dbstat WHERE name = 'reports' AND pagetype = 'leaf' ORDER BY pageno"
            )
        ]
    return where, own_desk, pages


def spoil(file, pages):
    with file.open("r+b") as raw:
        for page in pages:
            raw.seek((page - 1) * PAGE)
            raw.write(b"\xff" * PAGE)


def test_a_damaged_file_is_said_and_what_can_be_read_stays_readable(damaged, manual):
    where, file, pages = damaged
    spoil(file, pages[1:2])
    desk = open_desk(where)
    assert desk.trouble == DAMAGED
    left = reports(desk)
    assert 20 < len(left) < 40
    assert all(full_reports(desk, [kept.id]) for kept in left)
    assert len(coded_tables(desk, left, manual)["documents"]) == len(left)
    with pytest.raises(DeskError, match="已损坏"):
        add_reports(desk, [incoming(50)])
    packed, lost = salvage(desk)
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        assert len(archive.namelist()) == len(left)
    assert lost == ()
    desk.engine.dispose()


def test_a_damaged_file_is_put_aside_and_made_anew_from_a_backup(damaged, tmp_path):
    where, file, pages = damaged
    spoil(file, pages)
    assert rebuild(open_desk(where), tmp_path / "all.duizhao") == 40
    again = open_desk(where)
    assert again.trouble == ""
    assert len(reports(again)) == 40
    assert len(list(file.parent.glob("desk-damaged-*.db"))) == 1
    again.engine.dispose()


def test_no_backup_leaves_a_damaged_file_where_it_is(damaged, tmp_path):
    where, file, pages = damaged
    spoil(file, pages)
    bytes_ = file.read_bytes()
    (tmp_path / "bad.duizhao").write_bytes(b"nothing")
    with pytest.raises(DeskError, match="不是对照的备份"):
        rebuild(open_desk(where), tmp_path / "bad.duizhao")
    assert file.read_bytes() == bytes_


@pytest.mark.parametrize("content_", [b"no database at all" * 500, b"SQLite format 3\x00" + b"\xff" * 5000])
def test_a_file_that_is_no_database_is_said(own_desk, content_):
    own_desk.write_bytes(content_)
    desk = open_desk(f"sqlite:///{own_desk}")
    assert desk.trouble == DAMAGED
    with pytest.raises(DeskError):
        reports(desk)
    assert own_desk.read_bytes() == content_
    desk.engine.dispose()


def test_a_file_that_may_not_be_written_is_opened_to_be_read(own_desk, monkeypatch):
    where = f"sqlite:///{own_desk}"
    desk = open_desk(where)
    add_reports(desk, several(1))
    desk.engine.dispose()
    monkeypatch.setattr(os, "access", lambda *_: False)  # root may write whatever the permissions say
    desk = open_desk(where)
    assert desk.trouble == READ_ONLY
    assert len(reports(desk)) == 1
    with pytest.raises(DeskError, match="写入权限"):
        add_reports(desk, several(2))
    desk.engine.dispose()
