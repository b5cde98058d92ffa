"""A unit's themes, indicators and problems from period to period, and how each changed from first to last."""

from collections.abc import Iterator, Mapping, Sequence

import pandas as pd

from analysis.codebook import Codebook
from analysis.comparing.base import Cube, Tables
from analysis.tables.base import frame
from analysis.tables.comparing.trends import TREND, TREND_SPANS

TOLD = ("covered", "claim_only", "masked", "conflict")
CHANGES: Mapping[str, str] = {
    "new": "新提",
    "vanished": "不再提",
    "up": "增加",
    "down": "减少",
    "same": "不变",
    "": "",
}
PLACE = ["document_id", "start", "end"]
Row = tuple[str, str, str, str, float | None, str]


def theme_series(counts: Cube, codebook: Codebook, periods: pd.DataFrame) -> pd.DataFrame:
    """TREND of those themes in `counts` that one unit's `periods` take up.

    Args:
        counts: a block of the reports in `periods`, the chosen themes and parts.
        codebook: names the themes.
        periods: the rows of UNIT_PERIODS of one unit, the earlier first.
    """
    names = {theme.id: theme.name for theme in codebook.themes}
    amounts, states = counts.counts(), counts.states()
    rows: list[Row] = []
    for column, code in enumerate(counts.codes):
        own: list[Row] = []
        for place, (document, period) in enumerate(_documents(periods)):
            state = str(states[place, column])
            value = float(amounts[place, column]) if state in TOLD else None
            own.append((code, names[code], document, period, value, state))
        rows += own if any(row[5] in TOLD for row in own) else []
    return _changed(rows)


def indicator_series(tables: Tables, codebook: Codebook, periods: pd.DataFrame) -> pd.DataFrame:
    """TREND of the indicators that at least one of one unit's `periods` reports; a masked number has no value."""
    columns = ["document_id", "indicator_id", "status", "value"]
    told = tables["indicators"][columns].itertuples(index=False, name=None)
    states = {(document, indicator): (status, value) for document, indicator, status, value in told}
    rows: list[Row] = []
    for indicator in codebook.indicators:
        own: list[Row] = []
        for document, period in _documents(periods):
            status, value = states.get((document, indicator.id), ("absent", None))
            shown = "covered" if status == "reported" else status
            amount = None if pd.isna(value) else float(value)
            own.append((indicator.id, indicator.name, document, period, amount, shown))
        rows += own if any(row[5] in TOLD for row in own) else []
    return _changed(rows)


def problem_series(tables: Tables, codebook: Codebook, periods: pd.DataFrame) -> pd.DataFrame:
    """TREND of the problem categories one unit admits in any of its `periods`; `value` counts its problems."""
    problems = tables["problems"].assign(kind=tables["problems"]["categories"].str.split(";")).explode("kind")
    sizes = problems.groupby(["document_id", "kind"]).size()
    documents = tables["documents"].set_index("document_id")["has_problems"]
    rows: list[Row] = []
    for category in codebook.categories:
        own: list[Row] = []
        for document, period in _documents(periods):
            count = int(sizes.get((document, category.id), 0))
            state = "covered" if count else "absent" if documents[document] else "no_part"
            own.append((category.id, category.name, document, period, float(count) if count else None, state))
        rows += own if any(row[5] == "covered" for row in own) else []
    return _changed(rows)


def _documents(periods: pd.DataFrame) -> list[tuple[str, str]]:
    return list(periods[["document_id", "period"]].itertuples(index=False, name=None))


def _changed(rows: Sequence[Row]) -> pd.DataFrame:
    """The rows as TREND, each with the change of its item from the first period to the last."""
    own: dict[str, list[Row]] = {}
    for row in rows:
        own.setdefault(row[0], []).append(row)
    changes = {item: _change(series[0], series[-1]) for item, series in own.items()}
    return frame(TREND, [(*row, changes[row[0]]) for row in rows])


def _change(first: Row, last: Row) -> str:
    """Nothing is said of a part that one report does not have, nor of numbers that are masked or in conflict."""
    if "no_part" in (first[5], last[5]):
        return ""
    told = first[5] in TOLD, last[5] in TOLD
    if told[0] != told[1]:
        return "new" if told[1] else "vanished"
    if first[4] is None or last[4] is None:
        return ""
    return "same" if first[4] == last[4] else "up" if last[4] > first[4] else "down"


def series_spans(tables: Tables, kind: str, item: str, document: str, roles: Sequence[str]) -> pd.DataFrame:
    """TREND_SPANS of one cell; `kind` is `themes`, `indicators` or `problems`."""
    if kind == "themes":
        own = tables["codings"]
        own = own[own["code_id"].eq(item) & own["role"].isin(list(roles))]
    elif kind == "indicators":
        own = tables["quantities"]
        own = own[own["indicator_id"].eq(item) & own["role"].eq("work")]
    else:
        own = tables["problems"]
        own = own[own["categories"].str.split(";").map(lambda kinds: item in kinds).astype(bool)]
    own = own[own["document_id"].eq(document)]
    return frame(TREND_SPANS, _with(item, own))


def _with(item: str, own: pd.DataFrame) -> Iterator[tuple[str, str, int, int]]:
    for span in own[PLACE].itertuples(index=False, name=None):
        yield (item, *span)
