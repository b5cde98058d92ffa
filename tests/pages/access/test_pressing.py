"""Who sees which page and may press which button."""

import pytest
from entering import ADMIN, DESK, MEETING, NAMES, UNITS, as_kind, enter, errors, everything, titles
from onscreen import button, words
from people import ANONYMOUS, DISABLED, ROLES, listed, said

from analysis.keeping.accounts import set_role
from analysis.keeping.reports import deleted
from analysis.keeping.rights import ACTIONS, REVIEWER, VIEWER, Person
from pages.parts import access
from pages.parts.access import NEEDS
from pages.parts.names import PAGES

# A button or an uploader on a page, which part of it, and the action that greys it out.
PRESSED = (
    (DESK, "报告", "把报告存入报告库", "add"),
    (DESK, "报告", "全部重新读取并编码", "read_again"),
    (DESK, "报告", "恢复", "bring_back"),
    (DESK, "报告", "我确认：回收站", "empty_bin"),
    (DESK, "单位名录", "从报告库补全单位", "roster"),
    (DESK, "视图与材料", "保存视图", "save_view"),
)


@pytest.mark.parametrize("kind", [*ROLES, ANONYMOUS, DISABLED])
@pytest.mark.usefixtures("server")
def test_every_page_by_everybody(kind):
    app = as_kind(kind)
    role = kind if kind in ROLES else ""
    for key, (file, _) in PAGES.items():
        if role and key in NEEDS and not Person("", role).may(NEEDS[key]):
            with pytest.raises(ValueError, match="navigation page"):  # not even registered
                app.switch_page(file)
            continue
        app.switch_page(file).run()
        assert not app.exception, file
        if role:
            assert errors(app) == [], file
            assert titles(app) != ["对照　登录"]
            assert "云岭县甲局" in everything(app) or key in {"admin", "meeting"}, file
        else:
            assert titles(app) == ["对照　登录"]
            assert not any(unit in everything(app) for unit in UNITS)


@pytest.mark.parametrize("part", ["accounts", "audit"])
@pytest.mark.parametrize("role", [VIEWER, REVIEWER])
def test_the_page_for_managers_refuses_others_even_if_the_navigation_let_them_in(server, monkeypatch, role, part):
    monkeypatch.setattr(access, "NEEDS", {})
    app = enter(NAMES[role])
    app.session_state["admin"] = part
    app.switch_page(ADMIN).run()
    assert all("没有权限" in error for error in errors(app))
    assert errors(app)
    assert not app.dataframe
    assert "停用的人" not in everything(app)
    assert {actor for actor, _ in said(server, "refused")} == {NAMES[role]}


@pytest.mark.parametrize(("page", "part", "label", "action"), PRESSED)
@pytest.mark.parametrize("role", ROLES)
@pytest.mark.usefixtures("server")
def test_what_would_be_refused_is_grey(role, page, part, label, action):
    app = enter(NAMES[role])
    app.session_state["manage"] = {"报告": "reports", "单位名录": "units", "视图与材料": "kept"}[part]
    app.switch_page(page).run()
    found = [one for one in (*app.button, *app.checkbox, *app.file_uploader) if one.label.startswith(label)]
    assert found
    assert all(one.disabled != Person("", role).may(action) for one in found)


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.usefixtures("server")
def test_back_ups_are_for_those_who_may_have_all(role):
    app = enter(NAMES[role])
    app.session_state["manage"] = "backup"
    app.switch_page(DESK).run()
    assert bool([one for one in app.button if one.label == "生成备份"]) == Person("", role).may("backup")


def test_a_click_on_a_page_drawn_before_the_right_ended_is_refused(server):
    app = enter(NAMES[REVIEWER]).switch_page(DESK).run()
    set_role(server, listed(server, NAMES[REVIEWER]), VIEWER)
    button(app, "恢复").click().run()
    assert any("没有权限：恢复删除的报告" in error for error in errors(app))
    assert len(deleted(server)) == 1
    assert said(server, "refused") == [(NAMES[REVIEWER], "1")]
    assert button(app, "恢复").disabled


@pytest.mark.usefixtures("server")
def test_a_viewers_material_stays_in_the_session_and_says_so():
    app = enter(NAMES[VIEWER]).switch_page(PAGES["themes"][0]).run()
    next(one for one in app.button if one.label == "加入会议材料").click().run()
    assert not errors(app)
    app.switch_page(MEETING).run()
    assert "您的角色不保存会议材料" in words(app)
    app = enter(NAMES[VIEWER]).switch_page(MEETING).run()
    assert len(app.session_state["basket"]) == 0


def test_every_page_and_action_of_the_tests_is_in_the_table():
    assert set(NEEDS) <= set(PAGES)
    assert set(NEEDS.values()) <= set(ACTIONS)
    assert {action for *_, action in PRESSED} <= set(ACTIONS)
