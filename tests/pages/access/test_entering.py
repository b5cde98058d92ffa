"""Who gets in, as a server and on a machine of one's own, and what is left when they go."""

import logging

import pytest
from entering import ADMIN, NAMES, UNITS, enter, errors, everything, titles
from onscreen import button, dashboard
from people import account, listed, said
from streamlit import config

from analysis.keeping.accounts import disable_account, set_password
from analysis.keeping.rights import MANAGER, REVIEWER, VIEWER


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
