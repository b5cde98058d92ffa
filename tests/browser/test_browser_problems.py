"""存在问题 and 会议材料 in a browser: clicks on cells and cards, and a chart put aside and found again."""

import re
from pathlib import Path

from playwright.sync_api import expect
from test_browser import click_cell


def problems(page, chart):
    page.get_by_test_id("stTopNav").get_by_role("link", name="存在问题").click()
    page.get_by_role("radiogroup", name="看什么").get_by_text(chart, exact=True).click()


def test_a_cell_of_the_problems_opens_their_sentences(visit):
    page = visit.page
    problems(page, "有无回应")
    page.wait_for_selector(".js-plotly-plot >> text=已有对应措施")
    number = click_cell(page, r"[2-9]|\d\d+")
    page.wait_for_selector(".st-key-drawer mark")
    assert f"（{number}处" in page.locator(".st-key-drawer h2").inner_text()


def test_a_problem_stands_beside_its_plans_and_opens_its_sentence(visit):
    page = visit.page
    problems(page, "问题与计划")
    page.wait_for_selector(".badge.own")
    page.get_by_role("button", name="看原文").first.click()
    page.wait_for_selector(".st-key-drawer mark")
    assert "第1条" in page.locator(".st-key-drawer h2").inner_text()


def test_a_chart_is_put_aside_and_its_data_saved_from_the_basket(visit):
    page = visit.page
    problems(page, "共性问题")
    page.wait_for_selector(".js-plotly-plot >> text=都写到")
    page.get_by_role("button", name="加入会议材料").click()
    page.get_by_test_id("stTopNav").get_by_role("link", name="会议材料（1）").click()
    page.wait_for_selector("text=会上按这里的顺序")
    expect(page.get_by_label("标题", exact=True)).to_have_value(re.compile("都写到"))
    with page.expect_download() as data:
        page.get_by_role("button", name="数据（CSV）").click()
    assert data.value.suggested_filename == "共性问题.csv"
    assert Path(data.value.path()).read_bytes().startswith("\ufeff名称,数值,".encode())
    page.get_by_role("button", name="移出", exact=True).click()
    page.get_by_role("button", name="撤销移出").click()
    page.wait_for_selector("text=会议材料（1）")
