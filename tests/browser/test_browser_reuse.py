"""雷同 and 特征词 in a browser: from the chart to the words of the reports."""


def click_point(page, number):
    box = page.locator(".js-plotly-plot .point path").nth(number).bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def test_a_cell_of_the_matrix_opens_both_passages_with_their_differences(visit):
    page = visit.page
    page.get_by_test_id("stTopNav").get_by_role("link", name="雷同").click()
    page.wait_for_selector("text=说明：怎样算雷同")
    page.wait_for_function("document.querySelectorAll('.js-plotly-plot .point path').length > 200")
    cells = page.evaluate(
        "[...document.querySelectorAll('.js-plotly-plot .point')].map(e => e.textContent).map(t => t.includes('%'))"
    )
    click_point(page, cells.index(True))
    page.wait_for_selector(".st-key-drawer .aligned mark.swap")
    panel = page.locator(".st-key-drawer")
    assert panel.locator(".aligned > div").count() >= 2
    assert panel.bounding_box()["y"] < 768
    page.get_by_role("button", name="收起原文").click()
    page.wait_for_selector(".st-key-drawer", state="detached")


def test_a_word_opens_its_sentences(visit):
    page = visit.page
    page.get_by_test_id("stTopNav").get_by_role("link", name="特征词").click()
    page.wait_for_selector("text=说明：怎样算特征词")
    page.wait_for_selector("text=次，对照")
    word = page.locator(".js-plotly-plot .ytick text").first.text_content()
    click_point(page, 0)
    page.wait_for_selector(".st-key-drawer mark")
    assert set(page.locator(".st-key-drawer mark").all_text_contents()) == {word}
