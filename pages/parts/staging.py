"""Reports that were read but are not kept yet: what was found in each, and what a person made of it in the grid."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from analysis.corrections import Correction
from analysis.keeping.changes import Incoming
from analysis.keeping.desk import Desk
from analysis.keeping.reports import known, words_digest
from analysis.reading.base import Failure, Report, Source
from analysis.reading.workers import read_all
from analysis.report import Manual, identify
from pages.parts.corpora import jobs_for

NEW = "可以存入"


@dataclass(frozen=True, slots=True)
class Staged:
    """A file that was read, what the machine found in it, and the report that says the same, if there is one."""

    source: Source
    report: Report
    found: Correction
    same: str = ""


Readings = tuple[tuple[Staged, ...], tuple[Failure, ...]]


def stage(desk: Desk, sources: Sequence[Source], manual: Manual, on_progress: Callable[[str], None]) -> Readings:
    """Reads `sources`; `on_progress` hears the name of each that is done."""
    read_, failures = [], []
    for source, report in zip(sources, read_all(sources, jobs_for(len(sources))), strict=True):
        on_progress(source.name)
        if isinstance(report, Failure):
            failures.append(report)
        else:
            read_.append((source, report))
    there = known(desk, [report for _, report in read_])
    return tuple(_staged(read_, there, manual)), tuple(failures)


def _staged(read_: Iterable[tuple[Source, Report]], there: Mapping[str, str], manual: Manual) -> Iterable[Staged]:
    seen: dict[str, str] = {}
    for source, report in read_:
        names, period = identify(report, manual)
        found = Correction(names.unit or None, period.year, period.kind, period.quarter)
        words = words_digest(report.text)
        yield Staged(source, report, found, there.get(report.sha256) or seen.get(words, ""))
        seen.setdefault(words, report.file)


def as_grid(staged: Iterable[Staged]) -> pd.DataFrame:
    """The reports as rows to be edited."""
    rows = [
        {
            "keep": not one.same,
            "file": one.report.file,
            "unit": one.found.unit,
            "year": one.found.year,
            "period_kind": one.found.period_kind,
            "quarter": one.found.quarter,
            "state": f"与“{one.same}”相同" if one.same else NEW,
            "repairs": "；".join(repair.sentence for repair in one.report.repairs),
        }
        for one in staged
    ]
    return pd.DataFrame(rows).astype({"unit": "str", "year": "Int64", "quarter": "Int64", "period_kind": "str"})


def chosen(staged: Sequence[Staged], grid: pd.DataFrame) -> list[Incoming]:
    """The reports that are ticked in `grid` and new, each with what was changed in it."""
    rows = grid.astype(object).where(grid.notna(), None).to_dict("records")
    return [
        Incoming(one.source, one.report, difference(one.found, row), one.found.unit)
        for one, row in zip(staged, rows, strict=True)
        if row["keep"] and not one.same
    ]


def difference(found: Correction, row: Mapping[str, object]) -> Correction:
    """What a person changed of what was found; a cell that was emptied changes nothing."""
    values = {name: (value, getattr(found, name)) for name, value in row.items() if hasattr(found, name)}
    return Correction(**{name: new for name, (new, old) in values.items() if new not in (None, "", old)})
