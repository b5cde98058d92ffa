"""The basket of a meeting: charts as frozen values, in order, with pure operations on them.

A value holds the finding, where it comes from, the very rows that were drawn and the sentences they rest on, so that
what was put aside stays as it was whatever is loaded or filtered later. Nothing here knows how it is shown.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

import pandas as pd

from analysis.tables.base import Table, frame

Rows = tuple[tuple[object, ...], ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence a figure rests on: whose report, in which file and under which heading it stands.

    `words` are the stretch of `text` that counts; empty where all of it does.
    """

    label: str
    file: str
    place: str
    text: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """How a report is called: its label and period, its file, its unit as written, and the one name of that unit."""

    label: str
    period: str
    file: str
    unit: str
    one_name: str


@dataclass(frozen=True, slots=True)
class Origin:
    """What an item was computed from: a line for the foot of a page, what was compared in sentences, the reports."""

    source: str = ""
    scope: tuple[str, ...] = ()
    reports: tuple[Report, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """One chart or list put aside: `title` is the finding, `name` what the chart is called, `rows` are of `table`.

    `measure` is the column that is drawn where the table has several, or what the numbers count; `evidence` are
    sentences the finding rests on, `places` how many there are in all, `about` what they are of in a few words;
    `origin` the reports it was computed from.
    """

    key: str
    title: str
    page: str
    name: str
    table: Table
    rows: Rows
    note: str = ""
    measure: str = ""
    evidence: tuple[Quote, ...] = ()
    places: int = 0
    about: str = ""
    origin: Origin = Origin()

    def data(self) -> pd.DataFrame:
        """The rows as a data frame of the declared columns and kinds."""
        return frame(self.table, self.rows)


def rows_of(table: Table, data: pd.DataFrame) -> Rows:
    """The declared columns of `data` as frozen rows; a missing value is None."""
    own = data[list(table.names)].astype(object)
    return tuple(own.where(own.notna(), None).itertuples(index=False, name=None))


@dataclass(frozen=True, slots=True)
class Basket:
    """The items in order; `removed` are those taken out last, each with the place it had."""

    items: tuple[Item, ...] = ()
    removed: tuple[tuple[int, Item], ...] = ()

    def __contains__(self, key: object) -> bool:
        return any(item.key == key for item in self.items)

    def __len__(self) -> int:
        return len(self.items)

    def add(self, item: Item) -> "Basket":
        """With `item` at the end; the same basket where it is in already."""
        return self if item.key in self else replace(self, items=(*self.items, item))

    def move(self, key: str, steps: int) -> "Basket":
        """With the item `key` moved down by `steps` places (up where negative), at most to the end."""
        item = self._item(key)
        place = self.items.index(item) + steps
        others = [other for other in self.items if other is not item]
        others.insert(max(0, place), item)
        return replace(self, items=tuple(others))

    def rename(self, key: str, title: str) -> "Basket":
        """With a new title; an empty one changes nothing."""
        return self._changed(key, replace(self._item(key), title=title.strip() or self._item(key).title))

    def annotate(self, key: str, note: str) -> "Basket":
        """With a note of the reader's own."""
        return self._changed(key, replace(self._item(key), note=note.strip()))

    def extend(self, items: Iterable[Item]) -> "Basket":
        """With each of `items` at the end that is not in already."""
        new = tuple(item for item in items if item.key not in self)
        return replace(self, items=(*self.items, *new))

    def remove(self, keys: Iterable[str]) -> "Basket":
        """Without the items `keys`; `undo` brings them back."""
        gone = set(keys)
        removed = tuple((place, item) for place, item in enumerate(self.items) if item.key in gone)
        return Basket(tuple(item for item in self.items if item.key not in gone), removed)

    def clear(self) -> "Basket":
        """Empty; `undo` brings all back."""
        return self.remove(item.key for item in self.items)

    def undo(self) -> "Basket":
        """With what was taken out last at the places it had; what was added again meanwhile is not doubled."""
        items = list(self.items)
        for place, item in self.removed:
            if item.key not in self:
                items.insert(place, item)
        return Basket(tuple(items))

    def _item(self, key: str) -> Item:
        return next(item for item in self.items if item.key == key)

    def _changed(self, key: str, item: Item) -> "Basket":
        return replace(self, items=tuple(item if other.key == key else other for other in self.items))
