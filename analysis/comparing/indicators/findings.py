"""What stands out in the numbers, for the overview: who hides most, two numbers for one count, what nobody reports."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pandas as pd

from analysis.comparing.base import Tables
from analysis.comparing.indicators.disclosure import FEW, masked_spans
from analysis.comparing.indicators.numbers import number_spans
from analysis.comparing.indicators.titles import title_disclosure
from analysis.tables.base import frame
from analysis.tables.comparing.shared import FINDING_SPANS, FINDINGS

LOW = 0.5
MOST_OF_A_KIND, MOST_NAMED = 3, 3
SPAN = ["document_id", "start", "end"]


@dataclass(frozen=True, slots=True)
class _Finding:
    key: str
    weight: float
    sentence: str
    basis: str
    documents: Sequence[str]
    spans: pd.DataFrame


def indicator_findings(
    tables: Tables, cells: pd.DataFrame, rates: pd.DataFrame, counted: str, page: str = "indicators"
) -> dict[str, pd.DataFrame]:
    """FINDINGS and FINDING_SPANS by the tables' names.

    Args:
        tables: the contract's tables.
        cells: INDICATOR_CELLS of the reports looked at, all indicators.
        rates: DISCLOSURE of the same reports, numbers of the Party's work.
        counted: what a sentence counts, 家单位 or 份报告.
        page: the id of the page that shows more.
    """
    found = [*_hidden(tables, rates, counted), *_conflicts(tables, cells), *_nobody(cells, counted)]
    found.sort(key=lambda finding: -finding.weight)
    rows = [(f.key, page, f.weight, f.sentence, f.basis, ";".join(f.documents)) for f in found]
    spans = [(f.key, *span) for f in found for span in f.spans.itertuples(index=False, name=None)]
    return {"findings": frame(FINDINGS, rows), "finding_spans": frame(FINDING_SPANS, spans)}


def _hidden(tables: Tables, rates: pd.DataFrame, counted: str) -> Iterator[_Finding]:
    """Reports that write out less than half of their numbers; the lowest is named."""
    low = rates[rates["share"].lt(LOW).fillna(value=False) & (rates["reported"] + rates["masked"]).ge(FEW)]
    if low.empty:
        return
    low = low.sort_values("share", kind="stable").head(MOST_NAMED)
    keys = low["document_id"].to_list()
    spans = pd.concat([masked_spans(tables, key, "party") for key in keys])
    weight = 0.7 + 0.2 * (1 - float(low["share"].iloc[0]))
    sentence = title_disclosure(rates, "party", counted)
    yield _Finding("numbers-hidden", weight, sentence, "披露率低于一半的报告里被遮盖的数字", keys, spans)


def _conflicts(tables: Tables, cells: pd.DataFrame) -> Iterator[_Finding]:
    """Two numbers for one count: perhaps of different people or meetings, so a person has to look."""
    for row in cells[cells["state"].eq("conflict")].head(MOST_OF_A_KIND).to_dict("records"):
        sentence = f"{row['label']}：{row['indicator']}写了不同的数（{row['told']}），请核对是否同一口径"
        spans = number_spans(tables, row["quantity_ids"].split(";"))
        key = f"numbers-{row['document_id']}-{row['indicator_id']}"
        yield _Finding(key, 0.55, sentence, "几处原文", [row["document_id"]], spans)


def _nobody(cells: pd.DataFrame, counted: str) -> Iterator[_Finding]:
    """Indicators of which none of several work parts gives a number; an introduction may give one."""
    able = cells[cells["state"].ne("no_part")]
    silent = able["state"].eq("absent").groupby(able["indicator"], sort=False).all()
    names, total = silent[silent].index.to_list(), able["document_id"].nunique()
    if names and total > 1:
        named = "、".join(names[:MOST_NAMED]) + "等" * (len(names) > MOST_NAMED)
        without = cells["document_id"].nunique() - total
        rest = f"；另{without}{counted[0]}没有工作部分" if without else ""
        sentence = f"{total}{counted}的工作部分都没有写到{len(silent)}个指标中的{len(names)}个：{named}{rest}"
        yield _Finding("numbers-nobody", 0.25, sentence, "", [], pd.DataFrame([], columns=SPAN))
