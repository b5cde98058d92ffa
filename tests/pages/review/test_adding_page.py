"""增补与改动 without a browser: themes added, parts moved, problems and plans tied."""

from judging import press, review, water

from analysis.keeping.decisions import decisions


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
