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
from analysis.report import Manual
from analysis.reviewing.applying.answers import decide_answers
from analysis.reviewing.applying.blank import without_findings
from analysis.reviewing.applying.codings import decide_codings
from analysis.reviewing.applying.documents import decide_document
from analysis.reviewing.applying.draft import CHANGED, DISPUTED, Draft, Rows
from analysis.reviewing.applying.parts import decide_parts
from analysis.reviewing.applying.passages import decide_plans, decide_problems
from analysis.reviewing.applying.quantities import decide_quantities
from analysis.reviewing.applying.wording import conflict_row, unplaced_row
from analysis.reviewing.claims import Claim, Item, standing
from analysis.reviewing.decisions import Decision
from analysis.reviewing.placing import Unplaced, place
from analysis.reviewing.restored import Row, codings_of, parsed_of, quantities_of
from analysis.rows import feature_rows, indicator_rows
from analysis.tables import CONFLICTS, CONTRACT, DOCUMENTS, FAILURES, REVIEWED, UNPLACED, frame, records

STEPS = (decide_codings, decide_problems, decide_plans, decide_answers, decide_quantities, decide_document)
TABLES = tuple(table.name for table in CONTRACT if table not in (DOCUMENTS, FAILURES))
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
    by_report: dict[str, list[Decision]] = {}
    for decision in standing(decisions):
        by_report.setdefault(decision.sha256, []).append(decision)
    chosen = tables["documents"]["sha256"].isin(by_report) | tables["documents"]["document_id"].isin(blind)
    decided = records(tables["documents"][chosen])
    rows = _rows_of(tables, [row["document_id"] for row in decided])
    done = [
        _apply(row, rows[key := row["document_id"]], by_report.get(row["sha256"], ()), manual, blind=key in blind)
        for row in decided
    ]
    return Applied(
        _merged(tables, [one.draft for one in done]),
        frame(REVIEWED, [row for one in done for row in one.draft.reviewed]),
        frame(UNPLACED, [unplaced_row(one.draft, lost) for one in done for lost in one.unplaced]),
        frame(CONFLICTS, [conflict_row(one.draft, *dispute) for one in done for dispute in one.disputed.items()]),
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


def _rows_of(tables: Tables, documents: Sequence[str]) -> dict[str, Rows]:
    """The rows of each of `documents` by table."""
    own: dict[str, dict[str, list[Row]]] = {key: {name: [] for name in TABLES} for key in documents}
    for name in TABLES:
        owners = _owners(tables, name)
        chosen = owners.isin(own)
        for key, row in zip(owners[chosen], records(tables[name][chosen]), strict=True):
            own[key][name].append(row)
    return {key: {name: tuple(rows) for name, rows in tables.items()} for key, tables in own.items()}


def _owners(tables: Tables, name: str) -> pd.Series:
    """The report of each row; an answer belongs to that of its problem."""
    if name != "answers":
        return tables[name]["document_id"]
    problems = dict(tables["problems"][["problem_id", "document_id"]].itertuples(index=False, name=None))
    return tables[name]["problem_id"].map(problems)


def _draft(document: Row, rows: Mapping[str, Iterable[Row]], manual: Manual) -> Draft:
    own = {name: tuple(rows[name]) for name in TABLES}
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


def _merged(tables: Tables, drafts: Sequence[Draft]) -> dict[str, pd.DataFrame]:
    """`tables` with the rows of `drafts` in the place of the reports' old ones."""
    if not drafts:
        return dict(tables)
    order = {document: place for place, document in enumerate(tables["documents"]["document_id"])}
    made = {draft.id: {**draft.rows, "documents": (draft.document,)} for draft in drafts}
    merged = dict(tables)
    for table in CONTRACT:
        if table is not FAILURES:
            owners = _owners(tables, table.name)
            kept = ~owners.isin(made)
            rows = [(order[key], row) for key, own in made.items() for row in own[table.name]]
            places = pd.Series([*owners[kept].map(order), *(place for place, _ in rows)], dtype="int64")
            whole = pd.concat([tables[table.name][kept], frame(table, [row for _, row in rows])], ignore_index=True)
            merged[table.name] = whole.iloc[places.argsort(kind="stable")].reset_index(drop=True)
    return merged
