"""The whole desk as one file, and back.

A backup is a SQLite database of the present form without what the machine made, whatever the desk itself is kept in; so
it also moves a desk from one kind of database to the other. Restoring is one transaction: all of it, or nothing.
The audit of the desk goes on, and takes over the rows of the backup that it lacks. Accounts are taken over only where
the desk has none: an old backup must not bring back who was shut out since, nor an old password.
"""

import hashlib
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, Table, delete, false, func, insert, select, text

from analysis.keeping.chain import ROW, append, record
from analysis.keeping.desk import LOCK, Desk
from analysis.keeping.drives import own_folder
from analysis.keeping.engine import WRITES, make_engine
from analysis.keeping.errors import DeskError, explained
from analysis.keeping.schema import Base, now
from analysis.keeping.upgrading import upgrade

SUFFIX = ".duizhao"
ROWS = 50  # at a time: originals may be large
NO_BACKUP = "这个文件不是对照的备份，或已损坏，没有恢复：请换一个备份文件。原有内容没有改动。"
ACCOUNTS, AUDIT, DERIVED, ORIGINALS = (
    Base.metadata.tables[name] for name in ("accounts", "audit", "derived", "originals")
)


def backup(desk: Desk, file: Path) -> None:
    """Writes the whole desk to `file`, which appears complete or not at all.

    Raises:
        RefusedError: the person may not.
        DeskError: the desk cannot be read.
        OSError: the file cannot be written.
    """
    desk.note("backup")
    _write(desk, file)


def _write(desk: Desk, file: Path) -> None:
    scratch = file.with_name(f".{file.name}.part")
    scratch.write_bytes(b"")  # says at once where nothing can be written
    try:
        with _file_engine(scratch) as copy, explained():
            upgrade(copy)
            with _snapshot(desk.engine) as source, _writing(copy) as target:
                for table in _kept():
                    _copy(source, target, table)
        scratch.replace(file)
    finally:
        scratch.unlink(missing_ok=True)


def backup_bytes(desk: Desk) -> bytes:
    """The same as bytes, for a download."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / f"desk{SUFFIX}"
        backup(desk, file)
        return file.read_bytes()


def restore(desk: Desk, file: Path) -> int:
    """Makes the desk what it was when `file` was written; how many reports it then has, deleted ones too.

    What was on it is put by in a backup of its own.

    Raises:
        RefusedError: the person may not.
        DeskError: the file is no backup, or the desk cannot be written; nothing was changed.
        OSError: the file cannot be read.
    """
    desk.permit("restore")
    if desk.trouble:
        raise DeskError(desk.trouble)
    with tempfile.TemporaryDirectory() as folder:
        own = Path(folder) / file.name
        own.write_bytes(file.read_bytes())  # an older one is brought to the present form, but not in its place
        check_backup(own)
        _put_by(desk)
        with _file_engine(own) as copy, explained():
            upgrade(copy)
            with _snapshot(copy) as source, _writing(desk.engine) as target:
                return _take_over(source, target, desk, hashlib.sha256(file.read_bytes()).hexdigest())


def _take_over(source: Connection, target: Connection, desk: Desk, digest: str) -> int:
    stays = {AUDIT, ACCOUNTS} if target.scalar(select(func.count()).select_from(ACCOUNTS)) else {AUDIT}
    for table in reversed(Base.metadata.sorted_tables):
        if table not in stays:
            target.execute(delete(table))
    for table in _kept():
        if table not in stays:
            _copy(source, target, table)
            _number_on(target, table)
    _missing_audit(source, target)
    count = source.scalar(select(func.count()).select_from(Base.metadata.tables["reports"])) or 0
    record(target, desk.actor, "restore", f"{count}", {"sha256": digest})
    return count


def _kept() -> list[Table]:
    return [table for table in Base.metadata.sorted_tables if table is not DERIVED]


def _copy(source: Connection, target: Connection, table: Table) -> None:
    rows = source.execution_options(yield_per=ROWS).execute(select(table)).mappings()
    for parcel in rows.partitions(ROWS):
        values = [dict(row) for row in parcel]
        if table is ORIGINALS and any(_digest(row["content"]) != row["sha256"] for row in values):
            raise DeskError(NO_BACKUP)
        target.execute(insert(table), values)


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _missing_audit(source: Connection, target: Connection) -> None:
    there = set(target.scalars(select(AUDIT.c.token)))
    rows = source.execute(select(*ROW).order_by(AUDIT.c.id)).mappings()
    for row in rows:
        if row["token"] not in there:
            append(target, dict(row))


def _number_on(target: Connection, table: Table) -> None:
    """Lets PostgreSQL number new rows after those that were copied with their numbers."""
    if target.dialect.name == "postgresql" and "id" in table.c:
        last = select(func.coalesce(func.max(table.c.id), 0) + 1).scalar_subquery()
        target.execute(select(func.setval(func.pg_get_serial_sequence(table.name, "id"), last, false())))


@contextmanager
def _file_engine(file: Path) -> Iterator[Engine]:
    engine = make_engine(URL.create("sqlite", database=str(file)))
    try:
        yield engine
    finally:
        engine.dispose()  # Windows does not let go of an open file


@contextmanager
def _snapshot(engine: Engine) -> Iterator[Connection]:
    level = {"isolation_level": "REPEATABLE READ"} if engine.dialect.name == "postgresql" else {}
    with engine.connect().execution_options(**level) as connection, connection.begin():
        yield connection


@contextmanager
def _writing(engine: Engine) -> Iterator[Connection]:
    with engine.connect().execution_options(**{WRITES: True}) as connection, connection.begin():
        if engine.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
        yield connection


def _put_by(desk: Desk) -> None:
    """Keeps what is on the desk before it is replaced, beside its file or in the user's own folder."""
    folder = desk.file.parent if desk.file else own_folder()
    folder.mkdir(parents=True, exist_ok=True)
    _write(desk, folder / f"desk-before-restore-{now()[:19].replace(':', '')}{SUFFIX}")


def check_backup(file: Path) -> None:
    """Looks whether `file` is a sound backup.

    Raises:
        DeskError: it is not.
    """
    try:
        with closing(sqlite3.connect(file)) as connection:
            sound = connection.execute("PRAGMA quick_check(1)").fetchone() == ("ok",)
            kinds = {kind for (kind,) in connection.execute("SELECT type FROM sqlite_master")}
            known = connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'").fetchone()
    except sqlite3.DatabaseError as error:
        raise DeskError(NO_BACKUP) from error
    if not (sound and known) or kinds - {"table", "index", "trigger"}:
        raise DeskError(NO_BACKUP)
