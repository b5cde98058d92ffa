"""All that is on the desk to be compared: the machine's coding under what people corrected."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import pandas as pd

from analysis.corpus import Corpus
from analysis.corrections import corrected
from analysis.keeping.coded import coded_tables, corpus_digest
from analysis.keeping.desk import Desk
from analysis.keeping.errors import DeskError
from analysis.keeping.reports import Kept, reports
from analysis.keeping.roster import Roster, roster
from analysis.report import Manual


@dataclass(frozen=True, slots=True)
class Holdings:
    """The reports and the roster in one state of the desk; `digest` changes with anything that shows in a chart."""

    kept: tuple[Kept, ...]
    roster: Roster
    digest: str

    def groups(self, documents: pd.DataFrame) -> Mapping[str, str]:
        """The group of each of `documents` (DOCUMENTS, corrected) whose unit is in one, by document_id."""
        known = self.roster.groups
        units = zip(documents["document_id"], documents["unit"], strict=True)
        return {key: known[unit] for key, unit in units if unit in known}


def holdings(desk: Desk) -> Holdings:
    """What is on the desk now; of a damaged one what can still be read.

    Raises:
        DeskError: nothing can be read.
    """
    kept, units = reports(desk), _roster(desk)
    parts = [corpus_digest(kept), *(repr(one.correction) for one in kept), repr(units)]
    return Holdings(kept, units, hashlib.sha256("\n".join(parts).encode()).hexdigest())


def _roster(desk: Desk) -> Roster:
    try:
        return roster(desk)
    except DeskError:
        if desk.trouble:
            return Roster()
        raise


def stored_corpus(
    desk: Desk,
    held: Holdings,
    manual: Manual,
    *,
    jobs: int = 1,
    on_progress: Callable[[str], None] | None = None,
) -> Corpus:
    """The tables of what is `held`, the documents as people and the roster correct them.

    `jobs` and `on_progress` are those of `coded_tables`.
    """
    tables = coded_tables(desk, held.kept, manual, jobs=jobs, on_progress=on_progress)
    corrections = {one.document_id: one.correction for one in held.kept}
    documents = corrected(tables["documents"], corrections, held.roster.names)
    return Corpus(MappingProxyType({**tables, "documents": documents}), manual.codebook)
