"""One text as both sides see it: coded by hand and coded by the product."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Any

import pandas as pd

from analysis.evaluating.figures import Figure
from analysis.evaluating.gold import Gold
from analysis.evaluating.ruler import Ruler, Span
from analysis.tables.base import records

Row = Mapping[str, Any]
LONGEST = 80  # characters of a quotation in a listing
NEEDED = ("sections", "codings", "problems", "plans", "answers", "quantities")


@dataclass(frozen=True, slots=True)
class Miss:
    """One difference; `wrong` says that the product found it, else that it missed it."""

    file: str
    layer: str
    wrong: bool
    what: str


@dataclass(frozen=True, slots=True)
class Case:
    """A gold text, the rows of the product's tables for it, and a ruler for either copy of the text."""

    gold: Gold
    text: str
    gold_ruler: Ruler
    document: Row
    own_ruler: Ruler
    rows: Mapping[str, Sequence[Row]]

    def wanted(self, start: int, end: int) -> Span:
        """Where a stretch of the gold text lies."""
        return self.gold_ruler.span(start, end)

    def found(self, row: Row) -> Span:
        """Where the stretch of a table row lies."""
        return self.own_ruler.span(int(row["start"]), int(row["end"]))

    def wrong(self, layer: str, what: str) -> Miss:
        """The product found what the gold has not, or has otherwise."""
        return Miss(self.gold.stem, layer, wrong=True, what=what[:LONGEST])

    def missed(self, layer: str, what: str) -> Miss:
        """The product did not find what the gold has."""
        return Miss(self.gold.stem, layer, wrong=False, what=what[:LONGEST])


@dataclass(frozen=True, slots=True)
class Marks:
    """The figures of one layer of one text, and every difference behind them."""

    figures: Mapping[str, Figure]
    misses: tuple[Miss, ...] = field(default=())


def _by_document(tables: Mapping[str, pd.DataFrame], name: str) -> dict[str, list[Row]]:
    frame, grouped = tables[name], dict[str, list[Row]]()
    if "document_id" not in frame:  # an answer belongs to the document of its problem
        frame = frame.merge(tables["problems"][["problem_id", "document_id"]], on="problem_id")
    for row in records(frame):
        grouped.setdefault(row["document_id"], []).append(row)
    return grouped


def cases(tables: Mapping[str, pd.DataFrame], golds: Sequence[Gold], texts: Mapping[str, str]) -> list[Case]:
    """A case for each gold text; `texts` maps its stem to the characters that were coded by hand.

    A text that the product does not have becomes a case without rows, so that everything in it counts as
    missed.
    """
    documents = {PurePath(row["file"]).stem: row for row in records(tables["documents"])}
    grouped = {name: _by_document(tables, name) for name in NEEDED}
    return [_case(gold, texts[gold.stem], documents.get(gold.stem, {}), grouped) for gold in golds]


def _case(gold: Gold, text: str, document: Row, grouped: Mapping[str, Mapping[str, Sequence[Row]]]) -> Case:
    own = Ruler.of(document.get("text", ""))
    rows = {name: grouped[name].get(document.get("document_id", ""), ()) for name in NEEDED}
    return Case(gold, text, Ruler.of(text), document, own, rows)
