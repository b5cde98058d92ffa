"""The formatting of a .doc that matters for its text: pages of 512 bytes with runs of properties ([MS-DOC] 2.9)."""

import itertools
import struct
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

PAGE = 512
LENGTHS = MappingProxyType(
    {0: 1, 1: 1, 2: 2, 3: 4, 4: 2, 5: 2, 7: 3}
)  # bytes of an operand by the kind of its code; 6 says its own
TABLE_DEFINITION, TABS, ENDLESS = 0xD608, 0xC615, 0xFF
# Codes of properties ([MS-DOC] 2.6).
DELETED, STYLE, LEVEL, LIST, IN_TABLE, ENDS_ROW, DEPTH = 0x0800, 0x4600, 0x260A, 0x460B, 0x2416, 0x2417, 0x6649

Properties = Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Runs:
    """Runs of the stream in order, each with its properties."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    properties: tuple[Properties, ...]

    def at(self, offset: int) -> Properties:
        """The properties at `offset`; none where no run covers it."""
        found = bisect_right(self.starts, offset) - 1
        return self.properties[found] if found >= 0 and offset < self.ends[found] else {}

    def ends_behind(self, offset: int) -> bool:
        """Whether a run ends with the character at `offset`."""
        found = bisect_right(self.starts, offset) - 1
        return found >= 0 and offset < self.ends[found] <= offset + 2


def read_properties(code: bytes) -> Iterator[tuple[int, int]]:
    """The codes and values in a list of changes; a value that is no number counts as 0. Ends where it is damaged."""
    at = 0
    while at + 2 <= len(code):
        (name,) = struct.unpack_from("<H", code, at)
        at += 2
        kind = name >> 13
        if kind in LENGTHS:
            yield name, int.from_bytes(code[at : at + LENGTHS[kind]], "little")
            at += LENGTHS[kind]
        elif name == TABLE_DEFINITION:
            at += int.from_bytes(code[at : at + 2], "little") + 1
        elif name == TABS and code[at : at + 1] == bytes([ENDLESS]):
            return
        else:
            at += 1 + int.from_bytes(code[at : at + 1], "little")


def read_runs(text: bytes, index: bytes, *, paragraphs: bool) -> Runs:
    """The runs of paragraphs or characters, from the pages that `index` names."""
    count = (len(index) - 4) // 8
    found: list[tuple[int, int, Properties]] = []
    for at in range(count):
        (number,) = struct.unpack_from("<I", index, 4 * (count + 1) + 4 * at)
        page = text[(number & 0x3FFFFF) * PAGE :][:PAGE]
        if len(page) == PAGE:
            found += _page_runs(page, paragraphs=paragraphs)
    found.sort(key=lambda run: run[:2])
    starts, ends, properties = zip(*found, strict=True) if found else ((), (), ())
    return Runs(starts, ends, properties)


def _page_runs(page: bytes, *, paragraphs: bool) -> Iterator[tuple[int, int, Properties]]:
    count = page[-1]
    width = 13 if paragraphs else 1
    table = 4 * (count + 1)
    if table + width * count > PAGE:
        return
    bounds = struct.unpack_from(f"<{count + 1}I", page)
    for at, (start, end) in enumerate(itertools.pairwise(bounds)):
        place = 2 * page[table + width * at]
        code = _paragraph_code(page, place) if paragraphs else _code(page, place)
        yield start, end, dict(read_properties(code)) if place else {}


def _code(page: bytes, place: int) -> bytes:
    return page[place + 1 : place + 1 + page[place]]


def _paragraph_code(page: bytes, place: int) -> bytes:
    """The changes of a paragraph, its style written as the first of them."""
    size = 2 * page[place] - 1 if page[place] else 2 * page[min(place + 1, PAGE - 1)]
    body = page[place + (1 if page[place] else 2) :][:size]
    return struct.pack("<H", STYLE) + body
