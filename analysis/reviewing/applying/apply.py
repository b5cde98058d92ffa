"""The tables of the contract as people left them, so that every comparison follows at once.

Only reports that somebody decided on are made anew; features and indicators are counted by the machine's own functions.
"""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

import pandas as pd

from analysis.coding.base import Role
from analysis.coding.indicators.states import indicator_states
from analysis.coding.themes.grammar import Grammar
from analysis.features import feature_rows
from analysis.report import Manual
from analysis.reviewing.applying.answers import decide_answers
from analysis.reviewing.applying.blank import without_findings
from analysis.reviewing.applying.codings import decide_codings
from analysis.reviewing.applying.documents import decide_document
from analysis.reviewing.applying.draft import CHANGED, DISPUTED, Draft, Rows
from analysis.reviewing.applying.layout import FOUND, NAMES, Layout, layout
from analysis.reviewing.applying.parts import decide_parts
from analysis.reviewing.applying.passages import decide_plans, decide_problems
from analysis.reviewing.applying.quantities import decide_quantities
from analysis.reviewing.applying.wording import conflict_row, unplaced_row
from analysis.reviewing.claims import Claim, Item, standing
from analysis.reviewing.decisions import Decision
from analysis.reviewing.placing import Unplaced, place
from analysis.reviewing.restored import Row, codings_of, parsed_of, quantities_of
from analysis.rows import indicator_rows
from analysis.tables.base import frame, records
from analysis.tables.coding import CONTRACT
from analysis.tables.reviewing import CONFLICTS, REVIEWED, UNPLACED

STEPS = (decide_codings, decide_problems, decide_plans, decide_answers, decide_quantities, decide_document)
Tables = Mapping[str, pd.DataFrame]


@dataclass(frozen=True, slots=True)
class Applied:
    """The tables of the contract after all decisions, and what became of these: REVIEWED, UNPLACED, CONFLICTS."""

    tables: Tables
    reviewed: pd.DataFrame
    unplaced: pd.DataFrame
    conflicts: pd.DataFrame


def apply(
    tables: Tables, decisions: Sequence[Decision], manual: Manual, *, blind: AbstractSet[str] = frozenset()
) -> Applied:
    """Lays `decisions` (in the order in which they were made) over `tables`.

    Decisions on reports that are not in `tables` wait for them. Machine rows keep their ids. What the machine
    found in the reports `blind` (ids) is left out, so that nothing but the decisions is in them.
    """
    machine, by_report = layout(tables), decided_reports(tables["documents"], decisions, blind)
    blinds = tables["documents"]["document_id"].isin(blind).to_list()
    return together(machine, {at: apply_one(machine, at, by_report[at], manual, blind=blinds[at]) for at in by_report})


def decided_reports(
    documents: pd.DataFrame, decisions: Sequence[Decision], blind: AbstractSet[str]
) -> dict[int, tuple[Decision, ...]]:
    """The places in `documents` of the reports that were decided on or are `blind`, to the decisions that stand."""
    by_report: dict[str, list[Decision]] = {}
    for decision in standing(decisions):
        by_report.setdefault(decision.sha256, []).append(decision)
    keys = documents[["document_id", "sha256"]].itertuples(index=False, name=None)
    return {
        at: tuple(by_report.get(sha256, ()))
        for at, (document, sha256) in enumerate(keys)
        if sha256 in by_report or document in blind
    }


def apply_one(machine: Layout, at: int, decisions: Sequence[Decision], manual: Manual, *, blind: bool) -> Applied:
    """The report at the place `at` alone, after its `decisions`, which stand."""
    (document,) = records(machine.tables["documents"].iloc[at : at + 1])
    done = _apply(document, machine.one(at), decisions, manual, blind=blind)
    rows = {**done.draft.rows, "documents": (done.draft.document,)}
    return Applied(
        {table.name: frame(table, rows[table.name]) for table in CONTRACT if table.name in NAMES},
        frame(REVIEWED, done.draft.reviewed),
        frame(UNPLACED, [unplaced_row(done.draft, lost) for lost in done.unplaced]),
        frame(CONFLICTS, [conflict_row(done.draft, *dispute) for dispute in done.disputed.items()]),
    )


def together(machine: Layout, done: Mapping[int, Applied]) -> Applied:
    """The tables of `machine` with the reports `done`, by their places, in the place of its own."""
    ones = [done[at] for at in sorted(done)]
    return Applied(
        machine.replaced({at: one.tables for at, one in done.items()}),
        pd.concat([frame(REVIEWED, []), *(one.reviewed for one in ones)], ignore_index=True),
        pd.concat([frame(UNPLACED, []), *(one.unplaced for one in ones)], ignore_index=True),
        pd.concat([frame(CONFLICTS, []), *(one.conflicts for one in ones)], ignore_index=True),
    )


@dataclass(frozen=True, slots=True)
class _Done:
    """A report after its decisions."""

    draft: Draft
    unplaced: tuple[Unplaced, ...]
    disputed: Mapping[Item, tuple[Claim, ...]]


def _apply(document: Row, rows: Rows, decisions: Sequence[Decision], manual: Manual, *, blind: bool) -> _Done:
    placed, unplaced = place(document["text"], decisions)
    anew, moved, disputed = decide_parts(document, placed, manual)
    found = anew or rows
    draft = _draft(document, without_findings(found) if blind else found, manual)
    for claim in moved:
        draft = draft.note(claim.item, [claim], CHANGED, {"start": claim.placed.start, "end": claim.placed.end})
    for item, claims in disputed.items():
        draft = draft.note(item, claims, DISPUTED, {"start": claims[0].placed.start, "end": claims[0].placed.end})
    for step in STEPS:
        draft, more = step(draft, placed)
        disputed |= more
    return _Done(_counted(draft), (*unplaced, *draft.unfit), disputed)


def _draft(document: Row, rows: Mapping[str, Iterable[Row]], manual: Manual) -> Draft:
    own = {name: tuple(rows[name]) for name in FOUND}
    parsed = parsed_of(document["text"], own["sections"], own["sentences"])
    return Draft(document, parsed, Grammar(parsed, manual.lexicon.clauses), manual.codebook, own)


def _counted(draft: Draft) -> Draft:
    """With features, indicators and the flags of the document counted anew."""
    rows, key, codebook = draft.rows, draft.id, draft.codebook
    states = indicator_states(quantities_of(rows["quantities"]), codebook)
    counted = {
        "features": tuple(feature_rows(key, draft.parsed, codings_of(rows["codings"]), codebook)),
        "indicators": tuple(indicator_rows(key, states, [row["quantity_id"] for row in rows["quantities"]])),
    }
    has_plan = any(section.role is Role.PLAN for section in draft.parsed.sections)
    document = {**draft.document, "has_problems": bool(rows["problems"]), "has_plan": has_plan}
    return replace(draft, document=document, rows={**rows, **counted})
