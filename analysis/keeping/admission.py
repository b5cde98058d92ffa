"""Whether a person may come in and do something, by the account as it is in the database now."""

from dataclasses import replace

from sqlalchemy.orm import Session

from analysis.keeping.errors import RefusedError
from analysis.keeping.rights import ROLES, Person, refusal
from analysis.keeping.schema import Account

LOGIN_FIRST = "请先登录。"
DISABLED = "这个账号已停用，不能再使用：请联系管理员。"


def present(session: Session, person: Person) -> Person:
    """The person with the role and the units of this moment; a page may have known others.

    Raises:
        RefusedError: nobody has logged in, or the account was disabled.
    """
    if person.role not in ROLES:
        raise RefusedError(LOGIN_FIRST)
    if person.account is None:
        return person
    row = session.get(Account, person.account)
    if row is None or row.disabled or row.name != person.name:
        raise RefusedError(DISABLED)
    return replace(person, role=row.role, units=tuple(row.units))


def require(person: Person, action: str) -> None:
    """Lets the person pass who may do `action`.

    Raises:
        RefusedError: the role does not reach.
    """
    if not person.may(action):
        raise RefusedError(refusal(person, action))
