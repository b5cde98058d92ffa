"""Parses XML that comes from outside: no document type, no entities, no network, in any part of any format."""

import zipfile
from typing import TypeAlias

from lxml import etree

from analysis.reading.archive import read_member
from analysis.reading.base import UnreadableError

Element: TypeAlias = etree._Element  # noqa: SLF001 - lxml has no public name for the type of an element

DOCTYPE = b"<!DOCTYPE"
HOSTILE = "文件含有不安全的 XML 声明（DOCTYPE），未读取：请用 WPS 或 Word 打开后另存为 .docx，再重新提交。"
DAMAGED = "文件已损坏，内容不完整：请用 WPS 或 Word 打开后另存为 .docx，或向报送单位重新索取。"


def parse_xml(data: bytes) -> Element:
    """The root of the XML in `data`.

    Raises:
        UnreadableError: `damaged`, or `hostile` where it declares a document type.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    refuse_doctype(data)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise UnreadableError("damaged", DAMAGED) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise UnreadableError("hostile", HOSTILE)
    return root


def refuse_doctype(data: bytes) -> None:
    """Raises for a document type: Office never writes one; it can only name outside files or blow up entities."""
    if DOCTYPE in data.replace(b"\x00", b""):
        raise UnreadableError("hostile", HOSTILE)


def refuse_doctypes(archive: zipfile.ZipFile) -> None:
    """The same for every XML part of `archive`, wanted or not."""
    for name in archive.namelist():
        if name.lower().endswith((".xml", ".rels")):
            refuse_doctype(read_member(archive, name))


def local(element: Element) -> str:
    """The name of `element` without its namespace, which changes with the version of a format."""
    return str(etree.QName(element).localname)
