"""Prints how long a desk of several sizes takes to open: ``python -m tests.benchmarks.desk [reports …]``.

For each size a new desk is filled and coded once. Then two new processes, one after the other, open it, take the coding
from what was kept, count the themes, and draw two pages without a browser. The first of them also compares all reports
with one another, which is kept for the second. The first page pays for imports of the dashboard.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from streamlit.testing.v1 import AppTest

from analysis.codebookfiles import load_codebook
from analysis.comparing.base import cube
from analysis.comparing.labels import labels
from analysis.keeping.changes import Incoming, add_reports
from analysis.keeping.opening import VARIABLE, address, open_desk
from analysis.keeping.stored import holdings, stored_corpus
from analysis.lexicon.coding import load_lexicon
from analysis.reading.base import Report
from analysis.reading.read import read
from analysis.report import Manual
from tests.benchmarks.stages import make_sources

ROOT = Path(__file__).parents[2]
SIZES = (10, 100, 1_000)
PAGE = "pages/compare/themes.py"


def timed(name: str, work: Callable[[], object]) -> object:
    """What `work` gives; prints how long it took."""
    start = perf_counter()
    made = work()
    print(f"  {name:<28}{1000 * (perf_counter() - start):9.0f} ms", flush=True)
    return made


def fill(count: int) -> None:
    """Puts `count` reports on the desk and codes them."""
    desk, manual = open_desk(address()), Manual(load_codebook(), load_lexicon())
    read_ = [(source, read(source)) for source in make_sources(count)]
    incoming = [Incoming(source, report) for source, report in read_ if isinstance(report, Report)]
    added = timed(f"{len(incoming)} reports kept", lambda: add_reports(desk, incoming))
    jobs = os.cpu_count() or 1
    timed(f"{len(added)} coded, {jobs} processes", lambda: stored_corpus(desk, holdings(desk), manual, jobs=jobs))


def reopen() -> None:
    """Opens the desk as after a restart, and draws a page."""
    manual = Manual(load_codebook(), load_lexicon())
    desk = timed("open and check", lambda: open_desk(address()))
    corpus = timed("tables from what was kept", lambda: stored_corpus(desk, holdings(desk), manual))
    timed("counts and labels", lambda: (cube(corpus.tables, manual.codebook), labels(corpus.tables["documents"])))
    timed("has anything changed?", lambda: desk.state)
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=600)
    timed("first page (总览)", app.run)
    timed("主题对比", lambda: app.switch_page(PAGE).run())
    timed("主题对比 again", app.run)


def main() -> None:
    """Measures each size in processes of their own."""
    if sys.argv[1:2] == ["reopen"]:
        reopen()
        return
    for count in [int(size) for size in sys.argv[1:]] or SIZES:
        with tempfile.TemporaryDirectory() as folder:
            os.environ[VARIABLE] = f"sqlite:///{Path(folder) / 'desk.db'}"
            print(f"{count} reports")
            fill(count)
            command = [sys.executable, "-W", "ignore", "-m", "tests.benchmarks.desk", "reopen"]
            for start in ("the first start after that", "a restart"):
                print(f" {start}", flush=True)
                subprocess.run(command, check=True, cwd=ROOT, stderr=subprocess.DEVNULL)


if __name__ == "__main__":
    main()
