"""Logging in: with a password or through an identity provider; and whether who did is still let in.

What is answered to a wrong password, an unknown name, a disabled and a locked account is the same, in the same time.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from analysis.keeping.accounts import LONGEST, account_name
from analysis.keeping.chain import record
from analysis.keeping.desk import Desk
from analysis.keeping.errors import RefusedError
from analysis.keeping.passwords import fits, renewed
from analysis.keeping.rights import Person
from analysis.keeping.schema import Account, now

TRIES, MINUTES = 5, 15
WRONG = f"账号或密码不对。连续输错{TRIES}次，账号锁定{MINUTES}分钟；账号被停用也会这样提示，可问管理员。"
NO_ACCOUNT = "统一身份认证已通过，但“{}”在这里没有可用的账号：请联系管理员开通。"


@dataclass(frozen=True, slots=True)
class Ticket:
    """That somebody logged in: the account, and since when its password has been what it was then."""

    account: int
    password_at: str


def login(desk: Desk, name: str, password: str) -> Ticket:
    """Lets in who knows the password of the account `name`; every try is in the audit.

    Raises:
        RefusedError: not let in; the reason is not said.
        DeskError: the desk cannot be written.
    """
    own = account_name(name)[:LONGEST]
    with desk.looking() as session:
        kept = session.scalar(select(Account.password).where(Account.name == own))
    right = fits(password, kept)  # not while others wait for the lock
    with desk.writing() as session:
        row = session.scalar(select(Account).where(Account.name == own, Account.password == kept))
        ticket = _decided(session, own, row, right=right)
        if ticket and row and kept:
            row.password = renewed(password, kept)
    if ticket is None:
        raise RefusedError(WRONG)
    return ticket


def _decided(session: Session, name: str, row: Account | None, *, right: bool) -> Ticket | None:
    locked = row is not None and (row.locked_until or "") > now()
    if row is not None and right and not row.disabled and not locked:
        row.failed, row.locked_until = 0, None
        record(session, name, "login", "", {})
        return Ticket(row.id, row.password_at)
    record(session, name, "login_failed", "", {})
    if row is not None and not locked:
        row.failed += 1
        if row.failed >= TRIES:
            row.failed, row.locked_until = 0, _later()
            record(session, name, "locked", "", {"until": row.locked_until})
    return None


def _later() -> str:
    return (datetime.now(UTC) + timedelta(minutes=MINUTES)).isoformat(timespec="milliseconds")


def vouched(desk: Desk, names: Sequence[str]) -> Ticket:
    """Lets in whom an identity provider calls by one of `names` (its address, its subject), where one is an account.

    Raises:
        RefusedError: none is, or it is disabled.
        DeskError: the desk cannot be written.
    """
    own = [account_name(name)[:LONGEST] for name in names] or [""]
    with desk.writing() as session:
        known = session.scalars(select(Account).where(Account.name.in_(own), ~Account.disabled))
        rows = {row.name: row for row in known}
        row = next((rows[name] for name in own if name in rows), None)
        record(session, row.name if row else own[0], "login" if row else "no_account", "", {"by": "oidc"})
        ticket = Ticket(row.id, row.password_at) if row else None
    if ticket is None:
        raise RefusedError(NO_ACCOUNT.format(own[0]))
    return ticket


def holder(desk: Desk, ticket: Ticket) -> Person | None:
    """Whom the ticket lets in as of now; None where the account was disabled or has another password."""
    with desk.looking() as session:
        row = session.get(Account, ticket.account)
        if row is None or row.disabled or row.password_at != ticket.password_at:
            return None
        return Person(row.name, row.role, tuple(row.units), row.id)


def logout(desk: Desk) -> None:
    """Notes in the audit that the person went."""
    with desk.writing() as session:
        record(session, desk.actor, "logout", "", {})
