"""对读, 核查 and 趋势 without a browser: with the samples, with nothing, clicked and decided."""

import json
import re

import pytest
from onscreen import charts, dashboard, html, words

from analysis.reading.base import Failure, Source
from analysis.rulefile import RuleFileError
from pages.parts.corpora import inputs

READING, CHECKS, TRENDS = "pages/read/reading.py", "pages/check/checks.py", "pages/compare/trends.py"
PAGES = (READING, CHECKS, TRENDS)
VIEWS = (
    (READING, "read", ("按主题", "按问题类别", "按部分", "通读一份")),
    (CHECKS, "checks", ("核查事项", "职责清单", "写得实不实")),
    (TRENDS, "trend", ("问题与计划", "主题", "指标", "问题类别")),
)


def one(text, name="甲局2023年.txt"):
    return inputs([Source(name, text.encode())], ())


@pytest.mark.parametrize(("page", "key", "names"), VIEWS)
def test_every_view_of_every_page_shows_the_samples(page, key, names):
    for name in names:
        app = dashboard(page, **{key: [name]})
        assert not app.exception
        assert not app.error
        assert "<mark>" in html(app) or charts(app) or app.button


@pytest.mark.parametrize("page", PAGES)
def test_every_page_says_what_to_do_when_nothing_is_there(page):
    app = dashboard(page, given=inputs((), ()))
    assert not app.exception
    assert "上传报告" in app.info[0].value


@pytest.mark.parametrize(("page", "key", "names"), VIEWS)
def test_one_short_report_does_no_harm(page, key, names):
    given = one("甲局2023年工作报告\n一、工作\n开展谈心谈话5人次。")
    for name in names:
        app = dashboard(page, given=given, **{key: [name]})
        assert not app.exception
        assert not app.error


def test_an_upload_is_counted_in_files_for_not_every_one_may_be_read():
    refused = Failure("图.png", "不能读取图片。", "format")
    given = inputs([Source("甲局2023年.txt", "甲局2023年报告\n一、工作\n讲党课5次。".encode())], [refused])
    options = dashboard(CHECKS, given=given).segmented_control(key="origin").options
    assert "本次上传（2个文件）" in options
    assert options[-1].startswith("示例（")
    assert options[-1].endswith("份）")


def test_a_duty_that_is_not_mentioned_offers_the_words_of_others_as_such():
    app = dashboard(CHECKS)
    app.pills(key="check_kind").set_value(["职责未提及"]).run()
    labels = {button.label for button in app.button if button.key.startswith("open-")}
    assert labels
    assert all(label.startswith("看其他报告怎么写（") for label in labels)


def test_words_of_a_report_cannot_become_markup():
    given = one("<img src=x>局2023年报告\n一、<script>工作\n开展警示教育<b onclick=x>2次。")
    for page, key, names in VIEWS[:2]:
        for name in names:
            sent = html(dashboard(page, given=given, **{key: [name]}))
            assert "<img" not in sent
            assert "<script>" not in sent
            assert "onclick" not in sent.replace("onclick=x&gt;", "")


def test_reports_are_read_side_by_side_and_the_theme_can_be_changed():
    app = dashboard(READING)
    reports = app.multiselect(key="read_units")
    assert len(reports.value) == 2
    assert html(app).count("class='head'") == 2
    reports.set_value(app.session_state["view"].choice.documents[:4]).run()
    assert html(app).count("class='head'") == 4
    app.selectbox(key="read_theme").set_value("warning_education").run()
    assert "<div class='group'>警示教育</div>" in html(app)
    app.selectbox(key="read_theme").set_value("all").run()
    assert html(app).count("class='group'") > 10


def test_a_part_a_report_lacks_is_not_called_not_mentioned():
    app = dashboard(READING, part=["计划"])
    labels = app.session_state["view"].loaded.labels
    tables = app.session_state["view"].loaded.tables
    lacking = tables["documents"].loc[~tables["documents"]["has_plan"], "document_id"].to_list()
    having = [key for key in labels["document_id"] if key not in lacking][:1]
    app.multiselect(key="read_units").set_value([lacking[0], *having]).run()
    assert "报告没有这一部分" in words(app)


def test_a_report_without_problems_is_not_said_to_lack_a_kind_of_them():
    text = "{}2023年工作报告\n一、工作\n开展谈心谈话5人次。\n"
    problems = "二、存在的问题\n理论学习不够深入。\n"
    both = [Source("甲.txt", (text.format("甲局") + problems).encode()), Source("乙.txt", text.format("乙局").encode())]
    sent = html(dashboard(READING, given=inputs(both, ()), read=["按问题类别"]))
    assert "<span class='none'>报告没有这一部分</span>" in sent
    assert "<span class='none'>未提及</span>" not in sent


def test_the_whole_report_has_links_to_its_headings_and_parts_in_words():
    app = dashboard(READING, read=["通读一份"])
    key = next(d for d in app.session_state["view"].loaded.labels.itertuples() if "教育局" in d.label).document_id
    app.selectbox(key="read_unit").set_value(key).run()
    links = re.findall(r"href='#(para-\d+)'", html(app))
    assert len(links) > 10
    assert all(f"id='{link}'" in html(app) for link in links)
    assert {"工作", "问题", "计划"} <= set(re.findall(r"<aside><b>(.*?)</b>", html(app)))


def test_a_check_is_ticked_and_taken_back():
    app = dashboard(CHECKS)
    before = app.subheader[0].value
    left = int(re.search(r"还有(\d+)项待核", before)[1])
    next(button for button in app.button if button.label == "已核").click().run()
    next(button for button in app.button if button.label == "不用管").click().run()
    assert f"还有{left - 2}项待核" in app.subheader[0].value
    app.segmented_control(key="check_state").set_value("已核").run()
    next(button for button in app.button if button.label == "改回待核").click().run()
    assert f"还有{left - 1}项待核" in app.subheader[0].value
    assert "这里没有事项" in words(app)


def test_a_decision_of_one_session_is_not_seen_by_another():
    one_session, other = dashboard(CHECKS), dashboard(CHECKS)
    before = other.subheader[0].value
    next(button for button in one_session.button if button.label == "已核").click().run()
    assert other.run().subheader[0].value == before


def test_checks_are_filtered_by_kind_and_open_their_sentences():
    app = dashboard(CHECKS)
    app.pills(key="check_kind").set_value(["自相矛盾"]).run()
    kinds = set(re.findall(r"class='kind'>(.*?)<", html(app)))
    assert kinds == {"自相矛盾"}
    next(button for button in app.button if button.label.startswith("看前后原文")).click().run()
    assert "原文依据" in words(app)
    assert "<mark>" in html(app)


@pytest.mark.parametrize(
    ("page", "query", "sign"),
    [
        (CHECKS, {"checks": ["职责清单"]}, "✓"),
        (CHECKS, {"checks": ["写得实不实"]}, "94%"),
        (TRENDS, {"trend": ["主题"]}, "1"),
        (TRENDS, {"trend": ["指标"]}, "5"),
        (TRENDS, {"trend": ["问题类别"]}, "1"),
    ],
)
def test_a_click_on_a_cell_opens_its_sentences(page, query, sign):
    app = dashboard(page, **query)
    (shown,) = charts(app)
    point = json.loads(shown.spec)["data"][0]["text"].index(sign)
    key = re.search(r"\w+-[0-9a-f]{12}-\w+-\d+$", shown.id)[0]
    app.session_state[key.removeprefix("_")] = {"selection": {"points": [{"point_index": point}]}}
    app.run()
    assert "原文依据" in words(app)
    assert "<mark>" in html(app)


def test_a_unit_with_two_years_shows_what_became_of_its_plans():
    units = dashboard(TRENDS).selectbox(key="trend_unit").options
    app = dashboard(TRENDS, trend_unit=[next(unit for unit in units if "教育局" in unit)])
    assert "上期4项计划3项有回应、1项未再提；上期3处问题1处再次出现" in app.subheader[0].value
    assert "未再提" in words(app)


def test_without_two_periods_the_page_says_what_to_upload():
    app = dashboard(TRENDS, given=one("*局2023年工作报告\n一、工作\n开展谈心谈话5人次。"))
    assert "上一年" in app.info[0].value
    assert "单位名被遮盖" in app.info[0].value
    assert not charts(app)


def test_a_wrong_rule_file_is_named_with_its_line(monkeypatch):
    fault = RuleFileError("duties.yaml 第 4 行：缺少这一项")
    monkeypatch.setattr("pages.parts.comparisons.load_duties", lambda _: (_ for _ in ()).throw(fault))
    app = dashboard(CHECKS, given=one("丁局2023年工作报告\n一、工作\n开展谈心谈话7人次。"))
    assert not app.exception
    assert "第 4 行" in app.error[0].value
