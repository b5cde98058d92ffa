"""会议材料 in a browser: the whole set at one click, a deck that downloads, and an export that is called off."""

from pptx import Presentation


def test_a_clerk_takes_a_deck_along_and_calls_off_what_takes_too_long(visit, tmp_path):
    page = visit.page
    page.set_default_timeout(90_000)
    page.get_by_test_id("stTopNav").get_by_role("link", name="会议材料").click()
    page.get_by_role("button", name="一键全套").click()
    page.get_by_role("button", name="生成PPT 演示").click()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="下载 PPT 演示").click()
    assert waiting.value.suggested_filename == "落实全面从严治党主体责任情况报告对照分析.pptx"
    file = tmp_path / "deck.pptx"
    waiting.value.save_as(file)
    titles = [slide.shapes.title.text_frame.text for slide in Presentation(file).slides]
    assert len(titles) > 15
    assert titles[-1].startswith("口径说明")

    page.get_by_role("button", name="生成数据和图片").click()
    page.get_by_role("button", name="取消").click()
    page.get_by_role("button", name="取消").wait_for(state="detached")
    assert page.get_by_role("button", name="下载 数据和图片").count() == 0
    page.get_by_role("button", name="下载 PPT 演示").wait_for()
