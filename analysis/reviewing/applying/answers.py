"""Decisions on which plan answers which problem."""

from collections.abc import Iterable
from dataclasses import replace

from analysis.reviewing.applying.draft import ADDED, CHANGED, CONFIRMED, DISPUTED, REJECTED, Draft, nearest
from analysis.reviewing.claims import NO, Claim, Item, Placed, settle
from analysis.reviewing.decisions import Action, Layer
from analysis.reviewing.restored import Row

TABLE = "answers"
NO_PROBLEM, NO_PLAN = "这里现在没有自述问题，无法关联；请先增补", "这里现在没有计划措施，无法关联；请先增补"
WHY = "人工认定"


def decide_answers(draft: Draft, placed: Iterable[Placed]) -> tuple[Draft, dict[Item, tuple[Claim, ...]]]:
    """`draft` with the links carried out, and those on which people disagree; problems and plans are decided before."""
    claims = []
    for one in placed:
        if one.decision.layer is not Layer.ANSWER or one.other is None:
            continue
        problem = nearest(draft.rows["problems"], one.start, one.end)
        plan = nearest(draft.rows["plans"], *one.other)
        if problem is None or plan is None:
            missed = one.decision.action is Action.LINK
            draft = draft.refuse(one, NO_PLAN if problem else NO_PROBLEM) if missed else draft
        else:
            value = one.decision.value if one.decision.action is Action.LINK else NO
            claims.append(Claim(Item(Layer.ANSWER, "", f"{problem['problem_id']};{plan['plan_id']}"), value, one))
    settled = settle(claims)
    for item, claim in settled.held.items():
        draft = _carry_out(draft, item, claim)
    for item, disputed in settled.disputed.items():
        draft = draft.note(item, disputed, DISPUTED, _where(item, disputed[0]))
    return draft, dict(settled.disputed)


def _where(item: Item, claim: Claim) -> Row:
    return {"item_id": item.key, "start": claim.placed.start, "end": claim.placed.end}


def _carry_out(draft: Draft, item: Item, claim: Claim) -> Draft:
    problem, plan = item.key.split(";")
    old = next((r for r in draft.rows[TABLE] if (r["problem_id"], r["plan_id"]) == (problem, plan)), None)
    others = [row for row in draft.rows[TABLE] if row is not old]
    where = _where(item, claim)
    if claim.value == NO:
        return _linked(draft, others).note(item, [claim], REJECTED, where)
    if old and old["strength"] == claim.value:
        return draft.note(item, [claim], CONFIRMED, where)
    made = {"plan_id": plan, "problem_id": problem, "strength": claim.value, "why": WHY}
    return _linked(draft, [*others, made]).note(item, [claim], CHANGED if old else ADDED, where)


def _linked(draft: Draft, rows: Iterable[Row]) -> Draft:
    """With `rows` in the order of plans, then problems."""
    plans = {row["plan_id"]: order for order, row in enumerate(draft.rows["plans"])}
    problems = {row["problem_id"]: order for order, row in enumerate(draft.rows["problems"])}
    ordered = sorted(rows, key=lambda row: (plans[row["plan_id"]], problems[row["problem_id"]]))
    return replace(draft, rows={**draft.rows, TABLE: tuple(ordered)})
