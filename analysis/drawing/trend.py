"""Item × period as cells: how much, masked (hatched), absent (grey), and what is new or gone."""

from functools import partial

import numpy as np
import numpy.typing as npt
import pandas as pd
import plotly.graph_objects as go

from analysis.drawing.cells import Cells, grid
from analysis.drawing.layout import Size, columns, dressed, rows
from analysis.drawing.palette import NO_PART, NOTHING
from analysis.drawing.words import number, plain

ROW = 25
LABEL_WIDTH = 22
WIDTH = 620
NOTE = "深浅按每行的最大数　斜纹：遮盖或只表态　浅灰“–”：未提及（引言、结语不计）　白色“无”：报告没有这一部分"
SIGNS = {"absent": "–", "no_part": "无", "masked": "遮盖", "conflict": "前后不一"}
STATES = {
    "covered": "",
    "claim_only": "只表态",
    "masked": "写了，数字遮盖",
    "conflict": "前后两个数",
    "absent": "未提及",
    "no_part": "报告没有这一部分",
}
CHANGES = {"new": "　＋新提", "vanished": "　－不再提", "up": "　↑", "down": "　↓"}
MASKED_SHADE = 0.1


def trend_matrix(trend: pd.DataFrame, title: str) -> go.Figure:
    """Draws TREND, a row an item, a column a period; point *n* is its row *n*."""
    heads = trend.drop_duplicates("document_id")["period"].to_list()
    names = changed_items(trend)
    figure = grid(trend_cells(trend))
    height = columns(figure, heads, WIDTH)
    left = rows(figure, names, LABEL_WIDTH)
    return dressed(figure, title, (NOTE,), Size(ROW * max(1, len(names)), top=height, left=left))


def changed_items(trend: pd.DataFrame) -> list[str]:
    """Each item of TREND with its change."""
    items = trend.drop_duplicates("item_id")
    return [f"{item}{CHANGES.get(change, '')}" for item, change in zip(items["item"], items["change"], strict=True)]


def trend_cells(trend: pd.DataFrame) -> Cells:
    """The cells of TREND, a column a period."""
    return Cells(
        columns=trend["document_id"].nunique(),
        shade=_shades(trend),
        text=_texts(trend),
        hover=partial(_hovers, trend),
        hatched=trend["state"].isin(["masked", "claim_only"]).to_numpy(np.bool_),
    )


def _shades(trend: pd.DataFrame) -> npt.NDArray[np.float32]:
    most = trend.groupby("item_id", sort=False)["value"].transform("max")
    share = (trend["value"] / most.where(most.gt(0))).to_numpy(np.float32, na_value=MASKED_SHADE)
    share[trend["state"].eq("absent").to_numpy(np.bool_)] = NOTHING
    share[trend["state"].eq("no_part").to_numpy(np.bool_)] = NO_PART
    return np.asarray(share, np.float32)


def _texts(trend: pd.DataFrame) -> list[str]:
    values = trend["value"].to_numpy(np.float64, na_value=np.nan)
    pairs = zip(trend["state"], values, strict=True)
    return [SIGNS.get(state) or number(value) or "有频次" for state, value in pairs]


def _hovers(trend: pd.DataFrame) -> list[str]:
    out = []
    values = trend["value"].to_numpy(np.float64, na_value=np.nan)
    shown = zip(trend["item"], trend["period"], trend["state"], values, strict=True)
    for item, period, state, value in shown:
        click = "" if state in ("absent", "no_part") else "点击查看原文"
        lines = (f"<b>{plain(item)}</b>", plain(period), number(value), STATES[state], click)
        out.append("<br>".join(line for line in lines if line))
    return out
