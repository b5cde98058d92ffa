"""Who sees what while a report is coded blind."""

import pytest
from decided import People, corpus, manual, own, report

from analysis.agreement.blind import BlindTask, before_opening, blind_reports, visible_decisions
from analysis.reviewing.applying.apply import apply

WARNING = "开展警示教育3次"


@pytest.fixture
def people():
    return People()


@pytest.fixture
def task():
    return BlindTask(report()["sha256"], frozenset("李王"))


def seen(viewer, people, task):
    return [one.decision_id for one in visible_decisions(viewer, people.made, [task])]


def blind(viewer, people, task):
    return blind_reports(viewer, corpus()["documents"], people.made, [task])


def test_coders_see_their_own_and_others_nothing_of_theirs(people, task):
    for by in "李王张":
        people.decide(by, "add", "coding", WARNING, "warning_education")
    assert (seen("李", people, task), seen("王", people, task), seen("张", people, task)) == (
        ["e0", "e2"],
        ["e1", "e2"],
        ["e2"],
    )
    assert seen("张", people, BlindTask("another", task.coders)) == ["e0", "e1", "e2"]


def test_a_report_opens_once_all_have_finished_and_stays_open(people, task):
    key = frozenset([report()["document_id"]])
    first = people.decide("李", "finish", "document")
    assert (blind("李", people, task), blind("王", people, task), blind("张", people, task)) == (key, key, frozenset())
    people.decide("李", "undo", names=[first.decision_id])
    people.decide("王", "finish", "document")
    assert blind("王", people, task) == key
    people.decide("李", "finish", "document")
    assert not blind("李", people, task)
    assert seen("王", people, task) == ["e0", "e1", "e2", "e3"]
    people.decide("李", "undo", names=["e3"])
    assert not blind("李", people, task)
    assert [one.decision_id for one in before_opening(task, people.made)] == ["e0", "e1", "e2", "e3"]


def test_a_blind_report_holds_nothing_that_the_machine_judged(people):
    people.decide("李", "set", "role", "认真落实一岗双责", value="problems")
    people.decide("李", "add", "coding", WARNING, "talks")
    key = report()["document_id"]
    applied = apply(corpus(), people.made, manual(), blind=frozenset([key]))
    assert list(own(applied.tables, "codings")["source"]) == ["human"]
    assert own(applied.tables, "problems").empty
    assert own(applied.tables, "plans").empty
    assert own(applied.tables, "features")["covered"].sum() == 1
    assert set(own(applied.tables, "indicators")["status"]) == {"absent"}
    assert not report(applied.tables)["has_problems"]
    others = applied.tables["codings"]["document_id"].ne(key)
    assert others.sum() == corpus()["codings"]["document_id"].ne(key).sum()
