"""Where the desk is, in which state it is found, and that older forms of it are brought to the present one."""

import os
import sqlite3
from contextlib import closing

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from onpaper import several
from sqlalchemy import inspect, text

from analysis.keeping import drives, opening
from analysis.keeping.changes import add_reports
from analysis.keeping.drives import mounted_as
from analysis.keeping.engine import make_engine, parse_url
from analysis.keeping.errors import DeskError
from analysis.keeping.opening import address, open_desk
from analysis.keeping.reports import reports
from analysis.keeping.schema import Base
from analysis.keeping.upgrading import revisions, upgrade

MOUNTS = r"""/dev/sda1 / ext4 rw 0 0
//server/share /mnt/share cifs rw 0 0
server:/x /mnt/share/local\040disk nfs4 rw 0 0
/dev/sdb1 /mnt/share/local ext4 rw 0 0
"""
OLD_ROWS = {
    "originals": "INSERT INTO originals (sha256, content) VALUES ('{digest}', {bytes})",
    "reports": (
        "INSERT INTO reports (id, version, name, sha256, text_sha256, words_sha256, uploaded_at, uploaded_by,"
        " repairs, text)"
        " VALUES (1, 1, '旧.txt', '{digest}', '{digest}', '{digest}', '2026-01-01', '本机', '[]', '旧文')"
    ),
}


@pytest.mark.parametrize("revision", revisions())
@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_every_older_form_is_brought_to_the_present_one_with_its_rows(kind, revision, tmp_path, request):
    where = f"sqlite:///{tmp_path / 'old.db'}" if kind == "sqlite" else request.getfixturevalue("new_database")
    engine = make_engine(parse_url(where))
    upgrade(engine, revision)
    content = "x'00ff'" if kind == "sqlite" else r"'\x00ff'"
    with engine.begin() as connection:
        for row in OLD_ROWS.values():
            connection.execute(text(row.format(digest="a" * 64, bytes=content)))
    engine.dispose()
    desk = open_desk(where)
    with desk.engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Base.metadata) == []
    assert [kept.name for kept in reports(desk)] == ["旧.txt"]
    desk.engine.dispose()


def test_an_older_file_is_copied_before_it_is_changed(tmp_path):
    file = tmp_path / "old.db"
    engine = make_engine(parse_url(f"sqlite:///{file}"))
    upgrade(engine, revisions()[0])
    engine.dispose()
    open_desk(f"sqlite:///{file}").engine.dispose()
    (copy,) = tmp_path.glob("old-0001-*.db")
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == ("0001",)


def test_a_desk_of_a_newer_version_is_left_alone(desk, where):
    with desk.writing() as session:
        session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(DeskError, match="升级软件"):
        open_desk(where)


def test_a_database_of_another_program_is_left_alone(tmp_path):
    file = tmp_path / "other.db"
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE theirs (x)")
        connection.commit()
    with pytest.raises(DeskError, match="别的程序"):
        open_desk(f"sqlite:///{file}")
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("SELECT name FROM sqlite_master").fetchall() == [("theirs",)]


def test_opening_twice_at_once_finds_the_same_desk(where):
    one, two = open_desk(where), open_desk(where)
    add_reports(one, several(1))
    assert [kept.name for kept in reports(two)] == ["000.txt"]
    add_reports(two, several(2))
    assert len(reports(one)) == 2
    for desk in (one, two):
        desk.engine.dispose()


@pytest.mark.parametrize("where", ["", "desk.db", "mysql", "nosuch://x/y"])
def test_an_address_that_cannot_be_meant_is_said(where):
    with pytest.raises(DeskError, match="DUIZHAO_DATABASE_URL"):
        open_desk(where)


def test_a_server_that_does_not_answer_is_said():
    with pytest.raises(DeskError, match="连不上"):
        open_desk("postgresql://desk@127.0.0.1:1/desk")


def test_a_folder_that_cannot_be_made_is_said(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(DeskError, match="无法建立"):
        open_desk(f"sqlite:///{tmp_path / 'file' / 'desk.db'}")


def test_the_desk_is_in_the_users_own_folder_unless_the_variable_says_otherwise(monkeypatch):
    assert address() == os.environ[opening.VARIABLE]
    monkeypatch.delenv(opening.VARIABLE)
    assert address() == f"sqlite:///{drives.own_folder().as_posix()}/desk.db"
    assert drives.own_folder().name == "duizhao"


@pytest.mark.parametrize(
    ("file", "kind"),
    [
        ("/home/a/desk.db", "ext4"),
        ("/mnt/share/desk.db", "cifs"),
        ("/mnt/share/local disk/desk.db", "nfs4"),
        ("/mnt/share/local/desk.db", "ext4"),
        ("/mnt/sharefolder/desk.db", "ext4"),
    ],
)
def test_the_deepest_mount_decides_what_a_file_lies_on(file, kind, tmp_path):
    assert mounted_as(type(tmp_path)(file), MOUNTS) == kind


def test_a_network_drive_is_refused(monkeypatch, tmp_path):
    monkeypatch.setattr(opening, "on_network", lambda _: True)
    with pytest.raises(DeskError, match="网络盘"):
        open_desk(f"sqlite:///{tmp_path / 'desk.db'}")
    assert list(tmp_path.iterdir()) == []


def test_sqlite_puts_every_commit_on_the_disk_and_checks_references(own_desk):
    desk = open_desk(f"sqlite:///{own_desk}")
    with desk.engine.connect() as connection:
        settings = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in ("synchronous", "foreign_keys")
        }
        journal = connection.exec_driver_sql("PRAGMA journal_mode").scalar()
    assert settings == {"synchronous": 2, "foreign_keys": 1}
    assert journal == ("wal" if sqlite3.sqlite_version_info >= (3, 51, 3) else "delete")
    desk.engine.dispose()


def test_the_tables_are_those_of_the_schema(desk):
    with desk.engine.connect() as connection:
        assert set(inspect(connection).get_table_names()) == {*Base.metadata.tables, "alembic_version"}
