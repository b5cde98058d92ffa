"""Where in every table the rows of each report stand, so that one is taken out, or put back, without a search."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.reviewing.applying.draft import Rows
from analysis.tables.base import records
from analysis.tables.coding import CONTRACT, DOCUMENTS, FAILURES

NAMES = tuple(table.name for table in CONTRACT if table is not FAILURES)
FOUND = tuple(name for name in NAMES if name != DOCUMENTS.name)
"""The tables that hold what was found in a report."""
Tables = Mapping[str, pd.DataFrame]


@dataclass(frozen=True, slots=True)
class Layout:
    """The tables of the contract, and for each the place where the rows of the first, second, … report begin."""

    tables: Tables
    borders: Mapping[str, npt.NDArray[np.intp]]

    def one(self, place: int) -> Rows:
        """What was found in the report at `place`, as rows by table."""
        return {name: tuple(records(self._own(name, place))) for name in FOUND}

    def _own(self, name: str, place: int) -> pd.DataFrame:
        return self.tables[name].iloc[self.borders[name][place] : self.borders[name][place + 1]]

    def replaced(self, made: Mapping[int, Tables]) -> dict[str, pd.DataFrame]:
        """The tables with those of `made` in the place of the reports' own; the others' rows are not looked at."""
        whole = dict(self.tables)
        for name in NAMES if made else ():
            parts, at = [], 0
            for place in sorted(made):
                parts += [self.tables[name].iloc[at : self.borders[name][place]], made[place][name]]
                at = self.borders[name][place + 1]
            whole[name] = pd.concat([*parts, self.tables[name].iloc[at:]], ignore_index=True)
        return whole


def layout(tables: Tables) -> Layout:
    """The layout of `tables`, which are sorted where reports do not follow each other as in DOCUMENTS."""
    documents = pd.Index(tables[DOCUMENTS.name]["document_id"])
    ordered, borders = dict(tables), {}
    for name in NAMES:
        places = documents.get_indexer(pd.Index(owners(tables, name)))
        if (np.diff(places) < 0).any():
            order = places.argsort(kind="stable")
            ordered[name], places = tables[name].iloc[order].reset_index(drop=True), places[order]
        borders[name] = places.searchsorted(np.arange(len(documents) + 1))
    return Layout(ordered, borders)


def owners(tables: Tables, name: str) -> pd.Series:
    """The report of each row; an answer belongs to that of its problem."""
    if name != "answers":
        return tables[name]["document_id"]
    problems = dict(tables["problems"][["problem_id", "document_id"]].itertuples(index=False, name=None))
    return tables[name]["problem_id"].map(problems)
