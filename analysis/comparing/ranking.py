"""Units by how much they say on the chosen themes, and themes by how many units say it."""

import pandas as pd

from analysis.tables.base import frame
from analysis.tables.comparing.shared import RANKING


def rank_units(crosstab: pd.DataFrame, measure: str) -> pd.DataFrame:
    """RANKING of the reports in `crosstab` (CROSSTAB), most first.

    `value` by `measure`: `codings` adds the clauses, `per_thousand` their densities, `covered` counts the
    themes taken up (`claim_only`: those only claimed) of `total`. A report without the
    chosen parts has no value, stands last, and is never 0.
    """
    told = crosstab["state"].isin(["covered", "claim_only"])
    own = crosstab.assign(
        told=told,
        claimed=crosstab["state"].eq("claim_only"),
        lacking=crosstab["state"].eq("no_part"),
        amount=told.astype("Float64") if measure == "covered" else crosstab[measure].astype("Float64"),
    ).groupby("document_id", sort=False)
    lacking = own["lacking"].all()
    ranking = pd.DataFrame({"item": own["label"].first(), "total": own.size()})
    ranking["value"] = own["amount"].sum().mask(lacking)
    ranking["claim_only"] = own["claimed"].sum() if measure == "covered" else pd.NA
    ranking["state"] = own["told"].any().map({True: "covered", False: "absent"}).mask(lacking, "no_part")
    return _sorted(ranking.rename_axis("item_id").reset_index())


def rank_themes(crosstab: pd.DataFrame) -> pd.DataFrame:
    """RANKING of the themes in `crosstab`: `value` reports take it up of `total` that could."""
    own = crosstab.assign(
        told=crosstab["state"].isin(["covered", "claim_only"]),
        claimed=crosstab["state"].eq("claim_only"),
        able=crosstab["state"].ne("no_part"),
    ).groupby("code_id", sort=False)
    ranking = pd.DataFrame({"item": own["theme"].first(), "total": own["able"].sum()})
    ranking["value"], ranking["claim_only"] = own["told"].sum(), own["claimed"].sum()
    ranking["state"] = ranking["value"].gt(0).map({True: "covered", False: "absent"})
    return _sorted(ranking.rename_axis("item_id").reset_index())


def _sorted(ranking: pd.DataFrame) -> pd.DataFrame:
    """Most first; equal ones keep the order they came in."""
    order = ranking.sort_values("value", ascending=False, kind="stable", na_position="last", ignore_index=True)
    return frame(RANKING, order[list(RANKING.names)].itertuples(index=False, name=None))
