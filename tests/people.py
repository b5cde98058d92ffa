"""People with accounts on a desk, for the tests of rights."""

from dataclasses import replace

from sqlalchemy import select, text

from analysis.keeping.accounts import accounts, add_account, disable_account
from analysis.keeping.log import entries
from analysis.keeping.login import holder as holder_of
from analysis.keeping.login import login
from analysis.keeping.rights import MANAGER, NOBODY, REVIEWER, VIEWER
from analysis.keeping.schema import Action

PASSWORD = "correct horse battery staple"  # noqa: S105 - of nobody
ROLES = (VIEWER, REVIEWER, MANAGER)
ANONYMOUS, DISABLED = "anonymous", "disabled"


def account(desk, name, role=VIEWER, units=()):
    """Makes the account `name`; gives the desk as its holder uses it."""
    add_account(desk, name, role, units, PASSWORD)
    return as_holder(desk, name)


def as_holder(desk, name):
    return replace(desk, person=holder_of(desk, login(desk, name, PASSWORD)))


def listed(desk, name):
    return next(one for one in accounts(desk) if one.name == name)


def as_person(desk, kind):
    """The desk as somebody of this kind uses it: a role, ANONYMOUS, or a manager whose account is DISABLED."""
    if kind == ANONYMOUS:
        return replace(desk, person=NOBODY)
    own = account(desk, f"人员-{kind}", MANAGER if kind == DISABLED else kind)
    if kind == DISABLED:
        account(desk, "留任", MANAGER)
        disable_account(desk, listed(desk, f"人员-{kind}"))
    return own


def said(desk, action):
    """Who is in the audit for `action`, with the subject, in order."""
    with desk.reading() as session:
        rows = select(Action.actor, Action.subject).where(Action.action == action).order_by(Action.id)
        return [tuple(row) for row in session.execute(rows)]


def all_entries(desk):
    return entries(desk, most=None)


def content(desk):
    """All that people put on the desk, without the audit."""
    with desk.engine.connect() as connection:
        names = ("reports", "units", "views", "baskets", "accounts", "originals")
        return {name: connection.execute(text(f"SELECT * FROM {name} ORDER BY 1")).all() for name in names}  # noqa: S608
