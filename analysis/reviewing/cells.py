"""How far the cells of the charts were looked at by people.

A cell of a theme is reviewed where every coding in it was decided on, or where what the machine had found in it was
rejected; a cell of an indicator where every number behind it was; a report's problems where each of them was. Whoever
has gone through a whole report has reviewed all its cells. Cells of parts that the report lacks do not exist.
"""

from collections.abc import Mapping, Sequence

import pandas as pd

from analysis.reviewing.applying.draft import ADDED, CHANGED, CONFIRMED, REJECTED
from analysis.reviewing.claims import standing
from analysis.reviewing.decisions import Action, Decision
from analysis.tables.base import frame
from analysis.tables.reviewing import REVIEWED_CELLS

Tables = Mapping[str, pd.DataFrame]
DECIDED = (CONFIRMED, CHANGED, ADDED)
CELL = ["document_id", "cell_id", "role"]


def finished(documents: pd.DataFrame, decisions: Sequence[Decision], by: str = "") -> frozenset[str]:
    """The reports (ids) that somebody, or `by`, has gone through from end to end."""
    done = {one.sha256 for one in standing(decisions) if one.action is Action.FINISH and by in ("", one.by)}
    return frozenset(documents[documents["sha256"].isin(done)]["document_id"])


def reviewed_cells(tables: Tables, reviewed: pd.DataFrame, done: frozenset[str]) -> pd.DataFrame:
    """REVIEWED_CELLS of all reports in `tables`.

    Args:
        tables: those of the contract, after the decisions.
        reviewed: what people decided on (REVIEWED).
        done: the reports that somebody has gone through from end to end.
    """
    cells = pd.concat(
        [_themes(tables, reviewed), _indicators(tables, reviewed), _problems(tables, reviewed)], ignore_index=True
    )
    whole = cells["items"].gt(0) & cells["decided"].ge(cells["items"])
    emptied = cells["items"].eq(0) & cells["rejected"].gt(0)
    cells["reviewed"] = whole | emptied | cells["document_id"].isin(done)
    return frame(REVIEWED_CELLS, cells[list(REVIEWED_CELLS.names)].itertuples(index=False, name=None))


def review_note(cells: pd.DataFrame) -> str:
    """How many of `cells` (REVIEWED_CELLS, those that a chart shows) are reviewed, in Chinese."""
    return f"本图{len(cells)}格，其中{int(cells['reviewed'].sum())}格经人工复核" if len(cells) else ""


def _themes(tables: Tables, reviewed: pd.DataFrame) -> pd.DataFrame:
    features = tables["features"][tables["features"]["codings"].notna()]
    cells = features.rename(columns={"code_id": "cell_id", "codings": "items"})[[*CELL, "items"]]
    own = reviewed[reviewed["layer"].eq("coding")].rename(columns={"subject": "cell_id"})
    return _counted(cells.assign(layer="coding"), own)


def _indicators(tables: Tables, reviewed: pd.DataFrame) -> pd.DataFrame:
    indicators = tables["indicators"]
    keys = indicators["quantity_ids"].fillna("").str.split(";").explode()
    named = indicators.loc[keys.index, ["document_id", "indicator_id"]].assign(item_id=keys.to_numpy())
    named = named[named["item_id"].ne("")].rename(columns={"indicator_id": "cell_id"})
    items = named.groupby(["document_id", "cell_id"], sort=False).size().rename("items").reset_index()
    cells = indicators.rename(columns={"indicator_id": "cell_id"})[["document_id", "cell_id"]]
    cells = cells.merge(items, how="left").assign(role="work", layer="quantity")
    own = reviewed[reviewed["layer"].eq("quantity")].drop_duplicates(["item_id", "state"])
    return _counted(cells, own.merge(named, on=["document_id", "item_id"]).assign(role="work"))


def _problems(tables: Tables, reviewed: pd.DataFrame) -> pd.DataFrame:
    items = tables["problems"].groupby("document_id", sort=False).size().rename("items").reset_index()
    cells = tables["documents"][["document_id"]].merge(items, how="left")
    cells = cells.assign(cell_id="problems", role="problems", layer="problem")
    own = reviewed[reviewed["layer"].eq("problem")].assign(cell_id="problems", role="problems")
    return _counted(cells, own)


def _counted(cells: pd.DataFrame, own: pd.DataFrame) -> pd.DataFrame:
    """`cells` with how many different findings of each were decided on, and how many were rejected."""
    decided = own[own["state"].isin(DECIDED)].drop_duplicates([*CELL, "item_id"]).groupby(CELL).size()
    rejected = own[own["state"].eq(REJECTED)].groupby(CELL).size()
    counts = pd.DataFrame({"decided": decided, "rejected": rejected}).rename_axis(CELL).reset_index()
    joined = cells.merge(counts, on=CELL, how="left")
    numbers = ["items", "decided", "rejected"]
    return joined.assign(**joined[numbers].fillna(0).astype("Int64"))
