"""Unit × duty and unit × measure as cells: in substance, only affirmed (hatched), absent (grey); and shares."""

from functools import partial

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from analysis.drawing.cells import Cells
from analysis.drawing.matrix import report_matrix
from analysis.drawing.palette import NO_PART, NOTHING
from analysis.drawing.words import plain

SHADES = {"concrete": 0.6, "claim_only": 0.15, "absent": NOTHING, "no_part": NO_PART}
SIGNS = {"concrete": "✓", "claim_only": "表态", "absent": "–", "no_part": "无"}
WORDS = {
    "concrete": "有具体内容",
    "claim_only": "只表态，没有具体内容",
    "absent": "未提及",
    "no_part": "报告没有这一部分",
}
DUTY_NOTE = "✓：有具体内容　斜纹“表态”：只表态　浅灰“–”：未提及（引言、结语不计）　白色“无”：报告没有这一部分"
QUALITY_NOTE = "格内为占比，颜色越深占比越高；白色“无”：没有可数的内容"


def duty_matrix(states: pd.DataFrame, title: str) -> go.Figure:
    """Draws DUTY_STATES, a row a report, a column a duty; point *n* is its row *n*."""
    heads = states.drop_duplicates("duty_id")["duty"].to_list()
    return report_matrix(duty_cells(states), states, heads, title, DUTY_NOTE)


def duty_cells(states: pd.DataFrame) -> Cells:
    """The cells of DUTY_STATES, a column a duty."""
    return Cells(
        columns=states["duty_id"].nunique(),
        shade=states["state"].map(SHADES).to_numpy(np.float32),
        text=states["state"].map(SIGNS).to_list(),
        hover=partial(_duty_hovers, states),
        hatched=states["state"].eq("claim_only").to_numpy(np.bool_),
    )


def quality_matrix(quality: pd.DataFrame, title: str) -> go.Figure:
    """Draws QUALITY, a row a report, a column a measure; point *n* is its row *n*."""
    heads = quality.drop_duplicates("measure_id")["measure"].to_list()
    return report_matrix(quality_cells(quality), quality, heads, title, QUALITY_NOTE)


def quality_cells(quality: pd.DataFrame) -> Cells:
    """The cells of QUALITY, a column a measure."""
    return Cells(
        columns=quality["measure_id"].nunique(),
        shade=quality["share"].to_numpy(np.float32, na_value=NO_PART),
        text=["无" if state == "no_part" else f"{share:.0%}" for state, share in _states(quality)],
        hover=partial(_quality_hovers, quality),
        hatched=np.zeros(len(quality), np.bool_),
    )


def _states(quality: pd.DataFrame) -> list[tuple[str, float]]:
    return list(quality[["state", "share"]].itertuples(index=False, name=None))


def _duty_hovers(states: pd.DataFrame) -> list[str]:
    out = []
    columns_ = ["label", "duty", "state", "codings", "numbers"]
    for label, duty, state, codings, numbers in states[columns_].itertuples(index=False, name=None):
        counts = f"{codings}处提及" + (f"，{numbers}个数量" if numbers else "") if codings or numbers else ""
        lines = (plain(label), f"<b>{plain(duty)}</b>", WORDS[state], counts, "点击查看原文" * bool(counts))
        out.append("<br>".join(line for line in lines if line))
    return out


def _quality_hovers(quality: pd.DataFrame) -> list[str]:
    columns_ = ["label", "measure", "counted", "total", "state"]
    return [
        f"{plain(label)}<br><b>{plain(measure)}</b><br>"
        + ("没有可数的内容" if state == "no_part" else f"{total}中{counted}<br>点击查看原文")
        for label, measure, counted, total, state in quality[columns_].itertuples(index=False, name=None)
    ]
