"""Opens the OLE container of a .doc and finds its parts by the file information block ([MS-DOC] 2.5)."""

import io
import struct
from dataclasses import dataclass

import olefile

from analysis.reading.base import UnreadableError

WORD, SIGNATURE, WORD_97 = "WordDocument", 0xA5EC, 0x00C1
ENCRYPTED, SECOND_TABLE = 0x0100, 0x0200
# Which pairs of offset and size in the block are wanted ([MS-DOC] 2.5.6).
STYLES, TEXT_BOXES, CHARACTERS, PARAGRAPHS, PIECES, LISTS, OVERRIDES = 1, 56, 12, 13, 33, 73, 74
# Which of its counts of characters: those of the text itself, and in the order in which they follow it.
MAIN, FOLLOWING, BOXES = 3, (4, 5, 7, 8), 9
PASSWORD = "文件设有打开密码：请去掉密码，另存后重新提交。"  # noqa: S105 - a sentence
DAMAGED = "这个 Word 文件（.doc 或 .wps）已损坏：请用 WPS 或 Word 打开后另存为 .docx，或向报送单位重新索取。"
TOO_OLD = "这是 Word 95 或更早的文件：请用 WPS 或 Word 打开后另存为 .docx，再重新提交。"


@dataclass(frozen=True, slots=True)
class Container:
    """The two streams of a .doc that hold its text and its structure, and the block that describes them."""

    text: bytes
    table: bytes
    counts: tuple[int, ...]
    places: tuple[tuple[int, int], ...]

    def part(self, which: int) -> bytes:
        """A part of the table stream; empty where the document has none."""
        offset, size = self.places[which] if which < len(self.places) else (0, 0)
        return self.table[offset : offset + size]

    def rest(self, which: int) -> bytes:
        """What follows a part: the levels of lists stand behind their list."""
        offset, size = self.places[which] if which < len(self.places) else (len(self.table), 0)
        return self.table[offset + size :]


def open_container(data: bytes) -> Container:
    """The parts of the .doc in `data`.

    Raises:
        UnreadableError: `password`, `damaged`, or `format` (older than Word 97).
    """
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as ole:
            text = ole.openstream(WORD).read()
            signature, version, flags = struct.unpack_from("<HH6xH", text)
            if flags & ENCRYPTED:
                raise UnreadableError("password", PASSWORD)
            if signature != SIGNATURE or version < WORD_97:
                raise UnreadableError("format", TOO_OLD)
            table = ole.openstream("1Table" if flags & SECOND_TABLE else "0Table").read()
            return Container(text, table, *_block(text))
    except (OSError, struct.error) as error:
        raise UnreadableError("damaged", DAMAGED) from error


def _block(text: bytes) -> tuple[tuple[int, ...], tuple[tuple[int, int], ...]]:
    """The counts and the places: each group of the block begins with how many values it holds."""
    at = 32
    (shorts,) = struct.unpack_from("<H", text, at)
    at += 2 + 2 * shorts
    (longs,) = struct.unpack_from("<H", text, at)
    counts = struct.unpack_from(f"<{longs}i", text, at + 2)
    at += 2 + 4 * longs
    (pairs,) = struct.unpack_from("<H", text, at)
    flat = struct.unpack_from(f"<{2 * pairs}I", text, at + 2)
    return counts, tuple(zip(flat[::2], flat[1::2], strict=True))
