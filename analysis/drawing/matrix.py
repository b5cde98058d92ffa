"""A grid of cells with a report a row: heads, names and notes around it."""

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from analysis.drawing.cells import GRID_WIDTH, Cells, grid
from analysis.drawing.layout import Size, columns, dressed, rows
from analysis.drawing.words import mark_note

ROW = 26
LABEL_WIDTH = 17


def report_matrix(cells: Cells, table: pd.DataFrame, heads: Sequence[str], title: str, note: str) -> go.Figure:
    """Draws `cells`, which are those of `table`: a row a report, a column for each of `heads`."""
    names = table.drop_duplicates("document_id")["label"].to_list()
    figure = grid(cells)
    height = columns(figure, heads, GRID_WIDTH)
    left = rows(figure, names, LABEL_WIDTH)
    size = Size(ROW * max(1, len(names)), top=height, left=left)
    return dressed(figure, title, (note, mark_note(names)), size)
