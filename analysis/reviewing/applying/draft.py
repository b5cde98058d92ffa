"""One report's rows while decisions are laid over them, and what was done to them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from analysis.codebook import Codebook
from analysis.coding.base import Parsed
from analysis.coding.themes.grammar import Grammar
from analysis.reviewing.claims import Claim, Item, Placed
from analysis.reviewing.placing import UNFIT, Unplaced
from analysis.reviewing.restored import Row

CONFIRMED, CHANGED, ADDED, REJECTED, DISPUTED = "confirmed", "changed", "added", "rejected", "disputed"
MACHINE, HUMAN = "machine", "human"
Rows = Mapping[str, tuple[Row, ...]]


@dataclass(frozen=True, slots=True)
class Draft:
    """The rows of one report by table, its text cut up, and what decisions were about.

    `reviewed` are rows of REVIEWED, `unfit` the decisions that have a place but cannot be carried out there.
    """

    document: Row
    parsed: Parsed
    grammar: Grammar
    codebook: Codebook
    rows: Rows
    reviewed: tuple[Row, ...] = ()
    unfit: tuple[Unplaced, ...] = ()

    @property
    def id(self) -> str:
        """The report's id."""
        return str(self.document["document_id"])

    def with_rows(self, table: str, rows: Iterable[Row]) -> "Draft":
        """With `rows` as the rows of `table`, in the order of the text."""
        return replace(self, rows={**self.rows, table: tuple(sorted(rows, key=_place))})

    def note(self, item: Item, claims: Sequence[Claim], state: str, row: Row) -> "Draft":
        """With a row of REVIEWED: `claims` on `item` made `state` of it; `row` tells where it is or was."""
        return replace(self, reviewed=(*self.reviewed, _reviewed(self.id, item, claims, state, row)))

    def refuse(self, placed: Placed, why: str) -> "Draft":
        """With a decision that cannot be carried out, and why in Chinese."""
        return replace(self, unfit=(*self.unfit, Unplaced(placed.decision, UNFIT, why)))

    def span(self, start: int, end: int) -> Row:
        """The columns that every row with a place has."""
        return {"document_id": self.id, "start": start, "end": end, "quote": self.parsed.quote(start, end)}

    def sentence_row(self, offset: int) -> Row:
        """The row of the sentence that holds `offset`."""
        return self.rows["sentences"][self.parsed.sentence_at(offset).order]

    def new_id(self, letter: str, placed: Placed) -> str:
        """The id of a row that `placed` adds; the machine's own end in four digits."""
        return f"{self.id}-{letter}-{placed.decision.decision_id}"


def _place(row: Row) -> tuple[int, int]:
    return row["start"], row["end"]


def _reviewed(document: str, item: Item, claims: Sequence[Claim], state: str, row: Row) -> Row:
    return {
        "document_id": document,
        "layer": str(item.layer),
        "item_id": row.get("item_id", ""),
        "subject": item.subject,
        "role": row.get("role", ""),
        "start": row.get("start"),
        "end": row.get("end"),
        "state": state,
        "source": MACHINE if state in (CONFIRMED, DISPUTED) else HUMAN,
        "decision_ids": ";".join(claim.placed.decision.decision_id for claim in claims),
    }


def overlap(row: Row, start: int, end: int) -> int:
    """How many characters of the stretch from `start` to `end` lie in the row's."""
    return max(0, min(int(row["end"]), end) - max(int(row["start"]), start))


def nearest(rows: Iterable[Row], start: int, end: int) -> Row | None:
    """The row that shares most with the stretch, None where none shares anything."""
    found = max(rows, key=lambda row: overlap(row, start, end), default=None)
    return found if found is not None and overlap(found, start, end) else None
