"""存在问题 and 会议材料 without a browser: every chart, the map, the cards, and the basket."""

import json
import re
from functools import partial

import onscreen
import pytest
from onscreen import html

from analysis.reading.base import Source
from pages.parts.corpora import inputs

PROBLEMS, MEETING = "pages/compare/problems.py", "pages/meeting/basket.py"
opened = partial(onscreen.dashboard, PROBLEMS)
REPORT = """甲局2023年工作报告
一、工作情况
开展警示教育2次。
二、存在的问题
一是理论学习不够深入，学用脱节。二是合同管理制度不健全。
"""


def chart(app):
    (shown,) = onscreen.charts(app)
    return shown


def words(app):
    """What is written on the page and over its parts."""
    return onscreen.words(app) + "".join(element.value for element in app.subheader)


def titles(app):
    """The titles of what was put aside, in order."""
    return [field for field in app.text_input if field.label == "标题"]


def button(app, label):
    return next(one for one in app.button if one.label == label)


@pytest.mark.parametrize("name", ["类别", "有无回应", "共性问题", "套话与具体"])
def test_a_chart_has_its_finding_as_title_and_a_click_opens_the_problems(name):
    app = opened(problems=[name])
    assert not app.exception
    assert not app.error
    shown = chart(app)
    assert re.search(r"写了问题的(单位|报告)", shown.alt)
    texts = json.loads(shown.spec)["data"][0]["text"]
    point = next(place for place, text in enumerate(texts) if text[:1].isdigit())
    key = re.search(r"(problem_matrix|ranking)-[0-9a-f]{12}-\w+-\d+", shown.id)[0]
    app.session_state[key] = {"selection": {"points": [{"point_index": point}]}}
    app.run()
    assert not app.exception
    assert not app.error
    told = re.search(r"（(\d+)处(?:，在(\d+)句里)?）", words(app))
    assert told[1] == texts[point] or name == "共性问题"
    assert html(app).count("<div class='evidence'") == int(told[2] or told[1])
    assert "<mark>" in html(app)


def test_a_report_without_problems_is_never_a_zero():
    given = inputs(
        [Source("甲.txt", REPORT.encode()), Source("乙.txt", "乙局2023年报告\n一、工作\n开会。".encode())], ()
    )
    app = opened(given=given)
    texts = json.loads(chart(app).spec)["data"][0]["text"]
    assert texts.count("未写") == len(texts) // 2
    assert "0" not in texts


@pytest.mark.parametrize("name", ["问题与计划", "逐条"])
def test_a_problem_opens_its_sentence(name):
    app = opened(problems=[name])
    assert not app.exception
    assert not app.error
    assert "原文依据" not in words(app)
    button(app, "看原文").click().run()
    assert "原文依据" in words(app)


def test_the_map_names_the_measures_against_a_problem_and_why():
    shown = words(opened(problems=["问题与计划"], problem_unit=["没有这一家"]))
    assert "问题1" in shown
    app = opened(given=inputs([Source("甲.txt", REPORT.encode())], ()), problems=["问题与计划"])
    assert "甲局写了2条问题，没有写计划" in words(app)
    assert "报告无计划" in words(app)
    plan = REPORT + "三、下一步计划\n一是健全合同管理制度，完善合同审核机制。\n"
    app = opened(given=inputs([Source("甲.txt", plan.encode())], ()), problems=["问题与计划"])
    assert re.search(r"→ 计划1直接对应：.*合同", words(app))


def test_cards_are_filtered_by_state_and_wording():
    app = opened(given=inputs([Source("甲.txt", REPORT.encode())], ()), problems=["逐条"])
    assert "合同" in words(app)
    app.pills(key="problem_wording").set_value(["套话"]).run()
    assert "合同" not in words(app)
    assert "学用脱节" in words(app)


@pytest.mark.parametrize("page", [PROBLEMS, MEETING])
def test_nothing_loaded_is_no_error(page):
    app = onscreen.dashboard(page, given=inputs((), ()))
    assert not app.exception
    assert not app.error
    assert app.info


def test_no_report_that_writes_of_problems_is_said_so():
    given = inputs([Source("乙.txt", "乙局2023年报告\n一、工作\n开展警示教育1次。".encode())], ())
    for name in ("类别", "共性问题", "问题与计划", "逐条"):
        app = opened(given=given, problems=[name])
        assert not app.exception
        assert not app.error
        assert "都没有写问题" in words(app) + "".join(e.proto.alt for e in app.get("plotly_chart"))


def test_a_chart_is_put_aside_kept_moved_renamed_taken_out_and_brought_back():
    app = opened()
    finding = chart(app).alt.split("：", 1)[1]
    button(app, "加入会议材料").click().run()
    assert button(app, "已在会议材料").disabled
    app.switch_page("pages/compare/themes.py").run()
    button(app, "加入会议材料").click().run()
    app.switch_page(MEETING).run()
    assert titles(app)[0].value == finding
    assert "存在问题" in words(app)
    assert "主题对比" in words(app)
    assert len(app.get("download_button")) == 2
    next(b for b in app.button if b.label == "下移").click().run()
    assert titles(app)[1].value == finding
    titles(app)[0].set_value("第一张").run()
    assert app.session_state["basket"].items[0].title == "第一张"
    button(app, "移出").click().run()
    assert len(app.session_state["basket"]) == 1
    button(app, "撤销移出（1项）").click().run()
    assert [item.title for item in app.session_state["basket"].items] == ["第一张", finding]
    button(app, "全部移出").click().run()
    assert "还没有会议材料" in app.info[0].value


def test_what_is_put_aside_does_not_change_with_the_filters():
    app = opened()
    button(app, "加入会议材料").click().run()
    rows = app.session_state["basket"].items[0].rows
    app.multiselect(key="unit").set_value([app.session_state["view"].loaded.labels["document_id"].iloc[0]]).run()
    button(app, "加入会议材料").click().run()
    assert app.session_state["basket"].items[0].rows == rows
    assert len(app.session_state["basket"]) == 2
