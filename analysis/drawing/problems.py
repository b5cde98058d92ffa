"""Report × kind of problem (or state of answer, or wording) as cells: how many; not written is never 0."""

from functools import partial

import numpy as np
import numpy.typing as npt
import pandas as pd
import plotly.graph_objects as go

from analysis.drawing.cells import Cells
from analysis.drawing.matrix import report_matrix
from analysis.drawing.palette import NO_PART, NOTHING
from analysis.drawing.words import plain

SIGNS = {"absent": "–", "no_part": "未写", "no_plan": "无计划"}
WORDS = {
    "absent": "没有这样的问题",
    "no_part": "报告没有写问题",
    "no_plan": "报告没有写计划，无从回应",
}
NOTE = "格内为问题条数　浅灰“–”：没有　白色“未写”：报告未写问题"
NO_PLAN_NOTE = "　白色“无计划”：报告未写计划"


def problem_matrix(matrix: pd.DataFrame, title: str) -> go.Figure:
    """Draws PROBLEM_MATRIX; point *n* is its row *n*. Every report has the same groups in the same order."""
    heads = matrix.drop_duplicates("group_id")["group"].to_list()
    return report_matrix(problem_cells(matrix), matrix, heads, title, problem_note(matrix))


def problem_cells(matrix: pd.DataFrame) -> Cells:
    """The cells of PROBLEM_MATRIX, a column a group."""
    values = matrix["problems"].to_numpy(np.float32, na_value=np.nan)
    texts = [SIGNS.get(state) or f"{value:.0f}" for state, value in zip(matrix["state"], values, strict=True)]
    nothing = np.zeros(len(matrix), np.bool_)
    return Cells(matrix["group_id"].nunique(), _shades(matrix, values), texts, partial(_hovers, matrix), nothing)


def problem_note(matrix: pd.DataFrame) -> str:
    """What the cells of PROBLEM_MATRIX mean."""
    return NOTE + NO_PLAN_NOTE * bool(matrix["state"].eq("no_plan").any())


def _shades(matrix: pd.DataFrame, values: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    shade = np.where(matrix["state"].eq("absent"), NOTHING, NO_PART).astype(np.float32)
    told = matrix["state"].eq("covered").to_numpy(np.bool_)
    most = float(np.nanmax(values, initial=1.0))
    shade[told] = values[told] / most
    return shade


def _hovers(matrix: pd.DataFrame) -> list[str]:
    out = []
    names = ["label", "group", "problems", "total", "state"]
    for label, group, problems, total, state in matrix[names].itertuples(index=False, name=None):
        told = WORDS.get(state) or f"{total}条中{problems}条<br>点击查看原文"
        out.append(f"{plain(label)}<br><b>{plain(group)}</b><br>{told}")
    return out
