"""Last period's problems and plans, and what this period's report says of them."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pandas as pd

from analysis.codebook import Codebook
from analysis.comparing.base import Tables, by_document
from analysis.comparing.trends.words import GROUP, topics
from analysis.phrases import fold, one_of
from analysis.tables.base import frame
from analysis.tables.comparing.trends import FOLLOW_UP_SPANS, FOLLOW_UPS

PROBLEM, PLAN = "问题", "计划"
RETURNS, GONE = "再次出现", "未再提"
ANSWERED, AGAIN, DROPPED = "有回应", "又列入计划", "未再提"
RUN = re.compile(r"[^;；。\n]+")
ENOUGH = 1.5
"""A problem returns where it shares this much: a particular object counts 1, a broad one a half."""
NEW_WORDS = 2
COVERED, MANY = 0.5, 3
MOST_NAMED = 4
MOST_SHOWN = 3
PARTS: Mapping[str, str] = {"work": "工作", "plan": "计划"}
"""The parts of a later report that may say what became of a plan."""


@dataclass(frozen=True, slots=True)
class _Passage:
    """A stretch of a report: a problem, a plan or a sentence."""

    start: int
    end: int
    text: str
    kinds: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Report:
    """One report as it is followed up: its text, problems, plans, and sentences by part."""

    document_id: str
    text: str
    problems: Sequence[_Passage]
    plans: Sequence[_Passage]
    sentences: Mapping[str, Sequence[_Passage]]


@dataclass(frozen=True, slots=True)
class _Verdict:
    state: str
    why: str
    spans: Sequence[tuple[str, int, int]] = ()


def follow_ups(tables: Tables, periods: pd.DataFrame, codebook: Codebook) -> dict[str, pd.DataFrame]:
    """FOLLOW_UPS and FOLLOW_UP_SPANS for each report in `periods` (UNIT_PERIODS) that has an earlier one.

    A problem returns where a later one has one of its categories and names the same particular objects. A plan
    is answered where one sentence of the later work part names at least two of its objects that last period's
    work part did not name, or half of all its objects; it is planned again where only the later plan does so.
    """
    names = {category.id: category.name for category in codebook.categories}
    reports = _reports(tables, periods["document_id"])
    rows, spans = [], []
    for _, own in periods.groupby("unit_id", sort=False):
        for earlier, later in pairwise(own.to_dict("records")):
            pair = earlier["document_id"], later["document_id"]
            for kind, passage, verdict in _judged(reports[pair[0]], reports[pair[1]], names):
                key = f"{pair[1]}-{kind}-{passage.start}"
                place = passage.start, passage.end, passage.text
                rows.append((key, earlier["unit"], kind, *pair, *place, verdict.state, verdict.why))
                spans += [(key, *span) for span in verdict.spans]
    return {"follow_ups": frame(FOLLOW_UPS, rows), "follow_up_spans": frame(FOLLOW_UP_SPANS, spans)}


def most_to_tell(follow_ups: pd.DataFrame) -> "pd.Series[int]":
    """How many problems return and plans are dropped, by the later report's document (FOLLOW_UPS)."""
    told = follow_ups["state"].eq(RETURNS) | (follow_ups["kind"].eq(PLAN) & follow_ups["state"].eq(DROPPED))
    return follow_ups[told]["later_id"].value_counts()


def _reports(tables: Tables, documents: Iterable[str]) -> dict[str, _Report]:
    """Each of `documents`, ready to be followed up."""
    wanted = dict.fromkeys(documents)
    texts = dict(tables["documents"][["document_id", "text"]].itertuples(index=False, name=None))
    problems = _rows(tables["problems"], wanted, ["start", "end", "quote", "categories"])
    plans = _rows(tables["plans"], wanted, ["start", "end", "quote"])
    sentences = _rows(tables["sentences"], wanted, ["start", "end", "text", "role"])
    return {
        key: _Report(
            key,
            texts[key],
            [_Passage(a, b, quote, frozenset(kinds.split(";"))) for a, b, quote, kinds in problems.get(key, [])],
            [_Passage(*row) for row in plans.get(key, [])],
            {
                part: [_Passage(a, b, text) for a, b, text, role in sentences.get(key, []) if role == part]
                for part in PARTS
            },
        )
        for key in wanted
    }


def _rows(table: pd.DataFrame, documents: Iterable[str], columns: Sequence[str]) -> dict[str, list[tuple[Any, ...]]]:
    own = table[table["document_id"].isin(list(documents))]
    return by_document(own[["document_id", *columns]])


def _judged(earlier: _Report, later: _Report, names: Mapping[str, str]) -> Iterator[tuple[str, _Passage, _Verdict]]:
    for passage in _runs(earlier):
        yield PROBLEM, passage, _returns(passage, later, names)
    old = frozenset(topics(" ".join(s.text for s in earlier.sentences["work"])).particular)
    for passage in earlier.plans:
        yield PLAN, passage, _answer(passage, later, old)


def _runs(report: _Report) -> Iterator[_Passage]:
    """The problems; those that share one run of clauses up to a ；or 。 as one, with all their categories."""
    ends = [hit.span() for hit in RUN.finditer(report.text)]
    found: dict[tuple[int, int], set[str]] = {}
    for problem in report.problems:
        whole = next(((a, b) for a, b in ends if a <= problem.start and problem.end <= b), None)
        found.setdefault(whole or (problem.start, problem.end), set()).update(problem.kinds)
    for (start, end), kinds in found.items():
        yield _Passage(start, end, report.text[start:end].strip(), frozenset(kinds))


def _returns(passage: _Passage, later: _Report, names: Mapping[str, str]) -> _Verdict:
    said, hits = topics(passage.text), []
    for problem in later.problems:
        other, kinds = topics(problem.text), passage.kinds & problem.kinds - {"other", ""}
        shared = [key for key in said.particular if key in other.particular]
        weight = len(shared) + len(said.broad.keys() & other.broad.keys()) / 2
        if kinds and shared and weight >= ENOUGH:
            words = [other.particular[key] for key in shared]
            hits.append((problem, sorted(kinds), [said.particular[key] for key in shared], words))
    if not hits:
        return _Verdict(GONE, "本期问题部分没有同类别又说同一对象的问题")
    _, kinds_shared, named, _ = hits[0]
    why = f"都属“{'、'.join(names.get(k, k) for k in kinds_shared)}”，都点到{_named(named)}"
    return _Verdict(RETURNS, why, _places(later.document_id, [(hit[0], hit[3]) for hit in hits]))


def _places(document: str, hits: Sequence[tuple[_Passage, Sequence[str]]]) -> list[tuple[str, int, int]]:
    """Where the words that both share stand in the later report."""
    return [
        (document, passage.start + hit.start(), passage.start + hit.end())
        for passage, words in hits
        for hit in one_of(tuple(words)).finditer(fold(passage.text))
    ]


def _named(words: Sequence[str]) -> str:
    return "".join(f"“{word}”" for word in dict.fromkeys(words[:MOST_NAMED]))


def _answer(plan: _Passage, later: _Report, old: frozenset[str]) -> _Verdict:
    said = {key: word for key, word in topics(plan.text).particular.items() if not key.startswith(GROUP)}
    for (role, part), state in zip(PARTS.items(), (ANSWERED, AGAIN), strict=True):
        hits = []
        for sentence in later.sentences[role]:
            named = topics(sentence.text).particular
            shared = [key for key in said if key in named]
            new = [key for key in shared if key not in old]
            if len(new) >= NEW_WORDS or (len(shared) >= MANY and len(shared) >= COVERED * len(said)):
                hits.append((sentence, shared))
        if hits:
            hits.sort(key=lambda hit: -len(hit[1]))
            spans = _places(later.document_id, hits[:MOST_SHOWN])
            return _Verdict(state, f"本期{part}部分同一句里也有{_named(hits[0][1])}", spans)
    wanted = [word for key, word in said.items() if key not in old]
    nothing = "本期工作、计划部分没有一句话"
    together = f"把这些词说到一起：{_named(wanted)}" if len(wanted) > 1 else "说到同一件事"
    return _Verdict(DROPPED, nothing + together)
