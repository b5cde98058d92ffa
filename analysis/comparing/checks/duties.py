"""Which duties a report covers: in substance, only in words, or not at all."""

import re
from collections.abc import Hashable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from analysis.comparing.base import ROLE_NAMES, Tables, by_document
from analysis.comparing.checks.carried import TOLD, Coding, Context, carried, context
from analysis.comparing.checks.clauses import holds
from analysis.comparing.checks.line import ABSENT, CLAIMED, NO_PART, Line, Span
from analysis.duties import Duty
from analysis.lexicon.comparing import check_words
from analysis.phrases import fold
from analysis.tables.base import frame
from analysis.tables.comparing.checks import DUTY_SPANS, DUTY_STATES

MOST_SHOWN = 8
TITLE = re.compile(r"《[^《》]*》")
SHORT = "。这是季度、月度报告，可能只是本期没有这项工作"
Row = Mapping[Hashable, Any]
PLACE = ["document_id", "start", "end"]


def duty_tables(tables: Tables, labels: pd.DataFrame, duties: Sequence[Duty]) -> dict[str, pd.DataFrame]:
    """DUTY_STATES, a row for each report and duty, and DUTY_SPANS, the places that show it.

    A duty is `concrete` where one of its clauses says what was done, or one of its numbers is reported or
    masked; `claim_only` where it is only affirmed; `absent` where nothing says it, and `no_part` where the
    report has no such part at all. A part (问题自查, 下一步打算) is concrete
    where one problem is more than a summing-up, or one measure names a time, a document or an object.
    """
    rows, spans = [], []
    titles = _titles(tables["sentences"])
    known = context(tables)
    found = {duty.id: by_document(_evidence(tables, titles, known, duty)) for duty in duties}
    parts = set(tables["sections"][["document_id", "role"]].itertuples(index=False, name=None))
    for document, label in labels[["document_id", "label"]].itertuples(index=False, name=None):
        for duty in duties:
            own = found[duty.id].get(document, [])
            numbers = sum(number for *_, number in own)
            state = _state([concrete for *_, concrete, _ in own], written=(document, duty.part) in parts)
            part = ROLE_NAMES[duty.part]
            rows.append((document, label, duty.id, duty.name, part, state, len(own) - numbers, numbers))
            spans += [(document, duty.id, start, end) for start, end, *_ in own]
    return {"duty_states": frame(DUTY_STATES, rows), "duty_spans": frame(DUTY_SPANS, spans)}


def _state(concrete: Sequence[bool], *, written: bool) -> str:
    if not concrete:
        return "absent" if written else "no_part"
    return "concrete" if any(concrete) else "claim_only"


def _evidence(tables: Tables, titles: pd.DataFrame, known: Context, duty: Duty) -> pd.DataFrame:
    """Where the duty is written: document_id, start, end, concrete, number; `titles` as `_titles` gives them."""
    if not duty.themes and not duty.indicators:
        return _problems(tables["problems"]) if duty.part == "problems" else _plans(tables["plans"])
    codings = tables["codings"]
    codings = codings[codings["code_id"].isin(duty.themes) & codings["role"].eq(duty.part)]
    if duty.words:
        narrow = [holds(duty.words, fold(quote)) for quote in codings["quote"]]
        codings = codings[np.array(narrow, np.bool_)]
    numbers = tables["quantities"]
    numbers = numbers[numbers["indicator_id"].isin(duty.indicators) & numbers["role"].eq(duty.part)]
    numbers = numbers[numbers["status"].isin(TOLD)]
    return pd.concat(
        [
            codings[PLACE].assign(concrete=_done(codings, duty, known), number=False),
            numbers[PLACE].assign(concrete=True, number=True),
            _telling(titles, duty),
        ]
    )


def _titles(sentences: pd.DataFrame) -> pd.DataFrame:
    """Every document 《…》 that is named: document_id, start, end, role, title (folded)."""
    rows = [
        (document, start + hit.start(), start + hit.end(), role, hit[0])
        for document, role, start, text in sentences[["document_id", "role", "start", "text"]].itertuples(
            index=False, name=None
        )
        for hit in TITLE.finditer(fold(text))
    ]
    return pd.DataFrame(rows, columns=[*PLACE, "role", "title"])


def _telling(titles: pd.DataFrame, duty: Duty) -> pd.DataFrame:
    """The documents that show the duty by their names."""
    own = titles[titles["role"].eq(duty.part)] if duty.titles else titles[:0]
    told = np.array([holds(duty.titles, title) for title in own["title"]], np.bool_)
    return own[told][PLACE].assign(concrete=True, number=False)


def _done(codings: pd.DataFrame, duty: Duty, known: Context) -> list[bool]:
    """Which clauses say what was done, or at least on which occasion; a verdict (总体平稳) alone says nothing of it."""
    return [_is_done(coding, fold(coding["quote"]), duty, known) for coding in codings.to_dict("records")]


def _is_done(coding: Coding, text: str, duty: Duty, known: Context) -> bool:
    if not coding["claim_only"] and not holds(check_words().verdicts, text):
        return True
    return (bool(duty.occasions) and holds(duty.occasions, text)) or carried(coding, duty, known)


def _problems(problems: pd.DataFrame) -> pd.DataFrame:
    return problems[PLACE].assign(concrete=~problems["general"].astype(bool), number=False)


def _plans(plans: pd.DataFrame) -> pd.DataFrame:
    return plans[PLACE].assign(concrete=[is_definite(quote) for quote in plans["quote"]], number=False)


def is_definite(measure: str) -> bool:
    """Whether a planned measure names a time, a frequency, a document, an instrument or a number."""
    folded = fold(measure)
    return holds(check_words().definite, folded) or any(sign in "0123456789%" for sign in folded)


def duty_lines(found: dict[str, pd.DataFrame], documents: pd.DataFrame) -> Iterator[Line]:
    """A line for each duty not covered or only affirmed, and one for each part that a report does not have."""
    brief = set(documents[documents["period_kind"].isin(["quarter", "month"])]["document_id"])
    states, spans = found["duty_states"], found["duty_spans"]
    lacking = states[states["state"].eq("no_part")].drop_duplicates(["document_id", "part"])
    for document, part in lacking[["document_id", "part"]].itertuples(index=False, name=None):
        yield Line(document, NO_PART, part, f"没有写{part}部分", f"全文没有找到写{part}的一段", "", ())
    places = {duty: by_document(own[PLACE]) for duty, own in spans.groupby("duty_id", sort=False)}
    able = states[states["state"].eq("concrete")].groupby("duty_id")["document_id"].agg(list).to_dict()
    for row in states[states["state"].isin(["claim_only", "absent"])].to_dict("records"):
        found_in = places.get(row["duty_id"], {})
        own = [(row["document_id"], *place) for place in found_in.get(row["document_id"], [])]
        others = [(key, *found_in[key][0]) for key in able.get(row["duty_id"], [])[:MOST_SHOWN]]
        if row["part"] != ROLE_NAMES["work"]:
            yield _part(row, own)
        else:
            yield _work(row, own, others, SHORT * (row["document_id"] in brief))


def _work(row: Row, own: Sequence[Span], others: Sequence[Span], short: str) -> Line:
    """The line on a duty of the work part; `others` are places where other reports cover it."""
    document, duty = row["document_id"], row["duty"]
    if row["state"] == "claim_only":
        why = f"{len(own)}处提到，都没有写做了什么、何时、几次、何文件{short}"
        return Line(document, CLAIMED, row["duty_id"], f"{duty}只有表态，没有具体内容", why, "只表态的原文", own)
    why = f"工作部分没有一个分句、一个数量属于这项职责{short}"
    return Line(document, ABSENT, row["duty_id"], f"没有提及{duty}", why, "其他报告怎么写", others)


def _part(row: Row, own: Sequence[Span]) -> Line:
    """The line on a part that has nothing in it, or nothing but general words."""
    document, duty, part = row["document_id"], row["duty"], row["part"]
    if row["state"] == "absent":
        return Line(document, NO_PART, part, f"没有写{part}部分", f"全文没有找到{duty}的内容", "", ())
    why = "没有一条写明时间、频次、载体、文件或数字" if part == ROLE_NAMES["plan"] else "都是总括的说法"
    finding = f"{duty}只有笼统的话，没有一条写到具体"
    return Line(document, CLAIMED, row["duty_id"], finding, why, "原文", own)
