"""Unit × dimension: how many of a dimension's themes each report takes up."""

from functools import partial

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from analysis.drawing.cells import Cells, grid
from analysis.drawing.layout import Size, columns, dressed, rows
from analysis.drawing.palette import NOTHING
from analysis.drawing.words import mark_note, plain

ROW = 28
LABEL_WIDTH = 14
WIDTH = 590
NOTE = "格内为提及主题数／主题总数，题中百分数为提及率，浅灰为全未提及，斜纹为只表态；引言、结语不计"


def coverage_matrix(coverage: pd.DataFrame, title: str) -> go.Figure:
    """Draws COVERAGE, a row a report, a column a dimension; point *n* is row *n* of `by_unit(coverage)`."""
    names = coverage.drop_duplicates("document_id")["label"].to_list()
    heads = coverage.drop_duplicates("dimension_id")["dimension"].to_list()
    figure = grid(coverage_cells(by_unit(coverage)))
    height = columns(figure, heads, WIDTH - 200)
    left = rows(figure, names, LABEL_WIDTH)
    size = Size(ROW * max(1, len(names)), top=height, left=left, width=WIDTH)
    return dressed(figure, title, (NOTE, mark_note(names)), size)


def coverage_cells(cells: pd.DataFrame) -> Cells:
    """The cells of COVERAGE that stands in the order of `by_unit`."""
    share = (cells["covered"] / cells["themes"]).to_numpy(np.float32)
    return Cells(
        columns=cells["dimension_id"].nunique(),
        shade=np.where(share > 0, share, NOTHING).astype(np.float32),
        text=[f"{n}/{m}" for n, m in zip(cells["covered"], cells["themes"], strict=True)],
        hover=partial(_hovers, cells),
        hatched=(cells["covered"].gt(0) & cells["covered"].eq(cells["claim_only"])).to_numpy(np.bool_),
    )


def by_unit(coverage: pd.DataFrame) -> pd.DataFrame:
    """`coverage` in the order of the cells: the first report with all its dimensions, then the next."""
    place = pd.Series(range(len(coverage)), index=coverage.index).groupby(coverage["document_id"]).transform("min")
    return coverage.assign(place=place).sort_values("place", kind="stable", ignore_index=True).drop(columns="place")


def _hovers(cells: pd.DataFrame) -> list[str]:
    columns = ["label", "dimension", "covered", "themes", "claim_only"]
    return [
        f"{plain(label)}<br><b>{plain(dimension)}</b><br>{total}个主题提及{told}个"
        + (f"，其中{claimed}个只表态" if claimed else "")
        + "<br>点击查看原文" * bool(told)
        for label, dimension, told, total, claimed in cells[columns].itertuples(index=False, name=None)
    ]
