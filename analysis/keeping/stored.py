"""All that is on the desk to be compared: the machine's coding under what people corrected and decided."""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TypeVar

import pandas as pd
from sqlalchemy import select, update

from analysis.agreement.blind import BlindTask, blind_reports, visible_decisions
from analysis.corpus import Corpus
from analysis.corrections import corrected
from analysis.keeping.blindtasks import blind_tasks
from analysis.keeping.coded import coded_tables, corpus_digest, of_documents
from analysis.keeping.decisions import decisions
from analysis.keeping.desk import Desk
from analysis.keeping.errors import DeskError
from analysis.keeping.laying import Bench, Laid, lay
from analysis.keeping.reports import Kept, reports
from analysis.keeping.rights import HERE
from analysis.keeping.roster import roster
from analysis.keeping.schema import Base
from analysis.keeping.units import Roster
from analysis.report import Manual
from analysis.reviewing.decisions import Decision, Layer
from analysis.tables.base import frame
from analysis.tables.coding import DOCUMENTS

Read = TypeVar("Read")


@dataclass(frozen=True, slots=True)
class Holdings:
    """The reports, the roster, and what people decided, as one person may see it, in one state of the desk.

    `digest` changes with anything that shows in a chart, `found` with what the machine's tables are made of, `texts`
    with the reports' texts, units and periods alone. `blind` are the ids of reports that this person codes blind.
    """

    kept: tuple[Kept, ...]
    roster: Roster
    decisions: tuple[Decision, ...]
    tasks: tuple[BlindTask, ...]
    blind: frozenset[str]
    found: str
    texts: str
    digest: str

    def groups(self, documents: pd.DataFrame) -> Mapping[str, str]:
        """The group of each of `documents` (DOCUMENTS, corrected) whose unit is in one, by document_id."""
        known = self.roster.groups
        units = zip(documents["document_id"], documents["unit"], strict=True)
        return {key: known[unit] for key, unit in units if unit in known}


@dataclass(frozen=True, slots=True)
class StoredCorpus(Corpus):
    """The tables as people left them, what they are made of, and what people decided."""

    laid: Laid
    held: Holdings


def holdings(desk: Desk) -> Holdings:
    """What is on the desk now, as its person may see it; of a damaged one what can still be read.

    Raises:
        DeskError: nothing can be read.
    """
    kept, units = reports(desk), _or(desk, roster, Roster())
    made = _or(desk, decisions, tuple[Decision, ...]())
    tasks = _or(desk, blind_tasks, tuple[BlindTask, ...]())
    seen = visible_decisions(desk.actor, made, tasks)
    files = frame(DOCUMENTS, [{"document_id": one.document_id, "sha256": one.sha256} for one in kept])
    blind = blind_reports(desk.actor, files, made, tasks)
    found = _digest([corpus_digest(kept), *(repr(one.correction) for one in kept), repr(units)])
    named = {one.decision_id for one in seen if one.layer is Layer.DOCUMENT}
    texts = _digest([found, *(one.decision_id for one in seen if {one.decision_id, *one.names} & named)])
    coded_blind = sorted(f"{task.sha256}{sorted(task.coders)}" for task in tasks)
    digest = _digest([found, *(one.decision_id for one in seen), *coded_blind, *sorted(blind)])
    return Holdings(kept, units, seen, tasks, blind, found, texts, digest)


def _digest(parts: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def _or(desk: Desk, read: Callable[[Desk], Read], nothing: Read) -> Read:
    """What `read` gives; of a damaged desk where it gives nothing, `nothing`."""
    try:
        return read(desk)
    except DeskError:
        if desk.trouble:
            return nothing
        raise


def stored_corpus(  # noqa: PLR0913 - what is coded, and how it is told and remembered
    desk: Desk,
    held: Holdings,
    manual: Manual,
    *,
    jobs: int = 1,
    on_progress: Callable[[str], None] | None = None,
    bench: Bench | None = None,
) -> StoredCorpus:
    """The tables of what is `held`: units and periods as people and the roster correct them, under all decisions.

    Args:
        desk: where the reports are.
        held: what is on it.
        manual: what to code with.
        jobs: that of `coded_tables`.
        on_progress: that of `coded_tables`.
        bench: what was left of the same `held.found` and `manual`, so that only what was decided since is made anew.
    """
    bench = bench or Bench()
    tables = bench.machine.tables if bench.machine else _machine(desk, held, manual, jobs, on_progress)
    laid = lay(bench, tables, held.decisions, manual, held.blind)
    documents = corrected(laid.applied.tables["documents"], {}, held.roster.names)
    whole = MappingProxyType({**laid.applied.tables, "documents": documents})
    return StoredCorpus(whole, manual.codebook, laid, held)


def _machine(
    desk: Desk, held: Holdings, manual: Manual, jobs: int, on_progress: Callable[[str], None] | None
) -> Mapping[str, pd.DataFrame]:
    """What the machine found, units and periods as they are corrected.

    For a person who sees some units alone all reports are coded like for everybody; what is not theirs is left out.
    """
    tables = _coded(desk, held, manual, jobs, on_progress)
    corrections = {one.document_id: one.correction for one in held.kept}
    return {**tables, "documents": corrected(tables["documents"], corrections, held.roster.names)}


def _coded(
    desk: Desk, held: Holdings, manual: Manual, jobs: int, on_progress: Callable[[str], None] | None
) -> Mapping[str, pd.DataFrame]:
    if not desk.person.units:
        tables = coded_tables(desk, held.kept, manual, jobs=jobs, on_progress=on_progress)
        _note_units(desk, held.kept, tables["documents"])
        return tables
    machine = replace(desk, person=HERE)
    everything = reports(machine)
    show = None if on_progress is None else lambda _: on_progress("")  # names may be of others' reports
    tables = coded_tables(machine, everything, manual, jobs=jobs, on_progress=show)
    _note_units(machine, everything, tables["documents"])
    seen = {one.document_id for one in reports(desk)}  # now that the machine has looked
    return of_documents(tables, [one.document_id for one in held.kept if one.document_id in seen])


def _note_units(desk: Desk, kept: Iterable[Kept], documents: pd.DataFrame) -> None:
    """Keeps which unit the machine found in each report (DOCUMENTS as coded), for the rights of those who see some."""
    units = documents["unit"].astype(object).where(documents["unit"].notna(), None)
    found = dict(zip(documents["document_id"], units, strict=True))
    rows = Base.metadata.tables["reports"]  # not by its class: the version of a report is of what people change
    with suppress(DeskError):
        with desk.reading() as session:
            known = {key: unit for key, unit in session.execute(select(rows.c.id, rows.c.found_unit))}  # noqa: C416 - as in `derived`
        changed = {one.id: found[one.document_id] for one in kept if known.get(one.id) != found[one.document_id]}
        if not changed:
            return
        with desk.writing() as session:
            for key, unit in changed.items():
                session.execute(update(rows).where(rows.c.id == key).values(found_unit=unit))
