"""How much of a report has substance, how much is business, how many numbers are hidden: shares, with both counts."""

from collections.abc import Hashable, Iterator, Mapping
from typing import Any

import pandas as pd

from analysis.comparing.base import Tables, by_document
from analysis.comparing.checks.duties import is_definite
from analysis.comparing.checks.line import MASKED, OFF_TOPIC, VAGUE, Line
from analysis.tables.base import frame
from analysis.tables.comparing.checks import QUALITY, QUALITY_SPANS

MEASURES: Mapping[str, str] = {
    "work": "工作分句写得具体",
    "plan": "计划措施写得具体",
    "business_numbers": "数量中属业务的",
    "business_text": "工作字数中属业务统计的",
    "masked": "数量中被遮盖的",
}
PLACE = ["document_id", "start", "end"]
EMPTY_SHOWN = ("work", "plan")
"""Of these a reader wants to see what lacks substance; of the others what was counted."""
FEW = 5
"""Of fewer things than this no share is said to be high or low."""
LITTLE, MUCH, MOST = 0.5, 0.2, 0.5


def quality_tables(tables: Tables, labels: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """QUALITY, a row for each report and measure, and QUALITY_SPANS, the places that were counted.

    `work`: clauses coded with a theme that do more than affirm (`codings.claim_only` false), of all such
    clauses. `plan`: measures that name a time, a document, an instrument or a number, of all measures.
    `business_numbers`: numbers of business, of all numbers of the work part. `business_text`: characters of
    sentences that count more business than Party work, of the work part's. `masked`: masked numbers, of
    masked and reported ones.
    """
    columns = [*PLACE, "size", "hit"]
    counted = {measure: by_document(_counted(tables, measure)[columns]) for measure in MEASURES}
    rows, spans = [], []
    for document, label in labels[["document_id", "label"]].itertuples(index=False, name=None):
        for measure, name in MEASURES.items():
            own = counted[measure].get(document, [])
            total, hits = sum(size for *_, size, _ in own), sum(size for *_, size, hit in own if hit)
            share = hits / total if total else None
            state = "told" if total else "no_part"
            rows.append((document, label, measure, name, hits, total, share, state))
            spans += [(document, measure, a, b) for a, b, _, hit in own if hit ^ (measure in EMPTY_SHOWN)]
    return {"quality": frame(QUALITY, rows), "quality_spans": frame(QUALITY_SPANS, spans)}


def _counted(tables: Tables, measure: str) -> pd.DataFrame:
    """document_id, start, end, size, hit: everything `measure` counts, and which of it are hits."""
    if measure == "work":
        codings = tables["codings"]
        codings = codings[codings["role"].eq("work")]
        clauses = codings.groupby(PLACE, sort=False)["claim_only"].all().reset_index()
        return clauses.assign(size=1, hit=~clauses["claim_only"].astype(bool))
    if measure == "plan":
        plans = tables["plans"]
        return plans[PLACE].assign(size=1, hit=[is_definite(quote) for quote in plans["quote"]])
    numbers = tables["quantities"]
    numbers = numbers[numbers["role"].eq("work") & numbers["status"].isin(["reported", "masked"])]
    if measure == "business_text":
        return _business_sentences(tables, numbers)
    hit = numbers["domain"].eq("business") if measure == "business_numbers" else numbers["status"].eq("masked")
    return numbers[PLACE].assign(size=1, hit=hit.astype(bool))


def _business_sentences(tables: Tables, numbers: pd.DataFrame) -> pd.DataFrame:
    sentences = tables["sentences"]
    sentences = sentences[sentences["role"].eq("work")]
    business = numbers["domain"].eq("business").astype(int).mul(2).sub(1).groupby(numbers["sentence_id"]).sum()
    hit = sentences["sentence_id"].map(business).fillna(0).gt(0).to_numpy(bool)
    size = [len("".join(text.split())) for text in sentences["text"]]
    return sentences[PLACE].assign(size=size, hit=hit)


def quality_lines(found: dict[str, pd.DataFrame]) -> Iterator[Line]:
    """A line where most of a part is only words, much is business, or most numbers are hidden."""
    quality, spans = found["quality"], found["quality_spans"]
    places = {measure: by_document(own[PLACE]) for measure, own in spans.groupby("measure_id", sort=False)}
    measured = {(row["document_id"], row["measure_id"]): row for row in quality.to_dict("records")}
    for document in quality["document_id"].unique():
        for kind, measure, finding, why in _verdicts({name: measured[document, name] for name in MEASURES}):
            own_places = [(document, *place) for place in places.get(measure, {}).get(document, [])]
            yield Line(document, kind, measure, finding, why, "被计数的原文", own_places)


def _verdicts(shares: Mapping[str, Mapping[Hashable, Any]]) -> Iterator[tuple[str, str, str, str]]:
    work, numbers, text, masked = (shares[m] for m in ("work", "business_numbers", "business_text", "masked"))
    if work["total"] >= FEW and work["share"] < LITTLE:
        empty = work["total"] - work["counted"]
        why = f"工作部分{work['total']}个有主题的分句，{empty}个没有写做了什么、何时、几次、何文件"
        yield VAGUE, "work", f"工作部分{1 - work['share']:.0%}的分句没有写具体做法", why
    if text["total"] and text["share"] >= MUCH:
        why = f"{numbers['total']}个数量中{numbers['counted']}个是业务数字，有关句子占工作部分字数的{text['share']:.0%}"
        yield OFF_TOPIC, "business_text", f"约{text['share']:.0%}的工作篇幅是业务统计", why
    if masked["total"] >= FEW and masked["share"] >= MOST:
        why = f"工作部分{masked['total']}个数量，{masked['counted']}个被遮盖（{masked['share']:.0%}），无法比较"
        yield MASKED, "masked", "多半数字被遮盖", why
