"""A running dashboard and a browser that notes every address it asks for and every complaint."""

import os
import shutil
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.request
from contextlib import closing, contextmanager
from pathlib import Path
from types import SimpleNamespace

import pytest

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SCREEN = {"width": 1366, "height": 768}


@pytest.fixture(scope="session")
def chromium():
    """Where Chromium is: the variable CHROMIUM, else on the path."""
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, CHROMIUM)), None)
    if not found and os.environ.get("CI") == "true":
        pytest.fail("no Chromium: install it or set CHROMIUM to its path")
    if not found:
        pytest.skip("no Chromium on the path; set CHROMIUM to run the browser tests")
    return found


@contextmanager
def dashboard(database, terminal=subprocess.DEVNULL, **more):
    """The address of a dashboard whose desk is the file `database`; it ends with the block.

    What it says goes to the file `terminal`; `more` are variables of its environment.
    """
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    options = ["--server.headless=true", f"--server.port={port}"]
    command = [sys.executable, "-m", "streamlit", "run", "dashboard.py", *options]
    own = os.environ | {"DUIZHAO_DATABASE_URL": f"sqlite:///{database}"} | more
    server = subprocess.Popen(command, cwd=ROOT, env=own, stdout=subprocess.DEVNULL, stderr=terminal)
    try:
        yield _answering(f"http://127.0.0.1:{port}", server)
    finally:
        server.terminate()
        server.wait(timeout=20)


@pytest.fixture(scope="session")
def database(tmp_path_factory):
    """The file of the desk of these tests."""
    return tmp_path_factory.mktemp("desk") / "desk.db"


@pytest.fixture(scope="session")
def address(database):
    """The address of a dashboard started for these tests, with a desk of its own."""
    with dashboard(database) as started:
        yield started


def _answering(address, server):
    for _ in range(300):
        assert server.poll() is None, "the server stopped at once"
        try:
            with urllib.request.urlopen(f"{address}/_stcore/health", timeout=2):  # noqa: S310 - our own server
                return address
        except OSError:
            time.sleep(0.2)
    pytest.fail("the server did not answer within a minute")


@pytest.fixture(scope="session")
def browser(chromium):
    """Chromium, driven."""
    api = pytest.importorskip("playwright.sync_api")
    with api.sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=chromium, args=FLAGS)
        yield started
        started.close()


def _complains(said):
    """Streamlit looks for its own server below a page's address first and does not find it there."""
    return said.type == "error" and "/_stcore/" not in said.location["url"]


@pytest.fixture
def visit(browser, address, database):
    """Opens the dashboard with an empty basket and the built-in codebook; what it asked for is checked in the end."""
    with closing(sqlite3.connect(database)) as desk, desk:
        there = {name for (name,) in desk.execute("SELECT name FROM sqlite_master")}
        for table in {"baskets", "codebooks"} & there:
            desk.execute(f"DELETE FROM {table}")  # noqa: S608 - two names of our own
    with visiting(browser, address) as page:
        yield SimpleNamespace(page=page, address=address)


@contextmanager
def visiting(browser, address, sign=".js-plotly-plot .point path", patience=30_000):
    """A page that shows the dashboard, once `sign` is there; it asks nobody else and complains of nothing."""
    page = browser.new_page(viewport=SCREEN, locale="zh-CN")
    page.set_default_timeout(patience)
    asked, complaints = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda said: complaints.append(said.text) if _complains(said) else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("dialog", lambda dialog: (complaints.append(dialog.message), dialog.dismiss()))
    page.goto(address)
    page.wait_for_selector(sign)
    yield page
    page.close()
    own = (address, address.replace("http", "ws"), "data:", "blob:")
    assert [url for url in asked if not url.startswith(own)] == []
    assert complaints == []
