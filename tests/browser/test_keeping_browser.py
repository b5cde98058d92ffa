"""What a clerk does on the first day: a zip in, two units corrected, the computer restarted, everything there."""

import io
import sqlite3
import zipfile
from contextlib import closing

import pytest
from conftest import dashboard, visiting
from paperfiles import FORMATS, UNITS, as_txt, paragraphs
from test_desk_browser import open_page

COLD = 120_000  # milliseconds that a server may take which was started for this test alone
ROW = 33  # the height of a grid's row, in pixels


@pytest.fixture
def archive():
    """A zip with a report of another unit in each format."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for place, (name, make) in enumerate(FORMATS.items()):
            packed.writestr(f"上报/{place}-{name}", make(paragraphs(UNITS[name])))
    return {"name": "上报.zip", "mimeType": "application/zip", "buffer": out.getvalue()}


def resting_grid(page):
    """Where the grid is once nothing moves any more."""
    page.wait_for_timeout(500)  # an edit is sent a moment after it was made
    page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]")
    page.wait_for_timeout(500)
    return page.locator("[data-testid=stDataFrame]").first.bounding_box()


def retype(page, row, unit):
    """Types `unit` into the second column that can be written in the grid, in the row counted from 0."""
    box = resting_grid(page)
    page.mouse.click(box["x"] + 130, box["y"] + ROW * (row + 1) + ROW / 2)
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    page.locator("#portal textarea, #portal input").first.fill(unit)
    page.keyboard.press("Enter")


def stored(file):
    with closing(sqlite3.connect(file)) as connection:
        rows = connection.execute("SELECT unit FROM reports ORDER BY name").fetchall()
    return [unit for (unit,) in rows]


def test_a_zip_is_taken_in_corrected_and_there_after_a_restart(browser, tmp_path, archive):
    file = tmp_path / "desk.db"
    with dashboard(file) as address, visiting(browser, address, "h1", COLD) as page:
        open_page(page, "报告管理", "text=把报告存入报告库")
        page.locator("[class*=st-key-intake-] input[type=file]").set_input_files([archive])
        page.wait_for_selector(f"text=读到 {len(FORMATS)} 份")
        assert not page.get_by_text("未能读取").count()
        retype(page, 0, "云岭县甲局机关")
        retype(page, 1, "云岭县乙局机关")
        resting_grid(page)
        page.get_by_role("button", name=f"存入报告库（{len(FORMATS)}份）").click()
        page.wait_for_selector(f"text=报告库里的 {len(FORMATS)} 份报告")
    units = stored(file)
    assert units == ["云岭县甲局机关", "云岭县乙局机关", *[None] * (len(FORMATS) - 2)]
    with dashboard(file) as address, visiting(browser, address, "h1", COLD) as page:
        open_page(page, "主题对比", "text=单位排序")
        figure = page.locator(".js-plotly-plot").first
        figure.get_by_text("云岭县甲局机关").first.wait_for()
        for unit in ("云岭县乙局机关", *(f"云岭县{unit}局" for unit in list(UNITS.values())[2:])):
            assert figure.get_by_text(unit, exact=True).count(), unit
        open_page(page, "报告管理", f"text=报告库里的 {len(FORMATS)} 份报告")
        with page.expect_download() as download:
            page.get_by_role("combobox", name="看一份报告").click()
            page.get_by_role("option", name="utf8.txt").click()
            page.get_by_role("button", name="下载原件").click()
        assert download.value.suggested_filename == "0-utf8.txt"
        assert download.value.path().read_bytes() == as_txt(paragraphs("甲"))


def test_a_deleted_report_comes_back_by_undo(browser, tmp_path, archive):
    file = tmp_path / "desk.db"
    with dashboard(file) as address, visiting(browser, address, "h1", COLD) as page:
        open_page(page, "报告管理", "text=把报告存入报告库")
        page.locator("[class*=st-key-intake-] input[type=file]").set_input_files([archive])
        page.get_by_role("button", name=f"存入报告库（{len(FORMATS)}份）").click()
        page.wait_for_selector(f"text=报告库里的 {len(FORMATS)} 份报告")
        box = resting_grid(page)
        page.mouse.click(box["x"] + 41, box["y"] + ROW * 1.5)
        page.get_by_role("button", name="删除所选（1份）").click()
        page.wait_for_selector(f"text=报告库里的 {len(FORMATS) - 1} 份报告")
        page.get_by_role("button", name="撤销删除（1份）").click()
        page.wait_for_selector(f"text=报告库里的 {len(FORMATS)} 份报告")
