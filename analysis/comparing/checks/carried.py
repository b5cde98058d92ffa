"""Whether what is only affirmed is carried on in the same breath: 认真履行第一责任人职责，主持召开专题会3次.

A coded clause ends at a comma, what was done often stands behind it. It belongs to what was affirmed as long as the
thought goes on (to the next ；：。) and nothing else is affirmed or taken up in between. Of a duty that a person bears
(第一责任人, 一岗双责) any deed is its content; of the others only what no other theme is about.
"""

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from analysis.comparing.base import Tables
from analysis.comparing.checks.clauses import CLAUSE
from analysis.duties import Duty
from analysis.phrases import fold

ENDS = ";:。!?\n"
TOLD = ("reported", "masked")
Coding = Mapping[Hashable, Any]


@dataclass(frozen=True, slots=True)
class Context:
    """The folded texts of all reports, and by sentence what is coded and counted in it."""

    texts: Mapping[str, str]
    codings: Mapping[str, list[tuple[int, int, str, bool]]]
    numbers: Mapping[str, list[tuple[int, int]]]


def context(tables: Tables) -> Context:
    """What `carried` looks at, of all reports."""
    documents, codings, numbers = tables["documents"], tables["codings"], tables["quantities"]
    numbers = numbers[numbers["status"].isin(TOLD)]
    return Context(
        dict(zip(documents["document_id"], map(fold, documents["text"]), strict=True)),
        _by_sentence(codings, ["start", "end", "code_id", "claim_only"]),
        _by_sentence(numbers, ["start", "end"]),
    )


def _by_sentence(rows: pd.DataFrame, columns: list[str]) -> dict[str, list[tuple[Any, ...]]]:
    found: dict[str, list[tuple[Any, ...]]] = {}
    for sentence, *rest in rows[["sentence_id", *columns]].itertuples(index=False, name=None):
        found.setdefault(sentence, []).append(tuple(rest))
    return found


def carried(coding: Coding, duty: Duty, known: Context) -> bool:
    """Whether behind the clause of `coding`, which only affirms `duty`, the same thought tells what was done."""
    sentence, theme = coding["sentence_id"], coding["code_id"]
    for start, end in _following(known.texts[coding["document_id"]], coding["end"]):
        codes = [(code, claim) for a, b, code, claim in known.codings.get(sentence, []) if a < end and b > start]
        others = [claim for code, claim in codes if code != theme]
        if others and (all(others) or not duty.personal):
            return False
        counted = any(a < end and b > start for a, b in known.numbers.get(sentence, []))
        if counted or any(not claim for _, claim in codes):
            return True
    return False


def _following(text: str, end: int) -> Iterator[tuple[int, int]]:
    """The clauses behind `end` up to the end of the thought."""
    stop = next((place for place in range(end, len(text)) if text[place] in ENDS), len(text))
    return (hit.span() for hit in CLAUSE.finditer(text, end, stop))
