"""Reads the text of a .docx in the order a reader sees it, automatic numbers included.

Tracked insertions count as text and tracked deletions do not; content controls, smart tags, hyperlinks and
the results of fields are text, field codes are not; a text box is read once, behind the paragraph it is
anchored in. Notes, headers and footers are not part of the report.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from analysis.reading.base import Read
from analysis.reading.docx_numbering import Numbering, read_numbering
from analysis.reading.docx_package import Package, W, open_package
from analysis.reading.markup import Element
from analysis.reading.table_rows import row_lines

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
SIGNS = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
}
SKIPPED = frozenset(
    f"{W}{name}"
    for name in (
        "del",
        "moveFrom",
        "pPr",
        "rPr",
        "tblPr",
        "tblGrid",
        "trPr",
        "tcPr",
        "sdtPr",
        "sdtEndPr",
        "sectPr",  # Word 2003 puts heads and feet of pages here, and notes into the text
        "footnote",
        "endnote",
        "instrText",
        "rt",
    )
)


def read_docx(data: bytes) -> Read:
    """The text of the .docx in `data`, a line for each paragraph and each row of a table; no repairs.

    Raises:
        UnreadableError: the file is damaged, locked or hostile.
    """
    return read_package(open_package(data)), ()


def read_package(package: Package) -> str:
    """The text of the document in `package`."""
    return "\n".join(_Walk(read_numbering(package)).blocks(package.document))


@dataclass(slots=True)
class _Walk:
    """One pass over a document: the numbers counted so far, and what an open paragraph has gathered."""

    numbering: Numbering
    boxes: list[Element] = field(default_factory=list)
    in_code: list[bool] = field(default_factory=list)
    unended: str = ""

    def blocks(self, parent: Element) -> Iterator[str]:
        """The lines of every paragraph and table below `parent`."""
        for child in _present(parent):
            if child.tag == f"{W}p":
                yield from self._paragraph(child)
            elif child.tag == f"{W}tbl":
                yield from self._table(child)
            else:
                yield from self.blocks(child)

    def _paragraph(self, paragraph: Element) -> Iterator[str]:
        boxes, self.boxes = self.boxes, []
        text = self.unended + "".join(self._inline(paragraph))
        self.in_code = [False for code in self.in_code if not code]  # a code that never ended must not swallow the rest
        if paragraph.find(f"{W}pPr/{W}rPr/{W}del") is not None:  # its end was deleted: it runs on into the next one
            self.unended = text
        else:
            self.unended = ""
            number = self.numbering.number(paragraph)
            yield number + text if text.strip() else text
        for box in self.boxes:
            yield from self.blocks(box)
        self.boxes = boxes

    def _inline(self, parent: Element) -> Iterator[str]:
        for child in _present(parent):
            if child.tag == f"{W}txbxContent":
                self.boxes.append(child)
            elif child.tag == f"{W}fldChar":
                self._field(child.get(f"{W}fldCharType", ""))
            elif child.tag in (f"{W}t", f"{MATH}t"):
                yield "" if any(self.in_code) else child.text or ""
            elif child.tag in SIGNS:
                yield "" if any(self.in_code) else SIGNS[child.tag]
            else:
                yield from self._inline(child)

    def _field(self, kind: str) -> None:
        """A field's code stands between its begin and its separator, its result between that and its end."""
        if kind == "begin":
            self.in_code.append(True)
        elif kind == "separate" and self.in_code:
            self.in_code[-1] = False
        elif kind == "end" and self.in_code:
            self.in_code.pop()

    def _table(self, table: Element) -> Iterator[str]:
        for row in _rows(table):
            yield from row_lines([list(self.blocks(cell)) for cell in _cells(row)])


def _present(parent: Element) -> Iterator[Element]:
    """The children that are part of the text, of several versions of the same content only one."""
    for child in parent:
        if child.tag == f"{MC}AlternateContent":
            yield from _one_version(child)
        elif child.tag not in SKIPPED:
            yield child


def _one_version(alternatives: Element) -> list[Element]:
    """The first version that holds text: Word writes a text box twice, as Choice and as Fallback."""
    with_text = [version for version in alternatives if next(version.iter(f"{W}t"), None) is not None]
    return with_text[:1] or list(alternatives)[:1]


def _rows(table: Element) -> Iterator[Element]:
    for child in _present(table):
        if child.tag == f"{W}tr":
            if child.find(f"{W}trPr/{W}del") is None:
                yield child
        else:
            yield from _rows(child)


def _cells(row: Element) -> Iterator[Element]:
    for child in _present(row):
        if child.tag == f"{W}tc":
            yield child
        else:
            yield from _cells(child)
