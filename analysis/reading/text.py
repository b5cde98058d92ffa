"""Reads plain text in whatever encoding it was saved.

The ladder, from the surest sign to the weakest: a byte order mark; strict UTF-8, a last character cut off
allowed; UTF-16 without a mark where the characters it gives are plausible; UTF-8 with a few damaged places;
GB18030 (never GBK, which is a part of it); and what is left over is replaced and counted.
"""

import codecs
import re
from collections.abc import Iterator

from analysis.reading.base import Read, losses

MARKS: tuple[tuple[bytes, str], ...] = (  # the longer mark first: UTF-32's begins with UTF-16's
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
COMMON = re.compile(r"[\t\n\r\x20-\x7e\u2014-\u2026\u3000-\u301f\u4e00-\u9fff\uff01-\uff5e]")
BINARY = re.compile(rb"[\x00-\x08\x0e-\x19\x1b-\x1f\x7f]")
PLAUSIBLE = 0.9  # share of common characters that makes UTF-16 credible; Chinese in a wrong encoding gives under 0.3
DAMAGED = 0.02  # share of bad places up to which a text still counts as UTF-8
SAMPLE = 20_000


def read_text(data: bytes) -> Read:
    """The text in `data`, and how many characters were lost in decoding (none in a sound file)."""
    text, lost = decode(data)
    return text, losses(lost)


def decode(data: bytes) -> tuple[str, int]:
    """The text in `data` by the first encoding of the ladder that fits, and the number of characters lost."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _decode_as(data[len(mark) :], encoding)
    wide = _wide_encoding(data)
    if wide and b"\x00" in data:
        return _decode_as(data, wide)
    try:
        return _decode_cut(data, "utf-8")
    except UnicodeDecodeError:
        return _decode_as(data, wide or _narrow_encoding(data))


def _decode_cut(data: bytes, encoding: str) -> tuple[str, int]:
    """Strict, save that the last character may be cut off; then it is the one character lost."""
    decoder = codecs.getincrementaldecoder(encoding)()
    text = decoder.decode(data)
    return text, int(bool(decoder.getstate()[0]))


def _decode_as(data: bytes, encoding: str) -> tuple[str, int]:
    try:
        return _decode_cut(data, encoding)
    except UnicodeDecodeError:
        text = data.decode(encoding, "replace")
        return text, text.count("\ufffd")


def _wide_encoding(data: bytes) -> str:
    """UTF-16 of the byte order whose characters are plausible, or an empty string."""
    sample = data[:SAMPLE] if len(data) > SAMPLE else data[: len(data) // 2 * 2]
    for encoding in ("utf-16-le", "utf-16-be"):
        text = sample.decode(encoding, "replace")
        if text and len(COMMON.findall(text)) >= PLAUSIBLE * len(text):
            return encoding
    return ""


def _narrow_encoding(data: bytes) -> str:
    damaged = data.decode("utf-8", "replace")
    sound = len(damaged) - damaged.count("\ufffd") > sum(byte < 0x80 for byte in data)  # noqa: PLR2004 - ASCII's end
    return "utf-8" if sound and damaged.count("\ufffd") <= DAMAGED * len(damaged) else "gb18030"


def looks_like_text(data: bytes) -> bool:
    """Whether `data` may be text at all: next to no control characters, a mark, or credible UTF-16."""
    if sum(1 for _ in _control_bytes(data)) <= DAMAGED * len(data):
        return True
    return any(data.startswith(mark) for mark, _ in MARKS) or bool(_wide_encoding(data))


def _control_bytes(data: bytes) -> Iterator[re.Match[bytes]]:
    return BINARY.finditer(data[:SAMPLE])
