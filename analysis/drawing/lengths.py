"""Bars of one colour from the top down, each with its figures at its end: what rankings of words and pairs share."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import plotly.graph_objects as go

from analysis.drawing.layout import PICKED, rows, upright
from analysis.drawing.palette import COOL, GREY


def length_bars(
    names: Sequence[str], values: npt.NDArray[np.float64], texts: Sequence[str], hovers: Sequence[str], width: int
) -> tuple[go.Figure, int]:
    """A bar for each name (`width` characters of it shown): the figure, and the room its names take on the left."""
    bar = go.Bar(
        x=values,
        y=np.arange(len(names)),
        orientation="h",
        width=0.68,
        marker={"color": np.full(len(names), COOL)},
        text=list(texts),
        textposition="outside",
        cliponaxis=False,
        textfont={"size": 13},
        hovertext=list(hovers),
        hovertemplate="%{hovertext}<extra></extra>",
        **PICKED,
    )
    figure = go.Figure(bar)
    left = rows(figure, list(names), width)
    figure.update_xaxes(range=[0, max(1.0, values.max(initial=0.0)) * 1.3], visible=False, fixedrange=True)
    upright(figure, [0], {"color": GREY, "width": 1})
    return figure, left
