"""Reads files in processes of their own, so that a parser that hangs, crashes or takes all memory harms nobody.

Starting a process takes longer than reading a plain text or a .docx of the usual size, and those parsers are bounded by
what they are given: such files are left to the caller's own process. A process that ran into a limit is not used again.

The limit on memory is the operating system's and holds on Linux; Windows and macOS know none that a program can set for
itself, there only the limits on time and on the size of files hold.
"""

import multiprocessing
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pebble import ProcessExpired, ProcessFuture, ProcessPool

from analysis.reading.archive import open_archive
from analysis.reading.base import Failure, Report, Source, UnreadableError
from analysis.reading.read import BIG, READERS, read
from analysis.reading.sniff import Format, sniff

SMALL_TEXT = 1024 * 1024  # bytes; a long report has a tenth of that
SMALL_MARKUP = 16 * 1024 * 1024  # bytes of XML in a .docx, unpacked
TASKS = 100  # after as many files a process is renewed, in case a parser leaks
STATUS, DATA = Path("/proc/self/statm"), 5  # sizes of this process in pages, and which is that of its data
OUT_OF_MEMORY = 86  # the exit status of a process that ran out
SLOW = "读取这个文件超过 {:.0f} 秒，已停止：请用 WPS 或 Word 打开后另存为 .docx，再重新提交。"
CRASHED = "读取这个文件时程序异常退出，文件可能已损坏：请用 WPS 或 Word 打开后另存为 .docx，或向报送单位重新索取。"

Outcome = Report | Failure


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may take: seconds, and bytes of memory that its process may take for data."""

    seconds: float = 60.0
    memory: int = 2 * 1024**3


def read_all(sources: Sequence[Source], jobs: int = 1) -> Iterator[Outcome]:
    """Each report in the order of `sources`, or why it cannot be read, by at most `jobs` processes besides this."""
    return (read(one) if isinstance(one, Source) else one for one in read_apart(sources, jobs))


def read_apart(
    sources: Sequence[Source | Report],
    jobs: int = 1,
    *,
    limits: Limits | None = None,
    reader: Callable[[Source], Outcome] = read,
) -> Iterator[Source | Outcome]:
    """For each source what a process of its own made of it, or the source itself where `read` cannot harm the caller.

    Args:
        sources: files of any format; a report that was read before stays as it is.
        jobs: how many processes to use at most; none is started where no file needs one.
        limits: what one file may take.
        reader: what reads; it is sent to the processes by its name.
    """
    risky = {at: one for at, one in enumerate(sources) if isinstance(one, Source) and not is_harmless(one)}
    if not risky:
        yield from sources
        return
    held = limits or Limits()
    # spawn works alike on Windows and Linux, and is safe beside the dashboard's threads
    context = multiprocessing.get_context("spawn")
    workers = min(max(1, jobs), len(risky))
    pool = ProcessPool(workers, max_tasks=TASKS, initializer=_limit, initargs=[held.memory], context=context)
    try:
        futures = {at: pool.schedule(_read_here, [reader, one], timeout=held.seconds) for at, one in risky.items()}
        for at, one in enumerate(sources):
            yield _outcome(futures[at], risky[at], held) if at in risky else one
    finally:
        pool.stop()
        pool.join()


def is_harmless(source: Source) -> bool:
    """Whether `read` is bounded in time and memory on `source`: a small text, a small .docx, or nothing to parse."""
    try:
        form = sniff(source.data)
        if form is Format.DOCX:
            return _markup_size(source.data) <= SMALL_MARKUP
    except UnreadableError:  # said before anything is parsed
        return True
    return form not in READERS or (form is Format.TEXT and len(source.data) <= SMALL_TEXT)


def _markup_size(data: bytes) -> int:
    with open_archive(data) as archive:
        return sum(one.file_size for one in archive.infolist() if one.filename.lower().endswith((".xml", ".rels")))


def _outcome(future: ProcessFuture[Outcome], source: Source, limits: Limits) -> Outcome:
    try:
        return future.result()
    except TimeoutError:
        return Failure(source.name, SLOW.format(limits.seconds), "timeout")
    except ProcessExpired as error:
        is_memory = error.exitcode == OUT_OF_MEMORY
        return Failure(source.name, BIG, "memory") if is_memory else Failure(source.name, CRASHED, "damaged")


def _limit(memory: int) -> None:
    """Lets this process take `memory` bytes beyond what its libraries have taken already."""
    if sys.platform != "linux":
        return
    import resource  # noqa: PLC0415 - other systems do not have it

    taken = int(STATUS.read_text(encoding="ascii").split()[DATA]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_DATA, (taken + memory, taken + memory))


def _read_here(reader: Callable[[Source], Outcome], source: Source) -> Outcome:
    outcome = reader(source)
    if isinstance(outcome, Failure) and outcome.kind == "memory":
        os._exit(OUT_OF_MEMORY)  # what is left of this process is not to be relied on
    return outcome
