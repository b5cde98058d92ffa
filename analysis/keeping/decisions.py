"""What people decided, as rows that are only ever added: an undo is a further row.

The store gives each decision its id, its time and the person who acts. Decisions go by the digest of the report's file:
those on a deleted report wait until it is brought back, and those on a replaced one are added again for the new file.
"""

import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from analysis.keeping.decided import COLUMNS, read_decisions
from analysis.keeping.desk import Desk
from analysis.keeping.errors import GONE, DeskError, RefusedError
from analysis.keeping.schema import Blind, Decided, Stored, now
from analysis.keeping.sight import in_sight, names_unit, on_seen, sight
from analysis.reviewing.claims import standing
from analysis.reviewing.decisions import Action, Decision, decision_row

NOT_YOURS = "“{}”不在您可看的单位范围内，没有保存：请核对单位名称，或联系管理员。"


def decisions(desk: Desk) -> tuple[Decision, ...]:
    """All decisions on what the person may see, in the order in which they were made, undone ones and undos too."""
    with desk.reading() as session:
        return read_decisions(session, select(*COLUMNS).where(on_seen(session, desk.person, Decided.sha256)))


def decide(desk: Desk, made: Sequence[Decision]) -> tuple[Decision, ...]:
    """Keeps `made` in their order and in one action; gives them as they are kept.

    Raises:
        DeskError: a report, or a decision that one of them names, is not on the desk; nothing was kept.
    """
    kept = [replace(one, decision_id=uuid.uuid4().hex, by=desk.actor, at=now()) for one in made]
    told = [{"id": one.decision_id, "action": one.action, "layer": one.layer, "sha256": one.sha256} for one in kept]
    with desk.acting("decide", f"{len(kept)}", decisions=told) as session:
        _check(desk, session, kept)
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
    kept = standing(read_decisions(session, select(*COLUMNS).where(Decided.sha256 == old)))
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


def _check(desk: Desk, session: Session, kept: Sequence[Decision]) -> None:
    reports = {one.sha256 for one in kept}
    named = {name for one in kept for name in one.names}
    live = select(Stored.sha256).where(Stored.sha256.in_(reports), Stored.deleted_at.is_(None))
    known = select(Decided.decision_id).where(Decided.decision_id.in_(named))
    if set(session.scalars(live)) != reports or set(session.scalars(known)) != named:
        raise DeskError(GONE)
    if set(session.scalars(live.where(in_sight(session, desk.person)))) != reports:
        raise RefusedError(GONE)
    sees = sight(session, desk.person).sees
    if other := next((one.value for one in kept if names_unit(one) and not sees(one.value)), None):
        raise RefusedError(NOT_YOURS.format(other))


def _add(session: Session, kept: Iterable[Decision]) -> None:
    if rows := [_plain(decision_row(one)) for one in kept]:
        session.execute(insert(Decided), rows)


def _plain(row: Mapping[str, Any]) -> dict[str, Any]:
    """Words as plain text and offsets as plain numbers, whatever kinds they came in: drivers write others as bytes."""
    return {name: str(value) if isinstance(value, str) else int(value) for name, value in row.items()}
