"""One comparison as an item for a meeting, with the sentences behind it and the reports it was computed from."""

import hashlib
from dataclasses import replace

import pandas as pd

from analysis.basket import Item, rows_of
from analysis.briefing.choice import Chosen
from analysis.briefing.method import origin
from analysis.briefing.sources import quotes
from analysis.tables import Table

Place = tuple[str, str, str]
"""The page, what the chart is called, and its finding."""


def bare_item(table: Table, data: pd.DataFrame, place: Place, measure: str = "") -> Item:
    """`data` of `table`, without sentences; the same data under the same finding always has the same key."""
    page, name, title = place
    rows = rows_of(table, data)
    content = repr((page, name, title, measure, rows)).encode("utf-8", "replace")
    return Item(hashlib.sha256(content).hexdigest()[:16], title, page, name, table, rows, measure=measure)


def item(choice: Chosen, table: Table, data: pd.DataFrame, place: Place, measure: str = "") -> Item:
    """`data` of `table` with its sentences and its origin."""
    said, places = quotes(choice, table, data, measure)
    return replace(bare_item(table, data, place, measure), evidence=said, places=places, origin=origin(choice))
