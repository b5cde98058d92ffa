"""The few numbers at the head of the overview, each with what it means."""

import numpy as np
import pandas as pd

from analysis.comparing.base import ROLES, Cube, Tables, told_parts
from analysis.tables.base import frame
from analysis.tables.comparing.shared import KEY_FIGURES


def key_figures(tables: Tables, labels: pd.DataFrame, counts: Cube) -> pd.DataFrame:
    """KEY_FIGURES of the documents in the block `counts` (all roles) and of the files not read."""
    chosen = set(counts.documents)
    documents = tables["documents"][tables["documents"]["document_id"].isin(chosen)]
    labels = labels[labels["document_id"].isin(chosen)]
    themes = (counts.counts() > 0).sum(axis=1)
    middle = f"{np.median(themes):g} / {len(counts.codes)}" if len(documents) else "–"
    parts = f"{_true(documents['has_problems'])} / {_true(documents['has_plan'])}"
    odd, failed = int((~labels["comparable"]).sum()), len(tables["failures"])
    rows = [
        ("报告", f"{len(documents)} 份", _units(documents["unit"])),
        ("报告期", f"{labels['period'].nunique()} 个", "、".join(sorted(labels["period"].unique()))),
        ("主题（中位数）", middle, f"一份报告在{told_parts(ROLES)}提及的主题数，取各报告的中位数"),
        ("写问题 / 写计划", parts, "写了存在问题、写了下一步计划的报告份数"),
        ("不宜直接比较", f"{odd} 份", "报告期未写明或与多数报告不同"),
        ("未能读取", f"{failed} 个", "原因见下方列表" if failed else "全部文件都已读取"),
    ]
    return frame(KEY_FIGURES, rows)


def _true(column: "pd.Series[bool]") -> int:
    return int(column.fillna(value=False).sum())


def _units(units: "pd.Series[str]") -> str:
    named = units[units.notna() & units.ne("")]
    return f"来自 {named.nunique()} 个单位名称" + ("，另有报告未写单位" if len(named) < len(units) else "")
