"""复核: people confirm and correct what the machine found, and see what became of it."""

import streamlit as st

from pages.parts.deciding import can_decide, why_not
from pages.parts.headline import headline
from pages.parts.names import pick
from pages.parts.reviewadd import add_panel
from pages.parts.reviewlists import conflict_list, decision_list, unplaced_list
from pages.parts.reviewqueue import queue_panel
from pages.parts.view import current

PANELS = {
    "queue": ("待复核", queue_panel),
    "add": ("增补与改动", add_panel),
    "made": ("已作的决定", decision_list),
    "conflicts": ("意见不一", conflict_list),
    "unplaced": ("落不到原文的", unplaced_list),
}

view = current()
with headline("复核"):
    panel = pick("看什么", "review_panel", {key: name for key, (name, _) in PANELS.items()})

if can_decide(view):
    PANELS[panel][1](view)
else:
    st.info(why_not(view), icon=":material/info:")
