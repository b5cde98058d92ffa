"""As a server, over the real websocket: who gets in, what is sent to whom, and what is left behind."""

from contextlib import contextmanager

import pytest
from conftest import dashboard, visiting
from people import PASSWORD, account, listed, said

from analysis.keeping.accounts import disable_account, set_role
from analysis.keeping.changes import Incoming, add_reports
from analysis.keeping.log import verify_chain
from analysis.keeping.opening import open_desk
from analysis.keeping.rights import MANAGER, REVIEWER, VIEWER
from analysis.reading.base import Source
from analysis.reading.read import read
from pages.parts.names import PAGES

HOSTILE = "<img src=x onerror=alert(1)>"
UNITS = ("云岭县甲局", "云岭县乙局")
FORM = "text=对照　登录"
COLD = 60_000  # milliseconds that the first page of a server may take
READY = "[data-testid=stApp][data-test-script-state=notRunning]"


def report(unit):
    work = f"一、工作情况\n{unit}召开警示教育会3次。{HOSTILE}"
    lines = (f"{unit}2023年工作报告", work, f"二、存在的问题\n一是{unit}学习不够深入。")
    source = Source(f"{unit}{HOSTILE}.txt", "\n".join(lines).encode())
    return Incoming(source, read(source), unit=unit)


@pytest.fixture(scope="module")
def database(tmp_path_factory):
    """The file of a desk with a report of each unit and an account of each kind."""
    return tmp_path_factory.mktemp("server") / "desk.db"


@pytest.fixture(scope="module")
def desk(database):
    """The same, open."""
    opened = open_desk(f"sqlite:///{database}")
    add_reports(opened, [report(unit) for unit in UNITS])
    account(opened, "管理的人", MANAGER)
    account(opened, "甲的人", REVIEWER, UNITS[:1])
    account(opened, "乙的人", VIEWER, UNITS[1:])
    account(opened, "要走的人", REVIEWER)
    yield opened
    opened.engine.dispose()


@pytest.fixture(scope="module")
def server(database, desk):  # noqa: ARG001 - the accounts are made first
    """The address of a dashboard that asks everybody who it is."""
    with dashboard(database, DUIZHAO_MODE="server") as started:
        yield started


@contextmanager
def logged_in(browser, server, name, password=PASSWORD):
    """A page of somebody who logged in, and all that the server sent to it."""
    with visiting(browser, server, FORM, COLD) as page:
        fill_in(page, name, password)
        page.wait_for_selector("text=退出")
        page.wait_for_selector(READY)
        yield page


def fill_in(page, name, password=PASSWORD):
    page.get_by_label("账号").fill(name)
    page.get_by_label("密码", exact=True).fill(password)
    page.get_by_role("button", name="登录").click()


@contextmanager
def overheard(browser, server):
    """A page before the login, and all frames of its websockets."""
    frames = []
    page = browser.new_page(locale="zh-CN")
    page.set_default_timeout(COLD)
    page.on("websocket", lambda socket: socket.on("framereceived", lambda frame: frames.extend([frame])))
    page.goto(server)
    page.wait_for_selector(FORM)
    yield page, frames
    page.close()


def heard(frames):
    return b"".join(frame if isinstance(frame, bytes) else frame.encode() for frame in frames).decode("utf-8", "ignore")


def test_a_server_without_accounts_says_so_on_the_page_and_in_the_terminal(browser, tmp_path):
    with (
        (tmp_path / "terminal").open("wb") as terminal,
        dashboard(tmp_path / "desk.db", terminal, DUIZHAO_MODE="server") as address,
        visiting(browser, address, "text=还没有可用的账号", COLD) as page,
    ):
        assert page.get_by_text("python -m analysis account add").count()
        assert not page.get_by_role("button").count()
    assert "python -m analysis account add" in (tmp_path / "terminal").read_text(encoding="utf-8")


def test_nothing_is_sent_before_the_login_whatever_the_address(browser, server):
    with overheard(browser, server) as (page, frames):
        for key in ("", *PAGES):
            page.goto(f"{server}/{key}")
            page.wait_for_selector(FORM)
            page.wait_for_selector(READY)
        assert page.locator("[data-testid=stTopNav]").count() == 0
        fill_in(page, "甲的人", "wrong password")
        page.wait_for_selector("text=账号或密码不对")
    assert len(frames) > 2 * len(PAGES)
    assert not [unit for unit in UNITS if unit in heard(frames)]
    assert HOSTILE not in heard(frames)


def test_of_two_people_at_once_neither_is_sent_what_is_the_others(browser, server):
    with overheard(browser, server) as (one, to_one), overheard(browser, server) as (other, to_other):
        fill_in(one, "甲的人")
        fill_in(other, "乙的人")
        for key in PAGES:
            if key == "admin":
                continue
            for page in (one, other):
                page.wait_for_selector("text=退出")
                link = page.get_by_test_id("stTopNav").get_by_role("link", name=PAGES[key][1])
                link.first.click()
                page.wait_for_url(f"**/{'' if key == 'overview' else key}*")
                page.wait_for_selector(READY)
                page.wait_for_timeout(300)
    for frames, own, foreign in ((to_one, *UNITS), (to_other, *reversed(UNITS))):
        assert own in heard(frames)
        assert foreign not in heard(frames)


def test_the_page_for_managers_is_not_there_for_others_by_its_address(browser, server, desk):
    with overheard(browser, server) as (page, frames):
        fill_in(page, "甲的人")
        page.wait_for_selector("text=退出")
        assert not page.get_by_role("link", name="管理", exact=True).count()
        page.goto(f"{server}/admin")
        page.wait_for_selector(FORM)  # loading a page anew asks for the login again
        fill_in(page, "甲的人")
        page.wait_for_selector("text=退出")
        page.wait_for_selector(READY)
    assert "要走的人" not in heard(frames)
    assert said(desk, "login")[-1] == ("甲的人", "")


def test_a_person_who_leaves_leaves_nothing_in_the_window(browser, server):
    with overheard(browser, server) as (page, frames):
        fill_in(page, "甲的人")
        page.wait_for_selector("text=退出")
        page.wait_for_selector(READY)
        page.get_by_label("部分").get_by_text("问题").click()
        page.wait_for_url("**part=*")
        page.get_by_role("button", name="退出").click()
        page.get_by_role("link", name="重新登录").click()
        page.wait_for_selector(FORM)
        page.wait_for_selector(READY)
        frames.clear()
        fill_in(page, "乙的人")
        page.wait_for_selector("text=乙的人（查看）")
        page.wait_for_selector(READY)
        assert "part=" not in page.url
    assert UNITS[0] not in heard(frames)


def test_downloads_are_noted_and_refused_to_whom_was_shut_out_meanwhile(browser, server, desk):
    with logged_in(browser, server, "要走的人") as page:
        page.get_by_test_id("stTopNav").get_by_role("link", name="主题对比").click()
        page.wait_for_selector("text=数据（CSV）")
        page.wait_for_selector(READY)
        with page.expect_download() as taken:
            page.get_by_text("数据（CSV）").first.click()
        assert taken.value.path().read_bytes().startswith(b"\xef\xbb\xbf")
        assert said(desk, "export")[-1][0] == "要走的人"
        count = len(said(desk, "export"))
        set_role(desk, listed(desk, "要走的人"), VIEWER)
        disable_account(desk, listed(desk, "要走的人"))
        page.get_by_text("数据（CSV）").first.click()
        page.wait_for_timeout(1500)
        assert len(said(desk, "export")) == count
        assert said(desk, "refused")[-1][0] == "要走的人"
        page.get_by_test_id("stTopNav").get_by_role("link", name="总览").click()
        page.wait_for_selector("text=登录已结束")


def test_names_that_are_script_are_shown_as_text_to_the_manager(browser, server, desk):
    account(desk, f"{HOSTILE}人", VIEWER, [f"{HOSTILE}局"])
    with logged_in(browser, server, "管理的人") as page:
        page.get_by_test_id("stTopNav").get_by_role("link", name="管理", exact=True).click()
        page.wait_for_selector("text=新增账号")
        page.get_by_text("操作记录").first.click()
        page.get_by_role("button", name="校验审计链").click()
        page.wait_for_selector("text=审计链完整")
        assert page.locator("img[src=x]").count() == 0
    assert verify_chain(desk).broken is None
