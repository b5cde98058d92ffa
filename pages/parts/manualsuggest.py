"""Cues that people's corrections suggest."""

import hashlib

import pandas as pd
import streamlit as st

from analysis.revising.draft import Draft
from analysis.revising.edits import THEME, AddCue, DropCue, Edit
from analysis.revising.suggestions import DROP, EXCLUDE, cue_suggestions
from pages.parts.manualdraft import edit
from pages.parts.manualsource import judged_by_people
from pages.parts.text import as_html
from pages.parts.view import View

WORDS = {"add": "加线索词", EXCLUDE: "加排除词", DROP: "去掉线索词"}
MOST = 8


@st.cache_resource(max_entries=8, show_spinner=False)
def _suggested(digest: str, said: str, _view: View, _draft: Draft) -> pd.DataFrame:  # noqa: ARG001 - the keys of the cache
    return cue_suggestions(*judged_by_people(_view.loaded), _draft.codebook)


def suggestions_panel(view: View, draft: Draft) -> None:
    """What people confirmed, added and rejected suggests, each with its reason and a button to take it."""
    if view.loaded.stored is None or not view.loaded.stored.laid.decided:
        return  # nobody decided on samples and uploads
    said = hashlib.sha256("\0".join(draft.texts.values()).encode()).hexdigest()
    rows = _suggested(view.loaded.digest, said, view, draft).head(MOST).to_dict("records")
    if not rows:
        return
    with st.container(border=True):
        st.subheader("来自复核的建议", anchor=False)
        for place, row in enumerate(rows):
            word = row["cue"] if row["kind"] == DROP else row["phrase"]
            told = f"<b>{as_html(row['name'])}</b>　{WORDS[row['kind']]}“{as_html(word)}”：{as_html(row['why'])}"
            st.html(f"<p class='note'>{told}</p>")
            st.button("采纳", key=f"suggest-{place}", on_click=edit, args=(draft, _edit(row)))


def _edit(row: dict[str, str]) -> Edit:
    if row["kind"] == DROP:
        return DropCue(THEME, row["code_id"], "cues", row["cue"])
    return AddCue(THEME, row["code_id"], "not_in" if row["kind"] == EXCLUDE else "cues", row["phrase"])
