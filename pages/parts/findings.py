"""Findings of all pages as sentences; under each, its places in the text and the page that shows more."""

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from analysis.briefing.found import all_findings
from pages.parts.comparisons import chosen
from pages.parts.evidence import evidence_panel, forget
from pages.parts.names import PAGES
from pages.parts.remembering import once
from pages.parts.text import as_html
from pages.parts.view import View

HEIGHT = 480
FEW = 4


def found_in(view: View) -> dict[str, pd.DataFrame]:
    """FINDINGS and FINDING_SPANS of the chosen reports and themes from all pages, computed once a choice."""
    return _found(view.digest, view)


@st.cache_data(max_entries=32, show_spinner="正在汇总发现……")
def _found(digest: str, _view: View) -> dict[str, pd.DataFrame]:  # noqa: ARG001 - the digest is the key of the cache
    if _view.is_whole:
        return once(_view.loaded, "findings", lambda: all_findings(chosen(_view)))
    return all_findings(chosen(_view))


def finding_list(found: pd.DataFrame, spans: pd.DataFrame) -> None:
    """Shows FINDINGS, each with a button that opens its FINDING_SPANS and a link to the page that shows more."""
    if found.empty:
        st.html("<p class='note'>所选报告之间没有明显差别。</p>")
    counts = spans["finding_id"].value_counts()
    with st.container(height=HEIGHT if len(found) > FEW else "content", border=False, gap="xxsmall", key="findings"):
        for row in found.to_dict("records"):
            _finding(row, int(counts.get(row["finding_id"], 0)))


def _finding(row: Mapping[str, str], count: int) -> None:
    st.html(f"<div class='finding'>{as_html(row['sentence'])}</div>")
    key, page = row["finding_id"], row["page"]
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        if count:
            label = f"看{row['basis']}（{count}处）"
            st.button(label, key=f"finding-{key}", type="tertiary", on_click=_open, args=(key,))
        if page != "overview":
            documents = [document for document in row["document_ids"].split(";") if document]
            label = f"到{PAGES[page][1]}"
            st.button(label, key=f"goto-{key}", type="tertiary", on_click=_ask_for, args=(page, documents))


def _open(key: str) -> None:
    forget()
    st.session_state["finding"] = key


def _ask_for(page: str, documents: list[str]) -> None:
    """Sets the filter, which only a callback may do; the page is changed by `go_on`, which a callback may not do."""
    forget()
    st.session_state["unit"] = documents
    st.session_state["goto"] = page


def go_on() -> None:
    """Goes to the page that a finding asked for, if one did; the filters write themselves into the address there."""
    if page := st.session_state.pop("goto", None):
        st.switch_page(PAGES[page][0], query_params={})


def finding_evidence(view: View, found: pd.DataFrame, spans: pd.DataFrame) -> None:
    """Shows the evidence of the finding that was opened, if it is among `found`."""
    key = st.session_state.get("finding")
    own = found[found["finding_id"].eq(key)]
    if own.empty:
        return
    evidence_panel(view, spans[spans["finding_id"].eq(key)], own["sentence"].iloc[0])
