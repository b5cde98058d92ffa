"""The tables of the contract as people left them, so that every comparison follows at once.

Only reports that somebody decided on are made anew; features and indicators are counted by the machine's own functions.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from analysis.coding.base import Role
from analysis.coding.indicators.states import indicator_states
from analysis.coding.themes.grammar import Grammar
from analysis.report import Manual
from analysis.reviewing.applying.answers import decide_answers
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
from analysis.tables import CONFLICTS, CONTRACT, REVIEWED, UNPLACED, frame, records

STEPS = (decide_codings, decide_problems, decide_plans, decide_answers, decide_quantities, decide_document)
OWN = ("sections", "sentences", "codings", "problems", "plans", "quantities", "indicators", "features")
Tables = Mapping[str, pd.DataFrame]


@dataclass(frozen=True, slots=True)
class Applied:
    """The tables of the contract after all decisions, and what became of these: REVIEWED, UNPLACED, CONFLICTS."""

    tables: Tables
    reviewed: pd.DataFrame
    unplaced: pd.DataFrame
    conflicts: pd.DataFrame


def apply(tables: Tables, decisions: Sequence[Decision], manual: Manual) -> Applied:
    """Lays `decisions` (in the order in which they were made) over `tables`.

    Decisions on reports that are not in `tables` wait for them. Machine rows keep their ids.
    """
    by_report: dict[str, list[Decision]] = {}
    for decision in standing(decisions):
        by_report.setdefault(decision.sha256, []).append(decision)
    decided = [row for row in records(tables["documents"]) if row["sha256"] in by_report]
    done = [_apply(tables, row, by_report[row["sha256"]], manual) for row in decided]
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


def _apply(tables: Tables, document: Row, decisions: Sequence[Decision], manual: Manual) -> _Done:
    placed, unplaced = place(document["text"], decisions)
    anew, moved, disputed = decide_parts(document, placed, manual)
    draft = _draft(document, anew or _rows_of(tables, document["document_id"]), manual)
    for claim in moved:
        draft = draft.note(claim.item, [claim], CHANGED, {"start": claim.placed.start, "end": claim.placed.end})
    for item, claims in disputed.items():
        draft = draft.note(item, claims, DISPUTED, {"start": claims[0].placed.start, "end": claims[0].placed.end})
    for step in STEPS:
        draft, more = step(draft, placed)
        disputed |= more
    return _Done(_counted(draft), (*unplaced, *draft.unfit), disputed)


def _rows_of(tables: Tables, document: str) -> Rows:
    """The rows of one report by table; an answer belongs to the report of its problem."""
    own = {name: tuple(records(tables[name][tables[name]["document_id"].eq(document)])) for name in OWN}
    problems = {row["problem_id"] for row in own["problems"]}
    answers = tables["answers"]
    return own | {"answers": tuple(records(answers[answers["problem_id"].isin(problems)]))}


def _draft(document: Row, rows: Mapping[str, Iterable[Row]], manual: Manual) -> Draft:
    own = {name: tuple(rows[name]) for name in (*OWN, "answers")}
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
    problems = dict(tables["problems"][["problem_id", "document_id"]].itertuples(index=False, name=None))
    merged = dict(tables)
    for table in CONTRACT:
        if table.name in made[drafts[0].id]:
            old = tables[table.name]
            owners = old["problem_id"].map(problems) if table.name == "answers" else old["document_id"]
            rows = [(key, row) for key, own in made.items() for row in own[table.name]]
            fresh = frame(table, [row for _, row in rows])
            kept = ~owners.isin(made)
            places = [*owners[kept].map(order), *(order[key] for key, _ in rows)]
            whole = pd.concat([old[kept], fresh], ignore_index=True)
            merged[table.name] = whole.iloc[pd.Series(places, dtype="int64").argsort(kind="stable")].reset_index(drop=True)
    return merged
