"""How much of its numbers each report writes out, as bars: the rest is hatched, for it is there and masked."""

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from analysis.comparing.indicators.disclosure import FEW, share_words
from analysis.drawing.layout import PICKED, Size, dressed, rows
from analysis.drawing.palette import COOL, GREY, HATCH, PAPER
from analysis.drawing.words import mark_note, plain

ROW = 26
LABEL_WIDTH = 20
TOO_FEW = f"不足{FEW}个数字的只列个数，不比高低"


def disclosure_bars(rates: pd.DataFrame, title: str) -> go.Figure:
    """Draws DISCLOSURE from the top down: written out in blue, masked hatched; point *n* of both is its row *n*."""
    names = rates["label"].to_list()
    share = rates["share"].to_numpy(np.float64, na_value=np.nan)
    hover = _rate_hovers(rates)
    place = np.arange(len(names))
    common = {"y": place, "orientation": "h", "width": 0.68, "hovertext": hover, **PICKED}
    told = go.Bar(
        x=np.nan_to_num(share),
        marker={"color": np.full(len(names), COOL)},
        hovertemplate="%{hovertext}<extra></extra>",
        **common,
    )
    hidden = go.Bar(
        x=np.nan_to_num(1 - share),
        marker={
            "color": np.full(len(names), PAPER),
            "line": {"color": GREY, "width": 0.5},
            "pattern": {**HATCH, "shape": "/"},
        },
        text=rate_texts(rates),
        textposition="outside",
        cliponaxis=False,
        textfont={"size": 13},
        hovertemplate="%{hovertext}<extra></extra>",
        **common,
    )
    figure = go.Figure([told, hidden])
    left = rows(figure, names, LABEL_WIDTH)
    figure.update_layout(barmode="stack")
    figure.update_xaxes(range=[0, 1.3], visible=False, fixedrange=True)
    note = f"蓝色：写明的数字　斜纹：遮盖的数字　披露率＝写明数／（写明数＋遮盖数），只数工作部分；{TOO_FEW}"
    return dressed(figure, title, (note, mark_note(names)), Size(ROW * max(1, len(names)), left=left))


def rate_texts(rates: pd.DataFrame) -> list[str]:
    """What stands at the end of each bar of DISCLOSURE."""
    shown = zip(rates["reported"], rates["masked"], rates["share"], strict=True)
    return [_rate_text(told, hid) if pd.notna(share) else "没有这类数字" for told, hid, share in shown]


def _rate_text(told: int, hidden: int) -> str:
    share = share_words(told, hidden)
    return f"{share}（{told}/{told + hidden}）" if share else f"{told}/{told + hidden}"


def _rate_hovers(rates: pd.DataFrame) -> list[str]:
    shown = rates[["label", "reported", "masked"]].itertuples(index=False, name=None)
    return [
        f"{plain(label)}<br>写明{told}个，遮盖{hidden}个" + "<br>点击查看原文" * bool(told + hidden)
        for label, told, hidden in shown
    ]
