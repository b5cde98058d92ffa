"""The words that set a report apart as sorted bars."""

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from analysis.drawing.layout import Size, dressed
from analysis.drawing.lengths import length_bars
from analysis.drawing.words import plain

ROW = 26
LABEL_WIDTH = 12
NOTE = "条长为对数似然值 G²（差别有多可靠）；条末为本报告次数与对照次数；点一个词看它在本报告中的句子"


def keyness_bars(found: pd.DataFrame, title: str) -> go.Figure:
    """Draws KEYNESS from the top down; point *n* is its row *n*."""
    names = found["word"].to_list()
    values = found["g2"].to_numpy(np.float64)
    figure, left = length_bars(names, values, keyness_texts(found), _hovers(found), LABEL_WIDTH)
    return dressed(figure, title, (NOTE,), Size(ROW * max(1, len(names)), left=left))


def keyness_texts(found: pd.DataFrame) -> list[str]:
    """What stands at the end of each bar of KEYNESS."""
    return [f"{here}次，对照{there}次" for here, there in found[["count", "other_count"]].to_numpy()]


def _hovers(found: pd.DataFrame) -> list[str]:
    columns = ["word", "per_thousand", "other_per_thousand", "other_documents", "g2", "log_ratio", "p"]
    return [
        f"<b>{plain(word)}</b><br>本报告每千词{here:.1f}次，对照每千词{there:.1f}次（{documents}份用到）"
        f"<br>G²={g2:.1f}，对数比={ratio:.1f}，校正后p={p:.2g}<br>点击查看原文"
        for word, here, there, documents, g2, ratio, p in found[columns].itertuples(index=False, name=None)
    ]
