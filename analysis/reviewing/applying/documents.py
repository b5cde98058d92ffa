"""Decisions on the report as a whole: its unit and its period."""

from collections.abc import Iterable
from dataclasses import replace

from analysis.reviewing.applying.draft import CHANGED, CONFIRMED, DISPUTED, Draft
from analysis.reviewing.claims import Claim, Item, Placed, settle
from analysis.reviewing.decisions import Action, Layer
from analysis.reviewing.restored import Row


def decide_document(draft: Draft, placed: Iterable[Placed]) -> tuple[Draft, dict[Item, tuple[Claim, ...]]]:
    """`draft` with unit and period as decided, and what people disagree on. A period that is no quarter has none."""
    said = [one for one in placed if one.decision.layer is Layer.DOCUMENT and one.decision.action is Action.SET]
    settled = settle(Claim(Item(Layer.DOCUMENT, one.decision.subject, ""), one.decision.value, one) for one in said)
    for item, claim in settled.held.items():
        draft = _carry_out(draft, item, claim)
    for item, disputed in settled.disputed.items():
        draft = draft.note(item, disputed, DISPUTED, {"item_id": draft.id})
    document = draft.document
    quarter = document["quarter"] if document["period_kind"] == "quarter" else None
    return replace(draft, document={**document, "quarter": quarter}), dict(settled.disputed)


def _carry_out(draft: Draft, item: Item, claim: Claim) -> Draft:
    changed = _set(item.subject, claim.value)
    same = all(draft.document[name] == value for name, value in changed.items())
    draft = replace(draft, document={**draft.document, **changed})
    return draft.note(item, [claim], CONFIRMED if same else CHANGED, {"item_id": draft.id})


def _set(field: str, value: str) -> Row:
    """The columns that change; a name that a person gave is not masked."""
    if field == "unit":
        return {"unit": value, "unit_masked": False}
    if field == "period_kind":
        return {"period_kind": value}
    return {field: int(value) if value else None}
