"""Which duties a report covers: in substance, only in words, or not at all."""

from collections.abc import Iterator, Sequence

import pandas as pd

from analysis.comparing.base import ROLE_NAMES, Tables
from analysis.comparing.checks.clauses import holds
from analysis.comparing.checks.line import ABSENT, CLAIMED, NO_PART, Line, Span
from analysis.duties import Duty
from analysis.lexicon import check_words
from analysis.phrases import fold
from analysis.tables import DUTY_SPANS, DUTY_STATES, frame

TOLD = ("reported", "masked")
MOST_SHOWN = 8
PLACE = ["document_id", "start", "end"]


def duty_tables(tables: Tables, labels: pd.DataFrame, duties: Sequence[Duty]) -> dict[str, pd.DataFrame]:
    """DUTY_STATES, a row for each report and duty, and DUTY_SPANS, the places that show it.

    A duty is `concrete` where one of its clauses says what was done, or one of its numbers is reported or
    masked; `claim_only` where it is only affirmed; `absent` where nothing says it, and `no_part` where the
    report has no such part at all. A part (问题自查, 下一步打算) is concrete
    where one problem is more than a summing-up, or one measure names a time, a document or an object.
    """
    rows, spans = [], []
    found = {duty.id: _evidence(tables, duty) for duty in duties}
    parts = set(tables["sections"][["document_id", "role"]].itertuples(index=False, name=None))
    for document, label in labels[["document_id", "label"]].itertuples(index=False, name=None):
        for duty in duties:
            own = found[duty.id]
            own = own[own["document_id"].eq(document)]
            numbers = int(own["number"].sum())
            state = _state(own, written=(document, duty.part) in parts)
            part = ROLE_NAMES[duty.part]
            rows.append((document, label, duty.id, duty.name, part, state, len(own) - numbers, numbers))
            spans += [(document, duty.id, start, end) for _, start, end in own[PLACE].to_numpy()]
    return {"duty_states": frame(DUTY_STATES, rows), "duty_spans": frame(DUTY_SPANS, spans)}


def _state(own: pd.DataFrame, *, written: bool) -> str:
    if own.empty:
        return "absent" if written else "no_part"
    return "concrete" if own["concrete"].any() else "claim_only"


def _evidence(tables: Tables, duty: Duty) -> pd.DataFrame:
    """Where the duty is written: document_id, start, end, concrete, number."""
    if not duty.themes and not duty.indicators:
        return _problems(tables["problems"]) if duty.part == "problems" else _plans(tables["plans"])
    codings = tables["codings"]
    codings = codings[codings["code_id"].isin(duty.themes) & codings["role"].eq(duty.part)]
    if duty.words:
        codings = codings[[holds(duty.words, fold(quote)) for quote in codings["quote"]]]
    numbers = tables["quantities"]
    numbers = numbers[numbers["indicator_id"].isin(duty.indicators) & numbers["role"].eq(duty.part)]
    numbers = numbers[numbers["status"].isin(TOLD)]
    return pd.concat(
        [
            codings[PLACE].assign(concrete=_done(codings, duty), number=False),
            numbers[PLACE].assign(concrete=True, number=True),
        ]
    )


def _done(codings: pd.DataFrame, duty: Duty) -> list[bool]:
    """Which clauses say what was done, or at least on which occasion."""
    told = zip(codings["claim_only"], codings["quote"], strict=True)
    return [not claim or bool(duty.occasions) and holds(duty.occasions, fold(quote)) for claim, quote in told]


def _problems(problems: pd.DataFrame) -> pd.DataFrame:
    return problems[PLACE].assign(concrete=~problems["general"].astype(bool), number=False)


def _plans(plans: pd.DataFrame) -> pd.DataFrame:
    return plans[PLACE].assign(concrete=[is_definite(quote) for quote in plans["quote"]], number=False)


def is_definite(measure: str) -> bool:
    """Whether a planned measure names a time, a frequency, a document, an instrument or a number."""
    folded = fold(measure)
    return holds(check_words().definite, folded) or any(sign in "0123456789%" for sign in folded)


def duty_lines(found: dict[str, pd.DataFrame], documents: pd.DataFrame) -> Iterator[Line]:
    """A line for each duty not covered or only affirmed; none for a part that is judged as a part."""
    quarterly = set(documents[documents["period_kind"].isin(["quarter", "month"])]["document_id"])
    states, spans = found["duty_states"], found["duty_spans"]
    for document in states[states["state"].eq("no_part")]["document_id"].unique():
        lacking = states[states["document_id"].eq(document) & states["state"].eq("no_part")]["part"].unique()
        for part in lacking:
            yield Line(str(document), NO_PART, part, f"没有写{part}部分", f"全文没有找到写{part}的一段", "", ())
    for row in states[states["state"].isin(["claim_only", "absent"])].itertuples(index=False):
        if row.part != ROLE_NAMES["work"]:
            yield from _part(row.document_id, row.duty, row.part, row.state, spans, row.duty_id)
            continue
        short = "。这是季度、月度报告，可能只是本期没有这项工作" * (row.document_id in quarterly)
        own = _spans(spans, row.duty_id, row.document_id)
        if row.state == "claim_only":
            finding = f"{row.duty}只有表态，没有具体内容"
            why = f"{len(own)}处提到，都没有写做了什么、何时、几次、何文件{short}"
            yield Line(row.document_id, CLAIMED, row.duty_id, finding, why, "只表态的原文", own)
        else:
            others = _others(states, spans, row.duty_id)
            finding = f"没有提及{row.duty}"
            why = f"工作部分没有一个分句、一个数量属于这项职责{short}"
            yield Line(row.document_id, ABSENT, row.duty_id, finding, why, "其他报告怎么写", others)


def _part(
    document: str, duty: str, part: str, state: str, spans: pd.DataFrame, duty_id: str
) -> Iterator[Line]:
    if state == "absent":
        yield Line(document, NO_PART, duty_id, f"没有写{part}部分", f"全文没有找到{duty}的内容", "", ())
    else:
        own = _spans(spans, duty_id, document)
        finding = f"{duty}只有笼统的话，没有一条写到具体"
        why = "没有一条写明时间、频次、载体、文件或数字" if part == ROLE_NAMES["plan"] else "都是总括的说法"
        yield Line(document, CLAIMED, duty_id, finding, why, "原文", own)


def _spans(spans: pd.DataFrame, duty: str, document: str) -> list[Span]:
    own = spans[spans["duty_id"].eq(duty) & spans["document_id"].eq(document)]
    return list(own[PLACE].itertuples(index=False, name=None))


def _others(states: pd.DataFrame, spans: pd.DataFrame, duty: str) -> list[Span]:
    """One place of each report that covers the duty in substance."""
    able = states[states["duty_id"].eq(duty) & states["state"].eq("concrete")]["document_id"]
    own = spans[spans["duty_id"].eq(duty) & spans["document_id"].isin(able)]
    first = own.drop_duplicates("document_id").head(MOST_SHOWN)
    return list(first[PLACE].itertuples(index=False, name=None))
