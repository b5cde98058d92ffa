"""File names as they are shown: decoded from zip directories, and cleaned of what could mislead or harm."""

import struct
import unicodedata
import zipfile
import zlib

LONGEST = 120
UTF8_FLAG = 0x800
UNICODE_PATH = 0x7075  # Info-ZIP's extra field: the name in UTF-8 beside the name in the local code page
HIDDEN_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Cn", "Zl", "Zp"})
SYSTEM_FILES = frozenset({"thumbs.db", "desktop.ini", "__macosx", "readme.md"})


def clean(name: str) -> str:
    """`name` for the screen: NFC, parts joined by /, no control sign, no traversal, ≤ 120 characters."""
    parts = (_clean_part(part) for part in name.replace("\\", "/").split("/"))
    cleaned = "/".join(part for part in parts if part) or "未命名"
    if len(cleaned) <= LONGEST:
        return cleaned
    tail = cleaned[-LONGEST // 4 :]  # the extension, and what tells one long name from the next
    return f"{cleaned[: LONGEST - len(tail) - 1]}…{tail}"


def _clean_part(part: str) -> str:
    visible = "".join(sign for sign in part if unicodedata.category(sign) not in HIDDEN_CATEGORIES)
    stripped = unicodedata.normalize("NFC", visible).strip()
    is_drive = len(stripped) == len("C:") and stripped.endswith(":")
    return "" if is_drive or not stripped.strip(".") else stripped


def is_system_file(name: str) -> bool:
    """Whether `name` is about its folder and no report: hidden files, ~$ locks, Thumbs.db, __MACOSX, README.md."""
    parts = [part for part in name.replace("\\", "/").lower().split("/") if part not in {"", ".", ".."}]
    return any(part.startswith((".", "~$")) or part in SYSTEM_FILES for part in parts)


def member_name(member: zipfile.ZipInfo) -> str:
    """The name of a zip member as its maker saw it.

    Windows packs Chinese names in GBK without saying so, and `zipfile` then reads them as cp437. A name
    marked as UTF-8 and Info-ZIP's Unicode field are trusted; otherwise UTF-8, then GBK where most signs are
    everyday ones, then cp437.
    """
    stored = member.orig_filename  # `filename` has been changed where the system's separator is a backslash
    if member.flag_bits & UTF8_FLAG:
        return stored
    raw = stored.encode("cp437", "replace")
    return _unicode_path(member.extra, raw) or _guess(raw) or stored


def _unicode_path(extra: bytes, raw: bytes) -> str:
    while len(extra) >= 4:  # noqa: PLR2004 - id and size, two bytes each
        field, size = struct.unpack_from("<HH", extra)
        body, extra = extra[4 : 4 + size], extra[4 + size :]
        if field == UNICODE_PATH and body[1:5] == struct.pack("<I", zlib.crc32(raw)):
            return body[5:].decode("utf-8", "ignore")
    return ""


def _guess(raw: bytes) -> str:
    for encoding in ("utf-8", "gb18030"):
        try:
            name = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if encoding == "utf-8" or _is_everyday(name):
            return name
    return ""


def _is_everyday(name: str) -> bool:
    """Whether most of the signs beyond ASCII stand in GB 2312, as those of a Chinese name do."""
    foreign = [sign for sign in name if not sign.isascii()]
    everyday = [sign for sign in foreign if sign.encode("gb2312", "ignore")]
    return 2 * len(everyday) >= len(foreign)
