"""The frame of the dashboard: pages, sidebar, and nothing that a page could do itself."""

from pathlib import Path

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from pages.parts.access import may_open, who_panel, whoever
from pages.parts.basket import PAGE, basket
from pages.parts.findings import go_on
from pages.parts.guard import guarded
from pages.parts.loginform import gate, log_in
from pages.parts.memory import settle
from pages.parts.names import PAGES
from pages.parts.view import prepare


def entry(key: str) -> StreamlitPage:
    """The page `key` in the navigation; 会议材料 says how much it holds."""
    file, name = PAGES[key]
    kept = f"（{len(basket())}）" if person.role and key == "meeting" and len(basket()) else ""
    return st.Page(file, title=name + kept, url_path=key, default=key == "overview")


icon = Path(__file__).parent / "pages" / "parts" / "mark.svg"
st.set_page_config(page_title="对照", page_icon=str(icon), layout="wide")
with guarded():
    gate()
    person = whoever()
page = st.navigation([entry(key) for key in PAGES if may_open(key)], position="top" if person.role else "hidden")
with guarded():
    if not person.role:
        log_in()
    prepare()
    who_panel()
    go_on()
    st.session_state[PAGE] = page.title
    page.run()
    settle(page.title)
