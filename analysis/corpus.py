"""Many files in, the tables of the contract out.

The tables depend on the files and the codebook alone: reports stand in the order of their names, whatever the order of
the input and however many processes code them. A file that was given twice counts once; the other is listed.
"""

import multiprocessing
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache, partial
from itertools import chain, islice
from types import MappingProxyType
from typing import Any

import pandas as pd

from analysis.codebook import Codebook
from analysis.lexicon.coding import Lexicon
from analysis.reading.base import Failure, Report, Source
from analysis.reading.read import read
from analysis.reading.workers import read_apart
from analysis.report import Manual, code_report
from analysis.rows import Row, table_rows
from analysis.tables.base import frame
from analysis.tables.coding import CONTRACT, FAILURES

CHUNK, CHUNKS_EACH = 4, 4  # the fewest reports sent to a process at a time, and how often one is sent some
_Coded = tuple[str, str, dict[str, list[Row]]] | Failure


@dataclass(frozen=True, slots=True)
class Corpus:
    """The tables of the contract by name, and the codebook they were coded with."""

    tables: Mapping[str, pd.DataFrame]
    codebook: Codebook


def _code(manual: Manual, given: Source | Report | Failure) -> _Coded:
    """`given` read and coded; what a process of its own has read already is only coded."""
    report = read(given) if isinstance(given, Source) else given
    if isinstance(report, Failure):
        return report
    return report.file, report.sha256, table_rows(code_report(report, manual), manual.codebook)


@cache
def _own_manual(codebook: Codebook, lexicon: Lexicon) -> Manual:
    """The manual of this process: its matcher is built once, not for every chunk that arrives."""
    return Manual(codebook, lexicon)


def _code_apart(codebook: Codebook, lexicon: Lexicon, given: Sequence[Source | Report | Failure]) -> list[_Coded]:
    """Codes a chunk; the manual comes anew with each chunk, and telling that it is the same takes time."""
    return list(map(partial(_code, _own_manual(codebook, lexicon)), given))


def _all(sources: Sequence[Source | Report], manual: Manual, jobs: int) -> Iterator[_Coded]:
    given = read_apart(sources, jobs)
    if jobs <= 1 or len(sources) <= CHUNK:
        yield from map(partial(_code, manual), given)
        return
    size = max(CHUNK, len(sources) // (jobs * CHUNKS_EACH))
    waiting = iter(given)
    chunks = iter(lambda: list(islice(waiting, size)), [])
    # spawn works alike on Windows and Linux, and is safe beside the dashboard's threads
    with ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context("spawn")) as pool:
        yield from chain.from_iterable(pool.map(partial(_code_apart, manual.codebook, manual.lexicon), chunks))


def _duplicate(name: str, first: str) -> Failure:
    return Failure(name, f"与“{first}”是同一个文件，只保留一份；如需替换，请删去其中一个。", "duplicate")


def _tables(coded: Iterable[tuple[str, str, dict[str, list[Row]]]], failures: list[Failure]) -> dict[str, pd.DataFrame]:
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
    for source, result in zip(sources, _all(sources, manual, jobs), strict=True):
        if isinstance(result, Failure):
            failed.append(result)
        else:
            coded.append(result)
        if on_progress:
            on_progress(source.file if isinstance(source, Report) else source.name)
    return Corpus(MappingProxyType(_tables(coded, failed)), manual.codebook)
