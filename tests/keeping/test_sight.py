"""What people see, on every way to read and to change, of units that are not theirs."""

from dataclasses import replace

import pytest
from onpaper import confirm, incoming, several
from people import account, content, listed, said
from sqlalchemy import select, text
from test_roster_views_baskets import item

from analysis.basket import Basket
from analysis.corrections import Correction
from analysis.keeping.accounts import set_units
from analysis.keeping.baskets import load_basket, save_basket
from analysis.keeping.changes import (
    add_reports,
    bring_back,
    correct_reports,
    delete_reports,
    read_again,
    replace_report,
)
from analysis.keeping.decisions import decide, decisions, undo
from analysis.keeping.errors import RefusedError
from analysis.keeping.reports import UNSEEN, deleted, full_reports, known, original, reports
from analysis.keeping.rights import HERE, REVIEWER
from analysis.keeping.roster import roster, save_roster
from analysis.keeping.schema import Stored
from analysis.keeping.stored import holdings, stored_corpus
from analysis.keeping.units import Roster, RosterUnit
from analysis.reviewing.anchors import WHOLE
from analysis.reviewing.decisions import Action, Layer

MINE, OTHERS = "云岭县甲局", "云岭县乙局"


@pytest.fixture
def shared(desk, manual):
    """Eight reports of eight units, each seen by the machine."""
    save_roster(desk, Roster(), [RosterUnit(MINE, "机关", ("甲局",)), RosterUnit(OTHERS, "机关")])
    add_reports(desk, several(8))
    stored_corpus(desk, holdings(desk), manual)
    return desk


@pytest.fixture
def mine(shared):
    """The same as a reviewer uses it who sees one unit alone, under another of its names."""
    return account(shared, "赵六", REVIEWER, ["甲局"])


def strangers(value):
    """The names of others' units in anything."""
    return [unit for unit in "乙丙丁戊己庚辛" if f"{unit}局" in repr(value)]


def test_every_way_to_read_gives_ones_own_units_alone(shared, mine, manual):
    everything = reports(shared)
    delete_reports(shared, everything[6:])
    held = holdings(mine)
    corpus = stored_corpus(mine, held, manual)
    assert [kept.name for kept in reports(mine)] == ["000.txt"]
    assert [unit.name for unit in roster(mine).units] == [MINE]
    assert deleted(mine) == ()
    assert set(full_reports(mine, [kept.id for kept in everything])) == {everything[0].id}
    assert list(corpus.tables["documents"]["unit"]) == [MINE]
    for found in (held, {name: rows.to_dict() for name, rows in corpus.tables.items()}, roster(mine)):
        assert strangers(found) == []
    whole = stored_corpus(shared, holdings(shared), manual)
    assert len(whole.tables["documents"]) == 6
    assert strangers(whole.tables["documents"].to_dict())


def test_the_names_of_others_reports_are_not_told_while_they_are_coded(shared, mine, manual):
    with shared.writing() as session:
        session.execute(text("DELETE FROM derived"))
    heard = []
    stored_corpus(mine, holdings(mine), manual, on_progress=heard.append)
    assert heard == [""] * 8


def test_originals_of_others_are_looked_for_in_vain(shared, mine):
    theirs = reports(shared)[1]
    with pytest.raises(RefusedError, match="不存在"):
        original(mine, theirs)
    assert original(mine, reports(shared)[0])
    assert said(shared, "refused") == [("赵六", "001.txt")]


def test_a_report_of_others_is_known_without_its_name(shared, mine):
    again = incoming(1, name="别名.txt").report
    assert known(shared, [again]) == {again.sha256: "001.txt"}
    assert known(mine, [again]) == {again.sha256: UNSEEN}


def test_what_others_wrote_cannot_be_changed_nor_ones_own_given_away(shared, mine):
    own, theirs = reports(shared)[:2]
    new = incoming(30)
    tries = (
        lambda: delete_reports(mine, [theirs]),
        lambda: correct_reports(mine, [(theirs, Correction(unit=MINE))]),
        lambda: correct_reports(mine, [(own, Correction(unit=OTHERS))]),
        lambda: replace_report(mine, theirs, new),
        lambda: replace_report(mine, own, incoming(31)),
        lambda: add_reports(mine, [incoming(12)]),
        lambda: add_reports(mine, [replace(incoming(12), unit=OTHERS)]),
    )
    before = content(shared)
    for try_ in tries:
        with pytest.raises(RefusedError):
            try_()
    delete_reports(shared, [theirs])
    bring_back(mine, [theirs.id])
    assert read_again(mine, {theirs.id: new.report}) == 0
    assert len(deleted(shared)) == 1
    assert {name: found for name, found in content(shared).items() if name != "reports"} == {
        name: found for name, found in before.items() if name != "reports"
    }
    (kept,) = add_reports(mine, [replace(incoming(20), unit=MINE)])
    correct_reports(mine, [(kept, Correction(unit="甲局", year=2020))])
    assert [one.name for one in reports(mine)] == ["000.txt", "020.txt"]


def test_a_report_whose_unit_nobody_knows_is_seen_by_those_alone_who_see_all(shared, mine, manual):
    add_reports(shared, [incoming(20)])
    assert [kept.name for kept in reports(mine)] == ["000.txt"]
    stored_corpus(mine, holdings(mine), manual)  # the machine looks, whoever asks
    assert [kept.name for kept in reports(mine)] == ["000.txt", "020.txt"]
    with shared.reading() as session:
        versions = session.scalars(select(Stored.version)).all()
    assert set(versions) == {1}


def test_a_corrected_unit_and_a_renamed_one_count(shared, mine):
    theirs = reports(shared)[1]
    correct_reports(shared, [(theirs, Correction(unit=MINE))])
    assert [kept.name for kept in reports(mine)] == ["000.txt", "001.txt"]
    before = roster(shared)
    renamed = [
        replace(unit, name="甲机关", aliases=("甲局", MINE)) if unit.name == MINE else unit for unit in before.units
    ]
    save_roster(shared, before, renamed)
    assert [kept.name for kept in reports(mine)] == ["000.txt", "001.txt"]


def test_what_rests_on_reports_that_are_no_longer_for_its_owner_leaves_the_basket(shared):
    own = account(shared, "孙七", REVIEWER)
    kept = reports(shared)[1]
    named = item("k1")
    held = replace(named, evidence=(replace(named.evidence[0], file=kept.name),))
    save_basket(own, Basket().add(held).add(item("k2")), 0)
    set_units(shared, listed(shared, "孙七"), [MINE])
    assert [one.key for one in load_basket(own)[0].items] == ["k2"]


def test_what_people_decided_on_a_unit_counts_for_who_may_see_it(shared, mine, manual):
    theirs, own = reports(shared)[1], reports(shared)[0]
    unit = {"action": Action.SET, "layer": Layer.DOCUMENT, "subject": "unit", "anchor": WHOLE}
    decide(shared, [confirm(theirs, value=MINE, **unit)])
    assert [kept.name for kept in reports(mine)] == ["000.txt", "001.txt"]
    (given,) = decide(shared, [confirm(own, value=OTHERS, **unit)])
    assert [kept.name for kept in reports(mine)] == ["001.txt"]
    corpus = stored_corpus(mine, holdings(mine), manual)
    assert list(corpus.tables["documents"]["unit"]) == [MINE]
    assert {one.sha256 for one in decisions(mine)} == {theirs.sha256}
    with pytest.raises(RefusedError):
        decide(mine, [confirm(theirs, value=OTHERS, **unit)])
    with pytest.raises(RefusedError):
        decide(mine, [confirm(own)])
    undo(shared, [given])
    assert [kept.name for kept in reports(mine)] == ["000.txt", "001.txt"]
    decide(replace(shared, person=replace(HERE, name="别人")), [confirm(theirs, value=OTHERS, **unit)])
    assert [kept.name for kept in reports(mine)] == ["000.txt"]  # as long as they disagree
