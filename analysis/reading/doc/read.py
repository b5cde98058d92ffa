"""Reads the text of a .doc in the order a reader sees it, automatic numbers included.

As in a .docx, tracked deletions are left out, of a field its result is text and its code is not, a text box is read
once, and notes, headers and footers are not part of the report. A text box stands behind the paragraph of its anchor;
where pictures are anchored too, it may stand behind one of theirs.
"""

import itertools
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from types import MappingProxyType

from analysis.reading.base import Read, UnreadableError
from analysis.reading.doc.container import (
    BOXES,
    CHARACTERS,
    DAMAGED,
    FOLLOWING,
    MAIN,
    PARAGRAPHS,
    STYLES,
    TEXT_BOXES,
    Container,
    open_container,
)
from analysis.reading.doc.lists import read_lists
from analysis.reading.doc.pieces import Text, read_pieces
from analysis.reading.doc.properties import (
    DELETED,
    DEPTH,
    ENDS_ROW,
    IN_TABLE,
    LEVEL,
    LIST,
    STYLE,
    Properties,
    Runs,
    read_runs,
)
from analysis.reading.doc.styles import Style, read_styles, resolve
from analysis.reading.numbering import Counter
from analysis.reading.table_rows import row_lines

PARAGRAPH, CELL, BREAK, ANCHOR = "\r", "\x07", "\x0c", "\x08"
FIELD, RESULT, FIELD_END = "\x13", "\x14", "\x15"
SIGNS = MappingProxyType({"\t": "\t", "\x0b": "\n", "\x0c": "\n", "\x0e": "\n", "\x1e": "-"})
BOX_SIZE = 22  # bytes that describe a text box


def read_doc(data: bytes) -> Read:
    """The text of the .doc in `data`, a line for each paragraph and each row of a table; no repairs.

    Raises:
        UnreadableError: `password`, `damaged`, or `format` (older than Word 97).
    """
    container = open_container(data)
    try:
        text = read_pieces(container)
        reader = _reader(container, text)
        main = max(0, container.counts[MAIN])
        lines = "\n".join(reader.lines(text.cut(0, main)))
    except (struct.error, IndexError) as error:
        raise UnreadableError("damaged", DAMAGED) from error
    return lines.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace"), ()


def _reader(container: Container, text: Text) -> "_Reader":
    characters = read_runs(container.text, container.part(CHARACTERS), paragraphs=False)
    paragraphs = read_runs(container.text, container.part(PARAGRAPHS), paragraphs=True)
    styles = read_styles(container.part(STYLES))
    return _Reader(characters, paragraphs, styles, Counter(read_lists(container)), _boxes(container, text))


def _boxes(container: Container, text: Text) -> list[Text]:
    """The texts of the text boxes."""
    start = container.counts[MAIN] + sum(container.counts[which] for which in FOLLOWING)
    index = container.part(TEXT_BOXES)
    count = (len(index) - 4) // (4 + BOX_SIZE)
    ends = struct.unpack_from(f"<{count + 1}I", index) if count > 0 else ()
    most = container.counts[BOXES]
    return [text.cut(start + a, start + b) for a, b in itertools.pairwise(ends) if a < b <= most]


@dataclass(slots=True)
class _Reader:
    """One pass over a document: the numbers counted so far, and what open paragraphs and rows have gathered."""

    characters: Runs
    paragraphs: Runs
    styles: list[Style]
    counter: Counter
    boxes: list[Text]
    in_code: list[bool] = field(default_factory=list)
    unended: str = ""

    def lines(self, text: Text) -> Iterator[str]:
        """The lines of every paragraph and table, and at the end those of text boxes without an anchor."""
        yield from self._blocks(text)
        while self.boxes:
            yield from self._blocks(self.boxes.pop(0))

    def _blocks(self, text: Text) -> Iterator[str]:
        cells: list[list[str]] = []
        cell: list[str] = []
        for paragraph in self._split(text):
            properties = self._properties(paragraph)
            lines = list(self._paragraph(paragraph, properties))
            if not (properties.get(IN_TABLE) or properties.get(DEPTH)):
                yield from [*cell, *lines]
                cell = []
            elif properties.get(ENDS_ROW):
                yield from row_lines(cells)
                cells = []
            else:
                cell += lines
                if paragraph.characters.endswith(CELL):
                    cells.append(cell)
                    cell = []
        yield from [*(line for lines in cells for line in lines), *cell]

    def _split(self, text: Text) -> Iterator[Text]:
        """The paragraphs with the marks that end them; the mark of a page's end may also stand inside one."""
        start = 0
        for at, sign in enumerate(text.characters):
            is_end = sign in {PARAGRAPH, CELL} or (sign == BREAK and self.paragraphs.ends_behind(text.offsets[at]))
            if is_end:
                yield text.cut(start, at + 1)
                start = at + 1
        if start < len(text.characters):
            yield text.cut(start, len(text.characters))

    def _properties(self, paragraph: Text) -> Properties:
        own = self.paragraphs.at(paragraph.offsets[-1])
        return resolve(self.styles, own.get(STYLE, 0), own)

    def _paragraph(self, paragraph: Text, properties: Properties) -> Iterator[str]:
        anchors = paragraph.characters.count(ANCHOR)
        text = self.unended + "".join(self._visible(paragraph))
        self.in_code = [False for code in self.in_code if not code]  # a code that never ended must not swallow the rest
        if self._is_deleted(paragraph.offsets[-1]):  # its end was deleted: it runs on into the next one
            self.unended = text
        else:
            self.unended = ""
            number = self.counter.number(str(properties.get(LIST, 0)), properties.get(LEVEL, 0))
            yield number + text if text.strip() else text
        boxes, self.boxes = self.boxes[:anchors], self.boxes[anchors:]
        for box in boxes:
            yield from self._blocks(box)

    def _visible(self, paragraph: Text) -> Iterator[str]:
        body = paragraph.characters.rstrip(PARAGRAPH + CELL + BREAK)
        for sign, offset in zip(body, paragraph.offsets, strict=False):
            if self._is_deleted(offset):
                continue
            if sign == FIELD:
                self.in_code.append(True)
            elif sign == RESULT and self.in_code:
                self.in_code[-1] = False
            elif sign == FIELD_END and self.in_code:
                self.in_code.pop()
            elif not any(self.in_code):
                yield SIGNS.get(sign, sign if sign >= " " else "")

    def _is_deleted(self, offset: int) -> bool:
        return bool(self.characters.at(offset).get(DELETED))
