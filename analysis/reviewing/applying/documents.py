"""Decisions on the report as a whole: its unit and its period."""

from collections.abc import Iterable
from dataclasses import replace

from analysis.corrections import Correction, corrected
from analysis.reviewing.applying.draft import CHANGED, CONFIRMED, DISPUTED, Draft
from analysis.reviewing.claims import Claim, Item, Placed, settle
from analysis.reviewing.decisions import Action, Layer
from analysis.tables.base import frame, records
from analysis.tables.coding import DOCUMENTS

NUMBERS = ("year", "quarter")


def decide_document(draft: Draft, placed: Iterable[Placed]) -> tuple[Draft, dict[Item, tuple[Claim, ...]]]:
    """`draft` with unit and period as decided, and what people disagree on."""
    said = [one for one in placed if one.decision.layer is Layer.DOCUMENT and one.decision.action is Action.SET]
    settled = settle(Claim(Item(Layer.DOCUMENT, one.decision.subject, ""), one.decision.value, one) for one in said)
    where = {"item_id": draft.id}
    for item, claim in settled.held.items():
        same = str(draft.document[item.subject]) == claim.value
        draft = draft.note(item, [claim], CONFIRMED if same else CHANGED, where)
    for item, disputed in settled.disputed.items():
        draft = draft.note(item, disputed, DISPUTED, where)
    values = {item.subject: claim.value for item, claim in settled.held.items()}
    return (_with(draft, values) if values else draft), dict(settled.disputed)


def _with(draft: Draft, values: dict[str, str]) -> Draft:
    correction = Correction(
        **{name: int(value) if name in NUMBERS else value for name, value in values.items()}  # type: ignore[arg-type]
    )
    (document,) = records(corrected(frame(DOCUMENTS, [draft.document]), {draft.id: correction}, {}))
    return replace(draft, document=document)
