"""Grids that keep still while a person edits them, whatever others change meanwhile."""

from typing import TypeVar

import streamlit as st

Shown = TypeVar("Shown")


def steady(name: str, fresh: Shown) -> tuple[Shown, str]:
    """What the grid `name` shows, and its key: `fresh`, or with unsaved edits what it was when they began.

    Saving then compares with what the person saw, so that a conflict is found and said.
    """
    key = f"{name}-{st.session_state.get(f'{name}-round', 0)}"
    edits = st.session_state.get(key) or {}
    if not any(edits.get(kind) for kind in ("edited_rows", "added_rows", "deleted_rows")):
        st.session_state[f"{name}-base"] = fresh
    base: Shown = st.session_state.setdefault(f"{name}-base", fresh)
    return base, key


def settle(name: str) -> None:
    """Lets go of the edits in the grid `name`, which are saved or given up."""
    st.session_state[f"{name}-round"] = st.session_state.get(f"{name}-round", 0) + 1
