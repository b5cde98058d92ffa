"""Where a report contradicts itself."""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any

import pandas as pd

from analysis.codebook import Codebook, Indicator
from analysis.coding.indicators.cues import compile_cues
from analysis.comparing.base import Tables, by_document
from analysis.comparing.checks.claims import is_complete
from analysis.comparing.checks.clauses import Clause, holds
from analysis.comparing.checks.line import CONTRADICTION, Line
from analysis.lexicon.comparing import check_words
from analysis.phrases import fold, one_of

PLACE = ["document_id", "start", "end"]
MOST_QUOTED = 2


def contradiction_lines(tables: Tables, clauses: Sequence[Clause], codebook: Codebook) -> Iterator[Line]:
    """Two totals that disagree; 次数少 beside a number; 全部整改完毕 beside what is not."""
    names = {indicator.id: indicator for indicator in codebook.indicators}
    own = _grouped(clauses)
    yield from _two_totals(tables, names)
    yield from _few_but_counted(tables, own, codebook)
    for document in own.values():
        yield from _done_but_open(document)


def _grouped(clauses: Sequence[Clause]) -> dict[str, list[Clause]]:
    """The clauses by their report."""
    found: dict[str, list[Clause]] = {}
    for clause in clauses:
        found.setdefault(clause.document_id, []).append(clause)
    return found


def _two_totals(tables: Tables, names: Mapping[str, Indicator]) -> Iterator[Line]:
    """Two different totals of one indicator, each said in a sentence of its own to be that of the whole period."""
    states = tables["indicators"]
    states = states[states["status"].eq("conflict")]
    numbers = tables["quantities"]
    numbers = numbers[numbers["quantity_id"].isin(states["quantity_ids"].str.split(";").explode())].merge(
        tables["sentences"][["sentence_id", "start", "text"]], on="sentence_id", suffixes=("", "_sentence")
    )
    known = {number["quantity_id"]: number for number in numbers.to_dict("records")}
    for row in states.to_dict("records"):
        totals = [known[key] for key in row["quantity_ids"].split(";") if _is_total(known[key])]
        for a, b in combinations(totals, 2):
            apart = a["sentence_id"] != b["sentence_id"] and a["value"] != b["value"]
            if apart and a["measure_word"] == b["measure_word"]:
                yield _disagreeing(row["document_id"], names[row["indicator_id"]], a, b)


def _is_total(number: Mapping[Hashable, Any]) -> bool:
    """Exact, reported, and told of the whole period (全年, 累计): another number may be another thing's."""
    before = fold(number["text"])[: number["end"] - number["start_sentence"]]
    exact = number["status"] == "reported" and not number["approximate"]
    return bool(exact) and (number["relation"] == "total" or holds(check_words().whole_year, before))


def _disagreeing(document: str, indicator: Indicator, a: Mapping[Hashable, Any], b: Mapping[Hashable, Any]) -> Line:
    finding = f"{indicator.name}前后两个数：“{a['quote']}”和“{b['quote']}”"
    spans = [(document, n["start"], n["end"]) for n in (a, b)]
    why = "两处都说的是全期总数，数字却不同"
    key = f"totals-{a['start']}-{b['start']}"
    return Line(document, CONTRADICTION, key, finding, why, "两处原文", spans)


def _few_but_counted(tables: Tables, clauses: Mapping[str, Sequence[Clause]], codebook: Codebook) -> Iterator[Line]:
    """The unit admits 次数少 of what it counted itself; what it says of its branches is no contradiction."""
    words = check_words()
    states = tables["indicators"]
    numbers = by_document(states[states["status"].ne("absent")][["document_id", "indicator_id", "quantity_ids"]])
    admitted = (c for own in clauses.values() for c in own if c.role == "problems" and holds(words.few, c.text))
    for clause in (c for c in admitted if not holds(words.others, c.said)):
        told = dict(numbers.get(clause.document_id, []))
        meant = _meant(clause.text, told, codebook)
        if meant:
            found = tables["quantities"]
            found = found[found["quantity_id"].isin(told[meant.id].split(";"))]
            yield _admitting(clauses[clause.document_id], clause, meant, found)


def _meant(text: str, told: Mapping[str, str], codebook: Codebook) -> Indicator | None:
    """The indicator whose cue stands in `text`, of those `told` with a number."""
    finders = {f.indicator.id: f for own in compile_cues(codebook).finders.values() for f in own}
    hits = (i for i in codebook.indicators if i.id in told and finders[i.id].cue.search(text))
    return next(hits, None)


def _admitting(clauses: Sequence[Clause], clause: Clause, meant: Indicator, found: pd.DataFrame) -> Line:
    """The line on `clause` that admits too few, beside the numbers `found` of the same thing in its report."""
    starts = found["start"].to_list()
    told = [c.quote for c in clauses if any(c.start <= start < c.end for start in starts)]
    said = "、".join(f"“{quote}”" for quote in told[:MOST_QUOTED])
    hidden = "（数字已遮盖）" if found["status"].eq("masked").all() else ""
    finding = f"问题部分写“{clause.quote}”，工作部分却写{said}{hidden}"
    why = f"同一件事（{meant.name}），前面报了数，后面说少"
    spans = [clause.span(), *found[PLACE].itertuples(index=False, name=None)]
    return Line(clause.document_id, CONTRADICTION, f"few-{clause.start}", finding, why, "前后原文", spans)


def _done_but_open(clauses: Sequence[Clause]) -> Iterator[Line]:
    """All is made good, and later in the same report something of the same origin is not."""
    words = check_words()
    done = [c for c in clauses if c.role == "work" and is_complete(c)]
    rest = [c for c in clauses if c.role in ("problems", "plan") and holds(words.unfinished, c.text)]
    for claim in done:
        own = [c for c in rest if _same_faults(claim, c)]
        own.sort(key=lambda c: not holds(words.origins, c.text))
        if own:
            finding = f"先说“{claim.quote}”，后面又说“{own[0].quote}”"
            why = "全部整改完毕与尚未整改好的说法不能同时成立"
            spans = [claim.span(), *(c.span() for c in own)]
            yield Line(claim.document_id, CONTRADICTION, f"open-{claim.start}", finding, why, "前后原文", spans)


def _same_faults(claim: Clause, other: Clause) -> bool:
    """Whether both speak of faults of one origin (审计, 巡察); one without any may be of all."""
    found = [set(one_of(check_words().origins).findall(c.sentence)) for c in (claim, other)]
    return bool(found[0] & found[1]) or (not found[1] and "整改" in other.text)
