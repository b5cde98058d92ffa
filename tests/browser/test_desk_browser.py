"""What only a browser shows of 对读, 核查 and 趋势: jumps, clicks, and that a long report is drawn."""

import re

from test_browser import NAMES, NOT_SEEN, click_cell

PAGER = {"chevron", "left", "right"}
LONG = "甲局2023年度工作报告\n" + "".join(
    f"{'一二三四五六七八九十'[n % 10]}、第{n}项工作\n"
    + "召开会议专题研究党风廉政建设2次，开展谈心谈话5人次。" * 40
    + "\n"
    for n in range(40)
)


def open_page(page, name, sign):
    page.get_by_test_id("stTopNav").get_by_role("link", name=name).click()
    page.wait_for_selector(sign)


def test_columns_show_the_cues_and_the_whole_report_jumps_to_a_heading(visit):
    page = visit.page
    open_page(page, "对读", ".columns mark")
    assert page.locator(".columns .head").count() == 2
    page.get_by_text("通读一份", exact=True).click()
    page.wait_for_selector(".report article mark")
    page.get_by_role("combobox", name="读哪一份").click()
    page.get_by_role("option", name="教育局").last.click()
    page.wait_for_selector(".report nav a >> nth=8")
    link = page.locator(".report nav a").nth(8)
    target = link.get_attribute("href")
    link.click()
    page.wait_for_function(f"document.querySelector('{target}').getBoundingClientRect().top < 200")
    assert page.locator(target).bounding_box()["y"] > 0
    assert page.locator(target).inner_text().startswith(link.inner_text()[:4])


def test_a_report_of_forty_thousand_signs_is_drawn(visit):
    page = visit.page
    assert len(LONG) > 40_000
    file = {"name": "长.txt", "mimeType": "text/plain", "buffer": LONG.encode()}
    page.locator("input[type=file]").first.set_input_files([file])
    page.wait_for_selector("text=本次上传的 1 份报告")
    open_page(page, "对读", "text=通读一份")
    page.get_by_text("通读一份", exact=True).click()
    page.wait_for_selector(".report nav a >> nth=39")
    shown = page.locator(".report article").inner_text()
    assert shown.count("专题研究党风廉政建设") == 1600


def test_a_check_opens_its_sentences_and_is_ticked(visit):
    page = visit.page
    open_page(page, "核查", ".st-key-checklist .check")
    left = int(re.search(r"还有(\d+)项待核", page.locator("h3").first.inner_text())[1])
    page.locator(".st-key-checklist").get_by_role("button", name="看前后原文").first.click()
    page.wait_for_selector(".st-key-drawer mark")
    assert page.locator(".st-key-drawer mark").count() >= 2
    page.get_by_role("button", name="收起原文").click()
    page.wait_for_selector(".st-key-drawer", state="detached")
    page.locator(".st-key-checklist").get_by_role("button", name="已核", exact=True).first.click()
    page.wait_for_selector(f"text=还有{left - 1}项待核")


def test_a_cell_of_the_duties_opens_its_sentences(visit):
    page = visit.page
    open_page(page, "核查", ".st-key-checklist .check")
    page.get_by_text("职责清单", exact=True).click()
    page.wait_for_function("document.querySelectorAll('.js-plotly-plot .point path').length > 200")
    click_cell(page, "✓")
    page.wait_for_selector(".st-key-drawer mark")


def test_plans_of_last_year_stand_beside_this_years_sentences_and_a_cell_opens_its_own(visit):
    page = visit.page
    open_page(page, "趋势", ".pair mark")
    assert "有回应" in page.locator("body").inner_text()
    page.get_by_text("指标", exact=True).first.click()
    page.wait_for_selector(".js-plotly-plot .point path")
    page.wait_for_timeout(300)
    click_cell(page, r"\d+")
    page.wait_for_selector(".st-key-drawer mark")


def test_no_english_words_are_on_these_pages(visit):
    page = visit.page
    for name, sign in (("对读", ".columns"), ("核查", ".check"), ("趋势", ".pair")):
        open_page(page, name, sign)
        assert set(re.findall(r"[A-Za-z]{3,}", page.evaluate("document.body.innerText"))) <= NAMES | NOT_SEEN | PAGER
