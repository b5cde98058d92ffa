"""What people decided, as rows that are only ever added: an undo is a further row.

The store gives each decision its id, its time and the person who acts. Decisions go by the digest of the report's file:
those on a deleted report wait until it is brought back, and those on a replaced one are added again for the new file.
"""

import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Select, delete, insert, select
from sqlalchemy.orm import Session

from analysis.keeping.desk import Desk
from analysis.keeping.errors import GONE, DeskError
from analysis.keeping.schema import Blind, Decided, Stored, now
from analysis.reviewing.claims import standing
from analysis.reviewing.decisions import Action, Decision, decision_row, read_decision
from analysis.tables import DECISIONS

COLUMNS = [Decided.__table__.c[name] for name in DECISIONS.names]


def decisions(desk: Desk) -> tuple[Decision, ...]:
    """All decisions in the order in which they were made, undone ones and undos among them."""
    with desk.reading() as session:
        return _read(session, select(*COLUMNS))


def decide(desk: Desk, made: Sequence[Decision]) -> tuple[Decision, ...]:
    """Keeps `made` in their order and in one action; gives them as they are kept.

    Raises:
        DeskError: a report, or a decision that one of them names, is not on the desk; nothing was kept.
    """
    kept = [replace(one, decision_id=uuid.uuid4().hex, by=desk.actor, at=now()) for one in made]
    told = [{"id": one.decision_id, "action": one.action, "layer": one.layer, "sha256": one.sha256} for one in kept]
    with desk.acting("decide", f"{len(kept)}", decisions=told) as session:
        _check(session, kept)
        _add(session, kept)
    return tuple(kept)


def undo(desk: Desk, wrong: Iterable[Decision]) -> tuple[Decision, ...]:
    """Takes decisions back by further ones, of which each may be taken back itself.

    Raises:
        DeskError: one of them is not on the desk; nothing was changed.
    """
    named = [Decision("", "", "", one.sha256, Action.UNDO, names=(one.decision_id,)) for one in wrong]
    return decide(desk, named)


def follow(session: Session, old: str, new: str) -> None:
    """Adds what holds of the file with the digest `old` again for the file `new` that replaces it."""
    kept = standing(_read(session, select(*COLUMNS).where(Decided.sha256 == old)))
    ids = {one.decision_id: uuid.uuid4().hex for one in kept}
    _add(
        session,
        [
            replace(
                one,
                decision_id=ids[one.decision_id],
                sha256=new,
                names=tuple(ids[name] for name in one.names if name in ids),
            )
            for one in kept
        ],
    )
    task = session.scalar(select(Blind).where(Blind.sha256 == old))
    if task and not session.scalar(select(Blind.id).where(Blind.sha256 == new)):
        session.add(Blind(sha256=new, coders=task.coders, by=task.by, at=task.at))


def forget_gone(session: Session) -> None:
    """Removes what was decided on files that are no more on the desk, not even in the bin: it quotes them."""
    there = select(Stored.sha256)
    session.execute(delete(Decided).where(Decided.sha256.not_in(there)))
    session.execute(delete(Blind).where(Blind.sha256.not_in(there)))


def _read(session: Session, wanted: Select[Any]) -> tuple[Decision, ...]:
    rows = session.execute(wanted.order_by(Decided.id))
    return tuple(read_decision(dict(zip(DECISIONS.names, row, strict=True))) for row in rows)


def _check(session: Session, kept: Sequence[Decision]) -> None:
    reports = {one.sha256 for one in kept}
    named = {name for one in kept for name in one.names}
    live = select(Stored.sha256).where(Stored.sha256.in_(reports), Stored.deleted_at.is_(None))
    known = select(Decided.decision_id).where(Decided.decision_id.in_(named))
    if set(session.scalars(live)) != reports or set(session.scalars(known)) != named:
        raise DeskError(GONE)


def _add(session: Session, kept: Iterable[Decision]) -> None:
    if rows := [_plain(decision_row(one)) for one in kept]:
        session.execute(insert(Decided), rows)


def _plain(row: Mapping[str, Any]) -> dict[str, Any]:
    """Words as plain text and offsets as plain numbers, whatever kinds they came in: drivers write others as bytes."""
    return {name: str(value) if isinstance(value, str) else int(value) for name, value in row.items()}
