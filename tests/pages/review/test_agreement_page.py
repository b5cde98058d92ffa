"""一致性 without a browser: what people differ on, gold, and blind coding."""

import io
import zipfile

from click.testing import CliRunner
from judging import AGREEMENT, THEMES, WARNING, finish, on, person, water
from onscreen import dashboard, words

from analysis.commands.evaluate import evaluate
from analysis.keeping.blindtasks import blind_tasks, start_blind
from analysis.keeping.decisions import decide
from analysis.reviewing.decisions import Action
from pages.parts.agreeing import gold_zip


def test_agreement_counts_what_was_gone_through_and_opens_what_differs(stored):
    assert "还没有可以比较的判断" in dashboard(AGREEMENT).info[0].value
    decide(person(stored, "甲"), [on(stored, WARNING), on(stored, "组织干部旁听庭审")])
    finish(stored, "甲")
    finish(stored, "乙")
    app = dashboard(AGREEMENT)
    (grid,) = app.dataframe
    theme = grid.value[grid.value["对象"].eq("主题")]
    assert set(zip(theme["甲方"], theme["乙方"], strict=True)) == {("乙", "甲"), ("乙", "机器"), ("甲", "机器")}
    assert theme.set_index(["甲方", "乙方"]).loc[("乙", "机器"), "一致率"] == 1
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
    assert "所选报告中有1份有人从头看到尾" in words(app)
    assert "python" not in words(app)
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
