"""Last period's problems and plans, and what this period's report says of them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import pandas as pd

from analysis.codebook import Codebook
from analysis.comparing.base import Tables
from analysis.comparing.trends.words import GROUP, topics
from analysis.phrases import fold, one_of
from analysis.tables import FOLLOW_UP_SPANS, FOLLOW_UPS, frame

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
PLACE = ["document_id", "start", "end"]


@dataclass(frozen=True, slots=True)
class _Passage:
    """A stretch of a report: a problem, a plan or a sentence."""

    start: int
    end: int
    text: str
    kinds: frozenset[str] = frozenset()


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
    rows, spans = [], []
    for _, own in periods.groupby("unit_id", sort=False):
        for earlier, later in pairwise(own.to_dict("records")):
            pair = earlier["document_id"], later["document_id"]
            for kind, passage, verdict in _judged(tables, *pair, names):
                key = f"{pair[1]}-{kind}-{passage.start}"
                place = passage.start, passage.end, passage.text
                rows.append((key, earlier["unit"], kind, *pair, *place, verdict.state, verdict.why))
                spans += [(key, *span) for span in verdict.spans]
    return {"follow_ups": frame(FOLLOW_UPS, rows), "follow_up_spans": frame(FOLLOW_UP_SPANS, spans)}


def most_to_tell(follow_ups: pd.DataFrame) -> "pd.Series[int]":
    """How many problems return and plans are dropped, by the later report's document (FOLLOW_UPS)."""
    told = follow_ups["state"].eq(RETURNS) | (follow_ups["kind"].eq(PLAN) & follow_ups["state"].eq(DROPPED))
    return follow_ups[told]["later_id"].value_counts()


def _judged(
    tables: Tables, earlier: str, later: str, names: Mapping[str, str]
) -> Iterator[tuple[str, _Passage, _Verdict]]:
    problems = _passages(tables["problems"], later)
    for passage in _runs(tables, earlier):
        yield PROBLEM, passage, _returns(passage, problems, later, names)
    old = " ".join(s.text for s in _sentences(tables, earlier, "work"))
    for passage in _passages(tables["plans"], earlier):
        yield PLAN, passage, _answer(passage, tables, later, frozenset(topics(old).particular))


def _passages(table: pd.DataFrame, document: str) -> list[_Passage]:
    own = table[table["document_id"].eq(document)]
    kinds = own["categories"] if "categories" in own else pd.Series("", own.index)
    rows = zip(own["start"], own["end"], own["quote"], kinds, strict=True)
    return [_Passage(int(a), int(b), quote, frozenset(kind.split(";"))) for a, b, quote, kind in rows]


def _sentences(tables: Tables, document: str, role: str) -> list[_Passage]:
    own = tables["sentences"]
    own = own[own["document_id"].eq(document) & own["role"].eq(role)]
    rows = zip(own["start"], own["end"], own["text"], strict=True)
    return [_Passage(int(a), int(b), text) for a, b, text in rows]


def _runs(tables: Tables, document: str) -> Iterator[_Passage]:
    """The problems; those that share one run of clauses up to a ；or 。 as one, with all their categories."""
    documents = tables["documents"]
    text = documents.loc[documents["document_id"].eq(document), "text"].iloc[0]
    ends = [hit.span() for hit in RUN.finditer(text)]
    found: dict[tuple[int, int], set[str]] = {}
    for problem in _passages(tables["problems"], document):
        whole = next(((a, b) for a, b in ends if a <= problem.start and problem.end <= b), None)
        found.setdefault(whole or (problem.start, problem.end), set()).update(problem.kinds)
    for (start, end), kinds in found.items():
        yield _Passage(start, end, text[start:end].strip(), frozenset(kinds))


def _returns(passage: _Passage, problems: Sequence[_Passage], later: str, names: Mapping[str, str]) -> _Verdict:
    said, hits = topics(passage.text), []
    for problem in problems:
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
    return _Verdict(RETURNS, why, _places(later, [(hit[0], hit[3]) for hit in hits]))


def _places(document: str, hits: Sequence[tuple[_Passage, Sequence[str]]]) -> list[tuple[str, int, int]]:
    """Where the words that both share stand in the later report."""
    return [
        (document, passage.start + hit.start(), passage.start + hit.end())
        for passage, words in hits
        for hit in one_of(tuple(words)).finditer(fold(passage.text))
    ]


def _named(words: Sequence[str]) -> str:
    return "".join(f"“{word}”" for word in dict.fromkeys(words[:MOST_NAMED]))


def _answer(plan: _Passage, tables: Tables, later: str, old: frozenset[str]) -> _Verdict:
    said = {key: word for key, word in topics(plan.text).particular.items() if not key.startswith(GROUP)}
    for state, role, part in ((ANSWERED, "work", "工作"), (AGAIN, "plan", "计划")):
        hits = []
        for sentence in _sentences(tables, later, role):
            shared = [key for key in said if key in topics(sentence.text).particular]
            new = [key for key in shared if key not in old]
            if len(new) >= NEW_WORDS or (len(shared) >= MANY and len(shared) >= COVERED * len(said)):
                hits.append((sentence, shared))
        if hits:
            hits.sort(key=lambda hit: -len(hit[1]))
            spans = _places(later, hits[:MOST_SHOWN])
            return _Verdict(state, f"本期{part}部分同一句里也有{_named(hits[0][1])}", spans)
    wanted = [word for key, word in said.items() if key not in old]
    nothing = "本期工作、计划部分没有一句话"
    together = f"把这些词说到一起：{_named(wanted)}" if len(wanted) > 1 else "说到同一件事"
    return _Verdict(DROPPED, nothing + together)
