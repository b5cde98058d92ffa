"""All checks of all reports as one table, and what a clerk decided about each."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from analysis.codebook import Codebook
from analysis.comparing.base import Tables
from analysis.comparing.checks.claims import claim_lines
from analysis.comparing.checks.clauses import clauses
from analysis.comparing.checks.contradictions import contradiction_lines
from analysis.comparing.checks.duties import duty_lines, duty_tables
from analysis.comparing.checks.line import WEIGHTS, Line
from analysis.comparing.checks.quality import quality_lines, quality_tables
from analysis.duties import Duty
from analysis.tables.base import frame
from analysis.tables.comparing.checks import CHECK_SPANS, CHECKS
from analysis.tables.comparing.shared import FINDING_SPANS, FINDINGS

OPEN, DONE, DISMISSED = "待核", "已核", "不用管"
STATES = (OPEN, DONE, DISMISSED)
TOLD_KINDS = ("自相矛盾", "业务内容偏多", "写得空泛")
"""The kinds that the overview tells, one sentence each."""
FINDING_WEIGHT = 0.9
MOST_NAMED, MOST_TOLD = 3, 6


@dataclass(frozen=True, slots=True)
class Manuals:
    """What the checks need besides the reports."""

    codebook: Codebook
    duties: tuple[Duty, ...]


def check_tables(tables: Tables, labels: pd.DataFrame, manuals: Manuals) -> dict[str, pd.DataFrame]:
    """CHECKS and CHECK_SPANS, DUTY_STATES and DUTY_SPANS, QUALITY and QUALITY_SPANS of all reports in `labels`.

    The weightier come first, those of one weight in the order of the reports. `check_id` stays the same as long as the
    report and the manuals do.
    """
    duties = duty_tables(tables, labels, manuals.duties)
    quality = quality_tables(tables, labels)
    cut = clauses(tables)
    lines = [
        *contradiction_lines(tables, cut, manuals.codebook),
        *claim_lines(tables, cut),
        *duty_lines(duties, tables["documents"]),
        *quality_lines(quality),
    ]
    return {**duties, **quality, **_rows(lines, labels)}


def _rows(lines: list[Line], labels: pd.DataFrame) -> dict[str, pd.DataFrame]:
    names = dict(zip(labels["document_id"], labels["label"], strict=True))
    place = {key: order for order, key in enumerate(names)}
    lines = sorted(
        (line for line in lines if line.document_id in names),
        key=lambda line: (-WEIGHTS[line.kind], place[line.document_id]),
    )
    rows = [
        (_id(n), n.document_id, names[n.document_id], n.kind, WEIGHTS[n.kind], n.finding, n.why, n.basis, OPEN)
        for n in lines
    ]
    spans = [(_id(line), *span) for line in lines for span in line.spans]
    return {"checks": frame(CHECKS, rows), "check_spans": frame(CHECK_SPANS, spans)}


def _id(line: Line) -> str:
    return f"{line.document_id}-{line.kind}-{line.key}"


def decided(checks: pd.DataFrame, decisions: Mapping[str, str]) -> pd.DataFrame:
    """`checks` (CHECKS) with what was decided about each, by its id."""
    return checks.assign(state=[decisions.get(key, OPEN) for key in checks["check_id"]])


def check_findings(checks: pd.DataFrame, spans: pd.DataFrame, page: str = "checks") -> dict[str, pd.DataFrame]:
    """FINDINGS and FINDING_SPANS for the overview: the contradictions, and who writes of business or in words only."""
    rows, places = [], []
    told = checks[checks["kind"].isin(TOLD_KINDS)]
    for kind, own in told.groupby("kind", sort=False):
        single = own.head(MOST_TOLD) if kind == TOLD_KINDS[0] else own[:0]
        for row in single.to_dict("records"):
            key = f"check-{row['check_id']}"
            rows.append((key, page, 1.0, f"{row['label']}：{row['finding']}", row["basis"], row["document_id"]))
            places += _moved(spans, [row["check_id"]], key)
        if single.empty:
            rows.append(_together(str(kind), own, page))
            places += _moved(spans, own["check_id"].to_list(), f"check-{kind}")
    return {"findings": frame(FINDINGS, rows), "finding_spans": frame(FINDING_SPANS, places)}


def _together(kind: str, own: pd.DataFrame, page: str) -> tuple[str, str, float, str, str, str]:
    names = "、".join(own["label"].head(MOST_NAMED)) + "等" * (len(own) > MOST_NAMED)
    sentence = f"{len(own)}份报告{own['finding'].iloc[0] if len(own) == 1 else kind}：{names}"
    return f"check-{kind}", page, FINDING_WEIGHT, sentence, "被计数的原文", ";".join(own["document_id"])


def _moved(spans: pd.DataFrame, checks: list[str], key: str) -> list[tuple[str, str, int, int]]:
    own = spans[spans["check_id"].isin(checks)].drop(columns="check_id")
    return [(key, *span) for span in own.itertuples(index=False, name=None)]
