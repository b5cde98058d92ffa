"""The text of a .doc: pieces in the order of reading, each somewhere in the stream ([MS-DOC] 2.4.1, 2.8.35)."""

import struct
from dataclasses import dataclass

from analysis.reading.base import UnreadableError
from analysis.reading.doc.container import DAMAGED, PIECES, Container

PIECE_TABLE, FORMATTING = 2, 1
NARROW = 0x40000000  # this piece has one byte a character
MOST_CHARACTERS = 20_000_000  # more is no report, and pieces may repeat one another without end


@dataclass(frozen=True, slots=True)
class Text:
    """The characters of a document, and for each the offset in the stream by which its formatting is found."""

    characters: str
    offsets: tuple[int, ...]

    def cut(self, start: int, end: int) -> "Text":
        """A stretch of it."""
        return Text(self.characters[start:end], self.offsets[start:end])


def read_pieces(container: Container) -> Text:
    """All characters, those of notes and text boxes behind those of the text itself.

    Raises:
        UnreadableError: `damaged` where there is no table of pieces.
    """
    characters: list[str] = []
    offsets: list[int] = []
    for length, place in _pieces(container.part(PIECES)):
        width, start = (1, (place ^ NARROW) // 2) if place & NARROW else (2, place)
        if length < 0 or len(offsets) + length > MOST_CHARACTERS:
            raise UnreadableError("damaged", DAMAGED)
        raw = container.text[start : start + width * length]
        found = raw.decode("cp1252", "replace") if width == 1 else _wide(raw)
        characters.append(found)
        offsets += range(start, start + width * len(found), width)
    return Text("".join(characters), tuple(offsets))


def _wide(raw: bytes) -> str:
    """UTF-16 with one character for each code unit, so that offsets stay true."""
    return "".join(map(chr, struct.unpack(f"<{len(raw) // 2}H", raw[: len(raw) // 2 * 2])))


def _pieces(table: bytes) -> list[tuple[int, int]]:
    """The length of each piece and where it lies."""
    at = 0
    while table[at : at + 1] == bytes([FORMATTING]):
        at += 3 + struct.unpack_from("<H", table, at + 1)[0]
    if table[at : at + 1] != bytes([PIECE_TABLE]):
        raise UnreadableError("damaged", DAMAGED)
    (size,) = struct.unpack_from("<I", table, at + 1)
    count = (min(size, len(table) - at - 5) - 4) // 12
    ends = struct.unpack_from(f"<{count + 1}I", table, at + 5)
    places = [struct.unpack_from("<2xI2x", table, at + 5 + 4 * (count + 1) + 8 * n)[0] for n in range(count)]
    return [(after - before, place) for before, after, place in zip(ends, ends[1:], places, strict=False)]
