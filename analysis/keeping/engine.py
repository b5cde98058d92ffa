"""Connections to SQLite or PostgreSQL that keep what was acknowledged.

SQLite: a transaction that will write takes the lock when it begins, so that two of them wait for each other instead of
failing half-way; `synchronous=FULL` puts a commit on the disk before it returns. WAL is left out before 3.51.3, where
resetting it could lose a commit (sqlite.org/wal.html). PostgreSQL: the same order by an advisory lock (`desk`).
"""

import sqlite3
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url

WRITES = "desk_writes"
"""The execution option of a connection whose transactions change something."""
BUSY_SECONDS = 60
CONNECT_SECONDS = 5
SAFE_WAL = (3, 51, 3)


def make_engine(url: URL, *, read_only: bool = False) -> Engine:
    """An engine for `url`; a SQLite file is created where it is missing, but not its folder."""
    file = sqlite_file(url)
    return _server(url) if file is None else _sqlite(file, read_only=read_only)


def sqlite_file(url: URL) -> Path | None:
    """The file of a SQLite database; None for a server."""
    return Path(url.database or "").absolute() if url.get_backend_name() == "sqlite" else None


def parse_url(text: str) -> URL:
    """`text` as a database address; PostgreSQL is always spoken to by psycopg.

    Raises:
        ArgumentError: it is no address of a database.
    """
    url = make_url(text)
    return url.set(drivername="postgresql+psycopg") if url.get_backend_name() == "postgresql" else url


def _sqlite(file: Path, *, read_only: bool) -> Engine:
    mode = "ro" if read_only else "rwc"
    address = URL.create("sqlite", database=f"file:{quote(file.as_posix())}", query={"mode": mode, "uri": "true"})
    # without the driver's own idea of transactions, so that BEGIN is ours
    engine = create_engine(address, connect_args={"timeout": BUSY_SECONDS, "isolation_level": None})

    @event.listens_for(engine, "connect")
    def _settings(connection: sqlite3.Connection, _record: Any) -> None:  # noqa: ANN401 - SQLAlchemy's signature
        connection.execute("PRAGMA foreign_keys=ON")
        connection.execute("PRAGMA trusted_schema=OFF")
        if not read_only:
            connection.execute("PRAGMA synchronous=FULL")
            connection.execute(f"PRAGMA journal_mode={_journal()}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get(WRITES, False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _journal() -> str:
    return "WAL" if sqlite3.sqlite_version_info >= SAFE_WAL else "DELETE"


def _server(url: URL) -> Engine:
    return create_engine(url, pool_pre_ping=True, connect_args={"connect_timeout": CONNECT_SECONDS})
