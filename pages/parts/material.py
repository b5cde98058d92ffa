"""The meeting's material on screen: its head, the standard set at one click, preview and export."""

import hashlib
from dataclasses import replace
from datetime import datetime

import streamlit as st

from analysis.basket import Item
from analysis.briefing.method import METHOD
from analysis.briefing.portraits import portraits
from analysis.briefing.standard import PARTS, standard_set
from analysis.exporting.clean import file_name
from analysis.exporting.export import EXPORTERS
from analysis.exporting.image.image import image
from analysis.exporting.image.sheet import WIDTH
from analysis.exporting.material import INTERNAL, TITLE, Material, Portrait, chinese_date
from analysis.exporting.redaction import WHAT_STAYS, WHAT_STAYS_OF_PERSONS, redacted
from pages.parts.basket import basket, put_all
from pages.parts.comparisons import chosen
from pages.parts.download import download
from pages.parts.view import View

FORMS = {"pptx": "PPT 演示", "docx": "Word 简报", "xlsx": "Excel 工作簿", "zip": "数据和图片（ZIP）"}
DONE = "exported"
WIDEST = 1460
"""Dots across a picture on screen: a wider one Streamlit scales down, each time that the page is shown."""


def standard_button(view: View) -> None:
    """Puts the standard set of what the sidebar chose into the basket."""
    help_ = "总体判断、主题、职责、数字、雷同、问题、核查、建议，按会议顺序一次放入；左侧的筛选有效。"
    if st.button("一键全套", type="primary", disabled=not view.choice.documents, help=help_):
        bar = st.progress(0.0, "正在整理图表……")
        put_all(standard_set(chosen(view), lambda done: bar.progress(done / len(PARTS), "正在整理图表……")))
        st.rerun()


def material_head(view: View) -> Material:
    """Asks for title, unit, date, mark and what is to be left out; the material as it will be exported."""
    with st.container(border=True, gap="xsmall"):
        with st.container(horizontal=True, vertical_alignment="bottom"):
            title = st.text_input("材料标题", TITLE, key="material_title", persist_state="session")
            unit = st.text_input("署名单位", key="material_unit", persist_state="session", width=260)
            day = st.date_input("日期", datetime.now().astimezone().date(), key="material_day", width=150)
        with st.container(horizontal=True):
            internal = st.checkbox("标注内部资料", key="material_internal", persist_state="session")
            units = st.checkbox("隐去单位名称", key="material_units", persist_state="session", help=WHAT_STAYS)
            persons = st.checkbox(
                "隐去人名", key="material_persons", persist_state="session", help=WHAT_STAYS_OF_PERSONS
            )
            pages = st.checkbox(
                "Word 附单位画像",
                key="material_pages",
                persist_state="session",
                help="左侧所选报告一份一页，附在简报后面。",
            )
    about = tuple(Portrait(*page) for page in portraits(chosen(view))) if pages and view.choice.documents else ()
    mark = INTERNAL if internal else ""
    whole = Material(title or TITLE, unit or "", chinese_date(day), mark, basket().items, METHOD, about)
    if units or persons:
        st.html(f"<p class='note'>{WHAT_STAYS * units}{WHAT_STAYS_OF_PERSONS * persons}</p>")
    return redacted(whole, units=units, persons=persons)


def export_bar(material: Material) -> None:
    """A button for each format; what was made last waits to be downloaded until the material changes."""
    digest = hashlib.sha256(repr(material).encode("utf-8", "replace")).hexdigest()
    with st.container(horizontal=True, vertical_alignment="center"):
        wanted = [form for form, name in FORMS.items() if st.button(f"生成{name}", key=f"make-{form}")]
        made = st.session_state.get(DONE)
        if made and made[0] == digest and not wanted:
            _, form, content = made
            name = f"{file_name(material.title)}.{form}"
            label = f"下载 {FORMS[form]}（{len(content) / 1024:,.0f} KB）"
            download(label, content, name, primary=True)
    if wanted:
        _make(material, digest, wanted[0])


def _make(material: Material, digest: str, form: str) -> None:
    """Makes the file while a bar grows; any other click, 取消 above all, stops it."""
    with st.container(horizontal=True, vertical_alignment="center"):
        bar = st.progress(0.0, f"正在生成{FORMS[form]}……")
        st.button("取消", key="cancel")
    content = EXPORTERS[form](material, lambda share: bar.progress(min(1.0, share), f"正在生成{FORMS[form]}……"))
    st.session_state[DONE] = (digest, form, content)
    st.rerun()


@st.cache_data(max_entries=64, show_spinner="正在画预览图……")
def _preview(digest: str, _item: Item, _material: Material) -> bytes:  # noqa: ARG001 - the digest is the key of the cache
    return image(_item, _material, "png", int(WIDEST / WIDTH))


def preview(material: Material, place: int) -> bytes:
    """The picture of the item at `place` as it will be exported."""
    one, head = material.items[place], replace(material, items=(), portraits=())
    digest = hashlib.sha256(repr((one, head)).encode("utf-8", "replace")).hexdigest()
    return _preview(digest, one, head)
