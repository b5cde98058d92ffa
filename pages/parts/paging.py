"""Long lists a page at a time."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

UNITS = 20
"""A screenful: more than this are drawn a page at a time, or a change takes too long to show."""


def page_of(count: int, size: int, key: str, width: int = 260) -> slice:
    """The slice of `count` things on the chosen page of `size`; no widget where one page holds all."""
    pages = -(-count // size)
    number = st.pagination(pages, key=key, width=width) if pages > 1 else 1
    return slice((number - 1) * size, number * size)


def chunk(items: Sequence[str], size: int, key: str) -> tuple[str, ...]:
    """The `items` on the chosen page."""
    return tuple(items[page_of(len(items), size, key)])


def rows_of(table: pd.DataFrame, size: int, key: str) -> pd.DataFrame:
    """The rows of `table` on the chosen page, counted from 0."""
    return table.iloc[page_of(len(table), size, key)].reset_index(drop=True)
