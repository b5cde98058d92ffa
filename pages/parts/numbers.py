"""Numbers on screen: what to look at, and lists whose rows open their sentences."""

import pandas as pd
import streamlit as st

from analysis.comparing.indicators.numbers import number_spans
from analysis.exporting.tablefiles import csv_bytes
from analysis.tables import NUMBERS
from pages.parts.evidence import evidence_panel
from pages.parts.paging import rows_of
from pages.parts.text import as_html
from pages.parts.view import View

CHARTS = {"table": "对照表", "rank": "单项排序", "disclosure": "披露率", "zero": "零表述", "free": "其他数量"}
MEASURES = {"value": "数值", "per_thousand": "每千字"}
SCOPES = {"mentioned": "有人写到的", "all": "全部指标"}
DOMAINS = {"party": "党务", "business": "业务"}
SHOWN = ["label", "quote", "told", "measure_word", "part", "path", "sentence"]
PAGE, HEIGHT = 200, 420


def no_indicators() -> None:
    """Says why there is nothing to compare, and stops."""
    st.info(
        "所选报告没有写到所选主题的任何可比指标。请在左侧放宽“维度”“主题”的选择，或改看“其他数量”。",
        icon=":material/info:",
    )
    st.stop()


def pick_indicator(cells: pd.DataFrame) -> str:
    """One of the indicators in INDICATOR_CELLS, first the one that most reports give a number for."""
    told = cells["state"].eq("reported").groupby(cells["indicator_id"], sort=False).sum()
    names = dict(zip(cells["indicator_id"], cells["indicator"], strict=True))
    options = told.sort_values(ascending=False, kind="stable").index.to_list()
    chosen: str = st.selectbox(
        "哪个指标",
        options,
        format_func=lambda key: f"{names[key]}（{told[key]}份写明数字）",
        key="indicator",
        bind="query-params",
        width=360,
    )
    return chosen


def words() -> str:
    """What is looked for in the list."""
    asked: str = st.text_input(
        "在原文中查找", key="find", bind="query-params", placeholder="例如：培训 人次；几个词用空格隔开", width=420
    )
    return asked or ""


def number_list(view: View, numbers: pd.DataFrame, title: str, name: str) -> None:
    """Shows NUMBERS under their finding; a chosen row opens its sentence."""
    st.html(f"<div class='finding'><b>{as_html(title)}</b></div>")
    if numbers.empty:
        return
    shown = rows_of(numbers, PAGE, f"number-page-{name}")
    picked = st.dataframe(
        shown[SHOWN].rename(columns=NUMBERS.labels),
        hide_index=True,
        height=HEIGHT if len(shown) > 10 else "auto",  # noqa: PLR2004 - ten rows fit the screen as they are
        on_select="rerun",
        selection_mode="single-row",
        key=f"number-{name}-{st.session_state.get('round', 0)}",
        alt=title,
    )
    st.html("<p class='note'>勾选一行看原文。</p>")
    st.download_button(
        "下载这张表（CSV）",
        csv_bytes(numbers, NUMBERS.labels),
        f"{name}.csv",
        "text/csv",
        on_click="ignore",
        icon=":material/download:",
    )
    chosen = [row for row in picked["selection"]["rows"] if row < len(shown)]
    if chosen:
        own = shown.iloc[chosen[0]]
        evidence_panel(view, number_spans(view.loaded.tables, [own["quantity_id"]]), f"{own['label']}　{own['quote']}")
