"""A desk with reports of three units, on a machine of one's own and as a server with an account of each role."""

import pytest
from entering import HOSTILE, NAMES, UNITS
from people import account, listed

from analysis.keeping.accounts import disable_account
from analysis.keeping.changes import Incoming, add_reports, delete_reports
from analysis.keeping.opening import open_desk
from analysis.keeping.rights import MANAGER
from analysis.keeping.roster import save_roster
from analysis.keeping.units import Roster, RosterUnit
from analysis.reading.base import Source
from analysis.reading.read import read


def text(unit):
    return (
        f"{unit}2023年工作报告\n一、工作情况\n{unit}召开警示教育会3次。\n二、存在的问题\n一是{unit}学习不够深入。\n"
        f"三、下一步打算\n一是{unit}加强学习。{HOSTILE}\n"
    )


@pytest.fixture
def desk(own_desk):
    """An open desk with three reports of three units, one more in the bin, and the roster."""
    opened = open_desk(f"sqlite:///{own_desk}")
    sources = [(unit, Source(file, text(unit).encode())) for unit, file in (*UNITS.items(), ("云岭县丁局", "丁.txt"))]
    kept = add_reports(opened, [Incoming(source, read(source), unit=unit) for unit, source in sources])
    delete_reports(opened, [one for one in kept if one.name == "丁.txt"])
    save_roster(opened, Roster(), [RosterUnit(unit, "机关") for unit in UNITS])
    yield opened
    opened.engine.dispose()


@pytest.fixture
def server(desk, monkeypatch):
    """The same as a server, with an account of each role."""
    monkeypatch.setenv("DUIZHAO_MODE", "server")
    for role, name in NAMES.items():
        account(desk, name, role)
    account(desk, "停用的人", MANAGER)
    disable_account(desk, listed(desk, "停用的人"))
    return desk
