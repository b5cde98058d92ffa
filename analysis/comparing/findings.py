"""What stands out in the reports at hand, in sentences, each with the places in the text it rests on."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.codebook import Codebook
from analysis.comparing.base import ROLE_NAMES, ROLES, Cube, Tables, having, told_parts
from analysis.tables.base import frame
from analysis.tables.comparing.shared import FINDING_SPANS, FINDINGS

MOST_OF_A_KIND = 3
MOST_NAMED = 3
SPAN = ["document_id", "start", "end"]
ODD = "报告期未写明或与多数报告不同，数量不宜直接比较"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that stands out: a higher `weight` comes first.

    `spans` (document_id, start, end) are the places it rests on, `basis` says in Chinese what stands there, `page`
    where a reader sees more.
    """

    finding_id: str
    weight: float
    sentence: str
    basis: str
    documents: Sequence[str]
    spans: pd.DataFrame
    page: str = "themes"


@dataclass(frozen=True, slots=True)
class Scope:
    """What is looked at: the block of counts (all roles), the tables, names, and what a sentence counts."""

    counts: Cube
    tables: Tables
    labels: pd.DataFrame
    codebook: Codebook
    counted: str

    def names(self, documents: Sequence[str]) -> str:
        """The labels of `documents`, the first few of them where there are many."""
        known = dict(zip(self.labels["document_id"], self.labels["label"], strict=True))
        named = "、".join(known[key] for key in documents[:MOST_NAMED])
        return f"{named}等" if len(documents) > MOST_NAMED else named

    def sentence(self, documents: Sequence[str], what: str, of: str = "") -> str:
        """`5家单位中2家……：甲、乙`; `of` names those that could, where they are not all."""
        among = of or f"{len(self.counts.documents)}{self.counted}"
        return f"{among}中{len(documents)}{self.counted[0]}{what}：{self.names(documents)}"

    def theme(self, place: int) -> str:
        """The name of the theme at `place` of the block."""
        return next(t.name for t in self.codebook.themes if t.id == self.counts.codes[place])

    def documents(self, mask: Iterable[bool]) -> list[str]:
        """The documents where `mask` is true."""
        return [key for key, wanted in zip(self.counts.documents, mask, strict=True) if wanted]

    def spans(self, documents: Sequence[str], code: str, role: str = "work") -> pd.DataFrame:
        """The clauses in which `documents` take up `code` in `role`."""
        codings = self.tables["codings"]
        wanted = codings["code_id"].eq(code) & codings["role"].eq(role)
        return codings[wanted & codings["document_id"].isin(list(documents))][SPAN]


def findings(scope: Scope) -> dict[str, pd.DataFrame]:
    """FINDINGS and FINDING_SPANS of `scope`, the more telling first; keys `findings` and `finding_spans`."""
    found: list[Finding] = []
    if scope.counts.documents:
        found = [*_periods(scope), *_parts(scope), *_gaps(scope), *_claims(scope), *_untouched(scope)]
    found.sort(key=lambda finding: -finding.weight)
    rows = [(f.finding_id, f.page, f.weight, f.sentence, f.basis, ";".join(f.documents)) for f in found]
    spans = [(f.finding_id, *span) for f in found for span in f.spans.itertuples(index=False, name=None)]
    return {"findings": frame(FINDINGS, rows), "finding_spans": frame(FINDING_SPANS, spans)}


def _periods(scope: Scope) -> Iterator[Finding]:
    """Reports whose kind of period differs from the others, in one finding that comes after all others."""
    labels = scope.labels[scope.labels["document_id"].isin(scope.counts.documents)]
    odd = labels[~labels["comparable"]]
    keys, notes = odd["document_id"].to_list(), odd["note"].unique()
    if not keys:
        return
    same = f"{scope.names(keys)}：{notes[0]}"
    told = same if len(notes) == 1 else f"{len(keys)}份报告的{ODD}：{scope.names(keys)}"
    yield Finding(f"period-{keys[0]}", 0.1, told, "报告标题", keys, _titles(scope.tables, keys), "overview")


def _titles(tables: Tables, documents: Sequence[str]) -> pd.DataFrame:
    """Where each document's title stands in its text; documents without a title are left out."""
    known = tables["documents"]
    known = known[known["document_id"].isin(list(documents)) & known["title"].notna()]
    rows = []
    for key, title, text in known[["document_id", "title", "text"]].itertuples(index=False, name=None):
        start = text.find(title)
        if start >= 0:
            rows.append((key, start, start + len(title)))
    return pd.DataFrame(rows, columns=SPAN)


def _parts(scope: Scope) -> Iterator[Finding]:
    """Reports without a part on problems or on plans, though others have one."""
    total = len(scope.counts.documents)
    for place, role in enumerate(ROLES[1:], start=1):
        lacking = scope.documents(~scope.counts.part[:, place])
        if 0 < len(lacking) < total:
            sentence = scope.sentence(lacking, f"没有写{ROLE_NAMES[role]}部分")
            yield Finding(
                f"part-{role}", 0.9, sentence, "这些报告的各节标题", lacking, _headings(scope.tables, lacking)
            )


def _headings(tables: Tables, documents: Sequence[str]) -> pd.DataFrame:
    """Where the headings of each document stand, to show how it is built."""
    sections = tables["sections"]
    own = sections[sections["document_id"].isin(list(documents)) & sections["heading"].fillna("").ne("")]
    return own.assign(end=own["start"] + own["heading"].str.len())[SPAN]


def _gaps(scope: Scope) -> Iterator[Finding]:
    """Themes that most reports take up in their work and a minority does not."""
    able = scope.counts.part[:, 0]
    covered = scope.counts.codings[:, :, 0] > 0
    lacking = (~covered & able[:, None]).sum(axis=0)
    total = int(able.sum())
    order = np.argsort(lacking, kind="stable")
    of = having(total, len(able), scope.counted, "写了工作部分")
    for place in [p for p in order if 0 < lacking[p] <= total / 2][:MOST_OF_A_KIND]:
        code, absent = scope.counts.codes[place], scope.documents(~covered[:, place] & able)
        sentence = scope.sentence(absent, f"工作部分未提及{scope.theme(place)}", of)
        told = scope.documents(covered[:, place])
        yield Finding(
            f"gap-{code}",
            0.5 + 0.3 * len(told) / total,
            sentence,
            "其他报告提及处",
            absent,
            scope.spans(told, code),
        )


def _claims(scope: Scope) -> Iterator[Finding]:
    """Themes that several reports only claim, without anything done."""
    claimed = scope.counts.claimed[:, :, 0] & (scope.counts.codings[:, :, 0] > 0)
    counts = claimed.sum(axis=0)
    for place in [p for p in np.argsort(-counts, kind="stable") if counts[p] > 1][:MOST_OF_A_KIND]:
        code, keys = scope.counts.codes[place], scope.documents(claimed[:, place])
        what = f"工作部分对{scope.theme(place)}只有表态，没有写具体做法"
        sentence = scope.sentence(keys, what)
        weight = 0.4 + 0.3 * len(keys) / len(scope.counts.documents)
        yield Finding(f"claim-{code}", weight, sentence, "只表态的原文", keys, scope.spans(keys, code))


def _untouched(scope: Scope) -> Iterator[Finding]:
    """Themes that no report takes up in any of the parts that are coded; an introduction may speak of them."""
    nobody = [i for i, n in enumerate(scope.counts.counts().sum(axis=0)) if n == 0]
    if nobody:
        names = "、".join(scope.theme(i) for i in nobody[:MOST_NAMED]) + ("等" if len(nobody) > MOST_NAMED else "")
        who = "没有一份报告" if len(scope.counts.documents) > 1 else "没有"
        sentence = f"{len(nobody)}个主题{who}在{told_parts(ROLES)}提及：{names}"
        yield Finding("untouched", 0.3, sentence, "", [], pd.DataFrame([], columns=SPAN))
