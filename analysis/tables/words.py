"""Tables as people read them: codes in words, shares as percentages, no ids and no offsets.

What a machine reads (`tables`, Parquet) keeps the codes of the declared columns.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import pandas as pd

from analysis.tables.base import Column, Table

IDS, PLACES = ("_id", "_ids", "_id_a", "_id_b"), ("start", "end")
TRUTHS: Mapping[object, str] = MappingProxyType({True: "是", False: "否"})
NO_NAMES: Mapping[str, str] = MappingProxyType({})
DECIMALS, SIGNIFICANT, SMALL = 2, 2, 0.01
SHARE_DECIMALS = 3


def in_words(table: Table, data: pd.DataFrame, names: Mapping[str, str] = NO_NAMES) -> pd.DataFrame:
    """Those columns of `data` (of `table`) that tell a person something, under their Chinese labels.

    Args:
        table: declares the columns.
        data: rows with some or all of them.
        names: what ids are called; a column of ids is left out where none of its ids has a name.

    Returns:
        Text for codes and truths, else numbers: shares to a tenth of a percent, rounded ones to two decimals.
    """
    own = [column for column in table.columns if column.name in data]
    told = [column for column in own if column.name not in PLACES and not _nameless(column, data, names)]
    return pd.DataFrame({_label(column): _read(column, data[column.name], names) for column in told}, index=data.index)


def shares(table: Table) -> list[str]:
    """The labels of the columns that are read as percentages."""
    return [column.label for column in table.columns if column.form == "share"]


def _is_id(column: Column) -> bool:
    return column.name.endswith(IDS)


def _nameless(column: Column, data: pd.DataFrame, names: Mapping[str, str]) -> bool:
    return _is_id(column) and not data[column.name].isin(list(names)).any()


def _label(column: Column) -> str:
    return column.label.removesuffix("编号") if _is_id(column) else column.label


def _read(column: Column, values: "pd.Series[Any]", names: Mapping[str, str]) -> "pd.Series[Any]":
    words = names if _is_id(column) else TRUTHS if column.kind == "boolean" else column.words
    if words:
        return values.astype(object).map(lambda value: words.get(value, value), na_action="ignore").astype("str")
    if column.form == "plain":
        return values
    return values.map(_rounded if column.form == "rounded" else _share, na_action="ignore")


def _share(value: float) -> float:
    return round(value, SHARE_DECIMALS)


def _rounded(value: float) -> float:
    """With two decimals; a number too small for them with two digits, so that it does not become 0."""
    return round(value, DECIMALS) if abs(value) >= SMALL else float(f"{value:.{SIGNIFICANT}g}")
