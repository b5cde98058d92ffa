"""The filters in the sidebar: shared by all pages, kept in the address, empty means all."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from analysis.codebook import Codebook
from pages.parts.names import PARTS, dimension_names, theme_names

NAMES: Mapping[str, str] = {"part": "部分", "dimension": "维度", "theme": "主题"}


@dataclass(frozen=True, slots=True)
class Choice:
    """What the pages shall show: documents, themes and roles, in the order of corpus and codebook."""

    documents: tuple[str, ...]
    codes: tuple[str, ...]
    roles: tuple[str, ...]


def choose(labels: pd.DataFrame, codebook: Codebook, groups: Mapping[str, str]) -> Choice:
    """Draws the filters for the reports in `labels` (LABELS), their `groups` if any, and the themes of `codebook`."""
    labels = _in_groups(labels, groups)
    units = _multiselect("单位", "unit", dict(zip(labels["document_id"], labels["label"], strict=True)), "全部单位")
    periods = _multiselect("报告期", "period", {name: name for name in sorted(labels["period"].unique())}, "全部报告期")
    roles = st.pills(
        "部分",
        list(PARTS),
        selection_mode="multi",
        format_func=PARTS.get,
        key="part",
        bind="query-params",
        help="报告中写工作、问题、计划的部分；都不选即为全部",
    )
    dimensions = _multiselect("维度", "dimension", dimension_names(codebook), "全部维度")
    themes = {theme.id: theme for theme in codebook.themes if not dimensions or theme.dimension in dimensions}
    codes = _multiselect("主题", "theme", {c: n for c, n in theme_names(codebook).items() if c in themes}, "全部主题")
    wanted = labels[labels["period"].isin(periods)] if periods else labels
    documents = tuple(key for key in wanted["document_id"] if not units or key in units)
    return Choice(documents, tuple(c for c in themes if not codes or c in codes), tuple(roles or PARTS))


def unfiltered(what: str, *keys: str) -> None:
    """Says in one line which of the filters `keys` (part, dimension, theme) are set and do not narrow `what`."""
    chosen = "”“".join(NAMES[key] for key in keys if st.session_state.get(key))
    if chosen:
        st.html(f"<p class='note'>{what}不随左侧“{chosen}”的选择变化。</p>")


def _in_groups(labels: pd.DataFrame, groups: Mapping[str, str]) -> pd.DataFrame:
    """The rows of `labels` whose document is in a chosen group; the filter is drawn where there are groups."""
    names = sorted(set(groups.values()))
    chosen = _multiselect("分组", "group", {name: name for name in names}, "全部分组") if names else ()
    return labels[labels["document_id"].map(groups).isin(chosen)] if chosen else labels


def _multiselect(label: str, key: str, names: Mapping[str, str], placeholder: str) -> frozenset[str]:
    chosen = st.multiselect(
        label,
        list(names),
        format_func=lambda item: names.get(item, item),
        key=key,
        placeholder=placeholder,
        bind="query-params",
        select_all=False,
        filter_mode="contains",
    )
    return frozenset(chosen)
