"""一致性: how far people agree with each other and with the machine."""

import streamlit as st

from pages.parts.agreeing import agreement_panel, blind_panel, gold_panel, method
from pages.parts.deciding import STORE_FIRST
from pages.parts.headline import headline
from pages.parts.names import pick
from pages.parts.view import current

PANELS = {
    "agree": ("一致程度", agreement_panel),
    "blind": ("背靠背编码", blind_panel),
    "gold": ("标准答案", gold_panel),
}

view = current()
with headline("一致性"):
    panel = pick("看什么", "agreement_panel", {key: name for key, (name, _) in PANELS.items()})

if view.loaded.stored:
    PANELS[panel][1](view)
    method()
else:
    st.info(STORE_FIRST, icon=":material/info:")
