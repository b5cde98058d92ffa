"""What every figure looks alike in: title, note, font, margins."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import numpy as np
import plotly.graph_objects as go

from analysis.drawing.palette import FONT, GREY, INK, PAPER
from analysis.drawing.words import breadth, plain, short, wrapped

SIGN = 13
TITLE_SIGN, TITLE_LINE, NOTE_LINE = 18, 25, 18
HEAD_SIGN, HEAD_LINE = 13, 15
BARE: Mapping[str, Any] = MappingProxyType({"showgrid": False, "zeroline": False, "fixedrange": True, "ticks": ""})

# What was clicked stands out; the rest stays legible. A colour of its own would wipe out the hatches.
PICKED: Mapping[str, Any] = MappingProxyType(
    {
        "selected": {"marker": {"opacity": 1}, "textfont": {"color": INK}},
        "unselected": {"marker": {"opacity": 0.6}, "textfont": {"color": INK}},
    }
)


@dataclass(frozen=True, slots=True)
class Size:
    """Pixels: `body` for the drawing, `top` and `left` for the heads of columns and rows.

    `width` is about what the figure will have on a screen of 1366 pixels; it decides where lines are broken.
    """

    body: int
    top: int = 0
    left: int = 0
    width: int = 980


def dressed(figure: go.Figure, title: str, notes: Iterable[str], size: Size) -> go.Figure:
    """`figure` with its finding as `title`, the `notes` that are not empty, font and margins."""
    head = wrapped(title, size.width // TITLE_SIGN)
    note = wrapped("　".join(note for note in notes if note), (size.width - 40) // SIGN)
    lines = note.count("<br>") + 1 if note else 0
    above = 16 + TITLE_LINE * (head.count("<br>") + 1) + NOTE_LINE * lines
    small = f"<br><span style='font-size:12px;color:{GREY}'>{note}</span>" if note else ""
    figure.update_layout(
        title={
            "text": f"<b>{head}</b>{small}",
            "font": {"size": 17, "color": INK},
            "x": 0,
            "xref": "container",
            "xanchor": "left",
            "y": 1,
            "yref": "container",
            "yanchor": "top",
            "pad": {"t": 22, "l": 4},
        },
        font={"family": FONT, "size": 13, "color": INK},
        margin={"l": size.left + 12, "r": 16, "t": above + size.top, "b": 8},
        height=above + size.top + size.body + 8,
        paper_bgcolor=PAPER,
        plot_bgcolor=PAPER,
        showlegend=False,
        dragmode=False,
        hoverlabel={
            "font": {"family": FONT, "size": 13, "color": INK},
            "align": "left",
            "bgcolor": PAPER,
            "bordercolor": GREY,
        },
        template="none",
    )
    return figure


def remarked(figure: go.Figure, note: str) -> go.Figure:
    """`figure` with one more `note` below its finding; as it is where that is empty."""
    if not note:
        return figure
    layout = figure.layout
    return figure.update_layout(
        title={"text": f"{layout.title.text}<br><span style='font-size:12px;color:{GREY}'>{note}</span>"},
        margin={"t": layout.margin.t + NOTE_LINE},
        height=layout.height + NOTE_LINE,
    )


def write(figure: go.Figure, texts: Iterable[Mapping[str, Any]]) -> None:
    """Writes `texts` (annotations) onto `figure`.

    All at once: plotly's own way, one by one, checks those that are there again for each that comes.
    """
    figure.layout.annotations += tuple({"showarrow": False, **text} for text in texts)


def upright(figure: go.Figure, places: Iterable[float], line: Mapping[str, Any]) -> None:
    """Draws a `line` from top to bottom at each of `places` on the x axis, all at once as `write` does."""
    across = {"type": "line", "xref": "x", "yref": "y domain", "y0": 0, "y1": 1, "line": line}
    figure.layout.shapes += tuple({**across, "x0": place, "x1": place} for place in places)


def columns(figure: go.Figure, names: Sequence[str], width: int) -> int:
    """Writes `names` over the columns 0, 1, … that share `width` pixels, across or downwards, never tilted.

    Returns:
        The pixels they need above the drawing.
    """
    room = int((width / max(1, len(names)) - 5) / HEAD_SIGN)
    heads = [_head(name, room) for name in names]
    figure.update_xaxes(tickmode="array", tickvals=np.arange(len(heads)), ticktext=heads, tickfont={"size": 12})
    figure.update_xaxes(range=[-0.5, len(heads) - 0.5], side="top", tickangle=0, **BARE)
    return HEAD_LINE * max((head.count("<br>") + 1 for head in heads), default=1) + 4


def _head(name: str, room: int) -> str:
    if len(name) <= room:
        return plain(name)
    lines = -(-len(name) // max(1, room))
    return wrapped(name, -(-len(name) // lines))  # lines of equal length read better than a full and a short one


def rows(figure: go.Figure, names: Sequence[str], most: int) -> int:
    """Writes `names`, at most `most` signs of each, beside the rows 0, 1, …; returns the pixels they need."""
    labels = [short(name, most) for name in names]
    figure.update_yaxes(tickmode="array", tickvals=np.arange(len(names)), ticktext=labels, tickfont={"size": 13})
    figure.update_yaxes(range=[len(names) - 0.5, -0.5], ticklabelstandoff=6, **BARE)
    return max((breadth(name, most) for name in names), default=0)
