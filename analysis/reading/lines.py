"""A line of a text as the repair of hard wraps sees it: how wide it is, how it begins and how it ends.

Widths are in columns: a full-width sign takes two, any other one. Signs that are wide only in East Asian
fonts (“ ” … ①) count as two, as they do in print.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

TAB_COLUMNS = 4
WIDE = frozenset("WFA")

_NUMERALS = "[一二三四五六七八九十]{1,3}"
NUMBER = re.compile(
    rf"(?P<chapter>第{_NUMERALS}[章节部])|(?P<first>{_NUMERALS}[、.．])"
    rf"|(?P<second>[（(]{_NUMERALS}[)）](?![款项条]))"
    r"|(?P<third>\d{1,2}(?:[、.．](?!\d)|[)）]))|(?P<fourth>[（(]\d{1,2}[)）])|(?P<sign>[①-⑳⑴-⑽]|——)"
)
INSIDE_STOP = re.compile(r"[。！？].")
INSIDE_ITEM = re.compile(rf"[。；;：:，,](?:{_NUMERALS}[是要]|第{_NUMERALS}[,，、是]|其[一二三四五][,，是])")
ITEM = re.compile(rf"{_NUMERALS}[是要]|第{_NUMERALS}[,，、是]|其[一二三四五][,，是]|(?:首先|其次|再次|最后)[,，]")
CLOSERS = "”’\"'』」）)》〉】"
FULL_STOP = re.compile(rf"[。！？!?；;：:…][{CLOSERS}]*$")
RUNS_ON = re.compile(r"[，,、《〈（(“‘「『【]$")
SALUTATION = re.compile(r"[^，,。；;]{1,20}[：:]$")
PAGE = re.compile(
    r"[-—–－―·~～]{0,3}\s*\d{1,3}\s*[-—–－―·~～]{0,3}|第\s*\d{1,3}\s*页(?:\s*[,，/]?\s*共\s*\d{1,3}\s*页)?"
)
TOKEN = re.compile(rf"[“‘「『《〈（(【]*(?:[A-Za-z0-9.%]+|.)[{CLOSERS}，。、；：！？,.;:!?]*")
LATIN_END = re.compile(r"[A-Za-z]$")
LATIN = re.compile(r"[A-Za-z0-9]")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank; `width` counts its `indent`, `gap` means a blank line stands before it."""

    text: str
    indent: int
    width: int
    gap: bool

    @property
    def is_page_mark(self) -> bool:
        """A page number on a line of its own: — 3 —, -3-, 第3页, 3."""
        return PAGE.fullmatch(self.text) is not None

    @property
    def numbering(self) -> str:
        """The kind of outline number it begins with, 一、（一）1. （1）①; empty where it has none."""
        hit = NUMBER.match(self.text)
        return (hit.lastgroup or "") if hit else ""

    @property
    def is_item(self) -> bool:
        """It begins with 一是, 第一， or the like, which open a paragraph here and a clause there."""
        return ITEM.match(self.text) is not None

    @property
    def is_salutation(self) -> bool:
        """It addresses the reader (市委：)."""
        return SALUTATION.fullmatch(self.text) is not None

    @property
    def stops(self) -> bool:
        """It ends with a mark that ends a sentence or a longer clause."""
        return FULL_STOP.search(self.text) is not None

    @property
    def runs_on(self) -> bool:
        """It ends with a mark that nothing but more text can follow."""
        return RUNS_ON.search(self.text) is not None

    @property
    def token(self) -> int:
        """The columns of its first word or character, with the marks that may not be parted from it."""
        hit = TOKEN.match(self.text)
        return columns(hit[0]) if hit else 0


def columns(text: str) -> int:
    """The width of `text`."""
    return sum(map(_columns, text))


def _count_signs(text: str) -> int:
    return 2 * len(text)


@cache
def _columns(sign: str) -> int:
    if sign == "\t":
        return TAB_COLUMNS
    return 1 + (not sign.isascii() and unicodedata.east_asian_width(sign) in WIDE)


def count_items(text: str) -> int:
    """How many 一是, 第二， and the like stand inside `text`, its start aside."""
    return len(INSIDE_ITEM.findall(text))


def glue(left: str, right: str) -> str:
    """What joins two lines of one paragraph: nothing in Chinese, a space between Latin words."""
    return " " if LATIN_END.search(left) and LATIN.match(right) else ""


def measure(text: str, *, by_signs: bool = False) -> tuple[Line, ...]:
    """The lines of `text` that are not blank; `by_signs` gives every sign two columns, as programs may."""
    width = _count_signs if by_signs else columns
    lines = []
    gap = False
    for raw in text.split("\n"):
        stripped = raw.strip()
        if stripped:
            indent = width(raw[: len(raw) - len(raw.lstrip())])
            lines.append(Line(stripped, indent, indent + width(stripped), gap))
        gap = not stripped
    return tuple(lines)
