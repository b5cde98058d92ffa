"""The pages 雷同 and 特征词 without a browser."""

import json
import re

import pytest
from onscreen import charts, dashboard, html

from analysis.reading.base import Source
from pages.parts.corpora import inputs
from pages.parts.findings import found_in

REUSE, KEYWORDS = "pages/compare/reuse.py", "pages/compare/keywords.py"
OWN = "甲局2023年工作报告\n一、工作情况\n召开党组会专题研究党风廉政建设2次，食堂采购改为网上竞价。"


def click(app, point):
    (chart,) = charts(app)
    key = re.search(r"(reuse_matrix|reuse_pairs|keyness)-[0-9a-f]{12}-\w+-\d+", chart.id)[0]
    app.session_state[key] = {"selection": {"points": [{"point_index": point}]}}
    return app.run()


@pytest.mark.parametrize("page", [REUSE, KEYWORDS])
def test_the_samples_are_shown_with_a_finding_and_an_explanation(page):
    app = dashboard(page)
    assert not app.exception
    assert not app.error
    assert re.search(r"\d+(段|次)", charts(app)[0].alt)
    assert any("说明" in one.label for one in app.expander)


@pytest.mark.parametrize("page", [REUSE, KEYWORDS])
def test_nothing_and_a_single_report_give_a_sentence(page):
    assert "上传报告" in dashboard(page, given=inputs((), ())).info[0].value
    app = dashboard(page, given=inputs([Source("甲.txt", OWN.encode())], ()))
    assert not app.exception
    assert not charts(app)
    told = html(app) + "".join(info.value for info in app.info)
    assert "没有发现雷同" in told or "没有其他单位的报告" in told


def test_a_cell_of_the_matrix_opens_the_passages_side_by_side():
    app = dashboard(REUSE)
    texts = json.loads(charts(app)[0].spec)["data"][0]["text"]
    click(app, next(n for n, text in enumerate(texts) if "%" in text))
    assert "并排原文" in html(app)
    assert "class='aligned'" in html(app)
    assert "<mark class='swap'>" in html(app)


@pytest.mark.parametrize(("relation", "kind"), [("与本单位往期", "只换了数字"), ("报告内部", "一字不差")])
def test_the_other_relations_open_their_passages(relation, kind):
    app = click(dashboard(REUSE, relation=[relation]), 0)
    assert not app.exception
    assert kind in html(app)


def test_two_units_that_share_nothing_are_told_so():
    app = dashboard(REUSE)
    keys = app.session_state["view"].loaded.labels["document_id"].to_list()
    app.multiselect(key="unit").set_value([keys[0], keys[-1]]).run()
    assert not charts(app)
    assert "2份报告之间没有发现雷同段落" in html(app)


def test_a_word_opens_its_sentences():
    app = click(dashboard(KEYWORDS), 0)
    word = json.loads(charts(app)[0].spec)["layout"]["yaxis"]["ticktext"][0]
    assert f"<mark>{word}</mark>" in html(app)


def test_the_last_period_is_compared_or_said_to_be_missing():
    app = dashboard(KEYWORDS, against=["本单位上期"])
    labels = app.session_state["view"].loaded.labels
    town = labels[labels["label"].str.contains("镇（2024年）")]["document_id"].iloc[0]
    app.selectbox(key="report").set_value(town).run()
    assert not app.exception
    assert "上期报告" in html(app) + "".join(chart.alt for chart in charts(app))
    app.selectbox(key="report").set_value(labels["document_id"].iloc[-5]).run()
    assert not app.exception


def test_the_chosen_part_is_what_words_are_counted_in():
    whole = json.loads(charts(dashboard(KEYWORDS))[0].spec)["data"][0]["text"]
    plan = dashboard(KEYWORDS, part=["计划"])
    assert not plan.exception
    assert not charts(plan) or json.loads(charts(plan)[0].spec)["data"][0]["text"] != whole


def test_findings_for_the_overview_name_all_relations():
    found = found_in(dashboard(REUSE).session_state["view"])
    reuse = found["findings"][found["findings"]["page"].eq("reuse")]
    told = "".join(reuse["sentence"])
    assert "雷同3段" in told
    assert "与往期报告" in told
    assert "报告内部重复1段" in told
    assert set(reuse["finding_id"]) <= set(found["finding_spans"]["finding_id"])
