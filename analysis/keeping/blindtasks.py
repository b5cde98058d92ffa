"""Which reports are coded blind, and by whom."""

from collections.abc import Iterable

from sqlalchemy import delete, select

from analysis.agreement.blind import BlindTask
from analysis.keeping.desk import Desk
from analysis.keeping.errors import GONE, ConflictError, DeskError
from analysis.keeping.schema import Blind, Stored, now
from analysis.keeping.sight import in_sight, on_seen

FEW = "背靠背编码至少要选两个人，没有开始：请再选一人。"
THERE = "这份报告已经有一项背靠背编码，没有重复开始。"
LEAST = 2


def blind_tasks(desk: Desk) -> tuple[BlindTask, ...]:
    """All tasks on reports that the person may see, the oldest first."""
    with desk.reading() as session:
        own = on_seen(session, desk.person, Blind.sha256)
        rows = session.execute(select(Blind.sha256, Blind.coders).where(own).order_by(Blind.id))
        return tuple(BlindTask(sha256, frozenset(coders)) for sha256, coders in rows)


def start_blind(desk: Desk, sha256: str, coders: Iterable[str]) -> BlindTask:
    """Lets `coders` code the report blind.

    Raises:
        DeskError: fewer than two coders, or no such report.
        ConflictError: the report is coded blind already.
    """
    task = BlindTask(sha256, frozenset(coders))
    if len(task.coders) < LEAST:
        raise DeskError(FEW)
    with desk.acting("start_blind", sha256, coders=sorted(task.coders)) as session:
        own = (Stored.sha256 == sha256) & Stored.deleted_at.is_(None) & in_sight(session, desk.person)
        if session.scalar(select(Stored.id).where(own)) is None:
            raise DeskError(GONE)
        if session.scalar(select(Blind.id).where(Blind.sha256 == sha256)):
            raise ConflictError(THERE)
        session.add(Blind(sha256=sha256, coders=sorted(task.coders), by=desk.actor, at=now()))
    return task


def end_blind(desk: Desk, sha256: str) -> None:
    """Gives a task up; the report opens to all, and what was decided stays."""
    with desk.acting("end_blind", sha256) as session:
        own = on_seen(session, desk.person, Blind.sha256)
        session.execute(delete(Blind).where(Blind.sha256 == sha256, own))
