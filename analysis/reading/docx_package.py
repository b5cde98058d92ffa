"""Finds and parses the parts of a .docx that hold its text, its styles and its numbering.

The parts are found by their relationships, as the format's standard (ISO/IEC 29500-2) demands, and never by
name, because programs rename them. Only the parts that are needed are parsed, so that a broken header or a
lost picture does not make a report unreadable. Macro-enabled documents, templates and the strict variant of
the format hold the same text; python-docx opens none of these.
"""

import posixpath
import zipfile
from dataclasses import dataclass

from analysis.reading.archive import open_archive, read_member
from analysis.reading.markup import Element, parse_xml, refuse_doctypes

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
TRANSITIONAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PACKAGE_RELATIONS = "_rels/.rels"


@dataclass(frozen=True, slots=True)
class Package:
    """The parsed parts of a .docx; `styles` and `numbering` are None where the document has none."""

    document: Element
    styles: Element | None
    numbering: Element | None


def open_package(data: bytes) -> Package:
    """The parts of the .docx in `data`.

    Raises:
        UnreadableError: `damaged`, `password`, or `hostile` (a bomb, or a DOCTYPE in any XML part).
    """
    with open_archive(data) as archive:
        refuse_doctypes(archive)
        main = _related(archive, PACKAGE_RELATIONS).get("officeDocument", "")
        folder, name = posixpath.split(main)
        related = _related(archive, posixpath.join(folder, "_rels", f"{name}.rels"))
        styles, numbering = (_optional(archive, related.get(kind, "")) for kind in ("styles", "numbering"))
        return Package(_parse(read_member(archive, main)), styles, numbering)


def _related(archive: zipfile.ZipFile, relations: str) -> dict[str, str]:
    """The last word of each relationship's type to the name of the part it leads to, in the archive."""
    if relations not in archive.namelist():
        return {}
    base = posixpath.dirname(posixpath.dirname(relations))
    found = {}
    for relation in _parse(read_member(archive, relations)):
        if relation.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", base, relation.get("Target", "")))
            found[posixpath.basename(relation.get("Type", ""))] = target.lstrip("/")
    return found


def _optional(archive: zipfile.ZipFile, name: str) -> Element | None:
    return _parse(read_member(archive, name)) if name in archive.namelist() else None


def _parse(data: bytes) -> Element:
    return parse_xml(data.replace(STRICT, TRANSITIONAL))


def value(element: Element | None, *path: str) -> str:
    """The w:val at the end of `path` below `element`; empty where a step is missing."""
    for step in path:
        element = element.find(f"{W}{step}") if element is not None else None
    return element.get(f"{W}val", "") if element is not None else ""
