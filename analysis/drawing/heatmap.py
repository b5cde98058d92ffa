"""Unit × theme as a heatmap: amounts in one hue, only claimed hatched, absent grey, no such part white."""

from functools import partial

import numpy as np
import numpy.typing as npt
import pandas as pd
import plotly.graph_objects as go

from analysis.drawing.cells import GRID_WIDTH, Cells, grid, groups
from analysis.drawing.layout import Size, columns, dressed, rows
from analysis.drawing.palette import NO_PART, NOTHING
from analysis.drawing.words import mark_note, number, plain

ROW = 26
LABEL_WIDTH = 17
MEASURES = {"codings": "格内为分句数", "per_thousand": "格内为每千字分句数", "covered": "深色为提及"}
STATES = {
    "covered": "",
    "claim_only": "只表态，没有具体做法",
    "absent": "未提及（引言、结语不计）",
    "no_part": "报告没有这一部分",
}
LEGEND = "斜纹：只表态　浅灰“–”：未提及（引言、结语不计）　白色“无”：报告没有这一部分"


def heatmap(crosstab: pd.DataFrame, measure: str, title: str) -> go.Figure:
    """Draws CROSSTAB; point number *n* is its row *n*.

    Args:
        crosstab: every document has the same themes in the same order.
        measure: `codings`, `per_thousand` or `covered`.
        title: the finding.
    """
    themes = crosstab.drop_duplicates("code_id")
    names = crosstab.drop_duplicates("document_id")["label"].to_list()
    figure = grid(crosstab_cells(crosstab, measure))
    height = columns(figure, themes["theme"].to_list(), GRID_WIDTH)
    left = rows(figure, names, LABEL_WIDTH)
    groups(figure, themes["dimension"].to_list(), height)
    notes = (MEASURES[measure], LEGEND, mark_note(names))
    return dressed(figure, title, notes, Size(ROW * max(1, len(names)), top=height + 22, left=left))


def crosstab_cells(crosstab: pd.DataFrame, measure: str) -> Cells:
    """The cells of CROSSTAB, a column a theme."""
    return Cells(
        columns=crosstab["code_id"].nunique(),
        shade=_shades(crosstab, measure),
        text=_texts(crosstab, measure),
        hover=partial(_hovers, crosstab),
        hatched=crosstab["state"].eq("claim_only").to_numpy(np.bool_),
    )


def _shades(crosstab: pd.DataFrame, measure: str) -> npt.NDArray[np.float32]:
    told = crosstab["state"].isin(["covered", "claim_only"]).to_numpy(np.bool_)
    shade = np.where(crosstab["state"].eq("no_part"), NO_PART, NOTHING).astype(np.float32)
    if measure == "covered":
        shade[told] = 0.6
        return shade
    values = crosstab[measure].to_numpy(np.float32, na_value=0.0)
    shade[told] = (values / max(1e-6, values.max(initial=0.0)))[told]
    return shade


def _texts(crosstab: pd.DataFrame, measure: str) -> list[str]:
    signs = {"absent": "–", "no_part": "无"}
    if measure == "covered":
        signs |= {"covered": "✓", "claim_only": "表态"}
    values = crosstab["codings" if measure == "covered" else measure].to_numpy(np.float64, na_value=np.nan)
    return [signs.get(state) or number(value) for state, value in zip(crosstab["state"], values, strict=True)]


def _hovers(crosstab: pd.DataFrame) -> list[str]:
    columns = ["label", "theme", "codings", "per_thousand", "state"]
    out = []
    for label, theme, codings, rate, state in crosstab[columns].itertuples(index=False, name=None):
        counts = f"{codings}个分句，每千字{number(rate)}个" if codings else ""
        lines = (
            plain(label),
            f"<b>{plain(theme)}</b>",
            counts,
            STATES[state],
            "点击查看原文" if codings else "",
        )
        out.append("<br>".join(line for line in lines if line))
    return out
