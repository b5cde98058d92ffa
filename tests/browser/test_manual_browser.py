"""What a clerk does with the codebook: a cue in, its effect seen, saved, seen in the chart, and taken back."""

from test_desk_browser import open_page

from analysis.codebookfiles import read_texts

CUE, ROW, LEFT = "廉政谈话", 33, 18  # the height of a grid's row and the middle of its box, in pixels
CELLS = ".js-plotly-plot .point .bartext"


def cells(page):
    """The words in the cells of the heatmap, once it stands still."""
    page.get_by_test_id("stTopNav").get_by_role("link", name="主题对比").click()
    page.wait_for_function("document.querySelectorAll('.js-plotly-plot .point path').length > 200")
    page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]")
    page.wait_for_timeout(500)
    return page.locator(CELLS).all_text_contents()


def versions(page):
    open_page(page, "编码手册", "text=这次的修改")
    page.get_by_text("版本与文件", exact=True).click()
    page.wait_for_selector("text=从文件导入")


def test_a_cue_is_added_previewed_saved_and_taken_back_without_yaml(visit):
    page = visit.page
    before = cells(page)
    open_page(page, "编码手册", "text=加一个线索词")
    page.get_by_role("textbox", name="加一个线索词").fill(CUE)
    page.get_by_role("textbox", name="加一个线索词").press("Enter")
    page.wait_for_selector(f"text=主题“主体责任”的线索词：增加{CUE}")
    assert page.get_by_role("button", name="保存为新版本").is_disabled()
    page.get_by_role("button", name="预览影响").click()
    page.wait_for_selector(".evidence .appears")
    assert CUE in page.locator(".evidence mark").first.inner_text()
    page.get_by_role("textbox", name="修改的理由").fill("漏了这种说法")
    page.get_by_role("button", name="保存为新版本").click()
    page.wait_for_selector("text=已保存为新版本")
    changed = cells(page)
    assert len(changed) == len(before)
    assert changed != before
    versions(page)
    page.wait_for_selector(f"text=增加{CUE}")
    box = page.get_by_test_id("stDataFrame").bounding_box()
    page.mouse.click(box["x"] + LEFT, box["y"] + ROW * 2.5)
    page.get_by_role("button", name="回到这一版").click()
    page.wait_for_selector("text=已回到所选的版本")
    assert cells(page) == before


def test_a_broken_file_is_refused_with_its_line_and_nothing_changes(visit):
    page = visit.page
    text = read_texts()["problems.yaml"].replace("  name: ", "  颜色: 红\n  name: ", 1)
    line = text[: text.index("颜色")].count("\n") + 1
    versions(page)
    file = {"name": "problems.yaml", "mimeType": "text/yaml", "buffer": text.encode()}
    page.locator(".stMain input[type=file]").set_input_files([file])
    page.wait_for_selector(f"text=problems.yaml 第 {line} 行")
    assert "没有这个项目名" in page.locator(".stAlert").first.inner_text()
    page.wait_for_selector("text=还没有修改")
