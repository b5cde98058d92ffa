"""Findings as sentences; a button under each opens the places in the text it rests on."""

import pandas as pd
import streamlit as st

from analysis.comparing.findings import Scope, findings
from pages.parts.evidence import evidence_panel, forget
from pages.parts.text import as_html
from pages.parts.view import View

HEIGHT = 480
FEW = 4


def found_in(view: View) -> dict[str, pd.DataFrame]:
    """FINDINGS and FINDING_SPANS of the chosen reports and themes, computed once a choice."""
    return _found(view.digest, view)


@st.cache_data(max_entries=32, show_spinner=False)
def _found(digest: str, _view: View) -> dict[str, pd.DataFrame]:  # noqa: ARG001 - the digest is the key of the cache
    scope = Scope(_view.whole, _view.loaded.tables, _view.labels, _view.loaded.codebook, _view.counted)
    return findings(scope)


def finding_list(found: pd.DataFrame, spans: pd.DataFrame) -> None:
    """Shows FINDINGS, the more telling first, each with a button that opens its FINDING_SPANS."""
    st.subheader("值得注意", anchor=False)
    if found.empty:
        st.html("<p class='note'>所选报告之间没有明显差别。</p>")
    counts = spans["finding_id"].value_counts()
    with st.container(height=HEIGHT if len(found) > FEW else "content", border=False, gap="xxsmall", key="findings"):
        for key, sentence, basis in found[["finding_id", "sentence", "basis"]].to_numpy():
            _finding(key, sentence, basis, int(counts.get(key, 0)))


def _finding(key: str, sentence: str, basis: str, count: int) -> None:
    st.html(f"<div class='finding'>{as_html(sentence)}</div>")
    if count:
        st.button(f"看{basis}（{count}处）", key=f"finding-{key}", type="tertiary", on_click=_open, args=(key,))


def _open(key: str) -> None:
    forget()
    st.session_state["finding"] = key


def finding_evidence(view: View, found: pd.DataFrame, spans: pd.DataFrame) -> None:
    """Shows the evidence of the finding that was opened, if it is among `found`."""
    key = st.session_state.get("finding")
    own = found[found["finding_id"].eq(key)]
    if own.empty:
        return
    evidence_panel(view, spans[spans["finding_id"].eq(key)], own["sentence"].iloc[0])
