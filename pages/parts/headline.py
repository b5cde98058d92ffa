"""The first line of a page."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator


def headline(title: str) -> DeltaGenerator:
    """The title of a page; what is chosen for the whole page is drawn beside it, in its `with`."""
    line = st.container(horizontal=True, vertical_alignment="bottom")
    line.title(title, width="content", anchor=False)
    return line
