"""What charts say of people's work: how many of their cells are reviewed."""

import pandas as pd
import streamlit as st

from analysis.reviewing.charts import chart_note
from analysis.tables.base import Table
from analysis.tables.comparing.indicators import INDICATOR_CELLS
from analysis.tables.comparing.problems import PROBLEM_MATRIX
from analysis.tables.comparing.shared import RANKING
from analysis.tables.comparing.themes import COVERAGE, CROSSTAB
from pages.parts.view import View

ITEMS = {CROSSTAB: "code_id", INDICATOR_CELLS: "indicator_id", COVERAGE: "dimension_id", PROBLEM_MATRIX: "group_id"}


@st.cache_resource(max_entries=4, show_spinner=False)
def _cells(digest: str, _view: View) -> pd.DataFrame:  # noqa: ARG001 - the digest is the key of the cache
    stored = _view.loaded.stored
    return stored.laid.cells(stored.held.decisions)


def reviewed_note(view: View, data: pd.DataFrame, table: Table) -> str:
    """How many cells of the chart of `data` are reviewed; empty where none is, or the chart has no cells."""
    stored = view.loaded.stored
    if stored is None or not stored.laid.decided or not (table in ITEMS or table is RANKING):
        return ""
    cells = _cells(view.loaded.digest, view)
    codes, book = view.choice.codes, view.loaded.codebook
    if table is RANKING:
        drawn = data[data["item_id"].isin(view.choice.documents)]
        drawn = drawn.assign(document_id=drawn["item_id"], item="")
        return chart_note(drawn, {"": codes}, view.choice.roles, cells)
    drawn = data.assign(item=data[ITEMS[table]])
    behind = {item: [item] for item in drawn["item"].unique()}
    if table is COVERAGE:
        dimensions = {theme.id: theme.dimension for theme in book.themes}
        behind = {item: [code for code in codes if dimensions[code] == item] for item in behind}
    elif table is PROBLEM_MATRIX:
        behind = dict.fromkeys(behind, ("problems",))
    return chart_note(drawn, behind, view.choice.roles, cells)
