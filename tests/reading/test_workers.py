import os
import time

import pandas as pd
import pytest
from ofdfiles import ofd
from ofdfiles import text as ofd_text
from olefiles import doc
from pdffiles import lines, pdf
from test_pdf import PARAGRAPHS
from wordfiles import by_hand, text_paragraph

from analysis.codebookfiles import load_codebook
from analysis.corpus import build_corpus
from analysis.lexicon.coding import load_lexicon
from analysis.reading import workers
from analysis.reading.base import Failure, Report, Source
from analysis.reading.read import read
from analysis.reading.workers import Limits, is_harmless, read_all, read_apart
from analysis.report import Manual

PDF = Source("林业局.pdf", pdf([lines(PARAGRAPHS)]))
TEXT = Source("教育局.txt", "工作报告".encode())
DOCX = Source("水务局.docx", by_hand(text_paragraph("工作报告")))
MEGABYTE = 1024 * 1024


def misbehave(source):
    """What a broken parser may do, by the name of the file."""
    if source.name == "睡":
        time.sleep(600)
    if source.name == "崩":
        os.abort()
    if source.name == "吃":
        return read_greedily(source)
    return read(source)


def read_greedily(source):
    try:
        return Report(source.name, "", "x" * len(bytearray(4096 * MEGABYTE)), ())
    except MemoryError:
        return Failure(source.name, workers.BIG, "memory")


def named(name):
    return Source(name, PDF.data)


@pytest.mark.parametrize(
    ("name", "kind", "words"),
    [("睡", "timeout", "2 秒"), ("崩", "damaged", "异常退出"), ("吃", "memory", "内存")],
)
def test_a_parser_that_misbehaves_costs_its_own_file_only(name, kind, words):
    if name == "吃" and os.name == "nt":
        pytest.skip("Windows lets no program limit its own memory")
    sources = [named("好.pdf"), named(name), named("也好.pdf"), TEXT]
    limits = Limits(seconds=2, memory=1024 * MEGABYTE)
    first, bad, third, text = read_apart(sources, limits=limits, reader=misbehave)
    assert (first.text, third.text, text) == (read(PDF).text, read(PDF).text, TEXT)
    assert (bad.file, bad.kind) == (name, kind)
    assert words in bad.reason
    assert bad.reason.endswith("。")


@pytest.mark.parametrize("jobs", [1, 3])
def test_results_stand_in_the_order_of_the_files_whatever_the_processes(jobs):
    sources = [PDF, TEXT, DOCX, Source("坏.pdf", b"%PDF-1.4"), Source("财政局.doc", doc([("报告\r", b"")]))]
    assert list(read_all(sources, jobs)) == [read(source) for source in sources]


def test_the_tables_do_not_depend_on_the_processes():
    texts = [
        Source(f"{at}.txt", f"云岭县第{at}中学2024年工作报告\n一、做法\n全年谈话{at}次。".encode()) for at in range(5)
    ]
    sources = [PDF, *texts, Source("财政局.doc", doc([("财政局2023年工作报告\r", b""), ("全年约谈3人次。\r", b"")]))]
    manual = Manual(load_codebook(), load_lexicon())
    one, two = (build_corpus(given, manual, jobs=jobs).tables for given, jobs in ((sources, 1), (sources[::-1], 2)))
    assert len(one["documents"]) == len(sources)
    for name, table in one.items():
        pd.testing.assert_frame_equal(table, two[name])


def test_no_process_is_started_where_none_is_needed(monkeypatch):
    monkeypatch.setattr(workers, "ProcessPool", None)
    assert list(read_apart([TEXT, DOCX])) == [TEXT, DOCX]


def test_a_reader_who_goes_away_leaves_no_process_behind():
    results = read_apart([PDF, PDF])
    next(results)
    results.close()


@pytest.mark.parametrize(
    ("label", "source", "expected"),
    [
        ("text", TEXT, True),
        ("docx", DOCX, True),
        ("refused", Source("a.png", b"\x89PNG\r\n"), True),
        ("nothing", Source("a.txt", b""), True),
        ("bomb", Source("a.docx", by_hand(text_paragraph(" " * 30_000_000))), True),
        ("pdf", PDF, False),
        ("ofd", Source("a.ofd", ofd([ofd_text(20, 40, "甲")])), False),
        ("doc", Source("a.doc", doc([("甲\r", b"")])), False),
        ("rtf", Source("a.rtf", b"{\\rtf1 a}"), False),
        ("html", Source("a.html", b"<html><p>a"), False),
        ("a text too long for a report", Source("a.txt", "报告".encode() * MEGABYTE), False),
    ],
)
def test_what_may_be_read_in_the_callers_own_process(label, source, expected):
    assert is_harmless(source) == expected, label


def test_a_docx_that_unpacks_to_much_is_read_apart(monkeypatch):
    monkeypatch.setattr(workers, "SMALL_MARKUP", 10)
    assert not is_harmless(DOCX)
