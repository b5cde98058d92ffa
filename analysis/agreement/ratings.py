"""What each person, and the machine, judged: one value a case, comparable between them.

A person's coding of a report counts once they have finished it: what was merely picked out to be corrected is no fair
sample. In blind tasks it counts as it was when the report opened, with nothing of the machine's.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import pandas as pd

from analysis.agreement.blind import BlindTask, before_opening
from analysis.codebook import Codebook
from analysis.report import Manual
from analysis.reviewing.applying.apply import apply
from analysis.reviewing.cells import finished
from analysis.reviewing.decisions import Decision, Layer
from analysis.tables.agreement import RATINGS
from analysis.tables.base import frame, records

MACHINE = "机器"
YES, NO = "yes", "no"
Tables = Mapping[str, pd.DataFrame]
Judged = tuple[str, str, str, str]


def ratings(
    tables: Tables, decisions: Sequence[Decision], manual: Manual, tasks: Sequence[BlindTask] = ()
) -> pd.DataFrame:
    """RATINGS of the machine and of everybody who has finished a report in `tables`, which are the machine's."""
    rows = [(*judged, MACHINE) for judged in _judged(tables, manual.codebook)]
    for coder in sorted({one.by for one in decisions}):
        view = _view(coder, tables, decisions, manual, tasks)
        rows += [(*judged, coder) for judged in _judged(view, manual.codebook)]
    return frame(RATINGS, [(layer, group, case, coder, value) for layer, group, case, value, coder in rows])


def _view(
    coder: str, tables: Tables, decisions: Sequence[Decision], manual: Manual, tasks: Iterable[BlindTask]
) -> Tables:
    """The reports that `coder` has finished, as this person alone coded them."""
    own_tasks = [task for task in tasks if coder in task.coders]
    late = {
        one.decision_id
        for task in own_tasks
        for one in decisions[len(before_opening(task, decisions)) :]
        if one.sha256 == task.sha256
    }
    own = [one for one in decisions if one.by == coder and one.decision_id not in late]
    documents = tables["documents"]
    done = finished(documents, own, coder)
    blind = frozenset(documents[documents["sha256"].isin([task.sha256 for task in own_tasks])]["document_id"])
    applied = apply(tables, own, manual, blind=blind).tables
    return {name: rows[rows["document_id"].isin(done)] for name, rows in applied.items() if "document_id" in rows}


def _judged(tables: Tables, codebook: Codebook) -> Iterator[Judged]:
    """Layer, group, case and value of all that is judged in `tables`."""
    yield from _themes(tables["features"])
    yield from _categories(tables, codebook)
    yield from _indicators(tables["indicators"])
    for document, start, role in tables["sentences"][["document_id", "start", "role"]].itertuples(index=False):
        yield Layer.ROLE, "", f"{document}/{start}", role


def _themes(features: pd.DataFrame) -> Iterator[Judged]:
    """Theme by part: is it there? A part that a report lacks is not judged."""
    told = features[features["codings"].notna()]
    for document, code, role, covered in told[["document_id", "code_id", "role", "covered"]].itertuples(index=False):
        yield Layer.CODING, code, f"{document}/{code}/{role}", YES if covered else NO


def _categories(tables: Tables, codebook: Codebook) -> Iterator[Judged]:
    """Kind of problem by report: does it admit one?"""
    admitted: dict[str, set[str]] = {}
    for document, categories in tables["problems"][["document_id", "categories"]].itertuples(index=False):
        admitted.setdefault(document, set()).update(categories.split(";"))
    for document in tables["documents"]["document_id"]:
        for category in codebook.categories:
            there = category.id in admitted.get(document, ())
            yield Layer.PROBLEM, category.id, f"{document}/{category.id}", YES if there else NO


def _indicators(indicators: pd.DataFrame) -> Iterator[Judged]:
    """Indicator by report: which state, and which number."""
    for row in records(indicators):
        value = row["status"] if row["value"] is None else f"{row['status']} {row['value']:g}"
        yield Layer.QUANTITY, row["indicator_id"], f"{row['document_id']}/{row['indicator_id']}", value
