"""Report × report: how much of each stands in the other, as a matrix and as bars."""

from collections.abc import Sequence
from functools import partial

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from analysis.drawing.cells import Cells, grid
from analysis.drawing.layout import Size, columns, dressed, rows
from analysis.drawing.lengths import length_bars
from analysis.drawing.palette import NO_PART, NOTHING
from analysis.drawing.words import mark_note, plain

ROW = 26
LABEL_WIDTH = 22
PAIR_WIDTH = 34
NARROW, WIDTH = 520, 860
NOTE = "格内为横行报告的文字有百分之几也见于竖列报告；列号即左侧行号；浅灰“–”：没有雷同"
FULL = 0.25
"""A quarter of a report found in another one has the darkest shade: more is rare, less would not show."""


def reuse_matrix(matrix: pd.DataFrame, title: str) -> go.Figure:
    """Draws REUSE_MATRIX; point *n* is its row *n*."""
    listed = matrix.drop_duplicates("document_id")["label"].to_list()
    names = numbered(listed)
    figure = grid(reuse_cells(matrix))
    heads = [str(number) for number in range(1, len(listed) + 1)]
    height = columns(figure, heads, WIDTH if len(listed) > 12 else NARROW)  # noqa: PLR2004 - what fits the narrow one
    left = rows(figure, names, LABEL_WIDTH)
    return dressed(figure, title, (NOTE, mark_note(listed)), Size(ROW * max(1, len(names)), top=height, left=left))


def numbered(labels: Sequence[str]) -> list[str]:
    """`labels` behind the numbers that head the columns."""
    return [f"{number}　{label}" for number, label in enumerate(labels, start=1)]


def reuse_cells(matrix: pd.DataFrame) -> Cells:
    """The cells of REUSE_MATRIX, a column a report."""
    share = matrix["share"].to_numpy(np.float32, na_value=np.nan)
    shade = np.where(matrix["state"].eq("self"), NO_PART, NOTHING).astype(np.float32)
    found = matrix["state"].eq("found").to_numpy(np.bool_)
    shade[found] = np.minimum(share[found] / FULL, 1)
    texts = [_text(state, value) for state, value in zip(matrix["state"], share, strict=True)]
    nothing = np.zeros(len(matrix), np.bool_)
    return Cells(matrix["document_id"].nunique(), shade, texts, partial(_hovers, matrix), nothing)


def _text(state: str, share: float) -> str:
    if state == "found":
        return f"{share:.0%}" if share >= 0.01 else "<1%"  # noqa: PLR2004 - one hundredth
    return "" if state == "self" else "–"


def _hovers(matrix: pd.DataFrame) -> list[str]:
    columns = ["label", "other", "passages", "characters", "share", "state"]
    out = []
    for label, other, passages, characters, share, state in matrix[columns].itertuples(index=False, name=None):
        head = f"{plain(label)}<br>见于 {plain(other)}"
        told = f"<br>{passages}段{characters}字，占{share:.1%}<br>点击并排查看" if state == "found" else "<br>没有雷同"
        out.append(plain(label) if state == "self" else head + told)
    return out


def pair_bars(pairs: pd.DataFrame, title: str) -> go.Figure:
    """Draws REUSE_PAIRS from the top down by the characters reused; point *n* is its row *n*."""
    names, texts = pair_names(pairs), pair_texts(pairs)
    values = pairs["characters"].to_numpy(np.float64)
    figure, left = length_bars(names, values, texts, _told(pairs), PAIR_WIDTH)
    labels = [*pairs["label_a"], *pairs["label_b"]]
    return dressed(figure, title, ("条长为雷同字数", mark_note(labels)), Size(ROW * max(1, len(names)), left=left))


def pair_names(pairs: pd.DataFrame) -> list[str]:
    """Both reports of each of REUSE_PAIRS."""
    return [_pair(*both) for both in pairs[["label_a", "label_b", "relation"]].itertuples(index=False, name=None)]


def pair_texts(pairs: pd.DataFrame) -> list[str]:
    """What stands at the end of each bar of REUSE_PAIRS."""
    return [f"{count}段{size}字" for count, size in pairs[["passages", "characters"]].to_numpy()]


def _pair(one: str, other: str, relation: str) -> str:
    return one if relation == "inside" else f"{one} ↔ {other}"


def _told(pairs: pd.DataFrame) -> list[str]:
    columns = ["label_a", "label_b", "share_a", "share_b", "exact", "swapped", "edited"]
    return [
        f"{plain(a)} ↔ {plain(b)}<br>占前者{one:.1%}，占后者{other:.1%}<br>一字不差{exact}段，"
        f"只换数字名称{swapped}段，改动词句{edited}段<br>点击并排查看"
        for a, b, one, other, exact, swapped, edited in pairs[columns].itertuples(index=False, name=None)
    ]
