"""Accounts: who may log in, as what, and for which units. They are disabled and never deleted: the audit names them."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from analysis.keeping.desk import Desk
from analysis.keeping.errors import CONFLICT, GONE, ConflictError, DeskError
from analysis.keeping.passwords import hashed
from analysis.keeping.rights import HERE, MANAGER, ROLES
from analysis.keeping.schema import Account, now

LONGEST = 60
CONTROL = re.compile(r"[\x00-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2066-\u2069]")
BAD_NAME = f"账号名应有1到{LONGEST}个字，不含换行等控制字符，也不能叫“{HERE.name}”。"
TAKEN = "已有同名的账号：请换一个名字，或启用原来的账号。"
LAST = "这是最后一个可用的管理账号，没有改动：请先把另一个账号设为管理。"
ALL_UNITS = "“管理”角色能看全部单位，不能限定单位：请先取消单位限制，或换一个角色。"
NO_ROLE = f"没有这个角色：应为 {'、'.join(ROLES.values())}。"


@dataclass(frozen=True, slots=True)
class Listed:
    """An account as it is shown; `local` says that it has a password of its own."""

    id: int
    version: int
    name: str
    role: str
    units: tuple[str, ...]
    disabled: bool
    local: bool
    locked_until: str | None


def account_name(given: str) -> str:
    """The one form of a name, however it is typed: width, case and spaces around it do not count."""
    return unicodedata.normalize("NFKC", given).strip().casefold()


def any_account(desk: Desk) -> bool:
    """Whether somebody could log in at all; asked before anybody has."""
    with desk.looking() as session:
        return bool(session.scalar(select(func.count()).select_from(Account).where(~Account.disabled)))


def accounts(desk: Desk) -> tuple[Listed, ...]:
    """All accounts, by name.

    Raises:
        RefusedError: the person may not see them.
    """
    desk.permit("read_accounts")
    with desk.reading() as session:
        return tuple(map(_listed, session.scalars(select(Account).order_by(Account.name))))


def add_account(desk: Desk, name: str, role: str, units: Iterable[str] = (), password: str | None = None) -> None:
    """Makes an account; without a password it is for logging in by the identity provider alone.

    Raises:
        DeskError: the name is taken or no name, the password is weak, or the role sees all units.
    """
    own, seen = account_name(name), _units(units)
    if not own or len(own) > LONGEST or CONTROL.search(own) or own == HERE.name:
        raise DeskError(BAD_NAME)
    _check(role, seen)
    secret = None if password is None else hashed(password, own)
    with desk.acting("add_account", own, role=role, units=list(seen)) as session:
        if session.scalar(select(Account.id).where(Account.name == own)):
            raise DeskError(TAKEN)
        given = {"name": own, "role": role, "units": list(seen), "password": secret, "password_at": now()}
        session.add(Account(**given, disabled=False, failed=0, locked_until=None))


def set_role(desk: Desk, account: Listed, role: str) -> None:
    """Gives the account another role.

    Raises:
        DeskError: it was changed meanwhile, is the last of the managers, or is bound to units.
    """
    _check(role, account.units)
    with desk.acting("set_role", account.name, before=account.role, role=role) as session:
        _row(session, account).role = role
        _keep_a_manager(session, account)


def set_units(desk: Desk, account: Listed, units: Iterable[str]) -> None:
    """Lets the account see `units` alone; none of them means all.

    Raises:
        DeskError: it was changed meanwhile, or its role sees all units.
    """
    seen = _units(units)
    _check(account.role, seen)
    with desk.acting("set_units", account.name, before=list(account.units), units=list(seen)) as session:
        _row(session, account).units = list(seen)


def disable_account(desk: Desk, account: Listed) -> None:
    """Shuts the account out from its next click on.

    Raises:
        DeskError: it was changed meanwhile, or is the last of the managers.
    """
    with desk.acting("disable_account", account.name) as session:
        _row(session, account).disabled = True
        _keep_a_manager(session, account)


def enable_account(desk: Desk, account: Listed) -> None:
    """Lets the account in again, and forgets its failed tries."""
    with desk.acting("enable_account", account.name) as session:
        row = _row(session, account)
        row.disabled, row.failed, row.locked_until = False, 0, None


def set_password(desk: Desk, account: Listed, password: str) -> None:
    """Gives the account another password; whoever is logged in with the old one has to log in again.

    Raises:
        DeskError: it was changed meanwhile, or the password is weak.
    """
    secret = hashed(password, account.name)
    with desk.acting("set_password", account.name) as session:
        row = _row(session, account)
        row.password, row.password_at, row.failed, row.locked_until = secret, now(), 0, None


def _units(units: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(unit.strip() for unit in units if unit.strip()))


def _check(role: str, units: tuple[str, ...]) -> None:
    if role not in ROLES:
        raise DeskError(NO_ROLE)
    if role == MANAGER and units:
        raise DeskError(ALL_UNITS)


def _keep_a_manager(session: Session, changed: Listed) -> None:
    session.flush()
    able = select(func.count()).select_from(Account).where(Account.role == MANAGER, ~Account.disabled)
    if changed.role == MANAGER and not session.scalar(able):
        raise DeskError(LAST)


def _row(session: Session, account: Listed) -> Account:
    row = session.get(Account, account.id)
    if row is None:
        raise DeskError(GONE)
    if row.version != account.version:
        raise ConflictError(CONFLICT)
    return row


def _listed(row: Account) -> Listed:
    state = (row.disabled, row.password is not None, row.locked_until)
    return Listed(row.id, row.version, row.name, row.role, tuple(row.units), *state)
