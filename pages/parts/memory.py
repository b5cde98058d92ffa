"""Keeps what stays for good out of the garbage collector's way."""

import gc

import streamlit as st


@st.cache_resource(show_spinner=False)
def settle(page: str) -> None:  # noqa: ARG001 - each page imports modules of its own
    """Once a page: what its first run left is not looked at again.

    Streamlit collects garbage after every run, and most of what it then looks at are imported modules.
    """
    gc.collect()
    gc.freeze()
