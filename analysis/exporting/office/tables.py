"""Matrices and lists as tables of a slide, written as XML at once: a cell at a time takes a hundred times as long."""

from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from analysis.drawing.palette import ABSENT, ACCENT, GREY, INK, LINE, PAPER
from analysis.exporting.clean import printable
from analysis.exporting.measure import ems
from analysis.exporting.style import plain, shade_colour
from analysis.exporting.values import Cell, Listing, Matrix
from analysis.tables.comparing.shared import MARK

NAMESPACE = "http://schemas.openxmlformats.org/drawingml/2006/main"
EDGE = "".join(
    f'<a:{side} w="6350"><a:solidFill><a:srgbClr val="{plain(LINE)}"/></a:solidFill></a:{side}>'
    for side in ("lnL", "lnR", "lnT", "lnB")
)
HATCH = (
    '<a:pattFill prst="ltUpDiag"><a:fgClr><a:srgbClr val="{ink}"/></a:fgClr>'
    '<a:bgClr><a:srgbClr val="{paper}"/></a:bgClr></a:pattFill>'
)
POINT = 12_700
SMALLEST = 10
"""Points of letters that a hall can read."""
EDGES, SLACK = 6, 1.25
"""Points beside the words in a cell; how much wider another face, or the gap between 约 and a number, makes them."""
HATCH_INK = "BFBFBF"
SOLID = '<a:solidFill><a:srgbClr val="{paper}"/></a:solidFill>'


@dataclass(frozen=True, slots=True)
class Look:
    """How the words of a cell are set: points, bold, `l` or `ctr`, colour; and the fill of the cell as XML."""

    size: float
    fill: str
    bold: bool = False
    align: str = "ctr"
    colour: str = INK


@dataclass(frozen=True, slots=True)
class Sizes:
    """EMU: widths of the columns, heights of the heads and of the rows below; letters in points."""

    widths: Sequence[int]
    head: int
    rows: Sequence[int]
    letters: float


def matrix_xml(matrix: Matrix, sizes: Sizes) -> str:
    """The `a:tbl` of `matrix`: a row of groups where there are some, the heads, then a row for each name."""
    rows = [_row([_group(*one, sizes) for one in _groups(matrix)], sizes.rows[0])] if matrix.groups else []
    heads = _cell(matrix.corner, _head(sizes, "l")), *(_cell(head, _head(sizes)) for head in matrix.heads)
    rows.append(_row(heads, sizes.head))
    name = Look(sizes.letters, SOLID.format(paper=plain(PAPER)), align="l")
    for label, cells, height in zip(matrix.rows, matrix.cells, sizes.rows, strict=True):
        rows.append(_row([_cell(label, name), *(_shaded(cell, sizes) for cell in cells)], height))
    return _table(sizes.widths, rows, head=True)


def listing_xml(listing: Listing, sizes: Sizes) -> str:
    """The `a:tbl` of `listing`."""
    rows = [_row([_cell(head, _head(sizes, "l")) for head in listing.heads], sizes.head)]
    body = Look(sizes.letters, SOLID.format(paper=plain(PAPER)), align="l")
    lines = zip(listing.rows, sizes.rows, strict=True)
    rows += [_row([_cell(text, body) for text in row], height) for row, height in lines]
    return _table(sizes.widths, rows, head=True)


def _groups(matrix: Matrix) -> list[tuple[str, int]]:
    """Each group once, with the number of its columns; first the empty one over the names."""
    found: list[tuple[str, int]] = [("", 1)]
    for place, group in enumerate(matrix.groups):
        if place and matrix.groups[place - 1] == group:
            found[-1] = (group, found[-1][1] + 1)
        else:
            found.append((group, 1))
    return found


def _group(name: str, span: int, sizes: Sizes) -> str:
    look = Look(sizes.letters, SOLID.format(paper=plain(PAPER)), colour=GREY)
    room = (sizes.widths[1] * span / POINT - 6) / sizes.letters
    name = name if len(name) <= room else name[:2]
    merged = '<a:tc hMerge="1"><a:txBody><a:bodyPr/><a:p/></a:txBody><a:tcPr/></a:tc>' * (span - 1)
    return _cell(name, look, span) + merged


def _head(sizes: Sizes, align: str = "ctr") -> Look:
    return Look(sizes.letters, SOLID.format(paper=plain(ABSENT)), bold=True, align=align)


def _shaded(cell: Cell, sizes: Sizes) -> str:
    """A cell whose words stay in one line: a second one would push the rows below off the slide."""
    fill = (HATCH if cell.hatched else SOLID).format(ink=HATCH_INK, paper=shade_colour(cell.shade))
    fitting = (sizes.widths[1] / POINT - EDGES) / (SLACK * max(1.0, ems(cell.text)))
    return _cell(cell.text, Look(min(sizes.letters, max(SMALLEST, fitting)), fill))


def _cell(text: str, look: Look, span: int = 1) -> str:
    merge = f' gridSpan="{span}"' if span > 1 else ""
    lines = "".join(_line(line, look) for line in printable(text).split("\n"))
    return (
        f"<a:tc{merge}><a:txBody><a:bodyPr/><a:lstStyle/>{lines}</a:txBody>"
        f'<a:tcPr marL="36000" marR="36000" marT="18000" marB="18000" anchor="ctr">{EDGE}{look.fill}</a:tcPr></a:tc>'
    )


def _line(text: str, look: Look) -> str:
    """A paragraph; the mark of a report that cannot be compared is in the accent colour."""
    name, mark = (text.removesuffix(MARK), MARK) if text.endswith(MARK) else (text, "")
    runs = _run(name, look, look.colour) + (_run(mark, look, ACCENT) if mark else "")
    return f'<a:p><a:pPr algn="{look.align}"><a:lnSpc><a:spcPct val="85000"/></a:lnSpc></a:pPr>{runs}</a:p>'


def _run(text: str, look: Look, colour: str) -> str:
    return (
        f'<a:r><a:rPr sz="{round(look.size * 100)}" b="{int(look.bold)}">'
        f'<a:solidFill><a:srgbClr val="{plain(colour)}"/></a:solidFill></a:rPr><a:t>{escape(text)}</a:t></a:r>'
    )


def _row(cells: Sequence[str], height: int) -> str:
    return f'<a:tr h="{height}">{"".join(cells)}</a:tr>'


def _table(widths: Sequence[int], rows: Sequence[str], *, head: bool) -> str:
    grid = "".join(f'<a:gridCol w="{width}"/>' for width in widths)
    return (
        f'<a:tbl xmlns:a="{NAMESPACE}"><a:tblPr firstRow="{int(head)}"/>'
        f"<a:tblGrid>{grid}</a:tblGrid>{''.join(rows)}</a:tbl>"
    )
