"""What only a browser shows: clicks on cells, hosts asked, words on the screen, uploads by hand."""

import io
import os
import re
import zipfile
from pathlib import Path

from playwright.sync_api import expect

DOCS = Path(__file__).resolve().parents[2] / "docs"
HOSTILE = "<img src=x onerror=alert(1)>局"


def click_cell(page, text):
    """Clicks the first cell that says `text` (a pattern) and returns what it says.

    Cells lie under plotly's own layer, so the pointer goes to where the cell is.
    """
    cell = page.locator(".js-plotly-plot .point").filter(has_text=re.compile(f"^({text})$")).first
    box = cell.locator("path").bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    return cell.text_content()


def picture(page, name):
    """Saves the screen for the README where the variable PICTURES asks for it."""
    if os.environ.get("PICTURES"):
        page.wait_for_timeout(800)
        page.screenshot(path=DOCS / name)


def themes(page):
    page.get_by_test_id("stTopNav").get_by_role("link", name="主题对比").click()
    page.wait_for_selector("text=单位排序")
    page.wait_for_function("document.querySelectorAll('.js-plotly-plot .point path').length > 200")


def upload(page, turn, *files):
    """The uploader is emptied, and made anew, after each turn; nobody drops a file while the page is being drawn."""
    page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]")
    page.locator(f".st-key-files-{turn} input[type=file]").set_input_files(
        [{"name": name, "mimeType": "text/plain", "buffer": data} for name, data in files]
    )


def test_a_cell_opens_its_sentences_and_a_second_click_closes_them(visit):
    page = visit.page
    themes(page)
    click_cell(page, "3")
    page.wait_for_selector(".st-key-drawer mark")
    heading = page.locator(".st-key-drawer h2").inner_text()
    assert re.search(r"（3处(，在[12]句里)?）$", heading)
    assert page.locator(".st-key-drawer mark").count() == 3
    assert page.locator(".st-key-drawer").bounding_box()["y"] < 768
    page.mouse.move(700, 60)
    picture(page, "themes.png")
    click_cell(page, "3")
    page.wait_for_selector(".st-key-drawer", state="detached")


def test_a_filter_narrows_the_heatmap_and_stays_in_the_address(visit):
    page = visit.page
    themes(page)
    cells = page.locator(".js-plotly-plot .point path").count()
    page.get_by_role("combobox", name="维度").click()
    page.get_by_role("option", name="政治建设").click()
    page.wait_for_function(f"document.querySelectorAll('.js-plotly-plot .point path').length < {cells}")
    assert "dimension=" in page.url
    page.reload()
    page.wait_for_selector(".js-plotly-plot .point path")
    assert page.locator(".js-plotly-plot .point path").count() < cells


def test_the_overview_shows_findings_with_their_evidence(visit):
    page = visit.page
    picture(page, "overview.png")
    page.locator(".st-key-findings button").first.click()
    page.wait_for_selector(".st-key-drawer mark")
    page.get_by_role("button", name="收起原文").click()
    page.wait_for_selector(".st-key-drawer", state="detached")


# Icons are words to the machine, the style sheet writes over the uploader (see below), and the link
# that skips the navigation is seen only by those who use the keyboard.
NOT_SEEN = {"dashboard", "grid", "upload", "file", "download", "close", "Upload", "per"}
NOT_SEEN |= {"Skip", "main", "content", "copy", "key"}
ROOT = DOCS.parent
SOURCES = [ROOT / "dashboard.py", *(ROOT / "pages").rglob("*.py")]
ICONS = re.findall(r":material/(\w+):", "".join(file.read_text(encoding="utf-8") for file in SOURCES))
NOT_SEEN |= {word for icon in ICONS for word in icon.split("_")}
NAMES = {"docx", "txt", "zip", "PNG", "SVG", "CSV", "Word", "WPS", "PDF", "OFD"}


def test_no_english_words_are_on_the_screen(visit):
    page = visit.page
    for _ in range(2):
        shown = page.evaluate("document.body.innerText")
        assert set(re.findall(r"[A-Za-z]{3,}", shown)) <= NAMES | NOT_SEEN
        themes(page)


def test_the_uploader_speaks_chinese(visit):
    zone = visit.page.get_by_test_id("stFileUploaderDropzone")
    sizes = zone.locator("p, span").evaluate_all(
        "all => all.filter(e => /Upload|per file/.test(e.textContent) && !e.children.length)"
        ".map(e => getComputedStyle(e).fontSize)"
    )
    assert sizes
    assert set(sizes) == {"0px"}


def test_uploads_take_the_place_of_the_samples_and_failures_are_named(visit):
    page = visit.page
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr("乙局2023年.txt", "乙局2023年工作报告\n一、工作情况\n开展警示教育3次，听取汇报。")
    report = f"{HOSTILE}2023年工作报告\n一、工作情况\n召开会议专题研究党风廉政建设2次。{HOSTILE}"
    upload(page, 0, ("甲.txt", report.encode()), ("空.txt", b""), ("包.zip", archive.getvalue()))
    page.wait_for_selector("text=1 个文件未能读取")
    assert "空.txt" in page.locator(".warn").inner_text()
    assert "本次上传的 2 份报告" in page.locator("body").inner_text()
    upload(page, 1, ("旧.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)))
    page.wait_for_selector("text=2 个文件未能读取")
    page.get_by_role("button", name="清除上传").click()
    page.wait_for_selector("text=示例报告")


def test_figures_and_data_are_saved_under_chinese_names(visit):
    page = visit.page
    themes(page)
    page.get_by_text("SVG", exact=True).click()
    page.wait_for_selector("[class*='-svg-'] .js-plotly-plot .point path")
    with page.expect_download() as figure:
        page.locator(".modebar-btn").click()
    assert figure.value.suggested_filename == "主题对比.svg"
    assert "未提及" in Path(figure.value.path()).read_text(encoding="utf-8")
    with page.expect_download() as data:
        page.get_by_role("button", name="数据（CSV）").click()
    assert data.value.suggested_filename == "主题对比.csv"
    assert Path(data.value.path()).read_bytes().startswith("\ufeff单位,主题,".encode())


def test_a_finding_leads_to_its_page_with_the_filter_set(visit):
    page = visit.page
    page.locator(".st-key-findings").get_by_role("button", name="到核查").first.click()
    page.wait_for_selector("h1:has-text('核查')")
    chosen = page.locator("section[data-testid=stSidebar] [data-testid=stMultiSelect]").first
    expect(chosen).to_contain_text("澄岭市教育局（2024年）")
    assert "unit=" in page.url
