"""Where two coders differ, and the stretches of text that this is about."""

from collections.abc import Iterator, Mapping, Sequence

import pandas as pd

from analysis.reviewing.decisions import Layer
from analysis.tables.agreement import DISAGREEMENTS
from analysis.tables.base import frame

SPAN = ["document_id", "start", "end"]
Tables = Mapping[str, pd.DataFrame]


def disagreements(ratings: pd.DataFrame, layer: str, group: str, coders: tuple[str, str]) -> pd.DataFrame:
    """DISAGREEMENTS of two coders in one layer; in one group of it, unless that is empty."""
    own = ratings[ratings["layer"].eq(layer) & (ratings["group_id"].eq(group) | (not group))]
    one, other = (own[own["coder"].eq(coder)] for coder in coders)
    pairs = one.merge(other, on=["layer", "group_id", "case_id"], suffixes=("_a", "_b"))
    pairs = pairs[pairs["value_a"].ne(pairs["value_b"])]
    parts = pairs["case_id"].str.split("/")
    told = pairs.assign(document_id=parts.str[0], role=parts.str[2].fillna("").astype("str"))
    return frame(DISAGREEMENTS, told[list(DISAGREEMENTS.names)].itertuples(index=False, name=None))


def case_spans(case: Mapping[str, str], tables: Sequence[Tables]) -> pd.DataFrame:
    """Where what is judged in `case` (a row of DISAGREEMENTS) stands in any of `tables`: document_id, start, end."""
    parts = [_rows(case, one)[SPAN] for one in tables]
    return pd.concat(parts, ignore_index=True).drop_duplicates(ignore_index=True)


def _rows(case: Mapping[str, str], tables: Tables) -> pd.DataFrame:
    group, layer = case["group_id"], case["layer"]
    if layer == Layer.CODING:
        rows = _own(tables["codings"], case)
        return rows[rows["code_id"].eq(group) & rows["role"].eq(case["role"])]
    if layer == Layer.PROBLEM:
        rows = _own(tables["problems"], case)
        return rows[[group in kinds.split(";") for kinds in rows["categories"]]]
    if layer == Layer.QUANTITY:
        rows = _own(tables["quantities"], case)
        return rows[rows["indicator_id"].eq(group)]
    rows = _own(tables["sentences"], case)
    return rows[rows["start"].eq(int(case["case_id"].partition("/")[2]))]


def _own(rows: pd.DataFrame, case: Mapping[str, str]) -> pd.DataFrame:
    return rows[rows["document_id"].eq(case["document_id"])]


def of_reports(tables: Tables, documents: frozenset[str]) -> dict[str, pd.DataFrame]:
    """The rows of `tables` that are about the reports `documents` (ids)."""
    return dict(_chosen(tables, documents))


def _chosen(tables: Tables, documents: frozenset[str]) -> Iterator[tuple[str, pd.DataFrame]]:
    plans = tables["plans"]["plan_id"][tables["plans"]["document_id"].isin(documents)]
    for name, rows in tables.items():
        if "document_id" in rows:
            yield name, rows[rows["document_id"].isin(documents)].reset_index(drop=True)
        elif name == "answers":
            yield name, rows[rows["plan_id"].isin(plans)].reset_index(drop=True)
        else:
            yield name, rows
