"""Which picture each declared table becomes: the same signs, shades and notes as on the screen."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial

import numpy as np
import pandas as pd

from analysis.basket import Item
from analysis.comparing.indicators.ranking import usual_family
from analysis.drawing import coverage, disclosure, duties, heatmap, indicators, keyness, problems, reuse, trend
from analysis.drawing.bars import FEWEST, fewest, ranking_texts
from analysis.drawing.cells import Cells
from analysis.drawing.words import mark_note, number
from analysis.exporting.values import Bars, Cell, Figures, Listing, Matrix, Picture, Series

Numbers = tuple[float | None, ...]
STATED = f"斜纹：有数字但被遮盖　披露率＝写明数／（写明数＋遮盖数），只数工作部分；{disclosure.TOO_FEW}"
NO_ZERO = "只数工作部分；没有条的：未提及、被遮盖或没有可比的数，都不等于0"


def _numbers(column: "pd.Series[float]") -> Numbers:
    return tuple(None if pd.isna(value) else float(value) for value in column)


def _notes(*notes: str) -> str:
    return "　".join(note for note in notes if note)


def _names(data: pd.DataFrame, key: str, name: str) -> tuple[str, ...]:
    return tuple(data.drop_duplicates(key)[name].fillna(""))


def _matrix(
    cells: Cells, names: Iterable[str], columns: tuple[tuple[str, ...], tuple[str, ...]], values: Numbers, note: str
) -> Matrix:
    """The cells under their heads and groups (`columns`), with their numbers."""
    names, width = tuple(names), max(1, cells.columns)
    made = [
        Cell(text.replace("<br>", ""), value, float(shade), bool(hatched))
        for text, value, shade, hatched in zip(cells.text, values, cells.shade, cells.hatched, strict=True)
    ]
    rows = tuple(tuple(made[start : start + width]) for start in range(0, len(made), width))
    return Matrix("单位", names, *columns, rows, _notes(note, mark_note(names)))


def _crosstab(data: pd.DataFrame, measure: str) -> Picture:
    measure = measure or "codings"
    themes = data.drop_duplicates("code_id")
    told = data["state"].isin(["covered", "claim_only"])
    values = _numbers(data["codings" if measure == "covered" else measure].where(told))
    note = _notes(heatmap.MEASURES[measure], heatmap.LEGEND)
    columns = tuple(themes["theme"]), tuple(themes["dimension"])
    return _matrix(heatmap.crosstab_cells(data, measure), _names(data, "document_id", "label"), columns, values, note)


def _coverage(data: pd.DataFrame, _: str) -> Picture:
    cells = coverage.by_unit(data)
    columns = _names(cells, "dimension_id", "dimension"), ()
    values = _numbers(cells["covered"].astype("Float64"))
    names = _names(cells, "document_id", "label")
    return _matrix(coverage.coverage_cells(cells), names, columns, values, coverage.NOTE)


def _duties(data: pd.DataFrame, _: str) -> Picture:
    columns = _names(data, "duty_id", "duty"), ()
    values = _numbers(data["codings"].where(data["state"].isin(["concrete", "claim_only"])))
    names = _names(data, "document_id", "label")
    return _matrix(duties.duty_cells(data), names, columns, values, duties.DUTY_NOTE)


def _quality(data: pd.DataFrame, _: str) -> Picture:
    columns = _names(data, "measure_id", "measure"), ()
    names = _names(data, "document_id", "label")
    return _matrix(duties.quality_cells(data), names, columns, _numbers(data["share"]), duties.QUALITY_NOTE)


def _problem_matrix(data: pd.DataFrame, _: str) -> Picture:
    columns = _names(data, "group_id", "group"), ()
    values = _numbers(data["problems"].where(data["state"].eq("covered")))
    names = _names(data, "document_id", "label")
    return _matrix(problems.problem_cells(data), names, columns, values, problems.problem_note(data))


def _reuse_matrix(data: pd.DataFrame, _: str) -> Picture:
    names = _names(data, "document_id", "label")
    columns = tuple(str(place) for place in range(1, len(names) + 1)), ()
    return _matrix(reuse.reuse_cells(data), reuse.numbered(names), columns, _numbers(data["share"]), reuse.NOTE)


def _trend(data: pd.DataFrame, _: str) -> Picture:
    columns = _names(data, "document_id", "period"), ()
    return _matrix(trend.trend_cells(data), trend.changed_items(data), columns, _numbers(data["value"]), trend.NOTE)


def _indicator_cells(data: pd.DataFrame, measure: str) -> Picture:
    """One indicator as bars, several as a matrix."""
    measure = measure or "value"
    if len(data["indicator_id"].unique()) == 1:
        return _one_indicator(data, measure)
    heads = data.drop_duplicates("indicator_id")
    columns = tuple(heads["indicator"]), tuple(heads["dimension"])
    note = indicators.RATE_LEGEND if measure == "per_thousand" else indicators.LEGEND
    names, values = _names(data, "document_id", "label"), _numbers(data[measure])
    return _matrix(indicators.number_cells(data, measure), names, columns, values, note)


def _one_indicator(data: pd.DataFrame, measure: str) -> Picture:
    names, usual = tuple(data["label"]), usual_family(data)
    mixed = bool((data["state"].eq("reported") & data["family"].ne(usual)).any())
    note = _notes(NO_ZERO, "量词不同的不与其他比较" * mixed, mark_note(names))
    word = usual + "/千字" * (measure == "per_thousand")
    values = (Series(word or "数值", _numbers(data[measure])),)
    return Bars(names, values, tuple(indicators.bar_texts(data, measure)), word, note)


def _ranking(data: pd.DataFrame, measure: str) -> Picture:
    names, values = tuple(data["item"]), _numbers(data["value"])
    flagged = tuple(fewest(data).tolist())
    note = _notes(FEWEST * any(flagged), mark_note(names))
    texts = tuple(ranking_texts(data, measure or "个"))
    return Bars(names, (Series(measure or "数值", values),), texts, measure, note, flagged)


def _disclosure(data: pd.DataFrame, _: str) -> Picture:
    names, share = tuple(data["label"]), _numbers(data["share"])
    rest = tuple(None if value is None else 1 - value for value in share)
    series = (Series("写明", share), Series("遮盖", rest, hidden=True))
    return Bars(names, series, tuple(disclosure.rate_texts(data)), "%", _notes(STATED, mark_note(names)))


def _reuse_pairs(data: pd.DataFrame, _: str) -> Picture:
    values = _numbers(data["characters"].astype("Float64"))
    note = _notes("条长为雷同字数", mark_note([*data["label_a"], *data["label_b"]]))
    return Bars(tuple(reuse.pair_names(data)), (Series("雷同字数", values),), tuple(reuse.pair_texts(data)), "字", note)


def _keyness(data: pd.DataFrame, _: str) -> Picture:
    note = "条长为对数似然值 G²，表示差别有多可靠；条末为本报告次数与对照次数"
    texts = tuple(keyness.keyness_texts(data))
    return Bars(tuple(data["word"]), (Series("G²", _numbers(data["g2"])),), texts, "", note)


def _figures(data: pd.DataFrame, _: str) -> Picture:
    """Rows with a number are figures, those without are sentences."""
    rows = list(data[["name", "value", "note"]].fillna("").itertuples(index=False, name=None))
    return Figures(tuple(row for row in rows if row[1]), tuple(row[2] for row in rows if not row[1]))


def _word(value: object) -> str:
    if pd.isna(value):  # type: ignore[call-overload]
        return "–"
    return number(float(value)) if isinstance(value, float | int | np.number) else str(value)


def _listing(data: pd.DataFrame, _: str, columns: Mapping[str, tuple[str, float]]) -> Picture:
    """The `columns`: how each is headed and how wide it is."""
    rows = data[list(columns)].astype(object).itertuples(index=False, name=None)
    heads, widths = zip(*columns.values(), strict=True)
    total = sum(widths)
    lines = tuple(tuple(map(_word, row)) for row in rows)
    return Listing(tuple(heads), lines, tuple(width / total for width in widths))


UNIT = ("单位", 2.4)
Drawer = Callable[[pd.DataFrame, str], Picture]
LISTS: Mapping[str, Mapping[str, tuple[str, float]]] = {
    "findings": {"sentence": ("发现", 1.0)},
    "suggestions": {"suggestion": ("建议", 7), "basis": ("依据", 4)},
    "problem_cards": {
        "label": UNIT,
        "number": ("序号", 0.7),
        "quote": ("问题原文", 6),
        "categories": ("类别", 2),
        "response": ("有无回应", 1.3),
        "wording": ("写法", 0.9),
    },
    "problem_links": {
        "problem_number": ("问题", 0.7),
        "problem": ("问题原文", 5),
        "plan_number": ("计划", 0.7),
        "plan": ("计划原文", 5),
        "strength": ("回应程度", 1.3),
    },
    "numbers": {"label": UNIT, "quote": ("原文", 3), "told": ("数值", 1.2), "sentence": ("句子", 6)},
    "checks": {"label": UNIT, "kind": ("类型", 1.4), "finding": ("发现", 4.4), "why": ("依据", 4)},
    "follow_ups": {
        "unit": UNIT,
        "kind": ("类型", 0.8),
        "quote": ("上期原文", 5),
        "state": ("本期", 1.2),
        "why": ("依据", 4),
    },
}
PICTURES: Mapping[str, Drawer] = {
    "crosstab": _crosstab,
    "coverage": _coverage,
    "ranking": _ranking,
    "indicator_cells": _indicator_cells,
    "disclosure": _disclosure,
    "duty_states": _duties,
    "quality": _quality,
    "problem_matrix": _problem_matrix,
    "reuse_matrix": _reuse_matrix,
    "reuse_pairs": _reuse_pairs,
    "trend": _trend,
    "keyness": _keyness,
    "key_figures": _figures,
    **{name: partial(_listing, columns=columns) for name, columns in LISTS.items()},
}


def picture(item: Item) -> Picture:
    """What `item` looks like in any office format.

    Raises:
        KeyError: nothing says how its table is shown.
    """
    return PICTURES[item.table.name](item.data(), item.measure)
