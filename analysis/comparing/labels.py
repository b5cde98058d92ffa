"""What a report is called on screen, and whether its period can be set beside the others.

The key of everything is the document, never the unit's name: masked names collide, and one unit may send
two reports.
"""

from collections import Counter
from collections.abc import Sequence
from pathlib import PurePosixPath

import pandas as pd

from analysis.tables.base import frame
from analysis.tables.comparing.shared import LABELS, MARK

KINDS = {
    "annual": "年度",
    "half": "半年",
    "quarter": "季度",
    "month": "月度",
    "other": "不定期",
    "": "",
}
NO_PERIOD, NO_UNIT = "未写明报告期", "未写明单位"
QUARTERS = "一二三四"


def period_name(year: int | None, kind: str, quarter: int | None) -> str:
    """`2022年`, `2022年第一季度`, `2022年半年`, or `未写明报告期` where it is not said what is reported on.

    A report on no regular period (前三季度, 专项检查) is called `2022年不定期`.
    """
    if not kind or (kind == "other" and not year):
        return f"{year}年{NO_PERIOD}" if year else NO_PERIOD
    stem = f"{year}年" if year else ""
    if kind == "quarter" and quarter:
        return f"{stem}第{QUARTERS[quarter - 1]}季度"
    if kind == "annual":
        return stem or "年度"
    return stem + KINDS.get(kind, "")


def labels(documents: pd.DataFrame) -> pd.DataFrame:
    """LABELS of all `documents` (DOCUMENTS), in their order.

    A report carries its unit's name, `未写明单位` where it has none; where that name is shared, the period is added,
    and where that does not tell them apart either, or the name is masked or missing, the file's name. Reports whose
    kind of period is not the most common one are not comparable: the reason stands in `note`, and the label itself
    ends in `MARK`, so that it shows wherever the report is charted.
    """
    kinds = [kind if isinstance(kind, str) else "" for kind in documents["period_kind"]]
    dated = zip(_whole(documents["year"]), kinds, _whole(documents["quarter"]), strict=True)
    periods = [period_name(year, kind, quarter) for year, kind, quarter in dated]
    usual = _usual(kinds)
    notes = [_note(kind, period, usual) for kind, period in zip(kinds, periods, strict=True)]
    rows = zip(documents["document_id"], _names(documents, periods), periods, kinds, notes, strict=True)
    return frame(LABELS, [(key, _marked(n, p, note), p, kind, not note, note) for key, n, p, kind, note in rows])


def _whole(column: "pd.Series[int]") -> list[int | None]:
    return [int(value) if known else None for value, known in zip(column, column.notna(), strict=True)]


def _marked(name: str, period: str, note: str) -> str:
    if not note:
        return name
    return f"{name}{MARK}" if period in name else f"{name}（{period}）{MARK}"


def counted_as(documents: pd.DataFrame) -> str:
    """What a sentence counts: `家单位`, or `份报告` where a unit has several reports or is not named."""
    units = documents["unit"]
    return "家单位" if units.notna().all() and units.ne("").all() and units.is_unique else "份报告"


def _usual(kinds: Sequence[str]) -> str:
    """The kind of period most reports have; the longer period where two are as common."""
    counts = Counter(kind for kind in kinds if kind)
    order = tuple(KINDS)
    return min(counts, key=lambda kind: (-counts[kind], order.index(kind))) if counts else ""


def _note(kind: str, period: str, usual: str) -> str:
    if kind == usual or not usual:
        return ""
    if period.endswith(NO_PERIOD):
        return f"{NO_PERIOD}，数量不宜与其他报告直接比较"
    return f"{period}报告，其他多为{KINDS[usual]}报告，数量不宜直接比较"


def _names(documents: pd.DataFrame, periods: Sequence[str]) -> list[str]:
    files = [PurePosixPath(file).stem for file in documents["file"]]
    units = [unit if isinstance(unit, str) and unit else "" for unit in documents["unit"]]
    masked = documents["unit_masked"].fillna(value=False).to_list()
    dated = [f"{unit}（{period}）" for unit, period in zip(units, periods, strict=True)]
    shared, same = Counter(units), Counter(dated)
    names = []
    for unit, file, full, hidden in zip(units, files, dated, masked, strict=True):
        if shared[unit] == 1:
            names.append(unit or NO_UNIT)
        else:
            by_file = not unit or hidden or same[full] > 1
            names.append(f"{unit or NO_UNIT}（{file}）" if by_file else full)
    return _distinct(names, documents["file"].to_list())


def _distinct(names: Sequence[str], files: Sequence[str]) -> list[str]:
    """`names`; those that repeat with the whole file name, and with a number where even that repeats."""
    counts = Counter(names)
    full = [f"{name}（{file}）" if counts[name] > 1 else name for name, file in zip(names, files, strict=True)]
    seen: Counter[str] = Counter()
    out = []
    for name in full:
        seen[name] += 1
        out.append(name if seen[name] == 1 else f"{name}·{seen[name]}")
    return out
