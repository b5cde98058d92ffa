"""A clerk's day on a server: findings reviewed, a cue edited, a colleague who may not, and all of it in the audit."""

import re

from conftest import ROOT, dashboard
from people import account, all_entries
from test_accounts_browser import logged_in
from test_desk_browser import open_page
from test_manual_browser import CUE, cells
from test_review_browser import decide_ten, numbers, rest

from analysis.keeping.changes import Incoming, add_reports
from analysis.keeping.log import action_words, verify_chain
from analysis.keeping.opening import open_desk
from analysis.keeping.rights import MANAGER, VIEWER
from analysis.reading.read import read
from analysis.reading.sources import gather

CLERK, COLLEAGUE = "办案的人", "看报告的人"
OWN, OTHERS = "榆渡镇", "澄岭市教育局"
SAMPLES = sorted((ROOT / "data" / "samples").glob("*.txt"))


def stored(file):
    """A desk of the samples with two accounts, one of them for a single unit."""
    desk = open_desk(f"sqlite:///{file}")
    add_reports(desk, [Incoming(source, read(source)) for source in gather(SAMPLES)[0]])
    account(desk, CLERK, MANAGER)
    account(desk, COLLEAGUE, VIEWER, [OWN])
    return desk


def review(page):
    """Ten findings decided on by keys, the last one taken back."""
    decide_ten(page)
    rest(page)
    page.keyboard.press("z")
    page.wait_for_function("document.body.innerText.includes('上一个：驳回主题')")
    rest(page)


def edit_a_cue(page):
    open_page(page, "编码手册", "text=加一个线索词")
    page.get_by_role("textbox", name="加一个线索词").fill(CUE)
    page.get_by_role("textbox", name="加一个线索词").press("Enter")
    page.get_by_role("button", name="预览影响").click()
    page.wait_for_selector(".evidence .appears")
    page.get_by_role("textbox", name="修改的理由").fill("漏了这种说法")
    page.get_by_role("button", name="保存为新版本").click()
    page.wait_for_selector("text=已保存为新版本")


def test_a_day_of_review_is_seen_in_the_charts_refused_to_others_and_kept_in_the_audit(browser, tmp_path):
    file = tmp_path / "desk.db"
    desk = stored(file)
    with dashboard(file, DUIZHAO_MODE="server") as server:
        with logged_in(browser, server, CLERK) as page:
            before = cells(page)
            review(page)
            open_page(page, "主题对比", ".js-plotly-plot .point")
            page.get_by_text(re.compile("格经人工复核")).first.wait_for()
            reviewed = numbers(page)
            assert reviewed != before
            edit_a_cue(page)
            assert cells(page) != reviewed

        with logged_in(browser, server, COLLEAGUE) as page:
            open_page(page, "主题对比", ".js-plotly-plot .point")
            rest(page)
            assert OWN in page.locator(".js-plotly-plot").inner_text()
            assert OTHERS not in page.locator("body").inner_text()
            assert not page.get_by_role("link", name="管理", exact=True).count()
            open_page(page, "编码手册", "text=加一个线索词")
            page.get_by_role("textbox", name="加一个线索词").fill("述廉")
            page.get_by_role("textbox", name="加一个线索词").press("Enter")
            page.wait_for_selector("text=增加述廉")
            assert page.get_by_role("button", name="保存为新版本").is_disabled()

    told = all_entries(desk)
    done = set(zip(told["actor"], told["action"], strict=True))
    wanted = {(CLERK, "login"), (CLERK, "decide"), (CLERK, "codebook"), (COLLEAGUE, "login")}
    assert {(who, action_words(action)) for who, action in wanted} <= done
    assert told["action"].eq(action_words("decide")).sum() == 11
    assert verify_chain(desk).broken is None
    desk.engine.dispose()
