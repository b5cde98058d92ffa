"""Opens the desk: where it is, whether it is sound, and brought to the present form."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import URL, Engine
from sqlalchemy.exc import ArgumentError

from analysis.keeping.desk import Desk
from analysis.keeping.drives import on_network, own_folder
from analysis.keeping.engine import make_engine, parse_url, sqlite_file
from analysis.keeping.errors import DAMAGED, READ_ONLY, DeskError, explained
from analysis.keeping.schema import now
from analysis.keeping.upgrading import present, revisions, upgrade

VARIABLE = "DUIZHAO_DATABASE_URL"
NO_ADDRESS = f"环境变量 {VARIABLE} 的写法不对：应为 sqlite:///文件 或 postgresql://用户:密码@主机/库名。"
NO_DRIVER = '没有安装 PostgreSQL 的驱动：请运行 python -m pip install -e ".[server]"，再重新启动。'
NETWORK = "数据库文件在网络盘上，容易损坏，没有打开：请换到本机磁盘，或改用 PostgreSQL。"
NO_FOLDER = "无法建立存放数据的文件夹 {}：请检查写入权限。"


def address() -> str:
    """Where the desk is: the variable DUIZHAO_DATABASE_URL, else a file in the user's own data folder."""
    return os.environ.get(VARIABLE) or f"sqlite:///{(own_folder() / 'desk.db').as_posix()}"


def open_desk(where: str) -> Desk:
    """The desk at the database address `where`, made or brought to the present form where necessary.

    A damaged SQLite file is opened for reading alone, and so is one that may not be written.

    Raises:
        DeskError: it cannot be opened at all.
    """
    try:
        url = parse_url(where)
        file = sqlite_file(url)
        return _open_server(url) if file is None else _open_file(url, file)
    except ArgumentError as error:
        raise DeskError(NO_ADDRESS) from error
    except ModuleNotFoundError as error:
        raise DeskError(NO_DRIVER) from error


def _open_server(url: URL) -> Desk:
    engine = make_engine(url)
    with _let_go(engine):
        _bring_up(engine)
    return Desk(engine)


def _open_file(url: URL, file: Path) -> Desk:
    if on_network(file):
        raise DeskError(NETWORK)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DeskError(NO_FOLDER.format(file.parent)) from error
    if file.exists():
        if not os.access(file, os.W_OK):
            return Desk(make_engine(url, read_only=True), READ_ONLY, file)
        if not _sound(file):
            return Desk(make_engine(url, read_only=True), DAMAGED, file)
    engine = make_engine(url)
    with _let_go(engine):
        _copy_older(engine, file)
        _bring_up(engine)
    return Desk(engine, file=file)


@contextmanager
def _let_go(engine: Engine) -> Iterator[None]:
    """Leaves no connection open where the block fails."""
    try:
        with explained():
            yield
    except DeskError:
        engine.dispose()
        raise


def _sound(file: Path) -> bool:
    """What SQLite's own check says; it first takes back what a crash left half-done."""
    try:
        with closing(sqlite3.connect(file)) as connection:
            return bool(connection.execute("PRAGMA quick_check(1)").fetchone() == ("ok",))
    except sqlite3.DatabaseError:
        return False


def _copy_older(engine: Engine, file: Path) -> None:
    """A copy of an older database beside it, before it is changed."""
    with engine.connect() as connection:
        found = present(connection)
    if found in (None, revisions()[-1]):
        return
    copy = file.with_name(f"{file.stem}-{found}-{now()[:19].replace(':', '')}.db")
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("VACUUM INTO ?", (str(copy),))


def _bring_up(engine: Engine) -> None:
    with engine.connect() as connection:
        done = present(connection) == revisions()[-1]
    if not done:
        upgrade(engine)
