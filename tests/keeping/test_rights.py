"""Who may do what: every action by everybody, by the one table of rights."""

import ast
from dataclasses import replace
from pathlib import Path

import pytest
from doing import DOING
from onpaper import incoming, several
from people import ANONYMOUS, DISABLED, PASSWORD, ROLES, account, as_person, content, listed, said
from test_roster_views_baskets import item

from analysis.basket import Basket
from analysis.corrections import Correction
from analysis.keeping.accounts import disable_account, set_role
from analysis.keeping.baskets import load_basket, save_basket
from analysis.keeping.changes import add_reports, correct_reports, delete_reports
from analysis.keeping.errors import DeskError, RefusedError
from analysis.keeping.log import action_words
from analysis.keeping.reports import reports
from analysis.keeping.rights import ACTIONS, EVENTS, HERE, MANAGER, REVIEWER, VIEWER
from analysis.keeping.views import View, save_view, views

PACKAGE = Path(__file__).resolve().parents[2] / "analysis"
EVERYBODY = (*ROLES, ANONYMOUS, DISABLED)
ASKED = {"acting", "permit", "note"}


def test_every_action_of_the_table_is_tried_and_none_is_asked_for_that_is_not_in_it():
    assert set(DOING) == set(ACTIONS)
    calls = [node for file in PACKAGE.rglob("*.py") for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))]
    calls = [node for node in calls if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)]
    asked = [node.args[0] for node in calls if node.func.attr in ASKED and node.args]
    named = {one.value for one in asked if isinstance(one, ast.Constant)}
    assert named <= set(ACTIONS)
    assert {"add", "backup", "read_audit"} <= named


def test_nothing_is_both_an_action_and_an_event_and_all_have_chinese_words():
    assert not set(ACTIONS) & set(EVENTS)
    assert all(action_words(name) != name for name in (*ACTIONS, *EVENTS))


@pytest.mark.parametrize("action", ACTIONS)
def test_everybody_may_do_what_the_table_gives_and_nothing_else(desk, action):
    ranks = {role: place for place, role in enumerate(ROLES)}
    for number, kind in enumerate(EVERYBODY):
        own = as_person(desk, kind)
        if kind in ranks and ranks[kind] >= ranks[ACTIONS[action].least]:
            DOING[action](desk, own, number)
            continue
        with pytest.raises(RefusedError) as refused:
            DOING[action](desk, own, number)
        assert refused.value.reason.endswith(("。", "员"))
        assert said(desk, "refused")[-1][0] == own.actor


@pytest.mark.parametrize("kind", [VIEWER, ANONYMOUS, DISABLED])
def test_what_is_refused_changes_nothing(desk, kind):
    add_reports(desk, several(2))
    own = as_person(desk, kind)
    before, kept = content(desk), reports(desk)
    for try_ in (
        lambda: delete_reports(own, kept),
        lambda: correct_reports(own, [(kept[0], Correction(unit="改名"))]),
        lambda: save_view(own, View("视图", "themes", {})),
        lambda: add_reports(own, [incoming(5)]),
    ):
        with pytest.raises(RefusedError):
            try_()
    assert content(desk) == before


def test_a_role_that_was_taken_away_holds_at_the_next_action_of_an_open_session(desk):
    own = account(desk, "王五", REVIEWER)
    add_reports(own, several(1))
    set_role(desk, listed(desk, "王五"), VIEWER)
    assert own.person.role == REVIEWER  # the session still believes so
    with pytest.raises(RefusedError, match="您的角色是“查看”"):
        delete_reports(own, reports(own))
    account(desk, "留任", MANAGER)
    disable_account(desk, listed(desk, "王五"))
    with pytest.raises(RefusedError, match="停用"):
        reports(own)
    assert said(desk, "refused") == [("王五", "1")]


def test_views_and_baskets_belong_to_a_person(desk):
    one, other = account(desk, "甲某", REVIEWER), account(desk, "乙某", REVIEWER)
    for own in (desk, one, other):
        save_view(own, View("同名", "themes", {"unit": (own.actor,)}))
        save_basket(own, Basket().add(item(own.actor)), 0)
    for own in (desk, one, other):
        assert [view.filters for view in views(own)] == [{"unit": (own.actor,)}]
        assert [kept.key for kept in load_basket(own)[0].items] == [own.actor]


def test_a_desk_of_ones_own_may_do_everything_without_an_account(desk):
    assert desk.person == HERE
    assert all(HERE.may(action) for action in ACTIONS)
    assert PASSWORD not in repr(said(desk, "add_account"))


def test_a_refused_try_on_a_desk_in_trouble_is_refused_all_the_same(desk):
    own = replace(as_person(desk, VIEWER), trouble="只能查看。")
    with pytest.raises(RefusedError):
        own.permit("backup")
    own.note("export", "表.csv")
    with pytest.raises(DeskError, match="只能查看"):
        delete_reports(replace(own, person=HERE), [])
