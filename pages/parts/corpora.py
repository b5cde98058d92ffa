"""The reports to compare: those on the desk, this session's own uploads, or the samples; coded once, shared read-only.

What is analysed is kept by what it is made of (bytes, names, codebook): two people with the same files share
one corpus, and nobody ever sees another's.
"""

import hashlib
import os
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

import pandas as pd
import streamlit as st

from analysis.codebook import Codebook
from analysis.comparing.base import Cube, Tables, cube
from analysis.comparing.labels import labels
from analysis.corpus import Corpus, build_corpus
from analysis.keeping.stored import StoredCorpus
from analysis.reading.base import Failure, Source
from analysis.reading.sources import gather
from analysis.report import Manual
from pages.parts.manuals import manual

SAMPLES = Path(__file__).resolve().parents[2] / "data" / "samples"
KINDS = {".txt", ".docx"}
SAMPLE, SESSION, DESK = "sample", "session", "desk"
MANY = 500
"""More files than this are read by several processes: each takes seconds to start, words and patterns included."""


class Given(Protocol):
    """What can be compared: `digest` changes with what it is made of, `origin` says where it comes from.

    `texts` changes with the texts, the units and the periods of the reports alone.
    """

    @property
    def digest(self) -> str: ...  # noqa: D102
    @property
    def texts(self) -> str: ...  # noqa: D102
    @property
    def origin(self) -> str: ...  # noqa: D102
    @property
    def count(self) -> int: ...  # noqa: D102
    def corpus(self, manual: Manual, on_progress: Callable[[str], None]) -> Corpus:
        """The tables; `on_progress` hears the name of each report that is coded just now."""

    def groups(self, documents: pd.DataFrame) -> Mapping[str, str]:
        """The group of each of `documents` (DOCUMENTS) that is in one, by document_id."""


@dataclass(frozen=True, slots=True)
class Inputs:
    """The files to analyse, those refused before reading, and a digest of all of it."""

    sources: tuple[Source, ...]
    failures: tuple[Failure, ...]
    sample: bool
    digest: str

    @property
    def texts(self) -> str:
        """The same digest: nothing but the files can change."""
        return self.digest

    @property
    def origin(self) -> str:
        """Where they come from."""
        return SAMPLE if self.sample else SESSION

    @property
    def count(self) -> int:
        """How many files there are."""
        return len(self.sources)

    def corpus(self, manual: Manual, on_progress: Callable[[str], None]) -> Corpus:
        """The tables of the files; `on_progress` hears the name of each that is done just now."""
        jobs = jobs_for(self.count)
        return build_corpus(self.sources, manual, failures=self.failures, jobs=jobs, on_progress=on_progress)

    def groups(self, documents: pd.DataFrame) -> Mapping[str, str]:  # noqa: ARG002 - files know no groups
        """None: only the roster of the desk has groups."""
        return {}


@dataclass(frozen=True, slots=True)
class Loaded:
    """A corpus ready to be compared; `digest` is of the files, the codebook and what people decided.

    `texts` is the digest of the reports' texts, units and periods alone, `stored` what people decided, if it is stored.
    """

    digest: str
    texts: str
    origin: str
    tables: Tables
    codebook: Codebook
    cube: Cube
    labels: pd.DataFrame
    groups: Mapping[str, str] = field(default_factory=dict)
    stored: StoredCorpus | None = None


@dataclass(slots=True)
class _Slot:
    """A place for one corpus: whoever comes first fills it, whoever comes meanwhile waits."""

    lock: threading.Lock = field(default_factory=threading.Lock)
    loaded: Loaded | None = None


@st.cache_resource(max_entries=12, show_spinner=False)
def _slot(digest: str) -> _Slot:  # noqa: ARG001 - the digest is the key of the cache
    return _Slot()


@st.cache_resource(max_entries=4, show_spinner=False)
def _stored_slot(digest: str) -> _Slot:  # noqa: ARG001 - every decision makes a new corpus; the last few are enough
    return _Slot()


@st.cache_resource(max_entries=1, show_spinner=False)
def samples() -> Inputs:
    """The reports that come with the product."""
    return inputs(*gather(sorted(file for file in SAMPLES.iterdir() if file.suffix in KINDS)), sample=True)


def inputs(sources: Sequence[Source], failures: Sequence[Failure], *, sample: bool = False) -> Inputs:
    """`sources` and `failures` with the digest of all of it."""
    parts = [f"{source.name}\0{hashlib.sha256(source.data).hexdigest()}" for source in sources]
    parts += [f"{failure.file}\0{failure.reason}" for failure in failures]
    digest = hashlib.sha256("\n".join(parts).encode(errors="replace")).hexdigest()
    return Inputs(tuple(sources), tuple(failures), sample, digest)


def session_inputs() -> Inputs | None:
    """What this session uploaded, if anything."""
    uploaded: Inputs | None = st.session_state.get("inputs")
    return uploaded


def load(given: Given, on_progress: Callable[[str], None]) -> Loaded:
    """The corpus of `given`; `on_progress` hears the name of each file that is done just now.

    Raises:
        RuleFileError: the codebook or a word list is wrong; with the file, the line and a reason in Chinese.
    """
    own = manual()
    digest = hashlib.sha256((given.digest + own.codebook.model_dump_json()).encode()).hexdigest()
    slot = (_stored_slot if given.origin == DESK else _slot)(digest)
    with slot.lock:
        if slot.loaded is None:
            slot.loaded = _loaded(digest, given, given.corpus(own, on_progress))
    return slot.loaded


def jobs_for(count: int) -> int:
    """One process for each core once there is enough to do."""
    return (os.cpu_count() or 1) if count > MANY else 1


def _loaded(digest: str, given: Given, corpus: Corpus) -> Loaded:
    tables, codebook = corpus.tables, corpus.codebook
    names, groups = labels(tables["documents"]), given.groups(tables["documents"])
    stored = corpus if isinstance(corpus, StoredCorpus) else None
    counts = cube(tables, codebook)
    return Loaded(digest, given.texts, given.origin, tables, codebook, counts, names, groups, stored)
