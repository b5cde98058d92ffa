"""会议材料 without a browser: the standard set at one click, the head, redaction, preview and exports."""

import io
from pathlib import Path

import openpyxl
import pytest
import streamlit as st
from onscreen import html
from pptx import Presentation
from streamlit.elements.lib.image_utils import MAXIMUM_CONTENT_WIDTH
from streamlit.testing.v1 import AppTest

from analysis.exporting.export import EXPORTERS
from analysis.exporting.image.sheet import WIDTH
from analysis.reading.base import Source
from pages.parts.corpora import inputs
from pages.parts.material import WIDEST

ROOT = Path(__file__).resolve().parents[2]
MEETING = "pages/meeting/basket.py"
REPORT = """云岭县{unit}2023年工作报告
一、工作情况
开展警示教育{count}次，约谈**人次。与{person}同志谈话。
二、存在的问题
一是理论学习不够深入，学用脱节。二是合同管理制度不健全。
三、下一步打算
一是健全合同管理制度，完善合同审核机制。
"""
UNITS = (("水务局", 2, "李明"), ("教育局", 3, "王芳"), ("农业农村局", 5, "张伟"))


@pytest.fixture
def app():
    texts = [Source(f"{unit}.txt", REPORT.format(unit=unit, count=n, person=who).encode()) for unit, n, who in UNITS]
    made = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=120)
    made.session_state["inputs"] = inputs(texts, ())
    made.run()
    return made.switch_page(MEETING).run()


def button(app, label):
    return next(one for one in app.button if one.label == label)


def sound(app):
    return not app.exception and not app.error


def test_one_click_puts_in_the_whole_set_and_twice_adds_nothing(app):
    assert "一键全套" in app.info[0].value
    button(app, "一键全套").click().run()
    assert sound(app)
    items = app.session_state["basket"].items
    assert [items[0].name, items[-1].name] == ["总体判断", "下步建议"]
    assert all(item.origin.reports for item in items)
    button(app, "一键全套").click().run()
    assert app.session_state["basket"].items == items


def test_a_deck_is_made_with_what_was_edited_and_waits_until_something_changes(app):
    button(app, "一键全套").click().run()
    app.text_input(key="material_title").set_value("汇报：云岭县").run()
    app.text_input(key="material_unit").set_value("县纪委监委").run()
    app.checkbox(key="material_internal").check().run()
    first = app.session_state["basket"].items[0].key
    app.text_input(key=f"title-{first}").set_value("三家单位的总体情况").run()
    app.text_input(key=f"note-{first}").set_value("会上先说这一页").run()
    button(app, "生成PPT 演示").click().run()
    assert sound(app)
    _, form, content = app.session_state["exported"]
    made = Presentation(io.BytesIO(content))
    titles = [slide.shapes.title.text_frame.text for slide in made.slides]
    assert form == "pptx"
    assert titles[:2] == ["汇报：云岭县", "三家单位的总体情况"]
    assert "会上先说这一页" in made.slides[1].notes_slide.notes_text_frame.text
    offered = [one for one in app.get("download_button") if one.proto.label.startswith("下载 PPT")]
    assert len(offered) == 1
    app.text_input(key="material_title").set_value("另一个标题").run()
    assert not [one for one in app.get("download_button") if one.proto.label.startswith("下载 PPT")]


@pytest.mark.parametrize("label", ["生成Word 简报", "生成Excel 工作簿"])
def test_the_other_formats_are_made_too(app, label):
    button(app, "一键全套").click().run()
    app.checkbox(key="material_pages").check().run()
    button(app, label).click().run()
    assert sound(app)
    assert app.session_state["exported"][2][:2] == b"PK"


def test_names_are_left_out_everywhere_and_the_page_says_what_stays(app):
    button(app, "一键全套").click().run()
    app.checkbox(key="material_units").check().run()
    app.checkbox(key="material_persons").check().run()
    assert sound(app)
    assert "通读一遍" in html(app)
    button(app, "生成Excel 工作簿").click().run()
    book = openpyxl.load_workbook(io.BytesIO(app.session_state["exported"][2]))
    text = "".join(str(cell.value) for sheet in book for row in sheet for cell in row)
    assert [word for unit, _, person in UNITS for word in (unit, person) if word in text] == []
    assert "单位甲" in text
    assert "与某同志谈话" in text


def test_material_keeps_its_reports_when_others_are_loaded(app):
    button(app, "一键全套").click().run()
    app.session_state["inputs"] = inputs([Source("别.txt", "戊局2023年报告\n一、工作\n开会。".encode())], ())
    app.checkbox(key="material_units").check().run()
    button(app, "生成PPT 演示").click().run()
    assert sound(app)
    made = Presentation(io.BytesIO(app.session_state["exported"][2]))
    text = "".join(shape.text_frame.text for slide in made.slides for shape in slide.shapes if shape.has_text_frame)
    assert "来源：3份报告" in text
    assert "水务局" not in text


def test_the_preview_shows_each_item_as_it_will_be_exported(app):
    button(app, "一键全套").click().run()
    for item in app.session_state["basket"].items[2:]:
        app.session_state["basket"] = app.session_state["basket"].remove([item.key])
    app.toggle(key="material_preview").set_value(True).run()
    assert sound(app)
    assert len(app.get("image")) == 2


def test_no_preview_is_so_wide_that_it_is_scaled_down_on_every_visit():
    assert int(WIDEST / WIDTH) * WIDTH <= MAXIMUM_CONTENT_WIDTH


def test_a_chart_put_aside_brings_its_sentences_and_how_it_was_drawn(app):
    app.query_params["measure"] = "per_thousand"
    app.switch_page("pages/compare/themes.py").run()
    button(app, "加入会议材料").click().run()
    (item,) = app.session_state["basket"].items
    assert item.evidence
    assert item.places >= len(item.evidence)
    assert item.measure in ("codings", "per_thousand")
    assert item.origin.source == "来源：3份报告（2023年）"


def test_a_stop_halfway_leaves_the_page_and_the_basket_as_they_were(app, monkeypatch):
    button(app, "一键全套").click().run()
    kept, heard = app.session_state["basket"], []

    def stopped(_, on_step):
        on_step(0.5)
        heard.append(0.5)
        st.stop()

    monkeypatch.setattr("pages.parts.material.EXPORTERS", {**EXPORTERS, "pptx": stopped})
    button(app, "生成PPT 演示").click().run()
    assert heard == [0.5]
    assert button(app, "取消")
    assert "exported" not in app.session_state
    app.run()
    assert sound(app)
    assert app.session_state["basket"] == kept
    assert "取消" not in [one.label for one in app.button]


def test_nothing_loaded_offers_nothing_to_fill_in(app):
    app.session_state["inputs"] = inputs((), ())
    app.run()
    assert sound(app)
    assert button(app, "一键全套").disabled
