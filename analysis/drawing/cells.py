"""A grid of cells that can be clicked: one bar a cell, because plotly's own heatmap tells no clicks.

A word in a cell takes a browser longer to set than all else of it. The dash of the cells where nothing is said, often
half of them, is therefore no word but part of one line.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import plotly.graph_objects as go

from analysis.drawing.layout import PICKED, upright, write
from analysis.drawing.palette import GREY, HATCH, INK, LINE, PAPER, colours
from analysis.drawing.words import plain

DASH, DASH_WIDTH = "–", 7
GRID_WIDTH = 860
"""About how many pixels the cells share at 1366 × 768; decides how the heads of the columns are written."""


@dataclass(frozen=True, slots=True)
class Cells:
    """Row by row: shade (`palette.SHADES`), text in the cell, what makes that beside the pointer, hatched or not."""

    columns: int
    shade: npt.NDArray[np.float32]
    text: Sequence[str]
    hover: Callable[[], Sequence[str]]
    hatched: npt.NDArray[np.bool_]


def grid(cells: Cells) -> go.Figure:
    """The cells as a figure without title and heads; point number *n* of its one trace is cell *n*."""
    row, column = np.divmod(np.arange(len(cells.text), dtype=np.int32), max(1, cells.columns))
    dashed = np.array([text == DASH for text in cells.text], np.bool_)
    bar = go.Bar(
        x=column,
        base=row - np.float32(0.5),
        y=np.ones(len(cells.text), np.uint8),
        width=1,
        marker={
            "color": colours(cells.shade),
            "line": {"color": PAPER, "width": 1.5},
            "pattern": {**HATCH, "shape": np.where(cells.hatched, "/", "")},
        },
        text=cells.text,
        textposition=np.where(dashed, "none", "inside"),
        insidetextanchor="middle",
        textangle=0,
        constraintext="none",
        textfont={"size": 12, "color": INK},
        hovertext=cells.hover(),
        hovertemplate="%{hovertext}<extra></extra>",
        **PICKED,
    )
    figure = go.Figure([bar, _dashes(column[dashed], row[dashed], cells.columns)])
    figure.update_layout(bargap=0, barmode="overlay")
    return figure


def _dashes(column: npt.NDArray[np.int32], row: npt.NDArray[np.int32], columns: int) -> go.Scatter:
    """One line with a gap between two dashes, which the pointer does not feel."""
    half = DASH_WIDTH / GRID_WIDTH * columns / 2
    across = np.stack([column - half, column + half, np.full(len(column), np.nan)], axis=1).ravel()
    line = {"color": INK, "width": 1}
    return go.Scatter(x=across, y=np.repeat(row, 3), mode="lines", line=line, hoverinfo="skip", connectgaps=False)


def groups(figure: go.Figure, dimensions: Sequence[str], height: int) -> None:
    """Writes each of `dimensions`, one a column, once over its columns, `height` pixels up, with a line between two."""
    starts = [i for i, name in enumerate(dimensions) if not i or dimensions[i - 1] != name]
    head = {"y": 1, "yref": "paper", "yshift": height + 2, "yanchor": "bottom", "font": {"size": 12, "color": GREY}}
    heads = []
    for start, end in zip(starts, [*starts, len(dimensions)][1:], strict=True):
        room = int((end - start) * GRID_WIDTH / len(dimensions) / 12)
        name = dimensions[start] if room >= len(dimensions[start]) else dimensions[start][:2]
        heads.append({**head, "x": (start + end - 1) / 2, "text": plain(name)})
    write(figure, heads)
    upright(figure, (start - 0.5 for start in starts if start), {"color": LINE, "width": 2})
