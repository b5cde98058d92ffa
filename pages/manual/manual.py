"""编码手册: what is counted, in which words; edited, tried out on the loaded reports, saved, and taken back."""

import streamlit as st

from analysis.revising.edits import CATEGORY, INDICATOR, THEME
from pages.parts.headline import headline
from pages.parts.manualchanges import changes_panel
from pages.parts.manualdraft import present
from pages.parts.manualeffect import effect_panel
from pages.parts.manualentry import entry_panel
from pages.parts.manualnew import new_entry
from pages.parts.manualversions import files_panel, versions_panel
from pages.parts.names import pick
from pages.parts.view import prepared

PARTS = {THEME: "主题", CATEGORY: "问题类别", INDICATOR: "指标", "versions": "版本与文件"}

view = prepared()
with headline("编码手册"):
    part = pick("看什么", "manual", PARTS)

draft = present()
main, side = st.columns([5, 3], gap="medium")
with main:
    if draft is not None:
        effect_panel(view, draft)
    if part == "versions" or draft is None:
        versions_panel()
    else:
        entry_panel(view, part, draft)
        new_entry(part, draft)
with side:
    if draft is not None:
        changes_panel(view, draft)
    if part == "versions":
        files_panel(draft)
