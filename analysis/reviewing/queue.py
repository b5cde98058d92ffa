"""What people should look at first: what the machine is least sure of and what changes the charts most.

priority = uncertainty x consequence, both from 0 to 1.

Uncertainty joins the reasons for doubt as if they were independent: 1 - (1 - u1)(1 - u2)... (noisy or; Pearl,
Probabilistic Reasoning in Intelligent Systems, 1988, §4.3.2). A cue that people rejected r times and confirmed k times
gives (r + 1) / (r + k + 2), Laplace's rule of succession; the other doubts are set by hand below, and only their
order matters. Consequence is 1 / n where n findings share the cell of a chart: 1 where the cell hangs on this one.
What people have decided on is not asked again.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import prod

import pandas as pd

from analysis.reviewing.restored import Row
from analysis.tables.base import ROLE_WORDS, frame, records
from analysis.tables.reviewing import REVIEW_QUEUE

ALONE, CLAIM_ONLY = 0.2, 0.4
CONFLICT, MASKED, APPROXIMATE = 0.8, 0.3, 0.3
OTHER_KIND, GENERAL, SAME_THEME, UNKNOWN = 0.6, 0.4, 0.6, 0.9
Doubt = tuple[float, str]
Tables = Mapping[str, pd.DataFrame]


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A finding, how many share its cell, and the doubts about it."""

    layer: str
    item_id: str
    subject: str
    row: Row
    sharing: int
    doubts: tuple[Doubt, ...]

    def listed(self) -> Row:
        """Its row of REVIEW_QUEUE."""
        uncertainty = 1 - prod(1 - doubt for doubt, _ in self.doubts)
        consequence = 1 / self.sharing
        return {
            **{name: self.row.get(name) for name in ("document_id", "start", "end", "quote")},
            "layer": self.layer,
            "item_id": self.item_id,
            "subject": self.subject,
            "uncertainty": uncertainty,
            "consequence": consequence,
            "priority": uncertainty * consequence,
            "why": "；".join(why for _, why in self.doubts),
        }


def review_queue(tables: Tables, reviewed: pd.DataFrame, record: pd.DataFrame) -> pd.DataFrame:
    """REVIEW_QUEUE: the findings in doubt, the first to be looked at first.

    Args:
        tables: those of the contract, after the decisions.
        reviewed: what people decided on (REVIEWED).
        record: how often the cues were rejected (CUE_RECORD).
    """
    seen = set(reviewed["layer"] + reviewed["item_id"])
    found = [*_codings(tables, record), *_quantities(tables), *_problems(tables), *_answers(tables)]
    found += _documents(tables)
    rows = [one.listed() for one in found if one.doubts and one.layer + one.item_id not in seen]
    return frame(REVIEW_QUEUE, sorted(rows, key=lambda row: -row["priority"]))


def _doubts(*doubts: tuple[object, float, str]) -> tuple[Doubt, ...]:
    return tuple((weight, why) for holds, weight, why in doubts if holds)


def _codings(tables: Tables, record: pd.DataFrame) -> Iterator[_Candidate]:
    judged = {(r["code_id"], r["cue"]): (r["rejected"], r["confirmed"]) for r in records(record)}
    codings = tables["codings"]
    sharing = _sharing(codings, ["document_id", "code_id", "role"])
    claimed = codings["claim_only"].fillna(value=False)
    claims = claimed.groupby([codings["document_id"], codings["code_id"], codings["role"]]).transform("all")
    for row, count, only in zip(records(codings), sharing, claims, strict=True):
        no, yes = judged.get((row["code_id"], row["cue"]), (0, 0))
        doubts = _doubts(
            (no, (no + 1) / (no + yes + 2), f"线索词“{row['cue']}”被驳回过{no}次"),
            (only, CLAIM_ONLY, "只有表态的话，算不算提及在两可之间"),
            (count == 1, ALONE, f"{ROLE_WORDS[row['role']]}部分只有这一处写到这个主题"),
        )
        yield _Candidate("coding", row["coding_id"], row["code_id"], row, count, doubts)


def _sharing(rows: pd.DataFrame, cell: list[str]) -> list[int]:
    return [int(count) for count in rows.groupby(cell)[cell[0]].transform("size")]


def _quantities(tables: Tables) -> Iterator[_Candidate]:
    quantities = {row["quantity_id"]: row for row in records(tables["quantities"])}
    told = tables["indicators"][tables["indicators"]["quantity_ids"].fillna("").ne("")]
    for state in records(told):
        keys = state["quantity_ids"].split(";")
        conflict = state["status"] == "conflict"
        for row in (quantities[key] for key in keys):
            doubts = _doubts(
                (conflict, CONFLICT, "同一指标写了不同的数，要看以哪个为准"),
                (row["status"] == "masked", MASKED, "是数字遮盖还是名称遮盖，要看原文"),
                (row["approximate"], APPROXIMATE, "是约数，数值要看原文"),
            )
            sharing = 1 if conflict else len(keys)
            yield _Candidate("quantity", row["quantity_id"], state["indicator_id"], row, sharing, doubts)


def _problems(tables: Tables) -> Iterator[_Candidate]:
    problems = tables["problems"]
    for row, count in zip(records(problems), _sharing(problems, ["document_id", "categories"]), strict=True):
        doubts = _doubts(
            ("other" in row["categories"].split(";"), OTHER_KIND, "没有归进现有的问题类别"),
            (row["general"], GENERAL, "像是总括的话，不一定算一条问题"),
        )
        yield _Candidate("problem", row["problem_id"], row["categories"], row, count, doubts)


def _answers(tables: Tables) -> Iterator[_Candidate]:
    problems = {row["problem_id"]: row for row in records(tables["problems"])}
    answers = tables["answers"]
    for row, count in zip(records(answers), _sharing(answers, ["problem_id"]), strict=True):
        doubts = _doubts((row["strength"] == "theme", SAME_THEME, "措施和问题只是同一主题，算不算回应要看原文"))
        item = f"{row['problem_id']};{row['plan_id']}"
        yield _Candidate("answer", item, row["plan_id"], problems[row["problem_id"]], count, doubts)


def _documents(tables: Tables) -> Iterable[_Candidate]:
    for row in records(tables["documents"]):
        doubts = _doubts((not row["unit"], UNKNOWN, "没有认出单位"), (not row["year"], UNKNOWN, "没有认出年度"))
        whole = {"document_id": row["document_id"], "quote": row["title"]}
        yield _Candidate("document", row["document_id"], "", whole, 1, doubts)
