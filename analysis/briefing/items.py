"""One comparison as an item for a meeting, with the sentences behind it and the reports it was computed from."""

import hashlib
from dataclasses import replace

import pandas as pd

from analysis.basket import Item, rows_of
from analysis.briefing.choice import Chosen
from analysis.briefing.method import origin
from analysis.briefing.quoting import quotes
from analysis.tables.base import Table

Place = tuple[str, str, str]
"""The page, what the chart is called, and its finding."""


def key_of(data: pd.DataFrame, place: Place, measure: str = "") -> str:
    """The key of an item: the same data under the same finding always has the same."""
    rows = pd.util.hash_pandas_object(data, index=False).to_numpy().tobytes()
    return hashlib.sha256("\n".join((*place, measure)).encode("utf-8", "replace") + rows).hexdigest()[:16]


def bare_item(table: Table, data: pd.DataFrame, place: Place, measure: str = "") -> Item:
    """`data` of `table`, without sentences."""
    page, name, title = place
    return Item(key_of(data, place, measure), title, page, name, table, rows_of(table, data), measure=measure)


def item(choice: Chosen, table: Table, data: pd.DataFrame, place: Place, measure: str = "") -> Item:
    """`data` of `table` with the sentences that its finding rests on and its origin."""
    found = quotes(choice, table, data, place[2], measure)
    own = bare_item(table, data, place, measure)
    return replace(own, evidence=found.said, places=found.places, about=found.about, origin=origin(choice))
