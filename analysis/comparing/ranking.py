"""Units by how much they say on the chosen themes, and themes by how many units say it."""

import pandas as pd

from analysis.tables import RANKING, frame


def rank_units(crosstab: pd.DataFrame, measure: str) -> pd.DataFrame:
    """RANKING of the reports in `crosstab` (CROSSTAB), most first.

    `value` by `measure`: `codings` adds the clauses, `per_thousand` their densities, `covered` counts the
    themes taken up (`claim_only`: those only claimed) of `total`. A report without the
    chosen parts has no value, stands last, and is never 0.
    """
    rows = []
    for key, own in crosstab.groupby("document_id", sort=False):
        told = own["state"].isin(["covered", "claim_only"])
        lacks = own["state"].eq("no_part").all()
        value = None if lacks else _value(own, told, measure)
        state = "no_part" if lacks else "covered" if told.any() else "absent"
        claimed = int(own["state"].eq("claim_only").sum()) if measure == "covered" else None
        rows.append((key, own["label"].iloc[0], value, claimed, len(own), state))
    return _sorted(frame(RANKING, rows))


def rank_themes(crosstab: pd.DataFrame) -> pd.DataFrame:
    """RANKING of the themes in `crosstab`: `value` reports take it up of `total` that could."""
    rows = []
    for key, own in crosstab.groupby("code_id", sort=False):
        told = int(own["state"].isin(["covered", "claim_only"]).sum())
        claimed, total = int(own["state"].eq("claim_only").sum()), int(own["state"].ne("no_part").sum())
        rows.append((key, own["theme"].iloc[0], told, claimed, total, "covered" if told else "absent"))
    return _sorted(frame(RANKING, rows))


def _value(own: pd.DataFrame, told: pd.Series, measure: str) -> float:
    return float(told.sum()) if measure == "covered" else float(own[measure].sum())


def _sorted(ranking: pd.DataFrame) -> pd.DataFrame:
    """Most first; equal ones keep the order they came in."""
    return ranking.sort_values("value", ascending=False, kind="stable", na_position="last", ignore_index=True)
