"""Unit × indicator: the number a report gives, that it hides it, or that it says nothing.

A masked number is never 0, and neither is an absent one; a frequency is never turned into a yearly count.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from analysis.codebook import Codebook, Indicator
from analysis.coding.base import Quantity
from analysis.coding.indicators.states import stating
from analysis.comparing.base import Cube, Tables
from analysis.comparing.indicators.amounts import COLUMNS, MASKED, Row, amount, quantity_of, size, told
from analysis.comparing.indicators.wording import with_wording
from analysis.lexicon.comparing import indicator_words
from analysis.tables.base import frame
from analysis.tables.comparing.indicators import INDICATOR_CELLS

ADDED = ("SUM", "TOTAL_ONCE")
"""Counts of what was done in the period; only these may be set against a report's length."""
FIXED_TOLD = {"masked": MASKED, "absent": "未提及", "no_part": "报告没有工作部分"}
Cell = dict[str, Any]
Written = Mapping[tuple[int, int], str]
"""How the report writes a number, by where that stands."""


def indicators_of(codebook: Codebook, themes: Sequence[str]) -> list[Indicator]:
    """The indicators of these themes, by dimension, in the order of the codebook."""
    home = {theme.id: theme.dimension for theme in codebook.themes}
    chosen = [i for i in codebook.indicators if i.theme in set(themes)]
    return [i for dimension in codebook.dimensions for i in chosen if home[i.theme] == dimension.id]


def indicator_cells(work: Cube, tables: Tables, labels: pd.DataFrame, codebook: Codebook) -> pd.DataFrame:
    """INDICATOR_CELLS, row by row: the first document with all its indicators, then the next.

    Args:
        work: the block of the documents and themes looked at, of the work part alone.
        tables: the contract's tables.
        labels: LABELS.
        codebook: names the indicators and says which measure words and sums are theirs.
    """
    names = dict(zip(labels["document_id"], labels["label"], strict=True))
    chosen = indicators_of(codebook, work.codes)
    dimensions = _dimension_names(codebook)
    states, numbers = _states(tables, work.documents), _numbers(tables, work.documents)
    rows: list[Cell] = []
    for place, document in enumerate(work.documents):
        size = int(work.characters[place].sum())
        for indicator in chosen:
            key = (document, indicator.id)
            head = {"document_id": document, "label": names[document], "indicator_id": indicator.id}
            head |= {"indicator": indicator.name, "dimension": dimensions[indicator.theme]}
            own = _cell(indicator, states.get(key, {}), numbers.get(key, [])) if size else _without("no_part")
            rate = _rate(indicator, own, size)
            rows.append({**head, **own, "per_thousand": rate})
    return frame(INDICATOR_CELLS, rows)


def _dimension_names(codebook: Codebook) -> dict[str, str]:
    """Theme id to the name of its dimension."""
    names = {dimension.id: dimension.name for dimension in codebook.dimensions}
    return {theme.id: names[theme.dimension] for theme in codebook.themes}


def _states(tables: Tables, documents: Sequence[str]) -> dict[tuple[str, str], Row]:
    own = tables["indicators"]
    own = own[own["document_id"].isin(list(documents))]
    return {(row["document_id"], row["indicator_id"]): row for row in own.to_dict("records")}


def _numbers(tables: Tables, documents: Sequence[str]) -> dict[tuple[str, str], list[Row]]:
    own = tables["quantities"]
    own = own[own["document_id"].isin(list(documents)) & own["role"].eq("work") & own["indicator_id"].fillna("").ne("")]
    found: dict[tuple[str, str], list[Row]] = {}
    own = with_wording(own, tables["documents"])
    for row in own[["document_id", "indicator_id", "written", *COLUMNS]].to_dict("records"):
        found.setdefault((row["document_id"], row["indicator_id"]), []).append(row)
    return found


def _cell(indicator: Indicator, state: Row, rows: Sequence[Row]) -> Cell:
    """State, value, words and counts of one cell."""
    numbers = [quantity_of(row) for row in rows]
    masked = sum(q.status == "masked" for q in numbers)
    status = state.get("status", "absent")
    if status in FIXED_TOLD:
        return _without(status, masked, state.get("quantity_ids", ""))
    same = stating(indicator, numbers)
    value: float | None = None if pd.isna(state["value"]) else float(state["value"])
    if value is None:
        status = "conflict" if status == "conflict" else "frequency"
    word = same[0].measure_word if same else ""
    written = {(row["start"], row["end"]): row["written"] for row in rows}
    return {
        "state": status,
        "value": value,
        "measure_word": word,
        "family": _family(word),
        "approximate": any(q.approximate for q in same),
        "told": _all_told(same or numbers, written) if value is None else _stated(same, value, written),
        "masked": masked,
        "open": masked > 0 and indicator.additivity == "SUM",
        "quantity_ids": state["quantity_ids"],
    }


def _without(status: str, masked: int = 0, ids: str = "") -> Cell:
    """A cell with no number to show."""
    fixed = {"state": status, "told": FIXED_TOLD[status], "masked": masked, "quantity_ids": ids}
    return {**fixed, "value": None, "measure_word": "", "family": "", "approximate": False, "open": False}


def _stated(same: Sequence[Quantity], value: float, written: Written) -> str:
    """The value as the one number writes it that states it; a sum of several, or none at all, by itself."""
    own = [number for number in same if number.value == value]
    about = next((number for number in own if number.approximate), None)
    if about is not None:
        return size(about, value, written[about.start, about.end])
    word = same[0].measure_word if same else ""
    return amount(value, word, approximate=any(number.approximate for number in same) and not own)


def _all_told(numbers: Sequence[Quantity], written: Written) -> str:
    """Every number written out, each once."""
    each = (told(number, written[number.start, number.end]) for number in numbers if number.status == "reported")
    return "、".join(dict.fromkeys(each))


def _family(word: str) -> str:
    """The first of the measure words that count the same as `word`."""
    return next((same[0] for same in indicator_words().same if word in same), word)


def _rate(indicator: Indicator, own: Cell, size: int) -> float | None:
    """The value a thousand characters of the work part; none for shares, stocks and parts."""
    if own["value"] is None or indicator.additivity not in ADDED or own["measure_word"] in ("%", "％"):
        return None
    return round(float(own["value"]) / size * 1000, 2)


def of_themes(cells: pd.DataFrame, codebook: Codebook, themes: Sequence[str]) -> pd.DataFrame:
    """Those of `cells` (INDICATOR_CELLS) whose indicator belongs to one of the themes."""
    wanted = [indicator.id for indicator in indicators_of(codebook, themes)]
    return cells[cells["indicator_id"].isin(wanted)].reset_index(drop=True)


def mentioned(cells: pd.DataFrame) -> pd.DataFrame:
    """Those of `cells` (INDICATOR_CELLS) whose indicator at least one report mentions."""
    told_of = cells[~cells["state"].isin(["absent", "no_part"])]["indicator_id"].unique()
    return cells[cells["indicator_id"].isin(told_of)].reset_index(drop=True)


def comparable_rates(cells: pd.DataFrame) -> pd.DataFrame:
    """Those of `cells` (INDICATOR_CELLS) whose numbers, if any are written out, can be set against a length."""
    written = cells[cells["value"].notna()]
    rated = written[written["per_thousand"].notna()]["indicator_id"].unique()
    never = set(written["indicator_id"]) - set(rated)
    return cells[~cells["indicator_id"].isin(never)].reset_index(drop=True)
