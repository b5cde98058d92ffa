"""Two hundred damaged files, of every format: each is read or refused in a sentence, and nothing dies or hangs."""

import io
import random
import re
import zipfile
from collections.abc import Callable

import pytest
from odtfiles import odt
from ofdfiles import lines as ofd_lines
from ofdfiles import ofd
from olefiles import change, doc
from pdffiles import lines, pdf
from test_doc import LEVELS, numbered
from test_pdf import PARAGRAPHS
from test_wordml import LISTED, LISTS, OLD
from wordfiles import by_library, text_paragraph, unzipped, zipped

from analysis.reading.base import Failure, Report, Source
from analysis.reading.sources import expand
from analysis.reading.workers import read_all

EACH = 25
SOUND = {
    "pdf": pdf([lines(PARAGRAPHS), lines(PARAGRAPHS[3:])]),
    "doc": doc(
        [numbered(line) for line in PARAGRAPHS] + [("格\x07", change(0x2416, 1))], deleted=[(3, 6)], levels=LEVELS
    ),
    "docx": by_library("".join(text_paragraph(line) for line in PARAGRAPHS)),
    "ofd": ofd([ofd_lines(PARAGRAPHS)]),
    "odt": odt("".join(f"<text:p>{line}</text:p>" for line in PARAGRAPHS)),
    "rtf": b"{\\rtf1\\ansi\\ansicpg936 " + "\\par ".join(PARAGRAPHS).encode("gb18030") + b"}",
    "html": f"<html><body>{''.join(f'<p>{line}</p>' for line in PARAGRAPHS)}</body></html>".encode(),
    "xml": OLD.format(LISTS, "".join(LISTED.format(line) for line in PARAGRAPHS)).encode(),
    "txt": "\n".join(PARAGRAPHS).encode("gb18030"),
}


def flip(data: bytes, chance: random.Random) -> bytes:
    """Some bytes are others."""
    damaged = bytearray(data)
    for _ in range(chance.randint(1, 30)):
        damaged[chance.randrange(len(damaged))] = chance.randrange(256)
    return bytes(damaged)


def cut(data: bytes, chance: random.Random) -> bytes:
    """The end is missing."""
    return data[: chance.randrange(len(data))]


def swap(data: bytes, chance: random.Random) -> bytes:
    """A stretch of it stands in another place."""
    start, length, place = (chance.randrange(len(data)) for _ in "slp")
    piece = data[start : start + length // 4]
    return data[:place] + piece + data[place:]


def enlarge(data: bytes, chance: random.Random) -> bytes:
    """Numbers in it have become huge."""
    numbers = list(re.finditer(rb"\d+", data))
    for hit in sorted(chance.sample(numbers, min(4, len(numbers))), key=lambda hit: -hit.start()):
        data = data[: hit.start()] + b"4294967295" + data[hit.end() :]
    return data


def inside(damage: Callable[[bytes, random.Random], bytes]) -> Callable[[bytes, random.Random], bytes]:
    """The same to one part of a package, which stays a sound archive."""

    def damaged(data: bytes, chance: random.Random) -> bytes:
        if not zipfile.is_zipfile(io.BytesIO(data)):
            return damage(data, chance)
        members = unzipped(data)
        name = chance.choice(sorted(members))
        return zipped(members | {name: damage(members[name], chance) if members[name] else b""})

    return damaged


DAMAGES = (flip, cut, swap, enlarge, inside(flip), inside(cut), inside(enlarge))


def damaged(form: str) -> list[Source]:
    chance = random.Random(form)  # noqa: S311 - variation, not secrecy
    return [Source(f"{at}.{form}", chance.choice(DAMAGES)(SOUND[form], chance)) for at in range(EACH)]


@pytest.mark.parametrize("form", SOUND)
def test_the_sound_file_is_read(form):
    (report,) = read_all([Source(form, SOUND[form])])
    assert isinstance(report, Report)
    assert "全年集中学习十二次" in report.text


def test_every_damaged_file_gives_a_report_or_a_sentence():
    sources = [source for form in SOUND for source in damaged(form)]
    assert len(sources) >= 200
    results = list(read_all(sources, jobs=2))
    assert [result.file for result in results] == [source.name for source in sources]
    for result in results:
        if isinstance(result, Failure):
            assert result.reason.endswith("。")
            assert re.search(r"[\u4e00-\u9fff]", result.reason)
    kinds = {result.kind for result in results if isinstance(result, Failure)}
    assert "damaged" in kinds
    assert "timeout" not in kinds


def test_damaged_archives_give_their_sound_members():
    data = bytearray(zipped({f"{form}.{form}": SOUND[form] for form in SOUND}, zipfile.ZIP_STORED))
    at = data.index(SOUND["pdf"])
    data[at + 50] ^= 0xFF
    found, failures = expand("报送.zip", bytes(data))
    assert len(found) == len(SOUND) - 1
    assert [failure.kind for failure in failures] == ["damaged"]
