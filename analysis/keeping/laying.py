"""Decisions laid over the machine's tables, so that each makes anew the one report that it is about."""

import threading
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

import pandas as pd

from analysis.report import Manual
from analysis.reviewing.applying.apply import Applied, Tables, apply_one, decided_reports, together
from analysis.reviewing.applying.layout import Layout, layout
from analysis.reviewing.cells import finished, reviewed_cells
from analysis.reviewing.decisions import Decision


@dataclass(frozen=True, slots=True)
class Laid:
    """The machine's tables, what became of them, and which reports (ids) people decided on."""

    machine: Tables
    applied: Applied
    decided: frozenset[str]

    def cells(self, decisions: Sequence[Decision]) -> pd.DataFrame:
        """REVIEWED_CELLS of the reports that people decided on; in all others nothing is reviewed."""
        owned = {name: rows for name, rows in self.applied.tables.items() if "document_id" in rows}
        tables = {name: rows[rows["document_id"].isin(self.decided)] for name, rows in owned.items()}
        return reviewed_cells(tables, self.applied.reviewed, finished(tables["documents"], decisions))


@dataclass(frozen=True, slots=True)
class _One:
    """A report after its decisions, of which these are the ids."""

    ids: tuple[str, ...]
    applied: Applied


@dataclass(slots=True)
class Bench:
    """What was made of the reports in one state, kept from one decision to the next; people may share it."""

    lock: threading.Lock = field(default_factory=threading.Lock)
    machine: Layout | None = None
    done: dict[tuple[int, bool], _One] = field(default_factory=dict)


def lay(
    bench: Bench, tables: Tables, decisions: Sequence[Decision], manual: Manual, blind: AbstractSet[str] = frozenset()
) -> Laid:
    """Lays `decisions` over the machine's `tables`, which are the same as long as `bench` is.

    `blind` are the ids of reports of which the machine's findings are left out.
    """
    with bench.lock:
        machine = bench.machine = bench.machine or layout(tables)
        blinds = machine.tables["documents"]["document_id"].isin(blind).to_list()
        by_report = decided_reports(machine.tables["documents"], decisions, blind)
        done = {at: _one(bench, machine, at, by_report[at], manual, blind=blinds[at]) for at in by_report}
    applied = together(machine, {at: one.applied for at, one in done.items()})
    documents = machine.tables["documents"]["document_id"].iloc[sorted(done)]
    return Laid(machine.tables, applied, frozenset(documents))


def _one(  # noqa: PLR0913 - one report among all that is known of it
    bench: Bench, machine: Layout, at: int, decisions: Sequence[Decision], manual: Manual, *, blind: bool
) -> _One:
    ids = tuple(decision.decision_id for decision in decisions)
    found = bench.done.get((at, blind))
    if found is None or found.ids != ids:
        found = bench.done[at, blind] = _One(ids, apply_one(machine, at, decisions, manual, blind=blind))
    return found
