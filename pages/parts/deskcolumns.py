"""How the columns of a report are edited, before it is kept and after."""

from typing import Any

import streamlit as st

from analysis.comparing.labels import KINDS

FIRST, LAST = 1990, 2100


def editing() -> dict[str, Any]:
    """The columns of unit and period."""
    column = st.column_config
    kinds = [kind for kind in KINDS if kind]
    return {
        "unit": column.TextColumn("单位", width="medium", max_chars=60),
        "year": column.NumberColumn("年度", format="%d", min_value=FIRST, max_value=LAST, step=1, width="small"),
        "period_kind": column.SelectboxColumn("报告期类型", options=kinds, format_func=_kind, width="small"),
        "quarter": column.SelectboxColumn("季度", options=[1, 2, 3, 4], width="small", help="只有季度报告才填"),
    }


def _kind(kind: object) -> str:
    return KINDS.get(str(kind), str(kind))
