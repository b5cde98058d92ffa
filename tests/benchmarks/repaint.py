"""Prints how long a change takes to show: ``python -m tests.benchmarks.repaint [reports] [changes]``.

Uploads that many reports as one archive into a real dashboard, then switches 主题对比 between two measures in Chromium,
and prints the median and the 95th percentile of the milliseconds from the click to the new figure.
"""

import io
import shutil
import socket
import subprocess
import sys
import zipfile
from pathlib import Path
from statistics import quantiles
from time import perf_counter, sleep

from playwright.sync_api import Page, sync_playwright

from tests.benchmarks.stages import make_sources

ROOT = Path(__file__).parents[2]
REPORTS, CHANGES = 1_000, 20
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"]
MEASURES = (("每千字", "格内为每千字分句数"), ("分句数", "格内为分句数"))
# What Playwright itself offers searches the whole page again and again, which takes longer than the drawing.
SHOWN = "shown => document.querySelector('.js-plotly-plot .gtitle')?.textContent.includes(shown)"
RESTING = "[data-testid=stApp][data-test-script-state=notRunning]"
PATIENCE = 600_000  # milliseconds that the first analysis may take


def archive(count: int) -> bytes:
    """`count` reports in one zip."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as members:
        for source in make_sources(count):
            members.writestr(source.name, source.data)
    return packed.getvalue()


def upload(page: Page, count: int) -> None:
    """Loads `count` reports and opens 主题对比."""
    file = {"name": "reports.zip", "mimeType": "application/zip", "buffer": archive(count)}
    page.set_input_files("input[type=file]", file)
    page.wait_for_selector("text=/本次上传的 .*份报告/", timeout=PATIENCE)  # of equal ones only one counts
    page.get_by_test_id("stTopNav").get_by_role("link", name="主题对比").click()
    page.wait_for_selector(f"text={MEASURES[1][1]}", timeout=PATIENCE)


def change(page: Page, name: str, shown: str) -> float:
    """Milliseconds from the click on the measure `name`, at rest, until the figure says `shown`."""
    page.wait_for_selector(RESTING)
    start = perf_counter()
    page.get_by_role("radio", name=name).or_(page.get_by_role("button", name=name, exact=True)).first.click()
    page.wait_for_function(SHOWN, arg=shown)
    return 1000 * (perf_counter() - start)


def main() -> None:
    """Starts a dashboard, measures, prints."""
    given = [int(number) for number in sys.argv[1:]]
    count, changes = (given + [REPORTS, CHANGES][len(given) :])[:2]
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", "dashboard.py", "--server.headless", "true"]
    server = subprocess.Popen([*command, "--server.port", str(port)], cwd=ROOT, stdout=subprocess.DEVNULL)
    try:
        sleep(5)
        with sync_playwright() as player:
            browser = player.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
            page = browser.new_page(viewport={"width": 1366, "height": 768})
            page.goto(f"http://127.0.0.1:{port}/")
            page.wait_for_selector("h1", timeout=60_000)
            upload(page, count)
            times = [change(page, *MEASURES[number % 2]) for number in range(changes)]
    finally:
        server.terminate()
    cuts = quantiles(times, n=20)
    print(f"{count} reports, {changes} changes: p50 {cuts[9]:.0f} ms, p95 {cuts[18]:.0f} ms")


if __name__ == "__main__":
    main()
