"""What a damaged database still gives, and a sound one in its place."""

import io
import zipfile
from dataclasses import replace
from pathlib import Path

from sqlalchemy.engine import URL

from analysis.keeping.backup import check_backup, restore
from analysis.keeping.desk import Desk
from analysis.keeping.errors import DeskError
from analysis.keeping.opening import open_desk
from analysis.keeping.reports import original, reports
from analysis.keeping.rights import MANAGER, Person
from analysis.keeping.schema import now

MOVED = "原来的数据库文件正被别的程序占用，没有恢复：请关闭其他正在使用它的程序后重试。"
PARTS = ("", "-journal", "-wal", "-shm")


def salvage(desk: Desk) -> tuple[bytes, tuple[str, ...]]:
    """A zip of the originals that can be read, one by one, and the names of the reports whose original cannot be.

    Raises:
        RefusedError: the person may not.
        DeskError: nothing can be read.
    """
    desk.note("backup")
    out, lost = io.BytesIO(), []
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for kept in reports(desk):
            try:
                archive.writestr(f"{kept.id}/{kept.name}", original(desk, kept))
            except DeskError:
                lost.append(kept.name)
    return out.getvalue(), tuple(lost)


def rebuild(desk: Desk, backup: Path) -> int:
    """Puts the damaged SQLite file of `desk` aside and makes a new one from `backup`; how many reports it has.

    Raises:
        RefusedError: the person may not.
        DeskError: the file is no backup, or the damaged one cannot be moved; nothing was changed.
    """
    desk.permit("restore")
    if desk.file is None:
        raise DeskError(desk.trouble)
    check_backup(backup)
    desk.engine.dispose()
    aside = desk.file.with_name(f"{desk.file.stem}-damaged-{now()[:19].replace(':', '')}.db")
    try:
        for part in PARTS:
            own = Path(f"{desk.file}{part}")
            if own.exists():
                own.replace(f"{aside}{part}")
    except OSError as error:
        raise DeskError(MOVED) from error
    fresh = open_desk(URL.create("sqlite", database=str(desk.file)).render_as_string())
    acting = Person(desk.actor, MANAGER)  # the new file has no accounts yet
    try:
        return restore(replace(fresh, person=acting), backup)
    finally:
        fresh.engine.dispose()
