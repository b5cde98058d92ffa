"""One indicator, the units ranked by what they report; those that hide or omit it stand below, without a bar."""

import pandas as pd

from analysis.tables.base import frame
from analysis.tables.comparing.indicators import INDICATOR_CELLS

ORDER = ("reported", "frequency", "conflict", "masked", "absent", "no_part")


def usual_family(cells: pd.DataFrame) -> str:
    """The kind of measure word that most of the reported `cells` of one indicator have; empty where there is none."""
    words = cells[cells["state"].eq("reported")]["family"]
    return str(words.mode(dropna=True).iloc[0]) if len(words) else ""


def rank_cells(cells: pd.DataFrame, indicator: str, measure: str = "value") -> pd.DataFrame:
    """INDICATOR_CELLS of `indicator`, most first by `measure` (`value` or `per_thousand`).

    Numbers with another kind of measure word (人 beside 人次) come behind those with the usual one, because they
    cannot be compared; behind them the reports without a value, by state.
    """
    own = cells[cells["indicator_id"].eq(indicator)]
    usual = usual_family(own)
    place = own["state"].map({state: order for order, state in enumerate(ORDER)})
    other = own["family"].ne(usual) & own["state"].eq("reported")
    ordered = own.assign(place=place, other=other, amount=-own[measure].astype("Float64")).sort_values(
        ["place", "other", "amount"], kind="stable", na_position="last"
    )
    return frame(INDICATOR_CELLS, ordered[list(INDICATOR_CELLS.names)].itertuples(index=False, name=None))
