"""Matrices and lists as tables of a brief, written as XML at once; the heads repeat on every page."""

from collections.abc import Sequence
from xml.sax.saxutils import escape

from docx.oxml.ns import nsdecls

from analysis.drawing.palette import ABSENT, LINE
from analysis.exporting.brief.official import FANG, HEI
from analysis.exporting.clean import printable
from analysis.exporting.measure import ems, label
from analysis.exporting.style import plain, shade_colour
from analysis.exporting.values import Cell, Listing, Matrix

TWIPS = 8845
"""The width between the margins: 156 mm."""
LETTERS = 18
"""Half points: 小五."""
LABEL = (1300, 2900)


def matrix_xml(matrix: Matrix) -> str:
    """The `w:tbl` of `matrix`."""
    wanted = round(max((ems(name) for name in matrix.rows), default=0) * LETTERS * 10 + 300)
    side = min(LABEL[1], max(LABEL[0], wanted))
    each = (TWIPS - side) // max(1, len(matrix.heads))
    widths = [side, *[each] * len(matrix.heads)]
    heads = zip((matrix.corner, *matrix.heads), widths, strict=True)
    rows = [_row([_cell(text, width, fill=plain(ABSENT), face=HEI) for text, width in heads], head=True)]
    names = (label(name, side / LETTERS / 10 - 1.2) for name in matrix.rows)
    lines = zip(names, matrix.cells, strict=True)
    rows += [_row([_cell(name, side, align="left"), *(_shaded(one, each) for one in cells)]) for name, cells in lines]
    return _table(widths, rows)


def listing_xml(listing: Listing) -> str:
    """The `w:tbl` of `listing`."""
    widths = [round(share * TWIPS) for share in listing.widths]
    heads = zip(listing.heads, widths, strict=True)
    rows = [_row([_cell(text, width, fill=plain(ABSENT), face=HEI) for text, width in heads], head=True)]
    lines = (zip(row, widths, strict=True) for row in listing.rows)
    rows += [_row([_cell(text, width, align="left") for text, width in line]) for line in lines]
    return _table(widths, rows)


def _shaded(cell: Cell, width: int) -> str:
    pattern = "thinDiagStripe" if cell.hatched else "clear"
    return _cell(cell.text, width, fill=shade_colour(cell.shade), pattern=pattern)


def _cell(  # noqa: PLR0913 - how a cell is set
    text: str, width: int, *, fill: str = "", pattern: str = "clear", face: str = FANG, align: str = "center"
) -> str:
    """A `w:tc`; the order inside its properties matters (ISO/IEC 29500-1, 17.4.66)."""
    ink = "BFBFBF" if pattern != "clear" else "auto"
    shade = f'<w:shd w:val="{pattern}" w:color="{ink}" w:fill="{fill}"/>' if fill else ""
    fonts = f'<w:rFonts w:ascii="{face}" w:hAnsi="{face}" w:eastAsia="{face}" w:hint="eastAsia"/>'
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade}<w:vAlign w:val="center"/></w:tcPr>'
        '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
        f'<w:jc w:val="{align}"/></w:pPr>'
        f'<w:r><w:rPr>{fonts}<w:sz w:val="{LETTERS}"/></w:rPr>'
        f'<w:t xml:space="preserve">{escape(printable(text))}</w:t></w:r></w:p></w:tc>'
    )


def _row(cells: Sequence[str], *, head: bool = False) -> str:
    properties = "<w:trPr><w:cantSplit/>" + "<w:tblHeader/>" * head + "</w:trPr>"
    return f"<w:tr>{properties}{''.join(cells)}</w:tr>"


def _table(widths: Sequence[int], rows: Sequence[str]) -> str:
    line = f'w:val="single" w:sz="4" w:space="0" w:color="{plain(LINE)}"'
    edges = "".join(f"<w:{side} {line}/>" for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblBorders>{edges}</w:tblBorders><w:tblLayout w:type="fixed"/>'
        '<w:tblCellMar><w:left w:w="40" w:type="dxa"/><w:right w:w="40" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )
