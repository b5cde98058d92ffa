"""The card of a chart: the figure with its finding as title, clicks, and downloads."""

import hashlib
from collections.abc import Mapping
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from analysis.drawing.layout import remarked
from analysis.exporting.tablefiles import csv_in_words
from analysis.tables.base import Table
from pages.parts.basket import basket_button
from pages.parts.download import download
from pages.parts.judging import CLICKED, HELD
from pages.parts.reviewed import reviewed_note

TALL = 640
WORDS = {
    "Download plot as a PNG": "下载图片（PNG）",
    "Download plot as an SVG": "下载图片（SVG）",
    "Download plot": "下载图片",
}


def chart_card(  # noqa: PLR0913 - a chart and all that is said of it
    figure: go.Figure, data: pd.DataFrame, table: Table, name: str, title: str, *, measure: str = ""
) -> int | None:
    """Shows `figure` and below it the downloads of the figure and of its `data`.

    Args:
        figure: one trace whose points are the rows of `data`.
        data: what is drawn.
        table: how `data` is declared.
        name: the Chinese name of the files and of the chart.
        title: the finding, also what a screen reader reads.
        measure: the column that is drawn, or what is counted, where the table leaves that open.

    Returns:
        The row of `data` that was clicked last, if any; a second click on it takes it back.
    """
    view = st.session_state["view"]
    figure = remarked(figure, reviewed_note(view, data, table))
    key = f"{table.name}-{_digest(name, data)}"
    form = st.session_state.get("image_format") or "png"
    figure.update_layout(datarevision=key)  # what is drawn once is not drawn again while it is the same
    height = TALL if (figure.layout.height or 0) > TALL else "content"
    with st.container(height=height, border=False):
        event = st.plotly_chart(
            figure,
            theme=None,
            key=f"{key}-{form}-{st.session_state.get('round', 0)}",
            on_select=_forget_finding,
            selection_mode="points",
            config=_config(name, form),
            alt=f"{name}：{title}",
        )
    _downloads(data, table, name, key, (title, measure))
    return _clicked(event, data, name)


def _digest(name: str, data: pd.DataFrame) -> str:
    rows = pd.util.hash_pandas_object(data, index=False).to_numpy().tobytes()
    return hashlib.sha256(name.encode() + rows).hexdigest()[:12]


def _forget_finding() -> None:
    for opened in ("finding", HELD, CLICKED):
        st.session_state.pop(opened, None)


def _config(name: str, form: str) -> dict[str, Any]:
    return {
        "displaylogo": False,
        "displayModeBar": True,
        "modeBarButtons": [["toImage"]],
        "toImageButtonOptions": {"format": form, "filename": name, "scale": 2 if form == "png" else 1},
        "locale": "zh-CN",
        "locales": {"zh-CN": {"dictionary": WORDS, "format": {}}},
    }


def _downloads(data: pd.DataFrame, table: Table, name: str, key: str, told: tuple[str, str]) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.html("<p class='note'>点图形看原文，再点收起。图右上角相机下载图片：</p>", width="stretch")
        st.segmented_control(
            "图片格式",
            ["png", "svg"],
            default="png",
            required=True,
            format_func=str.upper,
            key="image_format",
            label_visibility="collapsed",
            persist_state="session",
        )
        download(
            "数据（CSV）",
            lambda: csv_in_words(table, data),
            f"{name}.csv",
            "text/csv",
            key=f"csv-{key}",
        )
        basket_button(data, table, name, *told)


def _clicked(event: Mapping[str, Any], data: pd.DataFrame, name: str) -> int | None:
    """The row that was clicked; after a decision that changed the figures, the row of what was clicked before."""
    points = event["selection"]["points"]
    if points:
        row = int(points[-1]["point_index"])
        st.session_state[CLICKED] = (name, _ids(data).iloc[row].to_list())
        return row
    held, ids = st.session_state.get(HELD) or ("", [])
    own = _ids(data)
    same = own.index[own.eq(ids).all(axis=1)] if held == name and len(ids) == own.shape[1] else own.index[:0]
    return int(own.index.get_loc(same[0])) if len(same) else None


def _ids(data: pd.DataFrame) -> pd.DataFrame:
    """What a row is about."""
    return data[[column for column in data.columns if column.endswith("_id")]]
