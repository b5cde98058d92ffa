"""Decisions on problems and plans: whether a passage is one, and of which kinds a problem is.

A decision meets the machine's passage that shares at least half of the shorter of the two (the coding manual's rule for
the same item); what is added is a passage of its own unless it shares half of the longer.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from analysis.reviewing.applying.draft import ADDED, CHANGED, CONFIRMED, DISPUTED, REJECTED, Draft, nearest, overlap
from analysis.reviewing.claims import NO, YES, Claim, Item, Placed, settle
from analysis.reviewing.decisions import Action, Layer
from analysis.reviewing.restored import Row

LEAST = 0.5
CATEGORIES, OTHER = "categories", "other"
UNKNOWN = "编码手册里没有这个问题类别了，请改选现有的类别"
GONE = "这里现在没有认定为问题的话，无法改类别；请先增补"
Disputed = dict[Item, tuple[Claim, ...]]


@dataclass(frozen=True, slots=True)
class _Kind:
    """What tells problems from plans: layer, table, key column, and the letter of new ids."""

    layer: Layer
    table: str
    key: str
    letter: str


PROBLEMS = _Kind(Layer.PROBLEM, "problems", "problem_id", "w")
PLANS = _Kind(Layer.PLAN, "plans", "plan_id", "j")


def decide_problems(draft: Draft, placed: Iterable[Placed]) -> tuple[Draft, Disputed]:
    """`draft` with the decisions on problems carried out, and those on which people disagree."""
    return _decide(draft, [one for one in placed if one.decision.layer is Layer.PROBLEM], PROBLEMS)


def decide_plans(draft: Draft, placed: Iterable[Placed]) -> tuple[Draft, Disputed]:
    """The same for plans."""
    return _decide(draft, [one for one in placed if one.decision.layer is Layer.PLAN], PLANS)


def _decide(draft: Draft, placed: Iterable[Placed], kind: _Kind) -> tuple[Draft, Disputed]:
    claims: list[Claim] = []
    known = {category.id for category in draft.codebook.categories}
    for one in placed:
        if not set(filter(None, one.decision.value.split(";"))) <= known:
            draft = draft.refuse(one, UNKNOWN)
        elif one.decision.action is Action.RECODE and not _known(draft, one, kind, claims):
            draft = draft.refuse(one, GONE)
        else:
            claims += _claims(draft, one, kind)
    settled = settle(claims)
    for item, claim in settled.sure():
        kinds = settled.held.get(replace(item, subject=CATEGORIES))
        draft = _categorise(draft, item, claim) if item.subject else _exist(draft, item, claim, kind, kinds)
    for item, disputed in settled.disputed.items():
        draft = draft.note(item, disputed, DISPUTED, _row(draft, item.key, kind) or _where(disputed[0].placed))
    return _numbered(draft, kind), dict(settled.disputed)


def _met(draft: Draft, placed: Placed, kind: _Kind) -> Row | None:
    """The passage that the decision is about, None where there is none."""
    row = nearest(draft.rows[kind.table], placed.start, placed.end)
    if row is None:
        return None
    lengths = (placed.end - placed.start, row["end"] - row["start"])
    longest = max(lengths) if placed.decision.action is Action.ADD else min(lengths)
    return row if overlap(row, placed.start, placed.end) >= LEAST * longest else None


def _key(draft: Draft, placed: Placed, kind: _Kind) -> str:
    """The id of the machine's passage; of a new one its clause, so that a little difference in selecting is none."""
    row = _met(draft, placed, kind)
    clauses = draft.parsed.clauses
    return str(row[kind.key]) if row else f"@{draft.parsed.clause_at(placed.start).order if clauses else placed.start}"


def _known(draft: Draft, placed: Placed, kind: _Kind, claims: Iterable[Claim]) -> bool:
    """Whether the machine, or somebody before, took this for such a passage."""
    key = _key(draft, placed, kind)
    return _row(draft, key, kind) is not None or any(claim.item.key == key for claim in claims)


def _claims(draft: Draft, placed: Placed, kind: _Kind) -> Iterator[Claim]:
    key, decision = _key(draft, placed, kind), placed.decision
    yield Claim(Item(kind.layer, "", key), NO if decision.action is Action.REJECT else YES, placed)
    if decision.value and decision.action is not Action.REJECT:
        yield Claim(Item(kind.layer, CATEGORIES, key), decision.value, placed)


def _row(draft: Draft, key: str, kind: _Kind) -> Row | None:
    return next(({**row, "item_id": key} for row in draft.rows[kind.table] if row[kind.key] == key), None)


def _where(placed: Placed) -> Row:
    return {"start": placed.start, "end": placed.end}


def _exist(draft: Draft, item: Item, claim: Claim, kind: _Kind, kinds: Claim | None) -> Draft:
    row = _row(draft, item.key, kind)
    if claim.value == NO:
        return _without(draft, item.key, kind).note(item, [claim], REJECTED, row or _where(claim.placed))
    if row:
        return draft.note(item, [claim], CONFIRMED, row)
    made = _made(draft, claim.placed, kind, kinds.value if kinds else OTHER)
    draft = draft.with_rows(kind.table, [*draft.rows[kind.table], made])
    return draft.note(item, [claim], ADDED, {**made, "item_id": made[kind.key]})


def _without(draft: Draft, key: str, kind: _Kind) -> Draft:
    """Without the passage `key` and what answers it, or what it answers."""
    rows = {name: tuple(row for row in draft.rows[name] if row[kind.key] != key) for name in (kind.table, "answers")}
    return replace(draft, rows={**draft.rows, **rows})


def _made(draft: Draft, placed: Placed, kind: _Kind, value: str) -> Row:
    row = {kind.key: draft.new_id(kind.letter, placed), "order": 0, **draft.span(placed.start, placed.end)}
    if kind is PLANS:
        return row
    return row | {"categories": value, "primary": value.partition(";")[0], "general": False, "cue": ""}


def _categorise(draft: Draft, item: Item, claim: Claim) -> Draft:
    row = _row(draft, item.key, PROBLEMS)
    first, *_ = kinds = claim.value.split(";")
    if row is None or (row["primary"] == first and set(row["categories"].split(";")) == set(kinds)):
        return draft
    named = {"categories": claim.value, "primary": first}
    rows = [{**one, **named} if one["problem_id"] == item.key else one for one in draft.rows["problems"]]
    return draft.with_rows("problems", rows).note(item, [claim], CHANGED, row)


def _numbered(draft: Draft, kind: _Kind) -> Draft:
    rows = draft.rows[kind.table]
    return draft.with_rows(kind.table, [{**row, "order": order} for order, row in enumerate(rows, start=1)])
