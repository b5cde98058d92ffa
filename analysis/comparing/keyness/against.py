"""What a report is compared with: the other units, or the unit's own last report."""

import pandas as pd


def other_units(documents: pd.DataFrame, document: str) -> list[str]:
    """The reports among `documents` (DOCUMENTS) that are not of the same unit; masked names are never the same."""
    own = _unit(documents, document)
    rest = documents[documents["document_id"].ne(document)]
    same = rest["unit"].eq(own) & ~rest["unit_masked"].fillna(value=False) if own else rest["unit"].isna() & False
    return rest[~same.fillna(value=False)]["document_id"].to_list()


def last_period(documents: pd.DataFrame, document: str) -> list[str]:
    """The unit's last report before this one with the same kind of period, if it is among `documents`."""
    own = _unit(documents, document)
    this = documents[documents["document_id"].eq(document)].iloc[0]
    if not own or pd.isna(this["year"]):
        return []
    same = documents[documents["unit"].eq(own) & documents["period_kind"].eq(this["period_kind"])]
    before = same[_time(same) < int(_time(this.to_frame().T).iloc[0])]
    return before.assign(time=_time(before)).sort_values("time")["document_id"].to_list()[-1:]


def _time(documents: pd.DataFrame) -> "pd.Series[int]":
    quarter = documents["quarter"].fillna(0)
    return (documents["year"].fillna(9999) * 10 + quarter).astype("int64")


def _unit(documents: pd.DataFrame, document: str) -> str:
    """The unit's name; none where it is masked or not told."""
    this = documents[documents["document_id"].eq(document)].iloc[0]
    masked = bool(this["unit_masked"]) if pd.notna(this["unit_masked"]) else False
    return "" if masked or not isinstance(this["unit"], str) else this["unit"]
