"""Below a sentence of the evidence: what was found in it, each finding to be confirmed, rejected or changed."""

import pandas as pd
import streamlit as st

from analysis.reviewing.findings import Finding, found_in, told
from pages.parts.changing import change_form
from pages.parts.deciding import can_decide, keep
from pages.parts.text import as_html
from pages.parts.view import View

OPENED, HELD, CLICKED = "judged-sentence", "held-click", "clicked"
STATES = {"confirmed": "已确认", "changed": "已改", "added": "人工增补", "disputed": "意见不一"}


def judge_button(view: View, sentence: str) -> None:
    """A button that opens, or closes, what was found in `sentence`."""
    if can_decide(view):
        there = st.session_state.get(OPENED) == sentence
        st.button(
            "收起" if there else "复核", key=f"judge-{sentence}", type="tertiary", on_click=_open, args=(sentence,)
        )


def _open(sentence: str) -> None:
    st.session_state[OPENED] = None if st.session_state.get(OPENED) == sentence else sentence


def judged(view: View, sentence: str, marks: pd.DataFrame) -> None:
    """The findings at `marks` (mark_start, mark_end, counted from the start of `sentence`), if it is opened."""
    if st.session_state.get(OPENED) != sentence or not can_decide(view):
        return
    sentences = view.loaded.tables["sentences"]
    row = sentences[sentences["sentence_id"].eq(sentence)].iloc[0]
    pairs = marks[["mark_start", "mark_end"]].itertuples(index=False, name=None)
    spans = [(int(row["start"] + start), int(row["start"] + end)) for start, end in pairs]
    found = found_in(view.loaded.tables, row["document_id"], spans)
    reviewed = view.loaded.stored.laid.applied.reviewed
    states = dict(zip(reviewed["item_id"], reviewed["state"], strict=True))
    with st.container(key=f"found-{sentence}", gap="xsmall"):
        if not found:
            st.html("<p class='note'>这一处没有编码、数量、问题或措施。要增补，请到“复核”页。</p>")
        for finding in found:
            _line(view, finding, STATES.get(states.get(finding.item_id, ""), ""))


def _line(view: View, finding: Finding, state: str) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        tag = f"<span class='kind'>{state}</span>　" if state else ""
        words = as_html(told(finding, view.loaded.codebook))
        st.html(f"<div class='check'>{tag}<b>{words}</b>　{as_html(finding.row['quote'])}</div>", width="stretch")
        key = finding.item_id
        st.button("确认", key=f"yes-{key}", on_click=_keep, args=(finding, True))
        st.button("驳回", key=f"no-{key}", on_click=_keep, args=(finding, False))
        changing = st.session_state.get("judged-changing") == key
        st.button("改判", key=f"change-{key}", on_click=_change, args=(None if changing else key,))
    if changing:
        change_form(finding, view.loaded.codebook, _hold)


def _change(key: str | None) -> None:
    st.session_state["judged-changing"] = key


def _keep(finding: Finding, right: bool) -> None:  # noqa: FBT001 - the argument of a button
    if keep(finding.confirm if right else finding.reject):
        _hold()


def _hold() -> None:
    """Lets the chart's evidence stay open although its figures change."""
    st.session_state[HELD] = st.session_state.get(CLICKED)
