"""复核 without a browser: the queue, what becomes of the charts, and the lists."""

import json
import re

from decided import TEXT
from judging import AGREEMENT, THEMES, WARNING, incoming, on, person, press, review, water
from onscreen import charts, dashboard, words

from analysis.exporting.tablefiles import csv_in_words
from analysis.keeping.changes import replace_report
from analysis.keeping.decisions import decide, decisions, undo
from analysis.reviewing.claims import standing
from analysis.reviewing.decisions import Action, Layer
from analysis.tables.reviewing import DECISION_LIST
from pages.parts.reviewlists import listed_rows


def asked(app):
    """What the page asks about, and how many are left."""
    body = words(app)
    return body[body.index("还有") :]


def test_samples_and_uploads_say_that_they_must_be_stored_first():
    assert "存入报告库后可以复核" in review().info[0].value
    app = dashboard(AGREEMENT)
    assert "存入报告库后可以复核" in app.info[0].value


def test_each_key_keeps_a_decision_and_the_next_is_there(stored):
    app = review()
    first = asked(app)
    press(app, "review-Y")
    second = asked(app)
    assert second != first
    app.text_input[0].set_value("只是表态").run()
    press(app, "review-N")
    press(app, "review-X")
    made = decisions(stored)
    assert [one.by for one in made] == ["本机", "本机"]
    assert [one.note for one in made] == ["", "只是表态"]
    press(app, "review-Z")
    assert standing(decisions(stored)) == made[:1]


def test_a_theme_is_changed_by_a_number_key_and_an_undo_brings_the_old_one_back(stored):
    app = review()
    app.pills(key="review_layer").set_value([Layer.CODING]).run()
    before = asked(app)
    press(app, "review-G")
    (first, *_) = [one for one in app.button if (one.key or "").startswith("recode-")]
    first.click().run()
    (made,) = decisions(stored)
    assert (made.action, bool(made.subject), made.value != made.subject) == ("recode", True, True)
    assert asked(app) != before
    press(app, "review-Z")
    assert standing(decisions(stored)) == ()
    assert asked(app) == before


def test_the_layers_and_the_filters_of_the_sidebar_narrow_the_queue(stored):
    app = review()
    app.pills(key="review_layer").set_value([Layer.QUANTITY]).run()
    assert "数量：" in asked(app)
    app.multiselect(key="unit").set_value([water(stored).document_id]).run()
    assert "水务局" in asked(app)
    app.pills(key="review_layer").set_value([Layer.DOCUMENT]).run()
    assert "没有待复核的条目" in app.info[0].value


def cell(app):
    table = app.session_state["view"].block
    return table.counts()[:, table.codes.index("warning_education")].tolist()


def heading(app):
    """The finding over the chart with its notes."""
    return json.loads(charts(app)[0].spec)["layout"]["title"]["text"]


def test_a_chart_follows_at_once_says_how_much_is_reviewed_and_goes_back(stored):
    app = dashboard(THEMES)
    before = cell(app)
    assert "人工复核" not in heading(app)
    made = decide(stored, [on(stored, WARNING), on(stored, "组织干部旁听庭审")])
    app.run()
    assert sum(cell(app)) == sum(before) - 2
    assert "本图64格，其中1格经人工复核" in heading(app)
    undo(stored, made)
    app.run()
    assert cell(app) == before
    assert "人工复核" not in heading(app)


def clicked(app, position):
    (chart,) = charts(app)
    key = re.search(r"crosstab-.*", chart.id)[0]
    point = {"point_index": position, "curve_number": 0}
    app.session_state[key] = {"selection": {"points": [point], "point_indices": [position], "box": [], "lasso": []}}
    return app.run()


def test_the_sentences_behind_a_cell_are_judged_there_and_stay_open(stored):
    app = dashboard(THEMES)
    block = app.session_state["view"].block
    row = list(block.documents).index(water(stored).document_id)
    code = block.codes.index("warning_education")
    clicked(app, row * len(block.codes) + code)
    (opener,) = [one for one in app.button if one.label == "复核"]
    opener.click().run()
    assert "主题：警示教育" in words(app)
    before = cell(app)[row]
    next(one for one in app.button if one.label == "确认").click().run()
    assert "已确认" in words(app)
    (made,) = decisions(stored)
    assert (made.action, made.subject, made.anchor.quote) == ("confirm", "warning_education", WARNING)
    next(one for one in app.button if one.label == "驳回").click().run()
    assert cell(app)[row] == before - 1
    assert "原文依据：" in words(app)


def test_samples_say_once_that_they_cannot_be_judged():
    app = dashboard(THEMES)
    clicked(app, 0)
    assert words(app).count("存入报告库后可以复核") == 1
    assert not [one for one in app.button if one.label == "复核"]


def test_two_people_who_differ_are_shown_and_settled_by_a_third_row(stored):
    decide(person(stored, "甲"), [on(stored, WARNING, Action.CONFIRM)])
    decide(person(stored, "乙"), [on(stored, WARNING)])
    app = review("意见不一")
    assert "甲：算" in words(app)
    assert "乙：不算" in words(app)
    next(one for one in app.button if one.label.startswith("采纳乙")).click().run()
    assert "没有意见不一" in app.info[0].value
    last = decisions(stored)[-1]
    assert (last.by, last.action, len(last.names)) == ("本机", "reject", 2)


def test_what_has_no_place_any_more_is_listed_with_its_reason(stored):
    decide(stored, [on(stored, WARNING), on(stored, "理论学习不够深入", Action.REJECT, Layer.PROBLEM, "")])
    replace_report(stored, water(stored), incoming("水务局新.txt", TEXT.replace(WARNING, "开展教育") + "补充一句。"))
    app = review("落不到原文的")
    assert "原文里找不到这句话" in words(app)
    assert words(app).count("原因：") == 1
    next(one for one in app.button if one.label == "撤销").click().run()
    assert "所有决定都落到了原文上" in app.info[0].value


def test_decisions_are_listed_and_undone_from_the_list(stored):
    decide(person(stored, "甲"), [on(stored, WARNING, note="不是一回事")])
    app = review("已作的决定")
    assert "驳回主题：警示教育" in words(app)
    assert "备注：不是一回事" in words(app)
    next(one for one in app.button if one.label == "撤销").click().run()
    assert standing(decisions(stored)) == ()
    assert decisions(stored)[-1].by == "本机"


def test_decisions_leave_in_words_with_the_report_they_are_on(stored):
    decide(stored, [on(stored, WARNING)])
    view = review().session_state["view"]
    heads, line = csv_in_words(DECISION_LIST, listed_rows(view, decisions(stored))).decode("utf-8-sig").splitlines()
    assert heads == "报告,决定,原文,决定人,时间,备注"
    assert line.startswith(f"云岭县水务局,驳回主题：警示教育,{WARNING},本机,")
