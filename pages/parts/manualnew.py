"""A theme, a category or an indicator that the codebook does not have yet."""

import streamlit as st

from analysis.revising.draft import Draft
from analysis.revising.edits import CATEGORY, INDICATOR, THEME, AddEntry, entries, new_id, tidy
from pages.parts.desk import say
from pages.parts.manualdraft import edit
from pages.parts.manualentry import OPEN, WHAT
from pages.parts.text import as_markdown

ADDITIVITY = {
    "SUM": "各次相加",
    "TOTAL_ONCE": "报告写明的总数",
    "SUBSET": "是另一指标的一部分，不相加",
    "STOCK": "某一时点的存量，不相加",
    "RATE": "比率，不相加",
}
SEPARATORS = str.maketrans(dict.fromkeys(",，;；\n", "、"))
Fields = dict[str, str | bool | list[str]]


def new_entry(kind: str, draft: Draft) -> None:
    """A form for a new entry of `kind`."""
    with st.expander(f"新增{WHAT[kind]}"), st.form(f"new-{kind}-{len(draft.edits)}", border=False):
        name = tidy(st.text_input("名称", max_chars=20))
        fields = {THEME: _theme, CATEGORY: _category, INDICATOR: _indicator}[kind](draft)
        cues = _list(st.text_area("线索词（用顿号隔开）", height=80))
        if st.form_submit_button("加到草稿里"):
            _add(kind, draft, {"id": new_id(kind, name), "name": name, **fields, "cues": cues})


def _add(kind: str, draft: Draft, fields: Fields) -> None:
    if not fields["name"] or not fields["cues"] or not fields.get("measure_words", True):
        say("wrong", "名称、线索词（指标还有量词）都要填写。")
    elif edit(draft, AddEntry(kind, fields)):
        st.session_state[OPEN] = fields["id"]
        say("done", f"草稿里已新增{WHAT[kind]}“{as_markdown(str(fields['name']))}”。右侧可预览影响，满意后保存。")
    st.rerun()


def _theme(draft: Draft) -> Fields:
    names = {dimension.id: dimension.name for dimension in draft.written.themes.dimensions}
    home = st.selectbox("所属维度", list(names), format_func=names.get)
    return {"dimension": home, "definition": tidy(st.text_input("定义：什么样的话算", max_chars=300))}


def _category(draft: Draft) -> Fields:
    names = {theme.id: theme.name for theme in entries(draft.written, THEME)}
    themes = st.multiselect("相关主题（哪些主题的措施能对应它）", list(names), format_func=names.get)
    return {"definition": tidy(st.text_input("定义：什么样的问题算", max_chars=300)), "themes": themes}


def _indicator(draft: Draft) -> Fields:
    names = {theme.id: theme.name for theme in entries(draft.written, THEME)}
    theme = st.selectbox("所属主题", list(names), format_func=names.get)
    words = _list(st.text_input("量词（用顿号隔开）", placeholder="例如：次、场"))
    additivity = st.selectbox("同一份报告里写了几处时", list(ADDITIVITY), format_func=ADDITIVITY.get)
    return {"measure_words": words, "theme": theme, "additivity": additivity}


def _list(text: str) -> list[str]:
    return [word for part in text.translate(SEPARATORS).split("、") if (word := tidy(part))]
