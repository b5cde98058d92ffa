"""复核 and 一致性 without a browser: decisions, what becomes of the charts, two people, blind coding."""

import io
import json
import re
import zipfile
from dataclasses import replace

import pytest
from click.testing import CliRunner
from decided import OTHER, TEXT
from test_dashboard import charts, dashboard, words

from analysis.commands.evaluate import evaluate
from analysis.keeping.blindtasks import blind_tasks, start_blind
from analysis.keeping.changes import Incoming, add_reports, replace_report
from analysis.keeping.decisions import decide, decisions, undo
from analysis.keeping.opening import open_desk
from analysis.keeping.reports import reports
from analysis.keeping.rights import REVIEWER, Person
from analysis.reading.base import Source
from analysis.reading.read import read
from analysis.reviewing.anchors import anchor
from analysis.reviewing.claims import standing
from analysis.reviewing.decisions import Action, Decision, Layer
from pages.parts.agreeing import gold_zip

REVIEW, AGREEMENT, THEMES = "pages/review/review.py", "pages/review/agreement.py", "pages/compare/themes.py"
WARNING = "开展警示教育3次"


def incoming(name, text):
    source = Source(name, text.encode())
    return Incoming(source, read(source))


@pytest.fixture
def stored(own_desk):
    """An open desk with two reports."""
    desk = open_desk(f"sqlite:///{own_desk}")
    add_reports(desk, [incoming("水务局.txt", TEXT), incoming("林业局.txt", OTHER)])
    yield desk
    desk.engine.dispose()


def water(desk):
    return next(one for one in reports(desk) if one.name == "水务局.txt")


def on(desk, quote, action=Action.REJECT, layer=Layer.CODING, subject="warning_education", **more):
    """A decision on the first place of `quote`."""
    start = TEXT.index(quote)
    at = anchor(TEXT, start, start + len(quote)) if quote else anchor(TEXT, 0, 0)
    return Decision("", "", "", water(desk).sha256, action, layer, subject, anchor=at, **more)


def person(desk, name):
    return replace(desk, person=Person(name, REVIEWER))


def finish(desk, name):
    decide(person(desk, name), [on(desk, "", Action.FINISH, Layer.DOCUMENT, "")])


def review(panel="待复核"):
    app = dashboard(REVIEW, review_panel=[panel])
    assert not app.exception
    return app


def press(app, key):
    return app.button(key=key).click().run()


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


def pick_sentence(app, text):
    """Picks the sentence in the grid that starts with `text`."""
    tables = app.session_state["view"].loaded.tables
    document = app.selectbox(key="add_unit").value
    own = tables["sentences"][tables["sentences"]["document_id"].eq(document)].reset_index(drop=True)
    (row,) = own.index[own["text"].str.startswith(text)]
    app.session_state[f"add-sentences-{document}"] = {"selection": {"rows": [row], "columns": [], "cells": []}}
    return app.run()


def test_a_theme_is_added_on_a_stretch_of_a_sentence(stored):
    app = review("增补与改动")
    app.selectbox(key="add_unit").set_value(water(stored).document_id).run()
    pick_sentence(app, "开展警示教育")
    (clauses,) = [one for one in app.pills if "分句" in one.label]
    clauses.set_value([1]).run()
    app.selectbox(key="add_theme").set_value("dual_duty").run()
    next(one for one in app.button if one.label == "增补").click().run()
    (made,) = decisions(stored)
    assert (made.action, made.subject, made.anchor.quote) == (
        "add",
        app.selectbox(key="add_theme").value,
        "组织干部旁听庭审",
    )
    codings = app.session_state["view"].loaded.tables["codings"]
    assert codings[codings["source"].eq("human")]["quote"].to_list() == ["组织干部旁听庭审"]


def test_a_part_is_moved_and_the_report_is_coded_anew(stored):
    app = review("增补与改动")
    app.selectbox(key="add_unit").set_value(water(stored).document_id).run()
    next(one for one in app.segmented_control if one.label == "做什么").set_value("part").run()
    pick_sentence(app, "开展警示教育")
    app.selectbox(key="part-role").set_value("plan").run()
    next(one for one in app.button if one.label == "改部分").click().run()
    assert not app.exception
    sentences = app.session_state["view"].loaded.tables["sentences"]
    moved = sentences[sentences["text"].str.startswith("开展警示教育3次")]
    assert moved["role"].to_list() == ["plan"]


def test_a_problem_and_a_plan_are_tied_and_untied(stored):
    app = review("增补与改动")
    app.selectbox(key="add_unit").set_value(water(stored).document_id).run()
    next(one for one in app.segmented_control if one.label == "做什么").set_value("link").run()
    plans = app.session_state["view"].loaded.tables["plans"]
    own = plans[plans["document_id"].eq(water(stored).document_id)]
    app.selectbox(key="link-plan_id").set_value(own["plan_id"].iloc[-1]).run()
    press(app, "link-theme")
    (made,) = decisions(stored)
    assert (made.action, made.value) == ("link", "theme")
    press(app, "unlink")
    assert decisions(stored)[-1].action == "unlink"


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


def test_agreement_counts_what_was_gone_through_and_opens_what_differs(stored):
    assert "还没有可以比较的判断" in dashboard(AGREEMENT).info[0].value
    decide(person(stored, "甲"), [on(stored, WARNING), on(stored, "组织干部旁听庭审")])
    finish(stored, "甲")
    finish(stored, "乙")
    app = dashboard(AGREEMENT)
    (grid,) = app.dataframe
    theme = grid.value[grid.value["对象"].eq("主题")]
    assert set(zip(theme["甲方"], theme["乙方"], strict=True)) == {("乙", "甲"), ("乙", "机器"), ("甲", "机器")}
    assert theme.set_index(["甲方", "乙方"]).loc[("乙", "机器"), "一致率"] == 100
    place = [*zip(grid.value["对象"], grid.value["甲方"], grid.value["乙方"], strict=True)].index(
        ("主题", "甲", "机器")
    )
    app.session_state["agreement-grid"] = {"selection": {"rows": [place], "columns": [], "cells": []}}
    app.run()
    assert "有1处不同" in app.subheader[0].value
    next(one for one in app.button if one.label == "看原文").click().run()
    assert WARNING[:4] in words(app)


def test_what_was_gone_through_becomes_gold_that_evaluate_reads(stored, tmp_path):
    decide(stored, [on(stored, WARNING), on(stored, "组织干部旁听庭审")])
    finish(stored, "本机")
    app = dashboard(AGREEMENT, agreement_panel=["标准答案"])
    assert [one.label for one in app.get("download_button")] == ["下载标准答案（1份，ZIP）"]
    with zipfile.ZipFile(io.BytesIO(gold_zip(app.session_state["view"]))) as archive:
        assert sorted(archive.namelist()) == ["水务局.json", "水务局.txt"]
        archive.extractall(tmp_path)
    done = CliRunner().invoke(evaluate, ["--gold", str(tmp_path), "--texts", str(tmp_path), "--errors"])
    assert done.exit_code == 0
    assert "警示教育" in done.output or "warning_education" in done.output


def test_a_blind_coder_sees_neither_the_machine_nor_the_other_until_all_are_done(stored):
    task = ["甲", "本机"]
    start_blind(stored, water(stored).sha256, task)
    decide(person(stored, "甲"), [on(stored, "组织干部旁听庭审", Action.ADD, subject="dual_duty")])
    app = dashboard(THEMES)
    codings = app.session_state["view"].loaded.tables["codings"]
    assert water(stored).document_id not in set(codings["document_id"])
    assert "本机" not in words(dashboard(AGREEMENT))
    finish(stored, "本机")
    finish(stored, "甲")
    app.run()
    codings = app.session_state["view"].loaded.tables["codings"]
    own = codings[codings["document_id"].eq(water(stored).document_id)]
    assert {"machine", "human"} == set(own["source"])


def test_a_task_is_started_and_stopped_on_the_page(stored):
    app = dashboard(AGREEMENT, agreement_panel=["背靠背编码"])
    next(one for one in app.multiselect if one.label == "哪几个人").set_value(["本机"])
    next(one for one in app.button if one.label == "开始背靠背编码").click().run()
    assert "至少要选两个人" in app.error[0].value
    start_blind(stored, water(stored).sha256, ["甲", "乙"])
    app.run()
    assert [len(task.coders) for task in blind_tasks(stored)] == [2]
    next(one for one in app.button if one.label == "停止").click().run()
    assert blind_tasks(stored) == ()
