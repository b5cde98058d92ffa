"""Long lists a page at a time."""

from collections.abc import Sequence

import streamlit as st


def page_of(count: int, size: int, key: str, width: int = 260) -> slice:
    """The slice of `count` things on the chosen page of `size`; no widget where one page holds all."""
    pages = -(-count // size)
    number = st.pagination(pages, key=key, width=width) if pages > 1 else 1
    return slice((number - 1) * size, number * size)


def chunk(items: Sequence[str], size: int, key: str) -> tuple[str, ...]:
    """The `items` on the chosen page."""
    return tuple(items[page_of(len(items), size, key)])
