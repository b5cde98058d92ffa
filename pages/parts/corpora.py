"""The reports of this session: its own uploads, or the samples; read and coded once, and shared read-only.

What is analysed is kept by what it is made of (bytes, names, codebook): two people with the same files share
one corpus, and nobody ever sees another's.
"""

import hashlib
import os
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd
import streamlit as st

from analysis.codebook import Codebook, load_codebook
from analysis.comparing.base import Cube, Tables, cube
from analysis.comparing.labels import labels
from analysis.corpus import Corpus, build_corpus
from analysis.lexicon.coding import load_lexicon
from analysis.reading.base import Failure, Source
from analysis.reading.sources import gather
from analysis.report import Manual

SAMPLES = Path(__file__).resolve().parents[2] / "data" / "samples"
KINDS = {".txt", ".docx"}
MANY = 60
"""More files than this are read by several processes."""


@dataclass(frozen=True, slots=True)
class Inputs:
    """The files to analyse, those refused before reading, and a digest of all of it."""

    sources: tuple[Source, ...]
    failures: tuple[Failure, ...]
    sample: bool
    digest: str


@dataclass(frozen=True, slots=True)
class Loaded:
    """A corpus ready to be compared; `digest` is of the files and the codebook."""

    digest: str
    sample: bool
    tables: Tables
    codebook: Codebook
    cube: Cube
    labels: pd.DataFrame


@dataclass(slots=True)
class _Slot:
    """A place for one corpus: whoever comes first fills it, whoever comes meanwhile waits."""

    lock: threading.Lock = field(default_factory=threading.Lock)
    loaded: Loaded | None = None


@st.cache_resource(max_entries=12, show_spinner=False)
def _slot(digest: str) -> _Slot:  # noqa: ARG001 - the digest is the key of the cache
    return _Slot()


@st.cache_resource(max_entries=1, show_spinner=False)
def _samples() -> Inputs:
    return inputs(*gather(sorted(file for file in SAMPLES.iterdir() if file.suffix in KINDS)), sample=True)


@st.cache_resource(max_entries=1, show_spinner=False)
def _manual() -> Manual:
    return Manual(load_codebook(), load_lexicon())


def inputs(sources: Sequence[Source], failures: Sequence[Failure], *, sample: bool = False) -> Inputs:
    """`sources` and `failures` with the digest of all of it."""
    parts = [f"{source.name}\0{hashlib.sha256(source.data).hexdigest()}" for source in sources]
    parts += [f"{failure.file}\0{failure.reason}" for failure in failures]
    digest = hashlib.sha256("\n".join(parts).encode(errors="replace")).hexdigest()
    return Inputs(tuple(sources), tuple(failures), sample, digest)


def session_inputs() -> Inputs:
    """What this session uploaded, or the samples."""
    uploaded: Inputs | None = st.session_state.get("inputs")
    return uploaded or _samples()


def load(given: Inputs, on_progress: Callable[[str], None]) -> Loaded:
    """The corpus of `given`; `on_progress` hears the name of each file that is done just now.

    Raises:
        RuleFileError: the codebook or a word list is wrong; with the file, the line and a reason in Chinese.
    """
    manual = _manual()
    digest = hashlib.sha256((given.digest + manual.codebook.model_dump_json()).encode()).hexdigest()
    slot = _slot(digest)
    with slot.lock:
        if slot.loaded is None:
            corpus = build_corpus(
                given.sources, manual, failures=given.failures, jobs=_jobs(given), on_progress=on_progress
            )
            slot.loaded = _loaded(digest, given, corpus)
    return slot.loaded


def _jobs(given: Inputs) -> int:
    """One process for each core once there is enough to do."""
    return (os.cpu_count() or 1) if len(given.sources) > MANY else 1


def _loaded(digest: str, given: Inputs, corpus: Corpus) -> Loaded:
    tables, codebook = corpus.tables, corpus.codebook
    return Loaded(digest, given.sample, tables, codebook, cube(tables, codebook), labels(tables["documents"]))
