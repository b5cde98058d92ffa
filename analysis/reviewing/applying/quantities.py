"""Decisions on numbers: whether one is a number of this kind, what it is, whether it is masked, what it states."""

from collections.abc import Iterable, Iterator
from typing import Any

from analysis.codebook import Codebook
from analysis.reviewing.applying.draft import CHANGED, CONFIRMED, DISPUTED, REJECTED, Draft, nearest
from analysis.reviewing.claims import NO, YES, Claim, Item, Placed, settle
from analysis.reviewing.decisions import Action, Layer
from analysis.reviewing.restored import Row

TABLE = "quantities"
GONE = "这里现在没有认出数量，无法修改，请核对原文"
UNKNOWN = "编码手册里没有这个指标了，请改选现有的指标"
MASKED, REPORTED = "masked", "reported"


def decide_quantities(draft: Draft, placed: Iterable[Placed]) -> tuple[Draft, dict[Item, tuple[Claim, ...]]]:
    """`draft` with the decisions on numbers carried out, and those on which people disagree."""
    claims: list[Claim] = []
    for one in placed:
        if one.decision.layer is not Layer.QUANTITY:
            continue
        row = nearest(draft.rows[TABLE], one.start, one.end)
        why = _unfit(draft.codebook, row, one)
        if why:
            draft = draft.refuse(one, why)
        elif row:
            claims += _claims(row, one)
    settled = settle(claims)
    for item, claim in settled.sure():
        draft = _carry_out(draft, item, claim)
    for item, disputed in settled.disputed.items():
        draft = draft.note(item, disputed, DISPUTED, _row(draft, item))
    return draft, dict(settled.disputed)


def _unfit(codebook: Codebook, row: Row | None, placed: Placed) -> str:
    """Why the decision cannot be carried out; empty where it can, or where there is nothing left to reject."""
    decision = placed.decision
    if row is None:
        return "" if decision.action is Action.REJECT else GONE
    if decision.subject != "indicator_id" or not decision.value:
        return ""
    words = {indicator.id: indicator.measure_words for indicator in codebook.indicators}
    if decision.value not in words:
        return UNKNOWN
    fits = row["measure_word"] in words[decision.value]
    return "" if fits else f"这个指标按“{'、'.join(words[decision.value])}”计，不按“{row['measure_word']}”计"


def _claims(row: Row, placed: Placed) -> Iterator[Claim]:
    decision, key = placed.decision, row["quantity_id"]
    yield Claim(Item(Layer.QUANTITY, "", key), NO if decision.action is Action.REJECT else YES, placed)
    if decision.action is Action.SET:
        yield Claim(Item(Layer.QUANTITY, decision.subject, key), decision.value, placed)


def _row(draft: Draft, item: Item) -> Row:
    """The row of the item; empty where it was taken out."""
    same = (row for row in draft.rows[TABLE] if row["quantity_id"] == item.key)
    return next(({**row, "item_id": item.key} for row in same), {})


def _carry_out(draft: Draft, item: Item, claim: Claim) -> Draft:
    row = _row(draft, item)
    others = [one for one in draft.rows[TABLE] if one["quantity_id"] != item.key]
    if not row:  # somebody's change of what somebody else took out
        return draft
    if not item.subject:
        if claim.value == YES:
            return draft.note(item, [claim], CONFIRMED, row)
        gone = {name: row[name] for name in ("start", "end", "role")}
        return draft.with_rows(TABLE, others).note(item, [claim], REJECTED, gone)
    changed = {name: value for name, value in row.items() if name != "item_id"} | _set(draft.codebook, item, claim)
    return draft.with_rows(TABLE, [*others, changed]).note(item, [claim], CHANGED, row)


def _set(codebook: Codebook, item: Item, claim: Claim) -> dict[str, Any]:
    """The columns that change; a number that is written out is not masked, and the other way round."""
    value = claim.value
    if item.subject == "value":
        number = float(value) if value else None
        return {"value": number, "value_high": None, "status": REPORTED if value else MASKED}
    if item.subject == "status":
        return {"status": value} if value == REPORTED else {"status": value, "value": None, "value_high": None}
    domains = {indicator.id: indicator.domain for indicator in codebook.indicators}
    return {"indicator_id": value, "cue": "", **({"domain": domains[value]} if value else {})}
