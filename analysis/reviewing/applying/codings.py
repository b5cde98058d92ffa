"""Decisions on themes. An item is one theme in one clause: the clause stays the same when the cues change."""

from collections.abc import Iterable, Iterator

from analysis.coding.base import EVIDENCE_ROLES
from analysis.reviewing.applying.draft import ADDED, CONFIRMED, DISPUTED, HUMAN, REJECTED, Draft
from analysis.reviewing.claims import NO, YES, Claim, Item, Placed, settle
from analysis.reviewing.decisions import Action, Layer
from analysis.reviewing.restored import Row

TABLE = "codings"
ELSEWHERE = "这句话现在在标题、引言或结语里，不计入主题；要计入，请先改它所属的部分"
UNKNOWN = "编码手册里没有这个主题了，请改选现有的主题"


def decide_codings(draft: Draft, placed: Iterable[Placed]) -> tuple[Draft, dict[Item, tuple[Claim, ...]]]:
    """`draft` with the decisions on themes carried out, and those on which people disagree."""
    claims: list[Claim] = []
    known = {theme.id for theme in draft.codebook.themes}
    for one in placed:
        if one.decision.layer is not Layer.CODING:
            continue
        if not {claim.item.subject for claim in _claims(draft, one)} <= known:
            draft = draft.refuse(one, UNKNOWN)
        elif not draft.parsed.clauses or draft.parsed.sentence_at(one.start).role not in EVIDENCE_ROLES:
            draft = draft.refuse(one, ELSEWHERE)
        else:
            claims += _claims(draft, one)
    settled = settle(claims)
    for item, claim in settled.held.items():
        draft = _carry_out(draft, item, claim)
    for item, disputed in settled.disputed.items():
        draft = draft.note(item, disputed, DISPUTED, _found(draft, item) or _where(draft, disputed[0].placed))
    return draft, dict(settled.disputed)


def _claims(draft: Draft, placed: Placed) -> Iterator[Claim]:
    decision = placed.decision
    key = str(draft.parsed.clause_at(placed.start).order) if draft.parsed.clauses else ""
    present = decision.action in (Action.CONFIRM, Action.ADD)
    yield Claim(Item(Layer.CODING, decision.subject, key), YES if present else NO, placed)
    if decision.action is Action.RECODE:
        yield Claim(Item(Layer.CODING, decision.value, key), YES, placed)


def _carry_out(draft: Draft, item: Item, claim: Claim) -> Draft:
    row = _found(draft, item)
    if claim.value == YES:
        if row:
            return draft.note(item, [claim], CONFIRMED, row)
        made = _made(draft, item, claim.placed)
        return draft.with_rows(TABLE, [*draft.rows[TABLE], made]).note(item, [claim], ADDED, _told(made))
    if row:
        draft = draft.with_rows(TABLE, [one for one in draft.rows[TABLE] if one["coding_id"] != row["item_id"]])
    return draft.note(item, [claim], REJECTED, _where(draft, claim.placed))


def _found(draft: Draft, item: Item) -> Row | None:
    """The row of the item as REVIEWED tells of it, if it is there."""
    same = (row for row in draft.rows[TABLE] if row["code_id"] == item.subject)
    return next((_told(row) for row in same if str(draft.parsed.clause_at(row["start"]).order) == item.key), None)


def _told(row: Row) -> Row:
    return {**row, "item_id": row["coding_id"]}


def _where(draft: Draft, placed: Placed) -> Row:
    return {"start": placed.start, "end": placed.end, "role": draft.sentence_row(placed.start)["role"]}


def _made(draft: Draft, item: Item, placed: Placed) -> Row:
    sentence = draft.sentence_row(placed.start)
    return {
        "coding_id": draft.new_id("c", placed),
        "sentence_id": sentence["sentence_id"],
        "code_id": item.subject,
        "role": sentence["role"],
        "cue": "",
        "claim_only": draft.grammar.only_claims(draft.parsed.clause_at(placed.start)),
        "source": HUMAN,
        **draft.span(placed.start, placed.end),
    }
