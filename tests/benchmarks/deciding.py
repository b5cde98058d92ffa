"""Prints what a decision costs: ``python -m tests.benchmarks.deciding [reports …|keys]``.

For each size a desk is filled and coded; then themes are confirmed one by one, and the time from the decision to the
new tables, counts and labels is printed: as the clock shows it, and what of it this process computed (other work on
the machine slows the first alone). ``keys`` starts a dashboard with the samples on its desk and lets Chromium press one
key after the other, each as soon as the next finding is there: how many decisions that is a minute.
"""

import os
import shutil
import sqlite3
import sys
import tempfile
from contextlib import closing
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

from playwright.sync_api import Page, sync_playwright

from analysis.codebookfiles import load_codebook
from analysis.comparing.base import cube
from analysis.comparing.labels import labels
from analysis.corpus import Corpus
from analysis.keeping.changes import Incoming, add_reports
from analysis.keeping.decisions import decide
from analysis.keeping.desk import Desk
from analysis.keeping.laying import Bench
from analysis.keeping.opening import open_desk
from analysis.keeping.stored import holdings, stored_corpus
from analysis.lexicon.coding import load_lexicon
from analysis.reading.base import Report
from analysis.reading.read import read
from analysis.reading.sources import gather
from analysis.report import Manual
from analysis.reviewing.decisions import Layer
from analysis.reviewing.findings import find
from tests.benchmarks.stages import make_sources
from tests.browser.conftest import CHROMIUM, FLAGS, ROOT, SCREEN, dashboard

SIZES, DECISIONS, KEYS = (50, 1_000), 15, "yyynyyxyny" * 3
ASKED = ".st-key-review-item"
NEXT = f"before => (document.querySelector('{ASKED}')?.innerText ?? before) !== before"


def fill(desk: Desk, sources: list) -> None:
    """Puts the reports on the desk."""
    read_ = [(source, read(source)) for source in sources]
    add_reports(desk, [Incoming(source, report) for source, report in read_ if isinstance(report, Report)])


def measure(count: int) -> None:
    """Decides on one theme after the other."""
    manual, bench = Manual(load_codebook(), load_lexicon()), Bench()
    with tempfile.TemporaryDirectory() as folder:
        desk = open_desk(f"sqlite:///{Path(folder) / 'desk.db'}")
        fill(desk, make_sources(count))
        corpus = stored_corpus(desk, holdings(desk), manual, jobs=os.cpu_count() or 1, bench=bench)
        codings = corpus.tables["codings"]["coding_id"]
        took = []
        for turn in range(DECISIONS):
            found = find(corpus.tables, Layer.CODING, codings.iloc[turn * 7919 % len(codings)])
            clock, cpu = perf_counter(), process_time()
            decide(desk, [found.confirm()])
            corpus = _counted(stored_corpus(desk, holdings(desk), manual, bench=bench))
            took.append((1000 * (perf_counter() - clock), 1000 * (process_time() - cpu)))
        desk.engine.dispose()
    clock, cpu = ([one[side] for one in took[1:]] for side in (0, 1))
    print(f"{count:>6} reports: {median(clock):6.0f} ms (at most {max(clock):.0f}), computed {median(cpu):6.0f} ms")


def _counted(corpus: Corpus) -> Corpus:
    cube(corpus.tables, corpus.codebook)
    labels(corpus.tables["documents"])
    return corpus


def press() -> None:
    """Presses keys in Chromium."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "desk.db"
        desk = open_desk(f"sqlite:///{file}")
        fill(desk, list(gather(sorted((ROOT / "data" / "samples").glob("*.txt")))[0]))
        desk.engine.dispose()
        with dashboard(file) as address, sync_playwright() as driver:
            page = _page(driver, address)
            start = perf_counter()
            for key in KEYS:
                before = page.inner_text(ASKED)
                page.keyboard.press(key)
                page.wait_for_function(NEXT, arg=before)
            seconds = perf_counter() - start
        with closing(sqlite3.connect(file)) as kept:
            (count,) = kept.execute("SELECT count(*) FROM decisions").fetchone()
    print(f"{count} of {len(KEYS)} keys kept, {seconds:.1f} s: {60 * count / seconds:.0f} decisions a minute")


def _page(driver, address: str) -> Page:
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, CHROMIUM)))
    page = driver.chromium.launch(executable_path=found, args=FLAGS).new_page(viewport=SCREEN)
    page.set_default_timeout(120_000)
    page.goto(f"{address}/review")
    page.wait_for_selector("text=条待复核")
    page.wait_for_timeout(1500)
    return page


if __name__ == "__main__":
    if sys.argv[1:] == ["keys"]:
        press()
    else:
        for size in [int(one) for one in sys.argv[1:]] or SIZES:
            measure(size)
