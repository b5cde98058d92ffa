"""The reports on the desk as something to compare: the machine's coding under what people corrected."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

import pandas as pd
import streamlit as st

from analysis.corpus import Corpus
from analysis.corrections import corrected
from analysis.keeping.coded import coded_tables, corpus_digest
from analysis.keeping.desk import Desk
from analysis.keeping.errors import DeskError
from analysis.keeping.reports import Kept, reports
from analysis.keeping.roster import Roster, roster
from analysis.report import Manual
from pages.parts.corpora import DESK, jobs_for
from pages.parts.desk import current_desk


@dataclass(frozen=True)
class Shelf:
    """The stored reports and the roster in one state of the desk."""

    desk: Desk
    kept: tuple[Kept, ...]
    roster: Roster
    digest: str
    origin: str = DESK

    @property
    def count(self) -> int:
        """How many reports there are."""
        return len(self.kept)

    def corpus(self, manual: Manual, on_progress: Callable[[str], None]) -> Corpus:
        """The tables, the documents as people corrected them."""
        jobs = jobs_for(self.count)
        tables = coded_tables(self.desk, self.kept, manual, jobs=jobs, on_progress=on_progress)
        corrections = {one.document_id: one.correction for one in self.kept}
        documents = corrected(tables["documents"], corrections, self.roster.names)
        return Corpus(MappingProxyType({**tables, "documents": documents}), manual.codebook)

    def groups(self, documents: pd.DataFrame) -> Mapping[str, str]:
        """The group of each document whose unit is in one."""
        known = self.roster.groups
        units = zip(documents["document_id"], documents["unit"], strict=True)
        return {key: known[unit] for key, unit in units if unit in known}


def shelf() -> Shelf | None:
    """The stored reports as they are now; None where the desk cannot be read."""
    desk = current_desk()
    if desk is None:
        return None
    try:
        return replace(_shelf(str(desk.engine.url), desk.state, desk), desk=desk)
    except DeskError:
        return None


@st.cache_resource(max_entries=4, show_spinner=False)
def _shelf(where: str, state: str, _desk: Desk) -> Shelf:  # noqa: ARG001 - the keys of the cache
    kept, units = reports(_desk), _units(_desk)
    parts = [corpus_digest(kept), *(repr(one.correction) for one in kept), repr(units)]
    return Shelf(_desk, kept, units, hashlib.sha256("\n".join(parts).encode()).hexdigest())


def _units(desk: Desk) -> Roster:
    """The roster; none where a damaged database does not give it."""
    try:
        return roster(desk)
    except DeskError:
        if desk.trouble:
            return Roster()
        raise
