"""Sorted bars, each with its number at its end."""

import numpy as np
import numpy.typing as npt
import pandas as pd
import plotly.graph_objects as go

from analysis.drawing.layout import PICKED, Size, dressed, rows, upright
from analysis.drawing.palette import ACCENT, COOL, GREY
from analysis.drawing.words import mark_note, number, plain
from analysis.tables.comparing.shared import MARK

ROW = 26
LABEL_WIDTH = 16
FEWEST = "红色：最少的"
STATES = {"absent": "未提及", "no_part": "没有这一部分"}


def bars(ranking: pd.DataFrame, title: str, measure_word: str) -> go.Figure:
    """Draws RANKING from the top down; point *n* is its row *n*.

    Where nothing is told the bar has no length and says so. The shortest bars are in the accent colour.
    """
    names = ranking["item"].to_list()
    values = ranking["value"].to_numpy(np.float64, na_value=np.nan)
    most, red = np.nanmax(values, initial=0.0), fewest(ranking)
    bar = go.Bar(
        x=np.nan_to_num(values),
        y=np.arange(len(names)),
        orientation="h",
        width=0.68,
        marker={"color": np.where(red, ACCENT, COOL)},
        text=ranking_texts(ranking, measure_word),
        textposition="outside",
        cliponaxis=False,
        textfont={"size": 13},
        hovertext=[plain(name) for name in names],
        hovertemplate="%{hovertext}<br>%{text}<br>点击查看原文<extra></extra>",
        **PICKED,
    )
    figure = go.Figure(bar)
    left = rows(figure, names, LABEL_WIDTH)
    figure.update_xaxes(range=[0, max(1.0, most) * 1.28], visible=False, fixedrange=True)
    upright(figure, [0], {"color": GREY, "width": 1})
    notes = (f"单位：{measure_word}", FEWEST * bool(red.any()), mark_note(names))
    return dressed(figure, title, notes, Size(ROW * max(1, len(names)), left=left))


def fewest(ranking: pd.DataFrame) -> npt.NDArray[np.bool_]:
    """Which bars of RANKING are the shortest that can be seen, of those that can be compared, if others are longer."""
    values = ranking["value"].to_numpy(np.float64, na_value=np.nan)
    comparable = np.array([not name.endswith(MARK) for name in ranking["item"]], np.bool_)
    most = np.nanmax(values, initial=0.0)
    least = np.nanmin(values[comparable], initial=most)
    return np.asarray((values == least) & (0 < least < most) & comparable, np.bool_)


def ranking_texts(ranking: pd.DataFrame, measure_word: str) -> list[str]:
    """What stands at the end of each bar of RANKING."""
    out = []
    columns = ["value", "claim_only", "state"]
    for value, claimed, state in ranking[columns].itertuples(index=False, name=None):
        claims = f"（{claimed}{measure_word[0]}只表态）" if pd.notna(claimed) and claimed else ""
        out.append(STATES.get(state) or f"{number(float(value))}{claims}")
    return out
