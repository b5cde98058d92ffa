"""Reads an OpenDocument text (.odt): its paragraphs, its tables, and the automatic numbers of its lists.

Numbers stand in no text of the file: the style of a list says how each of its levels looks (ODF 1.3, part 3, 16.31),
and a list says whether it goes on counting (19.780, 19.781). A tracked deletion stands outside of the text.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from analysis.reading.archive import open_archive, read_member
from analysis.reading.base import Read
from analysis.reading.docx_lists import integer
from analysis.reading.markup import Element, local, parse_xml, refuse_doctypes
from analysis.reading.numbering import Counter, Level, List
from analysis.reading.table_rows import row_lines

STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
SKIPPED = frozenset({"tracked-changes", "note", "annotation", "sequence-decls", "forms", "ruby-text"})
SIGNS: Mapping[str, str] = MappingProxyType({"tab": "\t", "line-break": "\n", "s": " "})
# The first sign of a format as the file writes it, and the name of ST_NumberFormat; the rest is decimal.
FORMATS: Mapping[str, str] = MappingProxyType(
    {
        "一": "chineseCounting",
        "壹": "chineseLegalSimplified",
        "①": "decimalEnclosedCircle",
        "甲": "ideographTraditional",
        "子": "ideographZodiac",
        "１": "decimalFullWidth",
        "a": "lowerLetter",
        "A": "upperLetter",
        "i": "lowerRoman",
        "I": "upperRoman",
        "": "none",
    }
)


def read_odt(data: bytes) -> Read:
    """The text of the .odt in `data`, a line for each paragraph and each row of a table; no repairs.

    Raises:
        UnreadableError: `damaged` or `hostile`.
    """
    with open_archive(data) as archive:
        refuse_doctypes(archive)
        styles, content = (parse_xml(read_member(archive, name)) for name in ("styles.xml", "content.xml"))
    named = [style for root in (styles, content) for style in root.iter(f"{TEXT}list-style")]
    walk = _Walk({style.get(f"{STYLE}name", ""): _levels(style) for style in named})
    body = content.find("{*}body/{*}text")
    return "\n".join(walk.blocks(body)) if body is not None else "", ()


def _levels(style: Element) -> dict[int, Level]:
    found = {integer(level.get(f"{TEXT}level"), 1) - 1: level for level in style}
    return {depth: _level(level, depth) for depth, level in sorted(found.items())}


def _level(level: Element, depth: int) -> Level:
    is_bullet = local(level) != "list-level-style-number"
    shown = integer(level.get(f"{TEXT}display-levels"), 1)
    places = ".".join(f"%{place + 1}" for place in range(max(0, depth + 1 - shown), depth + 1))
    written = f"{level.get(f'{STYLE}num-prefix', '')}{places}{level.get(f'{STYLE}num-suffix', '')}"
    return Level(
        start=integer(level.get(f"{TEXT}start-value"), 1),
        number_format="bullet" if is_bullet else FORMATS.get(level.get(f"{STYLE}num-format", "")[:1], "decimal"),
        text=level.get(f"{TEXT}bullet-char", "") if is_bullet else written,
        restart=None,
        legal=False,
        spaced=True,
        style="",
    )


@dataclass(slots=True)
class _Walk:
    """One pass over a document: the styles of its lists, the lists met so far, and how far each has counted."""

    styles: Mapping[str, Mapping[int, Level]]
    lists: dict[str, List] = field(default_factory=dict)
    latest: dict[str, str] = field(default_factory=dict)
    counter: Counter = field(init=False)

    def __post_init__(self) -> None:
        self.counter = Counter(self.lists)

    def blocks(self, parent: Element, list_id: str = "", depth: int = -1) -> Iterator[str]:
        """The lines of every paragraph, list and table below `parent`, which may stand in a list."""
        for child in parent:
            name = local(child)
            if name in {"p", "h"}:
                yield from self._paragraph(child)
            elif name == "list":
                yield from self._list(child, list_id, depth + 1)
            elif name == "table":
                yield from self._table(child)
            elif name not in SKIPPED:
                yield from self.blocks(child, list_id, depth)

    def _list(self, element: Element, list_id: str, depth: int) -> Iterator[str]:
        list_id = list_id or self._begin(element)
        for item in element:
            is_counted = local(item) == "list-item" and len(item) > 0 and local(item[0]) in {"p", "h"}
            number = self.counter.number(list_id, depth) if is_counted else ""
            lines = self.blocks(item, list_id, depth)
            yield from (number + line if at == 0 and line.strip() else line for at, line in enumerate(lines))

    def _begin(self, element: Element) -> str:
        """The id of the list that begins; it counts on where an earlier one left off, if it says so."""
        style, goes_on = element.get(f"{TEXT}style-name", ""), element.get(f"{TEXT}continue-list", "")
        list_id = element.get(XML_ID) or f"list {len(self.lists)}"
        before = goes_on or (self.latest.get(style, "") if element.get(f"{TEXT}continue-numbering") == "true" else "")
        counters = self.lists[before].counters if before in self.lists else list_id
        self.lists[list_id] = List(counters, self.styles.get(style, {}), {})
        self.latest[style] = list_id
        return list_id

    def _paragraph(self, paragraph: Element) -> Iterator[str]:
        boxes: list[Element] = []
        yield "".join(_inline(paragraph, boxes))
        for box in boxes:
            yield from self.blocks(box)

    def _table(self, table: Element) -> Iterator[str]:
        for row in _rows(table):
            yield from row_lines([list(self.blocks(cell)) for cell in row if local(cell) == "table-cell"])


def _rows(parent: Element) -> Iterator[Element]:
    """The rows of a table, those in groups too, but not those of tables in its cells."""
    for child in parent:
        if local(child) == "table-row":
            yield child
        else:
            yield from _rows(child)


def _inline(parent: Element, boxes: list[Element]) -> Iterator[str]:
    yield parent.text or ""
    for child in parent:
        name = local(child)
        if name == "text-box":
            boxes.append(child)
        elif name in SIGNS:
            yield SIGNS[name]
        elif name not in SKIPPED:
            yield from _inline(child, boxes)
        yield child.tail or ""
