"""The reports on the desk as something to compare."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from analysis.keeping.coded import manual_digest
from analysis.keeping.desk import Desk
from analysis.keeping.errors import DeskError
from analysis.keeping.laying import Bench
from analysis.keeping.reports import Kept
from analysis.keeping.stored import Holdings, StoredCorpus, holdings, stored_corpus
from analysis.report import Manual
from pages.parts.corpora import DESK, jobs_for
from pages.parts.desk import current_desk


@dataclass(frozen=True, slots=True)
class Shelf:
    """What is on the desk in one state of it."""

    desk: Desk
    held: Holdings
    origin: str = DESK

    @property
    def digest(self) -> str:
        """What it is made of."""
        return self.held.digest

    @property
    def kept(self) -> tuple[Kept, ...]:
        """The reports, by name."""
        return self.held.kept

    @property
    def count(self) -> int:
        """How many reports there are."""
        return len(self.kept)

    @property
    def texts(self) -> str:
        """What comparisons of the texts alone depend on: no decision but those on units and periods."""
        return self.held.texts

    def corpus(self, manual: Manual, on_progress: Callable[[str], None]) -> StoredCorpus:
        """The tables as people left them."""
        bench = _bench(self.held.found + manual_digest(manual))
        jobs = jobs_for(self.count)
        return stored_corpus(self.desk, self.held, manual, jobs=jobs, on_progress=on_progress, bench=bench)

    def groups(self, documents: pd.DataFrame) -> Mapping[str, str]:
        """The group of each document whose unit is in one."""
        return self.held.groups(documents)


def shelf() -> Shelf | None:
    """The stored reports as they are now, as far as the person may see them; None where the desk cannot be read."""
    desk = current_desk()
    if desk is None:
        return None
    try:
        if desk.person.units:
            return Shelf(desk, holdings(desk))
        return Shelf(desk, _held(str(desk.engine.url), desk.actor, desk.state, desk))
    except DeskError:
        return None


@st.cache_resource(max_entries=12, show_spinner=False)
def _held(where: str, actor: str, state: str, _desk: Desk) -> Holdings:  # noqa: ARG001 - the keys of the cache
    """What those hold who see all; what others see hangs on more than the state of the desk."""
    return holdings(_desk)


@st.cache_resource(max_entries=2, show_spinner=False)
def _bench(digest: str) -> Bench:  # noqa: ARG001 - the key of the cache
    return Bench()
