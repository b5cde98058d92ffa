"""Many files in, the tables of the contract out.

The tables depend on the files and the codebook alone: reports stand in the order of their names, whatever the order of
the input and however many processes code them. A file that was given twice counts once; the other is listed.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import pandas as pd

from analysis.codebook import Codebook
from analysis.reading.base import Failure, Report, Source
from analysis.report import Manual
from analysis.tables.base import frame
from analysis.tables.coding import CONTRACT, FAILURES
from analysis.workers import Rows, code_all


@dataclass(frozen=True, slots=True)
class Corpus:
    """The tables of the contract by name, and the codebook they were coded with."""

    tables: Mapping[str, pd.DataFrame]
    codebook: Codebook


def _duplicate(name: str, first: str) -> Failure:
    return Failure(name, f"与“{first}”是同一个文件，只保留一份；如需替换，请删去其中一个。", "duplicate")


def _tables(coded: Iterable[Rows], failures: list[Failure]) -> dict[str, pd.DataFrame]:
    rows: dict[str, list[Mapping[str, Any]]] = {table.name: [] for table in CONTRACT}
    known: dict[str, str] = {}
    for name, sha256, one in sorted(coded, key=lambda entry: entry[:2]):
        if sha256 in known:
            failures.append(_duplicate(name, known[sha256]))
            continue
        known[sha256] = name
        for table, more in one.items():
            rows[table] += more
    listed = sorted({(f.file, f.reason, f.kind) for f in failures})
    rows[FAILURES.name] = [dict(zip(FAILURES.names, entry, strict=True)) for entry in listed]
    return {table.name: frame(table, rows[table.name]) for table in CONTRACT}


def build_corpus(
    sources: Sequence[Source | Report],
    manual: Manual,
    *,
    failures: Iterable[Failure] = (),
    jobs: int = 1,
    on_progress: Callable[[str], None] | None = None,
) -> Corpus:
    """Reads and codes `sources`.

    Args:
        sources: files as bytes, or reports that were read before.
        manual: the codebook and the word lists to code with.
        failures: files that could not even be gathered; they are listed with those that cannot be read.
        jobs: how many processes to use; the tables do not depend on it.
        on_progress: is called with a file's name when it is done.
    """
    failed, coded = list(failures), []
    for source, result in zip(sources, code_all(sources, manual, jobs), strict=True):
        if isinstance(result, Failure):
            failed.append(result)
        else:
            coded.append(result)
        if on_progress:
            on_progress(source.file if isinstance(source, Report) else source.name)
    return Corpus(MappingProxyType(_tables(coded, failed)), manual.codebook)
