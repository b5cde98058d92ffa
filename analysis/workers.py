"""Codes many files, here or in processes of their own.

A process that codes loads this module anew: it imports what coding needs and no more, so that it starts soon.
"""

import multiprocessing
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache, partial
from itertools import chain, islice

from analysis.codebook import Codebook
from analysis.features import Row
from analysis.lexicon.coding import Lexicon
from analysis.reading.base import Failure, Report, Source
from analysis.reading.read import read
from analysis.reading.workers import read_apart
from analysis.report import Manual, code_report
from analysis.rows import table_rows

CHUNK, CHUNKS_EACH = 4, 4  # the fewest reports sent to a process at a time, and how often one is sent some
Given = Source | Report | Failure  # what a process of its own has read already is only coded
Rows = tuple[str, str, dict[str, list[Row]]]  # a file, its digest, and the rows of each table


def _code(manual: Manual, given: Given) -> Rows | Failure:
    report = read(given) if isinstance(given, Source) else given
    if isinstance(report, Failure):
        return report
    return report.file, report.sha256, table_rows(code_report(report, manual), manual.codebook)


@cache
def _own_manual(codebook: Codebook, lexicon: Lexicon) -> Manual:
    """The manual of this process: its matcher is built once, not for every chunk that arrives."""
    return Manual(codebook, lexicon)


def _code_apart(codebook: Codebook, lexicon: Lexicon, given: Sequence[Given]) -> list[Rows | Failure]:
    """Codes a chunk; the manual comes anew with each chunk, and telling that it is the same takes time."""
    return list(map(partial(_code, _own_manual(codebook, lexicon)), given))


def code_all(sources: Sequence[Source | Report], manual: Manual, jobs: int) -> Iterator[Rows | Failure]:
    """The rows of each report in the order of `sources`, or why it cannot be read.

    Args:
        sources: files as bytes, or reports that were read before.
        manual: the codebook and the word lists to code with.
        jobs: how many processes to use.
    """
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
