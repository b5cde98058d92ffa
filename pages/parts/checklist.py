"""The checks as a list: each with its sentences and a clerk's decision, kept for the session."""

import pandas as pd
import streamlit as st

from analysis.comparing.checks.checking import DISMISSED, DONE, OPEN, STATES
from analysis.comparing.checks.line import KINDS
from analysis.exporting.tablefiles import csv_in_words
from analysis.tables.comparing.checks import CHECKS
from pages.parts.download import download
from pages.parts.evidence import evidence_panel, forget
from pages.parts.paging import page_of
from pages.parts.text import as_html, as_markdown
from pages.parts.view import View

PAGE = 12
ALL = "全部"
KEY = "decisions"


def decisions() -> dict[str, str]:
    """What this session decided, by the id of the check."""
    kept: dict[str, str] = st.session_state.setdefault(KEY, {})
    return kept


def checklist(view: View, checks: pd.DataFrame, spans: pd.DataFrame, title: str) -> None:
    """Shows CHECKS, with filters, a page at a time, under `title`; and the sentences of the one that was opened."""
    st.subheader(as_markdown(title), anchor=False)
    shown = _filtered(checks)
    if shown.empty:
        st.html("<p class='note'>这里没有事项。可以换一个处理状态或类型，或放宽左侧的筛选。</p>")
    part = shown.iloc[page_of(len(shown), PAGE, "check-page")]
    counts = spans[spans["check_id"].isin(part["check_id"])]["check_id"].value_counts()
    with st.container(key="checklist", gap="xsmall"):
        for row in part.to_dict("records"):
            _line(row, int(counts.get(row["check_id"], 0)))
    download(
        "下载所列事项（CSV）",
        lambda: csv_in_words(CHECKS, shown),
        "核查事项.csv",
        "text/csv",
    )
    opened = checks[checks["check_id"].eq(st.session_state.get("finding"))]
    if not opened.empty:
        row = opened.iloc[0]
        own = spans[spans["check_id"].eq(row["check_id"])]
        evidence_panel(view, own, f"{row['label']}　{row['finding']}　{row['basis']}")


def _filtered(checks: pd.DataFrame) -> pd.DataFrame:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        state = st.segmented_control(
            "处理", [*STATES, ALL], default=OPEN, key="check_state", required=True, bind="query-params"
        )
        present = [kind for kind in KINDS if checks["kind"].eq(kind).any()]
        kinds = st.pills("类型", present, selection_mode="multi", key="check_kind", help="都不选即为全部")
    shown = checks if state == ALL else checks[checks["state"].eq(state)]
    return shown[shown["kind"].isin(kinds)] if kinds else shown


def _line(row: dict[str, str], count: int) -> None:
    key = row["check_id"]
    with st.container(horizontal=True, wrap=False, vertical_alignment="center", gap="small"):
        st.html(
            f"<div class='check'><b>{as_html(row['label'])}</b>　<span class='kind'>{row['kind']}</span>　"
            f"{as_html(row['finding'])}<br><small>{as_html(row['why'])}</small></div>",
            width="stretch",
        )
        if count:
            st.button(f"看{row['basis']}（{count}处）", key=f"open-{key}", type="tertiary", on_click=_open, args=(key,))
        for state in (DONE, DISMISSED) if row["state"] == OPEN else (OPEN,):
            label = "改回待核" if state == OPEN else state
            st.button(label, key=f"{state}-{key}", on_click=_decide, args=(key, state))


def _open(key: str) -> None:
    forget()
    st.session_state["finding"] = key


def _decide(key: str, state: str) -> None:
    st.session_state[KEY] = {**decisions(), key: state}
