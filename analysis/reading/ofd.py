"""Reads an OFD file (GB/T 33190-2016): every sign with its place from the XML of its pages, then their repair.

Seals, annotations and what stands on the templates of pages (forms, heads and feet) are not part of the text.
"""

import posixpath
import re
import zipfile
from collections.abc import Iterator
from itertools import accumulate, pairwise, zip_longest

from analysis.reading.archive import open_archive, read_member
from analysis.reading.base import Read, UnreadableError
from analysis.reading.markup import Element, local, parse_xml, refuse_doctypes
from analysis.reading.printed.glyphs import Glyph, Page
from analysis.reading.printed.repair import repair

ROOT = "OFD.xml"
A4_HEIGHT = 297.0  # millimetres, the unit of the format
LEAN = 0.2  # of its width by which a text may climb; a watermark climbs more
WIDEST = 1.2  # ems from one sign to the next, without a gap
REPEATED = re.compile(r"g\s+(\d{1,5})\s+(\S+)")
DAMAGED = "这个 OFD 文件已损坏，内容不完整：请向报送单位重新索取，或索取 .docx 原文。"


def read_ofd(data: bytes) -> Read:
    """The text of the OFD file in `data`, a line for each paragraph, and how its pages were repaired.

    Raises:
        UnreadableError: `scan`, `damaged` or `hostile`.
    """
    with open_archive(data) as archive:
        refuse_doctypes(archive)
        pages = list(_pages(archive))
    if not pages:
        raise UnreadableError("damaged", DAMAGED)
    return repair(pages)


def _pages(archive: zipfile.ZipFile) -> Iterator[Page]:
    for document in _locations(archive, ROOT, "DocRoot"):
        root = _part(archive, document)
        height = _box(_first(root, "PhysicalBox"))[3] or A4_HEIGHT
        for page in root.iter("{*}Page"):
            content = _part(archive, _path(document, page.get("BaseLoc", "")))
            glyphs = tuple(glyph for text in content.iter("{*}TextObject") for glyph in _glyphs(text))
            yield Page(height, glyphs, is_picture=not glyphs and _first(content, "ImageObject") is not None)


def _locations(archive: zipfile.ZipFile, name: str, kind: str) -> list[str]:
    return [_path(name, one.text or "") for one in _part(archive, name).iter(f"{{*}}{kind}")]


def _path(base: str, location: str) -> str:
    """The name in the archive of what `base` calls `location`."""
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(base), location.strip())).lstrip("/")


def _part(archive: zipfile.ZipFile, name: str) -> Element:
    try:
        return parse_xml(read_member(archive, archive.getinfo(name)))
    except KeyError as error:
        raise UnreadableError("damaged", DAMAGED) from error


def _first(root: Element, kind: str) -> Element | None:
    return next(root.iter(f"{{*}}{kind}"), None)


def _box(element: Element | None) -> list[float]:
    written = (element.text or "").split() if element is not None else []
    return [float(word) for word in written] if len(written) == 4 else [0.0] * 4  # noqa: PLR2004 - x, y, width, height


def _glyphs(text: Element) -> Iterator[Glyph]:
    """The signs of one text object, whose own matrix may scale it."""
    x, y = (float(word) for word in text.get("Boundary", "0 0").split()[:2])
    a, b, c, d, e, f = (float(word) for word in text.get("CTM", "1 0 0 1 0 0").split())
    if a <= 0 or abs(b) > LEAN * a:
        return
    size = float(text.get("Size", "0"))
    for code in (child for child in text if local(child) == "TextCode"):
        signs = code.text or ""
        rights = _places(code, "DeltaX", len(signs), size)
        downs = _places(code, "DeltaY", len(signs), 0.0)
        widths = [after - before for before, after in pairwise(rights)]
        for sign, across, down, width in zip_longest(signs, rights, downs, widths):
            left, base = x + a * across + c * down + e, y + b * across + d * down + f
            if not sign.isspace():
                yield Glyph(sign, left, left + a * _width(width, size, sign), base, abs(d) * size or 1.0)


def _width(step: float | None, size: float, sign: str) -> float:
    """The width of a sign is the way to the next, unless that is far."""
    return step if step and 0 < step <= WIDEST * size else size / (2 if sign.isascii() else 1)


def _places(code: Element, name: str, count: int, step: float) -> list[float]:
    """Where each of `count` signs begins; the last distance goes on where fewer are given."""
    written = REPEATED.sub(lambda hit: f"{hit[2]} " * min(int(hit[1]), count), code.get(name, ""))
    steps = [float(word) for word in written.split()][:count] or [step]
    steps += [steps[-1]] * (count - 1 - len(steps))
    return list(accumulate(steps[: max(0, count - 1)], initial=float(code.get(name[-1], "0"))))
