"""What the filters of the sidebar narrow, and that a page says so where they do not."""

import re

import pytest
from onscreen import charts, dashboard, words

SET = {"part": ["问题"], "dimension": ["监督反腐"], "theme": ["监督检查"]}
INDICATORS, THEMES = "pages/compare/indicators.py", "pages/compare/themes.py"


def said_of_filters(app):
    bodies = (re.sub("<[^>]+>", "", one.proto.body) for one in app.get("html"))
    return [body for body in bodies if "不随左侧" in body]


def told(page, **query):
    app = dashboard(page, **query)
    assert not app.exception
    assert not app.error
    return said_of_filters(app)


@pytest.mark.parametrize(
    ("page", "said", "query"),
    [
        (THEMES, (), {}),
        (INDICATORS, ("这里的数字不随左侧“部分”的选择变化。",), {}),
        (INDICATORS, ("这里的数字不随左侧“部分”“维度”“主题”的选择变化。",), {"numbers": ["披露率"]}),
        (INDICATORS, ("这里的数字不随左侧“维度”“主题”的选择变化。",), {"numbers": ["零表述"]}),
        ("pages/compare/problems.py", ("本页不随左侧“部分”“维度”“主题”的选择变化。",), {}),
        ("pages/check/checks.py", ("本页不随左侧“部分”“维度”“主题”的选择变化。",), {}),
        ("pages/compare/reuse.py", ("本页不随左侧“部分”“维度”“主题”的选择变化。",), {}),
        ("pages/compare/keywords.py", ("本页不随左侧“维度”“主题”的选择变化。",), {}),
        ("pages/compare/trends.py", ("这里不随左侧“部分”“维度”“主题”的选择变化。",), {}),
        ("pages/compare/trends.py", (), {"trend": ["主题"]}),
        ("pages/read/reading.py", (), {}),
        ("pages/read/reading.py", ("所列句子不随左侧“维度”“主题”的选择变化。",), {"read": ["按部分"]}),
    ],
)
def test_a_page_says_which_filters_do_not_count_on_it(page, said, query):
    assert tuple(told(page, **SET, **query)) == said
    assert not told(page, **query)


def test_the_overview_says_what_its_figures_and_findings_count():
    app = dashboard(**SET)
    assert said_of_filters(app) == [
        "“值得注意”和上方数字不随左侧“部分”的选择变化。",
        "问题、核查、雷同、趋势和披露率方面的发现不随左侧“维度”“主题”的选择变化。",
    ]
    assert "一份报告在工作、问题、计划部分提及的主题数" in words(app)
    assert "问题部分" in charts(app)[0].alt


def test_each_ranking_of_themes_says_its_part():
    for chart in ("单位排序", "主题排序"):
        assert "问题部分" in charts(dashboard(THEMES, part=["问题"], chart=[chart]))[0].alt
