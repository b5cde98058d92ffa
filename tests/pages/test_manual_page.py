"""编码手册 without a browser: a cue in, previewed, saved and taken back; drafts that collide; files in and out."""

import pytest
from decided import OTHER as FOREST
from decided import TEXT as WATER
from onscreen import button, dashboard, words

from analysis.codebookfiles import parse_codebook
from analysis.keeping.changes import Incoming, add_reports
from analysis.keeping.codebooks import built_in, in_force, load_version, save_version, versions
from analysis.keeping.decisions import decide
from analysis.keeping.opening import open_desk
from analysis.reading.base import Source
from analysis.reading.read import read
from analysis.reviewing.anchors import anchor
from analysis.reviewing.decisions import Action, Decision, Layer
from analysis.revising.edits import THEME, AddCue, SetValue
from analysis.revising.files import packed
from pages.parts.corpora import inputs

PAGE, THEMES = "pages/manual/manual.py", "pages/compare/themes.py"
TEXT = (
    "云岭县甲局2023年工作报告\n一、工作情况\n组织廉石分享会2场。\n同干部谈心谈话3次。\n"
    "二、存在的问题\n一是学习不够深入。\n"
)
OWN = inputs([Source("甲.txt", TEXT.encode())], ())


@pytest.fixture
def desk(own_desk):
    opened = open_desk(f"sqlite:///{own_desk}")
    yield opened
    opened.engine.dispose()


def page(part="主题", **more):
    app = dashboard(PAGE, given=OWN, manual=[part], **more)
    assert not app.exception, app.exception
    return app


def said(app):
    assert not app.exception, app.exception
    return [one.value for one in (*app.success, *app.error)]


def choose(app, theme):
    app.selectbox(key="manual-theme").set_value(theme).run()
    return app


def add(app, cue):
    next(one for one in app.text_input if one.label == "加一个线索词").set_value(cue)
    button(app, "加入").click().run()
    return said(app)


def save(app, reason):
    next(one for one in app.text_input if one.label == "修改的理由").set_value(reason)
    button(app, "保存为新版本").click().run()
    return said(app)


def talks(app):
    codings = app.session_state["view"].loaded.tables["codings"]
    return sorted(codings[codings["code_id"].eq("talks")]["quote"])


def cues(desk, theme="talks"):
    book = parse_codebook(load_version(desk, in_force(desk)).texts)
    return next(one.cues for one in book.themes if one.id == theme)


def test_the_entry_is_told_in_plain_words_with_how_often_its_cues_hit():
    app = choose(page(), "talks")
    shown = app.dataframe[0].value
    row = shown[shown["线索词"].eq("谈心谈话")].iloc[0]
    assert (row["出现（句）"], row["计入（句）"], row["怎样用"]) == (1, 1, "各部分都算")
    assert "定义" in words(app)
    plain = set(shown["线索词"])
    assert not any(sign in cue for cue in plain for sign in "<|&#")
    app.toggle(key="manual-advanced").set_value(True).run()
    every = app.dataframe[0].value
    assert plain < set(every["线索词"])
    assert all(row["意思"] for _, row in every.iterrows() if "|" in row["线索词"])
    assert "责任落实　主体责任" in app.selectbox(key="manual-theme").options


def test_a_cue_is_added_previewed_saved_shown_and_taken_back(desk):
    app = choose(page(), "talks")
    before = talks(app)
    assert "草稿里已加入“廉石分享会”" in add(app, "廉石分享会")[0]
    assert "主题“谈心谈话”的线索词：增加廉石分享会" in words(app)
    first = app.dataframe[0].value.iloc[0]
    assert (first["线索词"], first["草稿"], first["出现（句）"], first["计入（句）"]) == ("廉石分享会", "新加", 1, 0)
    assert button(app, "保存为新版本").disabled
    button(app, "预览影响").click().run()
    assert not app.exception
    assert any("新增1处" in one.value for one in app.subheader)
    assert "组织廉石分享会2场" in words(app)
    assert talks(app) == before
    assert "请写明修改的理由" in save(app, " ")[0]
    assert "已保存为新版本（1处修改）" in save(app, "漏了这种说法")[0]
    assert talks(app) == sorted([*before, "组织廉石分享会2场"])
    assert [(one.by, one.reason) for one in versions(desk)] == [("本机", "漏了这种说法")]
    again = page("版本与文件")
    assert list(again.dataframe[0].value["理由"]) == ["漏了这种说法", "随软件附带的手册"]
    assert "增加廉石分享会" in words(again)
    again.session_state[f"versions-{in_force(desk)[:12]}"] = {"selection": {"rows": [1], "columns": [], "cells": []}}
    button(again.run(), "回到这一版").click().run()
    assert "已回到所选的版本" in said(again)[0]
    assert talks(again) == before
    assert versions(desk)[0].reason == "回到随软件附带的手册"


def test_a_cue_is_taken_out_and_the_step_undone():
    app = choose(page(), "talks")
    shown = app.dataframe[0].value
    place = list(shown["线索词"]).index("谈心谈话")
    app.session_state[f"cues-talks-0-{len(shown)}-0"] = {"selection": {"rows": [place], "columns": [], "cells": []}}
    app.run()
    assert "同干部谈心谈话3次" in words(app)
    button(app, "去掉“谈心谈话”").click().run()
    assert "删去谈心谈话" in words(app)
    button(app, "撤销上一步").click().run()
    assert "还没有修改" in words(app)


@pytest.mark.parametrize(
    ("cue", "reason"),
    [("谈心谈话", "已经有"), ("在……在……在…落实", "太慢"), ("谈话，提醒", "标点"), ("…谈话", "两边都要有词")],
)
def test_a_cue_that_cannot_be_used_is_refused_in_a_sentence(cue, reason):
    app = choose(page(), "talks")
    (told,) = add(app, cue)
    assert reason in told
    assert "还没有修改" in words(app)


def test_a_theme_is_renamed_and_switched_off():
    app = choose(page(), "talks")
    next(one for one in app.text_input if one.label == "名称").set_value("谈话")
    button(app, "改到草稿里").click().run()
    assert "由“谈心谈话”改为“谈话”" in words(app)
    button(app, "停用这个主题").click().run()
    assert "停用主题“谈话”" in words(app)
    button(app, "预览影响").click().run()
    assert "同干部谈心谈话3次" in words(app)
    save(app, "暂不看这一项")
    assert "talks" not in {theme.id for theme in app.session_state["view"].loaded.codebook.themes}
    assert not app.switch_page(THEMES).run().exception
    assert not app.switch_page("pages/check/checks.py").run().exception


@pytest.mark.parametrize(("part", "name"), [("主题", "新主题"), ("问题类别", "新类别"), ("指标", "新指标")])
def test_a_new_entry_comes_into_the_draft(part, name):
    app = page(part)
    next(one for one in app.text_input if one.label == "名称" and not one.value).set_value(name)
    app.text_area[0].set_value("廉石分享会、廉石会")
    for one in app.text_input:
        if one.label.startswith("量词"):
            one.set_value("场、次")
    button(app, "加到草稿里").click().run()
    assert f"新增{part}“{name}”" in words(app)
    button(app, "预览影响").click().run()
    assert not app.exception


def test_of_two_who_edit_the_second_is_told_and_moves_the_draft_on(desk):
    app = choose(page(), "talks")
    add(app, "廉石分享会")
    button(app, "预览影响").click().run()
    base = built_in()
    save_version(desk, base, AddCue(THEME, "talks", "cues", "别人加的谈").on(base.texts), reason="先保存")
    app.run()
    assert "别人保存了编码手册的新版本" in app.warning[0].value
    button(app, "并到新版本上").click().run()
    button(app, "预览影响").click().run()
    save(app, "后保存")
    assert cues(desk)[-2:] == ("别人加的谈", "廉石分享会")


def test_files_come_in_as_a_draft_and_broken_ones_are_refused_with_their_line():
    texts = dict(built_in().texts)
    app = page("版本与文件")
    bad = texts["themes.yaml"].replace("    name: 谈心谈话\n", "    name: 谈心谈话\n    颜色: 红\n")
    line = bad[: bad.index("颜色")].count("\n") + 1
    upload(app, "themes.yaml", bad.encode())
    assert f"themes\\.yaml 第 {line} 行" in said(app)[0]
    assert "还没有修改" in words(app)
    texts = SetValue(THEME, "talks", "rule", "面对面才算").on(texts)
    upload(app, "手册.zip", packed(texts))
    assert "已读入草稿" in said(app)[0]
    assert "改为“面对面才算”" in words(app)


def upload(app, name, data):
    uploader = next(one for one in app.file_uploader if one.label == "编码手册文件")
    uploader.set_value([(name, data, "application/octet-stream")]).run()


def test_where_the_version_in_force_cannot_be_used_the_page_offers_the_way_back(desk):
    base = built_in()
    save_version(desk, base, {"themes.yaml": "colour: 1\n"}, reason="更新的格式")
    app = page()
    assert "更新的格式" in app.error[0].value
    app.session_state[f"versions-{in_force(desk)[:12]}"] = {"selection": {"rows": [1], "columns": [], "cells": []}}
    button(app.run(), "回到这一版").click().run()
    assert "已回到所选的版本" in said(app)[0]
    assert not app.error


def test_what_people_rejected_suggests_a_cue_to_drop_which_a_button_takes(desk):
    sources = [Source(name, text.encode()) for name, text in (("水务局.txt", WATER), ("林业局.txt", FOREST))]
    kept = add_reports(desk, [Incoming(source, read(source)) for source in sources])
    texts = {"水务局.txt": WATER, "林业局.txt": FOREST}
    decide(desk, [_rejected(one.sha256, texts[one.name]) for one in kept])
    app = dashboard(PAGE, manual=["主题"])
    assert "被驳回2次，一次也没有被确认" in words(app)
    button(app, "采纳").click().run()
    assert not app.exception
    assert "主题“警示教育”的线索词：删去警示教育" in words(app)
    button(app, "预览影响").click().run()
    assert any("不增也不减" in one.value for one in app.info)  # other cues of the theme hold these clauses
    assert not button(app, "保存为新版本").disabled


def _rejected(sha256, text):
    start = text.index("开展警示教育")
    at = anchor(text, start, text.index("次", start) + 1)
    return Decision("", "", "", sha256, Action.REJECT, Layer.CODING, "warning_education", anchor=at)
