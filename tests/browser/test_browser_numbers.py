"""数量指标 in a browser: a masked cell, a hatched bar and a row of the list open their sentences."""

from test_browser import click_cell


def numbers(page):
    page.get_by_test_id("stTopNav").get_by_role("link", name="数量指标").click()
    page.wait_for_selector("text=零表述")
    page.wait_for_function("document.querySelectorAll('.js-plotly-plot .point path').length > 200")


def click(page, text):
    click_cell(page, text)
    page.wait_for_selector(".st-key-drawer mark")


def test_a_masked_cell_opens_its_sentence(visit):
    page = visit.page
    numbers(page)
    click(page, "遮盖")
    assert "*" in page.locator(".st-key-drawer mark").first.inner_text()


def test_a_report_that_masks_its_number_can_be_clicked_in_the_ranking(visit):
    page = visit.page
    numbers(page)
    page.get_by_text("单项排序", exact=True).click()
    page.wait_for_selector("text=斜纹短条")
    click(page, "遮盖")
    assert "*" in page.locator(".st-key-drawer mark").first.inner_text()


def test_a_row_of_the_list_opens_its_sentence(visit):
    page = visit.page
    numbers(page)
    page.get_by_text("零表述", exact=True).click()
    table = page.get_by_test_id("stDataFrame")
    table.wait_for()
    box = table.bounding_box()
    page.mouse.click(box["x"] + 18, box["y"] + 50)
    page.wait_for_selector(".st-key-drawer mark")
    page.get_by_role("button", name="收起原文").click()
    page.wait_for_selector(".st-key-drawer", state="detached")
