"""Reads the two XML forms of Word that are one file: a package written flat, and the format of Word 2003.

The older one has the elements of the newer by other names, so it is renamed and then read like a .docx.
"""

from collections.abc import Mapping
from types import MappingProxyType

from analysis.reading.base import Read, UnreadableError
from analysis.reading.docx import read_package
from analysis.reading.docx_package import STRICT, TRANSITIONAL, Package, W
from analysis.reading.markup import DAMAGED, Element, local, parse_xml
from analysis.reading.number_formats import BINARY

WORD_2003 = b"http://schemas.microsoft.com/office/word/2003/wordml"
ANNOTATION, DELETION = "{http://schemas.microsoft.com/aml/2001/core}annotation", "Word.Deletion"
PART = "{http://schemas.microsoft.com/office/2006/xmlPackage}"
# Old names of elements and attributes to the new ones; numbers name formats in the old file.
RENAMED: Mapping[str, str] = MappingProxyType(
    {
        "listDef": "abstractNum",
        "listDefId": "abstractNumId",
        "list": "num",
        "ilst": "abstractNumId",
        "ilfo": "numId",
        "listPr": "numPr",
        "nfc": "numFmt",
    }
)


def read_wordml(data: bytes) -> Read:
    """The text of the document in `data`, a line for each paragraph and each row of a table; no repairs.

    Raises:
        UnreadableError: `damaged` or `hostile`.
    """
    root = parse_xml(data.replace(WORD_2003, TRANSITIONAL).replace(STRICT, TRANSITIONAL))
    package = _flat(root) if root.tag == f"{PART}package" else _renamed(root)
    return read_package(package), ()


def _flat(root: Element) -> Package:
    parts = {part.get(f"{PART}contentType", "").rpartition(".")[2]: part for part in root.iter(f"{PART}part")}
    document, styles, numbering = (_content(parts.get(f"{name}+xml")) for name in ("main", "styles", "numbering"))
    if document is None:
        raise UnreadableError("damaged", DAMAGED)
    return Package(document, styles, numbering)


def _content(part: Element | None) -> Element | None:
    data = part.find(f"{PART}xmlData") if part is not None else None
    return data[0] if data is not None and len(data) else None


def _renamed(root: Element) -> Package:
    document = root.find(f"{W}body")
    if document is None:
        raise UnreadableError("damaged", DAMAGED)
    for gone in [one for one in root.iter(ANNOTATION) if one.get(f"{W}type") == DELETION]:
        gone.getparent().remove(gone)
    for element in root.iter(f"{W}*"):
        _rename(element)
    return Package(document, root.find(f"{W}styles"), root.find(f"{W}lists"))


def _rename(element: Element) -> None:
    name = local(element)
    if name == "nfc":
        number = element.get(f"{W}val", "")
        element.set(f"{W}val", BINARY.get(int(number), "decimal") if number.isdecimal() else "decimal")
    for old, new in RENAMED.items():
        if element.get(f"{W}{old}") is not None:
            element.set(f"{W}{new}", element.get(f"{W}{old}", ""))
    if name in RENAMED:
        element.tag = f"{W}{RENAMED[name]}"
