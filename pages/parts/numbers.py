"""Numbers on screen: what to look at, and lists whose rows open their sentences."""

import pandas as pd
import streamlit as st

from analysis.comparing.indicators.cells import of_themes
from analysis.comparing.indicators.numbers import free_numbers, number_spans, search, zero_claims
from analysis.comparing.indicators.titles import DOMAINS, title_numbers, title_zero
from analysis.tables.comparing.indicators import NUMBERS
from analysis.tables.words import in_words
from pages.parts.basket import list_card
from pages.parts.comparisons import celled
from pages.parts.evidence import evidence_panel
from pages.parts.paging import rows_of
from pages.parts.rowpicker import picked_row
from pages.parts.text import as_html
from pages.parts.view import View

CHARTS = {"table": "对照表", "rank": "单项排序", "disclosure": "披露率", "zero": "零表述", "free": "其他数量"}
UNFILTERED = {
    "table": ("part",),
    "rank": ("part",),
    "disclosure": ("part", "dimension", "theme"),
    "zero": ("dimension", "theme"),
    "free": ("dimension", "theme"),
}
"""Which filters do not narrow a chart."""
MEASURES = {"value": "数值", "per_thousand": "每千字"}
SCOPES = {"mentioned": "有人写到的", "all": "全部指标"}
SHOWN = ["label", "quote", "told", "measure_word", "part", "path", "sentence"]
PAGE, HEIGHT, FEW = 200, 420, 10


def found_cells(view: View) -> pd.DataFrame:
    """INDICATOR_CELLS of the chosen reports and themes; made once for the same reports."""
    cells = of_themes(celled(view.loaded), view.loaded.codebook, view.choice.codes)
    return view.own(cells).reset_index(drop=True)


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


def zero_list(view: View) -> None:
    """Lists the claims that something did not happen."""
    choice = view.choice
    numbers = zero_claims(view.loaded.tables, view.labels, choice.documents, choice.roles)
    _number_list(view, numbers, title_zero(numbers, len(choice.documents), view.counted, choice.roles), "零表述")


def free_list(view: View, domain: str) -> None:
    """Lists the numbers of `domain` that belong to no indicator, or those of them that are looked for."""
    asked = st.text_input(
        "在原文中查找", key="find", bind="query-params", placeholder="例如：培训 人次；几个词用空格隔开", width=420
    )
    choice = view.choice
    numbers = free_numbers(view.loaded.tables, view.labels, choice.documents, choice.roles, domain)
    numbers = search(numbers, asked or "")
    _number_list(view, numbers, title_numbers(numbers, domain, asked or "", choice.roles), f"其他{DOMAINS[domain]}数量")


def _number_list(view: View, numbers: pd.DataFrame, title: str, name: str) -> None:
    """Shows NUMBERS under their finding; a chosen row opens its sentence."""
    st.html(f"<div class='finding'><b>{as_html(title)}</b></div>")
    if numbers.empty:
        return
    shown = rows_of(numbers, PAGE, f"number-page-{name}")
    columns = [column for column in SHOWN if shown[column].fillna("").ne("").any()]
    row = picked_row(
        in_words(NUMBERS, shown[columns]),
        f"number-{name}-{st.session_state.get('round', 0)}",
        title,
        height=HEIGHT if len(shown) > FEW else "auto",
        column_config={NUMBERS.labels["label"]: st.column_config.TextColumn(width="medium")},
    )
    st.html("<p class='note'>勾选一行看原文。</p>")
    list_card(numbers, NUMBERS, name, title)
    if row is not None:
        own = shown.iloc[row]
        evidence_panel(view, number_spans(view.loaded.tables, [own["quantity_id"]]), f"{own['label']}　{own['quote']}")
