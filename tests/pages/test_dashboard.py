"""The dashboard without a browser: every page with the samples, with nothing, filtered and clicked."""

import json
import re

import pytest
from onscreen import START, charts, dashboard, html, words

from analysis.reading.base import Source
from pages.parts.corpora import inputs

PAGES = (START, "pages/compare/themes.py")


@pytest.mark.parametrize("page", PAGES)
def test_every_page_shows_the_samples_and_a_finding_as_title(page):
    app = dashboard(page)
    assert not app.exception
    assert not app.error
    (chart,) = charts(app)
    assert re.search(r"\d+(份报告|家单位)", chart.alt)


@pytest.mark.parametrize("page", PAGES)
def test_every_page_says_what_to_do_when_nothing_is_there(page):
    app = dashboard(page, given=inputs((), ()))
    assert not app.exception
    assert not charts(app)
    assert "上传报告" in app.info[0].value


@pytest.mark.parametrize("page", PAGES)
def test_every_page_names_what_could_not_be_read(page):
    app = dashboard(page, given=inputs([Source("空.txt", b"")], ()))
    assert not app.exception
    assert "空.txt：文件是空的" in words(app)


def test_samples_are_called_samples_and_uploads_are_not():
    assert "示例报告" in words(dashboard())
    text = "甲局2023年工作报告\n一、工作情况\n召开党组会专题研究党风廉政建设2次。"
    own = words(dashboard(given=inputs([Source("甲.txt", text.encode())], ())))
    assert "示例" not in own.split("值得注意")[0].replace("可回到示例", "")
    assert "1 份报告" in own


def test_filters_narrow_what_is_shown_and_an_impossible_choice_says_so():
    app = dashboard(PAGES[1])
    app.pills(key="part").set_value(["plan"]).run()
    assert "计划部分" in charts(app)[0].alt
    label = app.multiselect(key="unit").options[0]
    app.multiselect(key="unit").set_value([app.session_state["view"].loaded.labels["document_id"].iloc[0]]).run()
    assert not app.exception
    assert json.loads(charts(app)[0].spec)["layout"]["yaxis"]["ticktext"][0][:2] == label[:2]


def test_filters_come_from_the_address_and_unknown_values_do_no_harm():
    app = dashboard(PAGES[1], part=["计划"], unit=["没有这个单位"], dimension=["监督反腐"])
    assert not app.exception
    assert app.pills(key="part").value == ["plan"]
    assert "计划部分" in charts(app)[0].alt
    assert app.session_state["view"].choice.documents


def test_a_period_that_no_chosen_unit_has_gives_a_hint():
    app = dashboard()
    labels = app.session_state["view"].loaded.labels
    odd = labels[~labels["comparable"]].iloc[0]
    other = labels[labels["period"].ne(odd["period"])].iloc[0]
    app.multiselect(key="unit").set_value([other["document_id"]])
    app.multiselect(key="period").set_value([odd["period"]]).run()
    assert "筛选条件" in app.info[0].value


@pytest.mark.parametrize("chart", ["热图", "单位排序", "主题排序"])
def test_a_click_opens_the_sentences_with_their_cues(chart):
    app = dashboard(PAGES[1], chart=[chart])
    (shown,) = charts(app)
    texts = json.loads(shown.spec)["data"][0]["text"]
    point = next(place for place, text in enumerate(texts) if text[:1].isdigit())
    key = re.search(r"(crosstab|ranking)-[0-9a-f]{12}-\w+-\d+", shown.id)[0]
    app.session_state[key] = {"selection": {"points": [{"point_index": point}]}}
    app.run()
    assert "原文依据" in words(app)
    assert "<mark>" in html(app)


def test_a_finding_opens_its_evidence_and_closes_it():
    app = dashboard()
    assert "原文依据" not in words(app)
    button = next(button for button in app.button if button.key.startswith("finding-"))
    button.click().run()
    assert "原文依据" in words(app)
    next(button for button in app.button if button.label == "收起原文").click().run()
    assert "原文依据" not in words(app)


def test_two_sessions_do_not_see_each_others_reports():
    one = dashboard(given=inputs([Source("甲.txt", "甲局2023年报告\n一、工作\n开展警示教育1次。".encode())], ()))
    other = dashboard()
    one.run()
    assert len(one.session_state["view"].loaded.labels) == 1
    assert len(other.session_state["view"].loaded.labels) > 1


def test_an_unforeseen_error_is_a_sentence_without_a_traceback(monkeypatch):
    monkeypatch.setattr("pages.parts.view.load", lambda *_: 1 / 0)
    app = dashboard()
    assert not app.exception
    assert "错误编号" in app.error[0].value
    assert "ZeroDivision" not in app.error[0].value
