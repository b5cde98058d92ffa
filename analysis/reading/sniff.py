"""Tells what a file is by its bytes; its name is never asked, because units rename files as they like."""

import zipfile
from enum import StrEnum

from analysis.reading.archive import open_archive, read_member
from analysis.reading.base import UnreadableError
from analysis.reading.text import looks_like_text


class Format(StrEnum):
    """The formats that are told apart; `analysis.reading.read` says which of them can be read."""

    EMPTY = "empty"
    TEXT = "text"
    DOCX = "docx"
    ZIP = "zip"
    PDF = "pdf"
    DOC = "doc"
    LOCKED = "locked"
    RTF = "rtf"
    HTML = "html"
    WORDML = "wordml"
    OFD = "ofd"
    ODT = "odt"
    SHEET = "sheet"
    SLIDES = "slides"
    IMAGE = "image"
    OTHER_ARCHIVE = "other_archive"
    UNKNOWN = "unknown"


HEAD = 4096
MAGIC: tuple[tuple[bytes, Format], ...] = (
    (b"{\\rtf", Format.RTF),
    (b"\x89PNG", Format.IMAGE),
    (b"\xff\xd8\xff", Format.IMAGE),
    (b"GIF8", Format.IMAGE),
    (b"II*\x00", Format.IMAGE),
    (b"MM\x00*", Format.IMAGE),
    (b"Rar!", Format.OTHER_ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", Format.OTHER_ARCHIVE),
    (b"\x1f\x8b", Format.OTHER_ARCHIVE),
)
MARKUP: tuple[tuple[bytes, Format], ...] = (
    (b"<?mso-application", Format.WORDML),
    (b"<w:worddocument", Format.WORDML),
    (b"<pkg:package", Format.WORDML),
    (b"<!doctype html", Format.HTML),
    (b"<html", Format.HTML),
    (b"<?xml", Format.UNKNOWN),
)
# Streams of an OLE container as its directory spells them, and what they show.
STREAMS: tuple[tuple[str, Format], ...] = (
    ("EncryptedPackage", Format.LOCKED),
    ("WordDocument", Format.DOC),
    ("Workbook", Format.SHEET),
    ("PowerPoint Document", Format.SLIDES),
)
# What names and content types inside a zip show. Parts may be renamed; a content type may not.
CONTENT_TYPES: tuple[tuple[bytes, Format], ...] = (
    (b"wordprocessingml", Format.DOCX),
    (b"ms-word.document", Format.DOCX),
    (b"spreadsheetml", Format.SHEET),
    (b"presentationml", Format.SLIDES),
)


def sniff(data: bytes) -> Format:
    """The format of `data`.

    Raises:
        UnreadableError: a zip package is damaged or must not be opened.
    """
    if not data.strip(b"\x00\t\n\r "):
        return Format.EMPTY
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _sniff_zip(data)
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return _sniff_ole(data)
    if b"%PDF-" in data[:1024]:
        return Format.PDF
    found = [form for magic, form in MAGIC if data.startswith(magic)]
    return found[0] if found else _sniff_text(data)


def _sniff_ole(data: bytes) -> Format:
    found = [form for stream, form in STREAMS if stream.encode("utf-16-le") in data]
    return found[0] if found else Format.UNKNOWN


def _sniff_text(data: bytes) -> Format:
    head = data[:HEAD].lower().replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if head.startswith(b"<"):
        found = [form for sign, form in MARKUP if sign in head]
        if found:
            return found[0]
    return Format.TEXT if looks_like_text(data) else Format.UNKNOWN


def _sniff_zip(data: bytes) -> Format:
    with open_archive(data) as archive:
        names = set(archive.namelist())
        if "[Content_Types].xml" in names:
            return _sniff_office(archive)
        if "OFD.xml" in names:
            return Format.OFD
        if "mimetype" in names and b"opendocument" in read_member(archive, "mimetype"):
            return Format.ODT
        return Format.ZIP


def _sniff_office(archive: zipfile.ZipFile) -> Format:
    try:
        types = read_member(archive, "[Content_Types].xml")
    except UnreadableError:
        return Format.DOCX  # the reader says what is wrong
    found = [form for sign, form in CONTENT_TYPES if sign in types.replace(b"\x00", b"")]
    return found[0] if found else Format.ZIP
