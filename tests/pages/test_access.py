"""Who sees which page and may press which button, as a server and on a machine of one's own."""

import logging
import re

import pytest
from people import ANONYMOUS, DISABLED, PASSWORD, ROLES, account, listed, said
from streamlit import config
from test_dashboard import dashboard, words

from analysis.keeping.accounts import disable_account, set_password, set_role, set_units
from analysis.keeping.changes import Incoming, add_reports, delete_reports
from analysis.keeping.opening import open_desk
from analysis.keeping.reports import deleted
from analysis.keeping.rights import ACTIONS, MANAGER, REVIEWER, VIEWER, Person
from analysis.keeping.roster import save_roster
from analysis.keeping.units import Roster, RosterUnit
from analysis.reading.base import Source
from analysis.reading.read import read
from pages.parts import access
from pages.parts.access import NEEDS
from pages.parts.names import PAGES

ESCAPED = re.compile(r"\\u([0-9a-f]{4})")  # as a chart's JSON holds Chinese
HOSTILE = "<img src=x onerror=alert(1)>"
ADMIN, DESK, MEETING = (PAGES[key][0] for key in ("admin", "desk", "meeting"))
UNITS = {"云岭县甲局": "甲.txt", "云岭县乙局": f"乙{HOSTILE}.txt", "云岭县丙局": "丙.txt"}
NAMES = {VIEWER: "查看的人", REVIEWER: "复核的人", MANAGER: "管理的人"}
OTHERS = ("乙局", "丙局", f"乙{HOSTILE}", "丙.txt")
# A button or an uploader on a page, which part of it, and the action that greys it out.
PRESSED = (
    (DESK, "报告", "把报告存入报告库", "add"),
    (DESK, "报告", "全部重新读取并编码", "read_again"),
    (DESK, "报告", "恢复", "bring_back"),
    (DESK, "报告", "我确认：回收站", "empty_bin"),
    (DESK, "单位名录", "从报告库补全单位", "roster"),
    (DESK, "视图与材料", "保存视图", "save_view"),
)


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


def button(app, start):
    return next(one for one in app.button if one.label.startswith(start))


def enter(name, password=PASSWORD, app=None):
    """Somebody who filled in the form and pressed 登录."""
    app = app or dashboard()
    app.text_input(key="login-name").set_value(name)
    app.text_input(key="login-password").set_value(password)
    return button(app, "登录").click().run()


def as_kind(kind):
    if kind == ANONYMOUS:
        return dashboard()
    return enter("停用的人" if kind == DISABLED else NAMES[kind])


def everything(app):
    """All that was sent to the browser, words in charts and grids included."""
    raw = b"".join(element.proto.SerializeToString() for element in _leaves(app._tree.children.values()))
    return ESCAPED.sub(lambda found: chr(int(found[1], 16)), raw.decode("utf-8", "ignore"))


def _leaves(elements):
    for element in elements:
        if hasattr(element, "children"):
            yield from _leaves(element.children.values())
        if getattr(element, "proto", None) is not None:
            yield element


def titles(app):
    return [one.value for one in app.title]


def errors(app):
    return [one.value for one in app.error]


def test_a_server_without_accounts_lets_nobody_in_and_says_the_command(desk, monkeypatch, caplog):
    monkeypatch.setenv("DUIZHAO_MODE", "server")
    with caplog.at_level(logging.CRITICAL, "duizhao"):
        app = dashboard()
    (error,) = errors(app)
    assert "python \\-m analysis account add" in error
    assert "python -m analysis account add" in caplog.text
    assert not app.button
    assert not app.text_input
    assert "甲局" not in everything(app)
    account(desk, "王五", MANAGER)
    assert titles(app.run()) == ["对照　登录"]


def test_accounts_that_are_all_disabled_are_none(desk, monkeypatch):
    account(desk, "王五", VIEWER)
    disable_account(desk, listed(desk, "王五"))
    monkeypatch.setenv("DUIZHAO_MODE", "server")
    assert "还没有可用的账号" in errors(dashboard())[0]


@pytest.mark.parametrize("mode", ["Server", "SERVER ", "1", "prod"])
def test_a_mode_that_cannot_be_meant_is_said_and_opens_nothing(mode, desk, monkeypatch):  # noqa: ARG001 - reports there
    monkeypatch.setenv("DUIZHAO_MODE", mode)
    app = dashboard()
    assert "DUIZHAO" in errors(app)[0]
    assert "甲局" not in everything(app)


@pytest.mark.parametrize(("address", "open_"), [("0.0.0.0", True), (None, True), ("::", True), ("localhost", False)])  # noqa: S104
def test_without_a_login_nothing_is_shown_to_other_machines(desk, address, open_):  # noqa: ARG001 - reports there
    before = config.get_option("server.address")
    config.set_option("server.address", address)
    try:
        app = dashboard()
        assert bool(errors(app)) == open_
        assert ("甲局" in everything(app)) != open_
    finally:
        config.set_option("server.address", before)


def test_ones_own_machine_asks_for_nothing_and_has_no_page_for_accounts(desk):
    app = dashboard()
    assert titles(app) == ["总览"]
    assert not [one for one in app.button if one.label == "退出"]
    assert app.session_state["desk-person"].name == "本机"
    with pytest.raises(ValueError, match="navigation page"):
        app.switch_page(ADMIN)
    assert said(desk, "refused") == []


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


@pytest.mark.parametrize(
    "end",
    [
        disable_account,
        lambda desk, one: set_password(desk, one, "staple battery horse correct"),
    ],
)
def test_an_account_that_ended_is_out_at_the_next_click_and_leaves_nothing(server, end):
    app = enter(NAMES[REVIEWER])
    app.session_state["mine"] = "云岭县甲局"
    end(server, listed(server, NAMES[REVIEWER]))
    app.run()
    assert titles(app) == ["对照　已退出"]
    assert not app.button
    assert "mine" not in app.session_state
    assert not any(unit in everything(app) for unit in UNITS)


@pytest.mark.usefixtures("server")
def test_whoever_comes_next_finds_nothing_of_the_person_before():
    app = enter(NAMES[REVIEWER])
    app.session_state["inputs"] = app.session_state["basket"] = app.session_state["finding"] = "mine"
    app.session_state["inputs"] = None
    button(app, "退出").click().run()
    assert titles(app) == ["对照　已退出"]
    for key in ("inputs", "basket", "finding", "view"):
        assert key not in app.session_state
    assert not app.run().button


def test_a_wrong_password_is_said_and_five_lock(server):
    app = dashboard()
    for _ in range(5):
        enter(NAMES[VIEWER], "wrong password", app)
        assert "账号或密码不对" in errors(app)[0]
    enter(NAMES[VIEWER], app=app)
    assert "账号或密码不对" in errors(app)[0]
    assert said(server, "locked") == [(NAMES[VIEWER], "")]


@pytest.mark.parametrize("role", [VIEWER, REVIEWER])
def test_units_that_are_not_for_a_person_are_on_no_page(server, role):
    set_units(server, listed(server, NAMES[role]), ["云岭县甲局"])
    app = enter(NAMES[role])
    for key, (file, _) in PAGES.items():
        if key in NEEDS:
            continue
        app.switch_page(file).run()
        assert not app.exception, file
        sent = everything(app)
        assert not [name for name in OTHERS if name in sent], file
    app.switch_page(DESK).run()
    for part in ("reports", "units", "kept"):
        app.session_state["manage"] = part
        sent = everything(app.run())
        assert "云岭县甲局" in sent or part == "kept"
        assert not [name for name in OTHERS if name in sent], part
    app.switch_page(MEETING).run()
    if "一键全套" in [one.label for one in app.button]:
        button(app, "一键全套").click().run()
        assert len(app.session_state["basket"]) > 3
        assert not [name for name in OTHERS if name in repr(app.session_state["basket"])]


def test_two_people_at_once_each_see_their_own(server):
    set_units(server, listed(server, NAMES[VIEWER]), ["云岭县甲局"])
    set_units(server, listed(server, NAMES[REVIEWER]), ["云岭县乙局"])
    one, other, boss = (enter(NAMES[role]) for role in (VIEWER, REVIEWER, MANAGER))
    for page in (PAGES["themes"][0], PAGES["problems"][0], PAGES["overview"][0]):
        for app, own in ((one, {"甲"}), (other, {"乙"}), (boss, {"甲", "乙", "丙"}), (one, {"甲"})):
            sent = everything(app.switch_page(page).run())
            assert {unit for unit in "甲乙丙" if f"云岭县{unit}局" in sent} == own
    assert one.session_state["desk-person"].name != other.session_state["desk-person"].name


def test_accounts_are_made_changed_and_shut_out_on_the_page(server):
    app = enter(NAMES[MANAGER]).switch_page(ADMIN).run()
    assert titles(app) == ["管理"]
    name, units, password = (
        next(one for one in (*app.text_input, *app.text_area) if one.label.startswith(label) and one.form_id)
        for label in ("账号", "只能看", "密码")
    )
    name.set_value(f"新人{HOSTILE}"), units.set_value("云岭县甲局、云岭县乙局"), password.set_value(PASSWORD)
    button(app, "新增").click().run()
    assert [one.value for one in app.success] == ["账号已新增。"]
    new = listed(server, f"新人{HOSTILE}")
    assert (new.role, new.units) == (VIEWER, ("云岭县甲局", "云岭县乙局"))
    app.selectbox(key="account-change").set_value(new.name).run()
    button(app, "停用账号").click().run()
    assert listed(server, new.name).disabled
    assert said(server, "disable_account")[-1] == (NAMES[MANAGER], new.name)
    app.selectbox(key="account-change").set_value(NAMES[MANAGER]).run()
    button(app, "停用账号").click().run()
    assert "最后一个可用的管理账号" in errors(app)[0]


def test_the_audit_is_shown_filtered_and_its_chain_verified(server):
    app = enter(NAMES[MANAGER])
    app.session_state["admin"] = "audit"
    app.switch_page(ADMIN).run()
    (grid,) = app.dataframe
    assert {"登录", "存入报告", "新增账号"} <= set(grid.value["操作"])
    app.multiselect(key="audit-actions").set_value(["add"]).run()
    assert set(app.dataframe[0].value["操作"]) == {"存入报告"}
    app.text_input(key="audit-words").set_value("没有这样的字").run()
    assert app.dataframe[0].value.empty
    button(app, "校验审计链").click().run()
    assert "审计链完整" in app.success[0].value
    with server.engine.begin() as connection:
        connection.exec_driver_sql("DROP TRIGGER audit_no_update")
        connection.exec_driver_sql("UPDATE audit SET actor = '别人' WHERE id = 2")
    button(app, "校验审计链").click().run()
    assert "第 2 条" in errors(app)[0].replace("\\", "")


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
