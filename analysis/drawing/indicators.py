"""Unit × indicator as cells, one indicator as bars: masked is hatched, absent is grey, neither is ever a 0."""

import re
from functools import partial

import numpy as np
import numpy.typing as npt
import pandas as pd
import plotly.graph_objects as go

from analysis.comparing.indicators.disclosure import FEW, share_words
from analysis.drawing.cells import GRID_WIDTH, Cells, grid, groups
from analysis.drawing.layout import PICKED, Size, columns, dressed, rows, upright, write
from analysis.drawing.palette import COOL, COOL_DARK, GREY, HATCH, INK, NO_PART, NOTHING, PAPER
from analysis.drawing.words import mark_note, number, plain

ROW, BAR_ROW = 28, 26
NARROW = 16
"""With more columns than this the cells are narrow: smaller digits, and 约 and 余 stand above and below the number."""
LABEL_WIDTH, BAR_LABEL_WIDTH = 17, 20
LEAST = ("至少", "不少于", "不低于")
STUB = 0.04
NUMBER = re.compile(r"\d+(?:\.\d+)?")
NO_VALUE = 0.1
"""The shade of a cell that is told without a number to compare."""
SIGNS = {"masked": "遮盖", "absent": "–", "no_part": "无", "conflict": "⚠", "frequency": "频"}
STATES = {
    "masked": "写了，数字被遮盖",
    "conflict": "⚠ 写了不同的数，口径可能不同，请看原文",
    "frequency": "只写频率，不折算成总数",
    "absent": "未提及这项数字，不等于0，也不等于没做",
    "no_part": "报告没有工作部分",
}
LEGEND = (
    "格内为工作部分写明的数，深浅按每列的最大数　斜纹“遮盖”：写了但数字被遮盖　浅灰“–”：未提及这项数字　≥另有遮盖"
    "　频：只有频率　⚠前后不同的数"
)
RATES_LEGEND = f"　右列披露率＝写明数／（写明数＋遮盖数），数工作部分全部党务数字，不足{FEW}个的只列个数"
RATE_LEGEND = (
    "格内为工作部分每千字的数，深浅按每列的最大数；比率、时点和部分数不折算　斜纹：遮盖　浅灰“–”：未提及这项数字"
)


def indicator_matrix(cells: pd.DataFrame, rates: pd.DataFrame, measure: str, title: str) -> go.Figure:
    """Draws INDICATOR_CELLS, a row a report, a column an indicator; point *n* is its row *n*.

    Args:
        cells: every document has the same indicators in the same order.
        rates: DISCLOSURE of the same documents in the same order, written in a last column.
        measure: `value` or `per_thousand`.
        title: the finding.
    """
    indicators = cells.drop_duplicates("indicator_id")
    names = cells.drop_duplicates("document_id")["label"].to_list()
    figure = grid(number_cells(cells, measure))
    narrow = len(indicators) > NARROW
    figure.update_traces(textfont={"size": 10 if narrow else 12})
    height = columns(figure, [*indicators["indicator"], "披露率"], GRID_WIDTH)
    left = rows(figure, names, LABEL_WIDTH)
    groups(figure, [*indicators["dimension"], ""], height)
    _shares(figure, rates, len(indicators) + 0.4 * narrow)
    notes = (RATE_LEGEND if measure == "per_thousand" else LEGEND + RATES_LEGEND, mark_note(names))
    return dressed(figure, title, notes, Size(ROW * max(1, len(names)), top=height + 22, left=left))


def number_cells(cells: pd.DataFrame, measure: str) -> Cells:
    """The cells of INDICATOR_CELLS, a column an indicator."""
    return Cells(
        columns=cells["indicator_id"].nunique(),
        shade=_shades(cells, measure),
        text=_texts(cells, measure),
        hover=partial(_hovers, cells),
        hatched=cells["state"].eq("masked").to_numpy(np.bool_),
    )


def _shares(figure: go.Figure, rates: pd.DataFrame, at: float) -> None:
    """Writes the rates of DISCLOSURE down the last column, whose middle is `at`."""
    figure.update_xaxes(tickvals=[*range(int(at)), at], range=[-0.5, 2 * at - int(at) + 0.5])
    told = enumerate(map(_rate_text, rates["reported"], rates["masked"]))
    write(figure, ({"x": at, "y": place, "text": text, "font": {"size": 10, "color": INK}} for place, text in told))


def _rate_text(told: int, hidden: int) -> str:
    """`27%` over `6/22`, the fraction alone where the numbers are few, nothing where there is none."""
    share = share_words(told, hidden)
    return f"{share}<br>" * bool(share) + f"{told}/{told + hidden}" * bool(told + hidden)


def _shades(cells: pd.DataFrame, measure: str) -> npt.NDArray[np.float32]:
    most = cells.groupby("indicator_id", sort=False)[measure].transform("max")
    shade = (cells[measure] / most.where(most.gt(0))).to_numpy(np.float32, na_value=np.nan)
    shade = np.where(np.isnan(shade), np.float32(NO_VALUE), shade).astype(np.float32)
    shade[cells["state"].eq("absent").to_numpy(np.bool_)] = NOTHING
    shade[cells["state"].eq("no_part").to_numpy(np.bool_)] = NO_PART
    return np.asarray(shade, np.float32)


def _texts(cells: pd.DataFrame, measure: str) -> list[str]:
    values = cells[measure].to_numpy(np.float64, na_value=np.nan)
    gap = "<br>" * (cells["indicator_id"].nunique() > NARROW)
    out = []
    fields = ["state", "approximate", "open", "told", "measure_word"]
    rows = cells[fields].itertuples(index=False, name=None)
    for value, (state, approximate, incomplete, told, word) in zip(values, rows, strict=True):
        about = _about(value, told, word) if approximate else ("", "")
        before, after = ("≥", "") if incomplete else about
        shown = gap.join(part for part in (before, _digits(value), after) if part)
        out.append(SIGNS.get(state) or (shown if not np.isnan(value) else "未折算"))
    return out


def _about(value: float, told: str, word: str) -> tuple[str, str]:
    """What stands before and behind the `value` of a cell where `told` has its digits: 余, 以上, –3; else 约."""
    hit = NUMBER.search(told)
    if hit is None or float(hit[0]) != value:
        return "约", ""
    return told[: hit.start()], told[hit.end() :].replace(word, "", 1)


def _digits(value: float) -> str:
    """A cell has room for four signs: 228.5 is 228 there, and exact beside the pointer."""
    return number(round(value)) if value >= 100 else number(value)  # noqa: PLR2004 - three digits say enough


def _hovers(cells: pd.DataFrame) -> list[str]:
    out = []
    fields = ["label", "indicator", "told", "state", "masked", "per_thousand"]
    for label, name, told, state, masked, rate in cells[fields].itertuples(index=False, name=None):
        lines = [plain(label), f"<b>{plain(name)}</b>"]
        lines += [plain(told)] if state in ("reported", "conflict", "frequency") else []
        lines += [f"每千字{number(rate)}"] if pd.notna(rate) else []
        lines += [STATES[state]] if state in STATES else []
        lines += [f"另有{masked}处数字被遮盖"] if masked and state != "masked" else []
        lines += ["点击查看原文"] if state not in ("absent", "no_part") else []
        out.append("<br>".join(lines))
    return out


def indicator_bars(ranked: pd.DataFrame, measure: str, title: str, family: str) -> go.Figure:
    """Draws INDICATOR_CELLS of one indicator from the top down; point *n* is its row *n*.

    A report that mentions the indicator without a number to compare has a short hatched bar, so that it can be
    clicked; an absent one has none. Numbers whose measure word is not of the usual `family` are lighter.
    """
    names = ranked["label"].to_list()
    values = ranked[measure].to_numpy(np.float64, na_value=np.nan)
    most = max(1e-6, np.nanmax(values, initial=0.0))
    stub = np.isnan(values) & ~ranked["state"].isin(["absent", "no_part"]).to_numpy(np.bool_)
    usual = ranked["family"].eq(family).to_numpy(np.bool_)
    bar = go.Bar(
        x=np.where(stub, STUB * most, np.nan_to_num(values)),
        y=np.arange(len(names)),
        orientation="h",
        width=0.68,
        marker={
            "color": np.where(stub, PAPER, np.where(usual, COOL, COOL_DARK)),
            "line": {"color": GREY, "width": np.where(stub, 0.5, 0)},
            "pattern": {**HATCH, "shape": np.where(stub, "/", "")},
        },
        text=[plain(text) for text in bar_texts(ranked, measure)],
        textposition="outside",
        cliponaxis=False,
        textfont={"size": 13},
        hovertext=_hovers(ranked),
        hovertemplate="%{hovertext}<extra></extra>",
        **PICKED,
    )
    figure = go.Figure(bar)
    left = rows(figure, names, BAR_LABEL_WIDTH)
    figure.update_xaxes(range=[0, most * 1.4], visible=False, fixedrange=True)
    upright(figure, [0], {"color": GREY, "width": 1})
    mixed = bool((ranked["state"].eq("reported") & ~usual).any())
    notes = (
        "只数工作部分　斜纹短条：写了但没有可比的数，长短无意义　未提及的没有条，不等于0",
        "浅色：量词不同，不与其他比较" if mixed else "",
        mark_note(names),
    )
    return dressed(figure, title, notes, Size(BAR_ROW * max(1, len(names)), left=left))


def bar_texts(ranked: pd.DataFrame, measure: str) -> list[str]:
    """What stands at the end of each bar of INDICATOR_CELLS."""
    fields = ["state", "told", "per_thousand", "measure_word", "open"]
    signs = {"conflict": "⚠ "}
    out = []
    for state, told, rate, word, incomplete in ranked[fields].itertuples(index=False, name=None):
        text = f"{'至少' * (bool(incomplete) and not told.startswith(LEAST))}{told}"
        if measure == "per_thousand" and pd.notna(rate):
            text = f"{number(rate)}{word}/千字（{text}）"
        out.append(signs.get(state, "") + text)
    return out
