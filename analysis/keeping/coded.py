"""The machine's coding of the stored reports: taken from what was kept, coded anew only where that is missing.

A report's coding is kept by its bytes, its text, and the manual: the codebook, the word lists, and the code itself. All
reports together are kept once more in one piece, so that a thousand open as fast as ten. Both are kept for speed alone.
"""

import hashlib
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path

import pandas as pd
import pyarrow as pa

from analysis.corpus import build_corpus
from analysis.keeping.derived import PACKAGE, digest_of, fetch, put
from analysis.keeping.desk import Desk
from analysis.keeping.packing import as_row, frames, join, pack, unpack
from analysis.keeping.reports import Kept, full_reports
from analysis.lexicon.topic import FOLDER as WORD_LISTS
from analysis.report import Manual

REPORT, CORPUS = "report", "corpus"
CODE = ("coding", "lexicon", "tables")
PARCEL = 250  # reports that are coded and kept at a time: what a crash can cost
Tables = Mapping[str, pd.DataFrame]


def coding_files() -> list[Path]:
    """The code and the word lists that coding rests on."""
    below = [file for folder in CODE for file in (PACKAGE / folder).rglob("*.py")]
    return [*PACKAGE.glob("*.py"), *below, *WORD_LISTS.glob("*.yaml")]


@cache
def code_version() -> str:
    """A digest of what coding rests on besides the codebook."""
    return digest_of(coding_files())


def manual_digest(manual: Manual) -> str:
    """A digest of all that coding rests on besides the text."""
    return hashlib.sha256(f"{code_version()}\n{manual.codebook.model_dump_json()}".encode()).hexdigest()


def corpus_digest(kept: Iterable[Kept]) -> str:
    """A digest of what is coded: the reports, their names and their texts."""
    return hashlib.sha256("\n".join(f"{_source(one)} {one.name}" for one in kept).encode()).hexdigest()


def coded_tables(
    desk: Desk,
    kept: Sequence[Kept],
    manual: Manual,
    *,
    jobs: int = 1,
    on_progress: Callable[[str], None] | None = None,
) -> Tables:
    """The tables of the contract for the reports `kept`, as the machine coded them.

    Args:
        desk: where the reports are; what was coded anew is kept there, if it can be.
        kept: the reports.
        manual: what to code with.
        jobs: how many processes may code.
        on_progress: is called with the name of each report that is coded anew.
    """
    order = sorted(kept, key=lambda one: (one.name, one.sha256))
    digest, coded_with = corpus_digest(order), manual_digest(manual)
    together = _read(desk, CORPUS, [digest], coded_with).get(digest)
    if together is None:
        parts = _read(desk, REPORT, [_source(one) for one in order], coded_with)
        missing = [one for one in order if _source(one) not in parts]
        for start in range(0, len(missing), PARCEL):
            fresh = _code(desk, missing[start : start + PARCEL], manual, jobs, on_progress)
            _keep(desk, REPORT, fresh, coded_with)
            parts |= fresh
        together = join(parts[_source(one)] for one in order)
        _keep(desk, CORPUS, {digest: together}, coded_with)
    return _named(frames(together), order)


def _named(tables: dict[str, pd.DataFrame], kept: Iterable[Kept]) -> dict[str, pd.DataFrame]:
    """`tables` with the names that the files have on the desk: the same bytes may have had another one before."""
    names = {one.document_id: one.name for one in kept}
    documents = tables["documents"]
    return tables | {"documents": documents.assign(file=documents["document_id"].map(names).astype("str"))}


def _source(kept: Kept) -> str:
    """What a report's coding depends on in the report: its ids grow from the bytes, its evidence from the text."""
    return hashlib.sha256(f"{kept.sha256}{kept.text_sha256}".encode()).hexdigest()


def _code(
    desk: Desk, parcel: Sequence[Kept], manual: Manual, jobs: int, on_progress: Callable[[str], None] | None
) -> dict[str, pa.Table]:
    texts = full_reports(desk, [one.id for one in parcel])
    coded = build_corpus(list(texts.values()), manual, jobs=jobs, on_progress=on_progress).tables
    return {_source(one): as_row(of_documents(coded, [one.document_id])) for one in parcel}


def of_documents(tables: Tables, documents: Collection[str]) -> dict[str, pd.DataFrame]:
    """The rows of some reports, by document_id; `answers` have no document, their plans have."""
    own = {name: rows[rows["document_id"].isin(documents)] for name, rows in tables.items() if "document_id" in rows}
    plans = tables["answers"]["plan_id"].isin(own["plans"]["plan_id"])
    return own | {"answers": tables["answers"][plans], "failures": tables["failures"].iloc[:0]}


def _read(desk: Desk, kind: str, sources: Sequence[str], coded_with: str) -> dict[str, pa.Table]:
    """What is kept of `sources` and whole."""
    packs = {key: _whole(content) for key, content in fetch(desk, kind, sources, coded_with).items()}
    return {key: one for key, one in packs.items() if one is not None}


def _whole(packed: bytes) -> pa.Table | None:
    try:
        return unpack(packed)
    except (pa.ArrowException, OSError):
        return None


def _keep(desk: Desk, kind: str, fresh: Mapping[str, pa.Table], coded_with: str) -> None:
    put(desk, kind, {key: pack(fresh[key]) for key in fresh}, coded_with, alone=kind == CORPUS)
