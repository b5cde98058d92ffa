"""A clerk's day, first half: reports in, ten findings reviewed by keyboard, the charts follow, an undo, a restart."""

import re
import sqlite3
from contextlib import closing

from conftest import ROOT, dashboard, visiting
from test_desk_browser import open_page

COLD = 120_000  # milliseconds that a server may take which was started for this test alone
RESTING = "[data-testid=stApp][data-test-script-state=notRunning]"
FILES = 3
SAMPLES = ROOT / "data" / "samples"


def rest(page):
    """Waits until nothing moves any more."""
    page.wait_for_timeout(300)
    page.wait_for_selector(RESTING)


def left(page):
    """How many are left to be reviewed."""
    return int(re.search(r"还有(\d+)条", page.get_by_text("条待复核").inner_text())[1])


def press(page, key, expected):
    page.keyboard.press(key)
    page.wait_for_function(f"document.body.innerText.includes('还有{expected}条待复核')")


def decide_ten(page):
    """Ten themes decided on by keys, the last one confirmed and the others rejected."""
    open_page(page, "复核", "text=条待复核")
    page.locator(".stMain").get_by_text("主题", exact=True).first.click()
    rest(page)
    count = left(page)
    for turn in range(10):
        press(page, "n" if turn < 9 else "y", count - turn - 1)


def kept(file):
    with closing(sqlite3.connect(file)) as desk:
        return [action for (action,) in desk.execute("SELECT action FROM decisions ORDER BY id")]


def heading(page):
    return page.locator(".js-plotly-plot .gtitle").first.text_content()


def numbers(page):
    """The figures in the cells of the heatmap."""
    return page.locator(".js-plotly-plot .barlayer .point text").all_text_contents()


def test_ten_findings_are_reviewed_by_keyboard_and_the_charts_follow(browser, tmp_path):
    file = tmp_path / "desk.db"
    with dashboard(file) as address, visiting(browser, address, "h1", COLD) as page:
        open_page(page, "报告管理", "text=把报告存入报告库")
        given = sorted(SAMPLES.glob("*2023年.txt"))[:FILES]
        page.locator("[class*=st-key-intake-] input[type=file]").set_input_files(given)
        page.get_by_role("button", name=f"存入报告库（{FILES}份）").click()
        page.wait_for_selector(f"text=报告库里的 {FILES} 份报告")
        open_page(page, "主题对比", ".js-plotly-plot .point")
        rest(page)
        assert "人工复核" not in heading(page)
        before = numbers(page)

        decide_ten(page)
        assert kept(file) == ["reject"] * 9 + ["confirm"]
        page.get_by_role("textbox", name="备注").click()
        page.keyboard.type("yn z")
        page.keyboard.press("Enter")
        rest(page)
        assert kept(file) == ["reject"] * 9 + ["confirm"]

        open_page(page, "主题对比", ".js-plotly-plot .point")
        page.get_by_text(re.compile("格经人工复核")).first.wait_for()
        reviewed = heading(page)
        assert int(re.search(r"其中(\d+)格经人工复核", reviewed)[1]) >= 1
        after = numbers(page)
        assert after != before

        open_page(page, "复核", "text=条待复核")
        rest(page)
        page.keyboard.press("z")
        page.wait_for_function("document.body.innerText.includes('上一个：驳回主题')")
        rest(page)
        page.keyboard.press("z")
        rest(page)
        page.wait_for_timeout(500)
        assert kept(file) == ["reject"] * 9 + ["confirm", "undo", "undo"]
        open_page(page, "主题对比", ".js-plotly-plot .point")
        rest(page)
        page.wait_for_timeout(1000)
        undone = numbers(page)
        assert undone != after

    with dashboard(file) as address, visiting(browser, address, "h1", COLD) as page:
        open_page(page, "主题对比", ".js-plotly-plot .point")
        page.get_by_text(re.compile("格经人工复核")).first.wait_for()
        rest(page)
        assert numbers(page) == undone
        open_page(page, "复核", "text=条待复核")
        page.get_by_text("已作的决定", exact=True).click()
        page.wait_for_selector("text=所选报告共有8个决定")
