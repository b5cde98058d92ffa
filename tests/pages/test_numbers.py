"""数量指标 without a browser: with the samples, with nothing, switched and clicked."""

import json
import re
from functools import partial

import pytest
from onscreen import charts, dashboard, html, words

from analysis.reading.base import Source
from pages.parts.corpora import inputs

PAGE = "pages/compare/indicators.py"
opened = partial(dashboard, PAGE)
CHARTS = ("对照表", "单项排序", "披露率")


def click(app, point):
    key = re.search(r"(indicator_cells|disclosure)-[0-9a-f]{12}-\w+-\d+", charts(app)[0].id)[0]
    app.session_state[key] = {"selection": {"points": [{"point_index": point}]}}
    return app.run()


@pytest.mark.parametrize("chart", CHARTS)
def test_each_chart_shows_the_samples_and_a_click_opens_the_sentences(chart):
    app = opened(numbers=[chart])
    assert not app.exception
    (shown,) = charts(app)
    assert re.search(r"\d+份(报告|遮盖|工作部分)", shown.alt)
    trace = json.loads(shown.spec)["data"][0]
    point = next(n for n, text in enumerate(trace["hovertext"]) if "点击" in text)
    click(app, point)
    assert "原文依据" in words(app)
    assert "<mark>" in html(app)


@pytest.mark.parametrize("chart", [*CHARTS, "零表述", "其他数量"])
@pytest.mark.parametrize("text", ["甲局2024年报告\n一、工作\n开展调研。", "甲局2024年报告\n二、下一步打算\n加强学习。"])
def test_a_report_without_numbers_gives_a_sentence(chart, text):
    app = opened(given=inputs([Source("甲.txt", text.encode())], ()), numbers=[chart])
    assert not app.exception
    assert not app.error
    assert app.info or charts(app) or "没有“未发现" in words(app) or "没有不属于" in words(app)


def test_no_reports_says_what_to_do():
    assert "上传报告" in opened(given=inputs((), ())).info[0].value


def test_all_indicators_are_more_columns_than_those_somebody_mentions():
    text = "甲局2024年报告\n一、工作\n全年开展中心组学习9次。"
    given = inputs([Source("甲.txt", text.encode())], ())
    every = opened(given=given, indicators=["全部指标"])
    assert json.loads(charts(opened(given=given))[0].spec)["data"][0]["text"] == ["9"]
    texts = json.loads(charts(every)[0].spec)["data"][0]["text"]
    assert sorted(texts) == ["9", *["–"] * (len(every.session_state["view"].loaded.codebook.indicators) - 1)]


def test_themes_of_the_sidebar_narrow_the_indicators():
    app = opened(dimension=["思想建设"])
    heads = json.loads(charts(app)[0].spec)["layout"]["xaxis"]["ticktext"]
    assert "签订责任书" not in "".join(heads).replace("<br>", "")
    assert "中心组学习" in "".join(heads).replace("<br>", "")


def test_a_row_of_the_list_opens_its_sentence_and_the_search_narrows_it():
    app = opened(numbers=["其他数量"])
    before = len(app.dataframe[0].value)
    app.text_input(key="find").set_value("培训").run()
    shown = app.dataframe[0].value
    assert len(shown) < before
    assert shown["句子"].str.contains("培训").all()
    app.session_state["number-其他党务数量-0"] = {"selection": {"rows": [0], "columns": [], "cells": []}}
    app.run()
    assert "原文依据" in words(app)


def test_domains_are_switched_and_claims_are_apart():
    party = opened(numbers=["其他数量"])
    business = opened(numbers=["其他数量"], domain=["业务"])
    assert "党务数字" in words(party)
    assert "业务数字" in words(business)
    claims = opened(numbers=["零表述"])
    assert "不等于数字0" in words(claims)
    assert "数值" not in claims.dataframe[0].value.columns
