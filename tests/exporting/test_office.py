"""Opens what was written in LibreOffice, which refuses what the schema refuses, and reads the pages it makes."""

import os
import re
import shutil
import subprocess
import unicodedata

import pytest
from pptx import Presentation

from analysis.exporting.brief.brief import brief
from analysis.exporting.deck.deck import deck
from analysis.exporting.workbook.workbook import workbook

TOOLS = ("soffice", "pdftotext")
MISSING = [tool for tool in TOOLS if shutil.which(tool) is None]
pytestmark = pytest.mark.skipif(
    bool(MISSING) and os.environ.get("CI") != "true", reason=f"not installed: {', '.join(MISSING)}"
)


@pytest.fixture(scope="module")
def pages(material, hostile, tmp_path_factory):
    """Name of each file to its pages as text; all files are converted in one go, because starting takes longest."""
    folder = tmp_path_factory.mktemp("office")
    files = {"deck.pptx": deck(material), "brief.docx": brief(material), "workbook.xlsx": workbook(material)}
    files |= {"bad-deck.pptx": deck(hostile), "bad-brief.docx": brief(hostile), "bad-workbook.xlsx": workbook(hostile)}
    for name, content in files.items():
        (folder / name).write_bytes(content)
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [
        "soffice",
        "--headless",
        profile,
        "--convert-to",
        "pdf",
        "--outdir",
        folder,
        *map(folder.joinpath, files),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return {name.split(".")[0]: _pages(folder / name.replace(name.split(".")[1], "pdf")) for name in files}, folder


def _pages(file):
    text = subprocess.run(["pdftotext", file, "-"], capture_output=True, check=True).stdout.decode()
    return [_plain(page) for page in text.split("\f")[:-1]]


def _plain(text):
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


def test_every_slide_is_a_page_and_shows_its_title(pages):
    found, folder = pages
    slides = list(Presentation(folder / "deck.pptx").slides)
    assert len(found["deck"]) == len(slides)
    for page, slide in zip(found["deck"], slides, strict=True):
        assert _plain(slide.shapes.title.text_frame.text) in page


def test_numbers_and_names_of_a_native_chart_are_drawn(pages):
    found, folder = pages
    for page, slide in zip(found["deck"], Presentation(folder / "deck.pptx").slides, strict=True):
        for chart in (shape.chart for shape in slide.shapes if shape.has_chart):
            for name in chart.plots[0].categories:
                assert _plain(name) in page


def test_the_brief_shows_its_headings_captions_and_page_numbers(pages, material):
    found, _ = pages
    whole = "".join(found["brief"])
    assert all(_plain(item.title) in whole for item in material.items)
    assert "图1" in whole
    assert "表1" in whole
    assert all(f"—{n}—" in page for n, page in enumerate(found["brief"], start=1))


def test_each_portrait_fits_on_its_page(pages, material):
    found, _ = pages
    starts = [n for n, page in enumerate(found["brief"]) if "单位画像:" in page]
    assert starts == list(range(starts[0], starts[0] + len(material.portraits)))
    assert starts[-1] == len(found["brief"]) - 1


def test_the_workbook_opens_with_all_its_sheets(pages, material):
    found, _ = pages
    whole = "".join(found["workbook"])
    assert all(_plain(item.title)[:20] in whole for item in material.items)


def test_hostile_words_open_too_and_stay_words(pages):
    found, _ = pages
    for name in ("bad-deck", "bad-brief", "bad-workbook"):
        whole = "".join(found[name])
        assert "=1+1" in whole
        assert "#NAME" not in whole
        assert "Err:" not in whole
