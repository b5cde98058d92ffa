"""Each action of the table of rights, done: what has to be there is made by the desk that may do everything."""

from pathlib import Path
from tempfile import TemporaryDirectory

from onpaper import confirm, incoming
from people import account, listed

from analysis.basket import Basket
from analysis.corrections import Correction
from analysis.keeping.accounts import (
    accounts,
    add_account,
    disable_account,
    enable_account,
    set_password,
    set_role,
    set_units,
)
from analysis.keeping.backup import backup, backup_bytes, restore
from analysis.keeping.baskets import delete_basket, save_basket
from analysis.keeping.blindtasks import end_blind, start_blind
from analysis.keeping.changes import (
    add_reports,
    bring_back,
    correct_reports,
    delete_reports,
    empty_bin,
    read_again,
    replace_report,
)
from analysis.keeping.codebooks import load_version, save_version, versions
from analysis.keeping.decisions import decide
from analysis.keeping.derived import forget
from analysis.keeping.log import actors, entries, take_entries, verify_chain
from analysis.keeping.reports import reports, take_original
from analysis.keeping.rights import REVIEWER
from analysis.keeping.roster import roster, save_roster
from analysis.keeping.salvage import salvage
from analysis.keeping.units import RosterUnit
from analysis.keeping.views import View, delete_view, save_view
from analysis.revising.edits import THEME, AddCue

NEW = "staple battery horse correct"


def _report(master, number):
    there = next((kept for kept in reports(master) if kept.name == f"{number:03}.txt"), None)
    return there or add_reports(master, [incoming(number)])[0]


def _account(master, number):
    account(master, f"某人{number}", REVIEWER)
    return listed(master, f"某人{number}")


def _bring_back(master, desk, number):
    kept = _report(master, number)
    delete_reports(master, [kept])
    bring_back(desk, [kept.id])


def _empty_bin(master, desk, number):
    delete_reports(master, [_report(master, number)])
    empty_bin(desk)


def _restore(master, desk, _number):
    with TemporaryDirectory() as folder:
        file = Path(folder) / "all.duizhao"
        backup(master, file)
        restore(desk, file)


def _read_again(_master, desk, _number):
    read_again(desk, {})
    forget(desk)


def _backup(_master, desk, _number):
    backup_bytes(desk)
    salvage(desk)


def _enable(master, desk, number):
    own = _account(master, number)
    disable_account(master, own)
    enable_account(desk, listed(master, own.name))


def _read_audit(_master, desk, _number):
    actors(desk)
    entries(desk)


def _codebook(master, desk, number):
    kept = versions(master)
    base = load_version(master, kept[0].digest if kept else "")
    cue = f"廉情分析{number}"
    save_version(desk, base, AddCue(THEME, "talks", "cues", cue).on(base.texts), reason=cue)


# `master` may do everything, `desk` is who is tested, `number` is another one each time.
DOING = {
    "export": lambda _, desk, __: desk.note("export", "表.csv"),
    "original": lambda master, desk, number: take_original(desk, _report(master, number)),
    "add": lambda _, desk, number: add_reports(desk, [incoming(number)]),
    "correct": lambda m, desk, n: correct_reports(desk, [(_report(m, n), Correction(unit=f"改名{n}"))]),
    "replace": lambda m, desk, n: replace_report(desk, _report(m, n), incoming(n + 50)),
    "delete": lambda m, desk, n: delete_reports(desk, [_report(m, n)]),
    "bring_back": _bring_back,
    "read_again": _read_again,
    "decide": lambda m, desk, n: decide(desk, [confirm(_report(m, n))]),
    "start_blind": lambda m, desk, n: start_blind(desk, _report(m, n).sha256, [f"甲{n}", "乙某"]),
    "end_blind": lambda m, desk, n: end_blind(desk, _report(m, n).sha256),
    "codebook": _codebook,
    "save_view": lambda _, desk, n: save_view(desk, View(f"视图{n}", "themes", {})),
    "delete_view": lambda _, desk, n: delete_view(desk, f"视图{n}"),
    "save_basket": lambda _, desk, n: save_basket(desk, Basket(), None, f"材料{n}"),
    "delete_basket": lambda _, desk, n: delete_basket(desk, f"材料{n}"),
    "roster": lambda m, desk, n: save_roster(desk, roster(m), [RosterUnit(f"单位{n}")]),
    "empty_bin": _empty_bin,
    "backup": _backup,
    "restore": _restore,
    "read_accounts": lambda _, desk, __: accounts(desk),
    "add_account": lambda _, desk, n: add_account(desk, f"新人{n}", REVIEWER, (), NEW),
    "set_role": lambda m, desk, n: set_role(desk, _account(m, n), "viewer"),
    "set_units": lambda m, desk, n: set_units(desk, _account(m, n), ["甲局"]),
    "disable_account": lambda m, desk, n: disable_account(desk, _account(m, n)),
    "enable_account": _enable,
    "set_password": lambda m, desk, n: set_password(desk, _account(m, n), NEW),
    "read_audit": _read_audit,
    "export_audit": lambda _, desk, __: take_entries(desk),
    "verify_audit": lambda _, desk, __: verify_chain(desk),
}
