"""The panel that shows the sentences behind a figure, the words that count highlighted."""

import pandas as pd
import streamlit as st

from analysis.comparing.base import ROLE_NAMES
from analysis.comparing.evidence import evidence
from pages.parts.deciding import can_decide, why_not
from pages.parts.judging import CLICKED, HELD, judge_button, judged
from pages.parts.paging import page_of
from pages.parts.text import as_html, marked
from pages.parts.view import View

PAGE = 20


def evidence_panel(view: View, spans: pd.DataFrame, heading: str) -> None:
    """Shows the sentences that `spans` (document_id, start, end) touch, a page at a time, under `heading`.

    The panel keeps to the lower edge of the window, so that it is seen whatever was clicked.
    """
    with st.container(key="drawer", gap="xsmall"):
        with st.container(horizontal=True, wrap=False, vertical_alignment="center"):
            head = st.container(width="stretch")
            shown = spans.iloc[page_of(len(spans), PAGE, f"evidence-{heading}")]
            st.button("收起原文", on_click=forget, icon=":material/close:", type="tertiary")
        rows = evidence(view.loaded.tables, view.loaded.labels, shown)
        head.html(f"<h2>原文依据：{as_html(heading)}（{_counted(spans, shown, rows)}）</h2>")
        if rows.empty:
            st.html("<p class='note'>没有原文可列：这里未提及（引言、结语不计）。</p>")
        elif can_decide(view):
            for sentence, own in rows.groupby("sentence_id", sort=False):
                _to_judge(view, str(sentence), own)
        else:
            listed = "".join(_sentence(own) for _, own in rows.groupby("sentence_id", sort=False))
            st.html(f"{listed}<p class='note'>{why_not(view)}</p>")


def _counted(spans: pd.DataFrame, shown: pd.DataFrame, rows: pd.DataFrame) -> str:
    """How many places there are, and in how many sentences where that is another number: `18处，在13句里`."""
    sentences = rows["sentence_id"].nunique()
    here = "" if len(shown) == len(spans) else f"本页{len(shown)}处"
    return f"{len(spans)}处" + (f"，{here}在{sentences}句里" if sentences not in (0, len(shown)) else "")


def _to_judge(view: View, sentence: str, own: pd.DataFrame) -> None:
    """A sentence with the button that opens what can be decided on it."""
    with st.container(horizontal=True, wrap=False, vertical_alignment="center", gap="small"):
        st.html(_sentence(own), width="stretch")
        judge_button(view, sentence)
    judged(view, sentence, own)


def forget() -> None:
    """Takes back whatever was opened: a finding, or a cell or bar of a chart."""
    for name in ("finding", HELD, CLICKED):
        st.session_state.pop(name, None)
    st.session_state["round"] = st.session_state.get("round", 0) + 1


def _sentence(own: pd.DataFrame) -> str:
    first = own.iloc[0]
    marks = zip(own["mark_start"].astype(int), own["mark_end"].astype(int), strict=True)
    path = first["path"] if isinstance(first["path"], str) and first["path"] else "无标题"
    place = f"{ROLE_NAMES[first['role']]}部分　{as_html(path)}　{as_html(first['file'])}"
    where = f"<div class='where'><b>{as_html(first['label'])}</b>　{place}</div>"
    return f"<div class='evidence'>{where}{marked(first['text'], marks)}</div>"
