"""Each picture on a slide: bars as a native chart, cells and lists as native tables, figures in large type."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import singledispatch

from pptx.oxml import parse_xml
from pptx.shapes.base import BaseShape
from pptx.slide import Slide
from pptx.util import Emu, Inches, Pt

from analysis.drawing.palette import ACCENT, GREY, LINE
from analysis.exporting.deck.frame import BODY_WIDTH, Box, colour_of, text_box, write
from analysis.exporting.measure import ems, label, lines, shortened
from analysis.exporting.office.charts import add_chart
from analysis.exporting.office.tables import POINT, Sizes, listing_xml, matrix_xml
from analysis.exporting.values import Bars, Figures, Listing, Matrix, Picture, cuts, parts

BAR_ROWS, COLUMNS = 20, 20
BAR, BAR_EDGE = Inches(0.42), Inches(0.5)
NARROW = 16
"""With more columns than this the letters of a matrix are smaller."""
LABEL, CELL = (Inches(1.6), Inches(3.6)), (Inches(0.48), Inches(1.9))
LEADING, MARGIN = 1.24, 3
"""The height of a line in ems, at 85 % of what Chinese faces ask for, and points above and below."""
LIST_LETTERS, LIST_MARGIN, LONGEST = 12, 8, 130
LIST_LINE = LIST_LETTERS * LEADING
CARD, CARD_GAP = Inches(1.85), Inches(0.25)


@dataclass(frozen=True, slots=True)
class Drawn:
    """A shape that a screen reader should be told about, if there is one, and the height that is used, in EMU."""

    shape: BaseShape | None
    height: int


def pieces(picture: Picture, height: int) -> list[Picture]:
    """`picture` cut so that each piece fits on a slide with `height` EMU for it."""
    if isinstance(picture, Listing):
        return _pages(picture, height)
    if isinstance(picture, Matrix):
        widths = {cut.stop - cut.start for cut in cuts(len(picture.heads), COLUMNS)}
        rows = (_rows_in(height, picture, _sizes(picture, columns)) for columns in widths)
        return parts(picture, min(rows, default=1), COLUMNS)
    return parts(picture, BAR_ROWS, COLUMNS)


def _rows_in(height: int, picture: Matrix, sizes: Sizes) -> int:
    return int((height - _above(picture, sizes)) // sizes.rows[0]) if sizes.rows else 1


def _above(picture: Matrix, sizes: Sizes) -> int:
    return sizes.head + sizes.rows[0] * bool(picture.groups)


def _pages(listing: Listing, height: int) -> list[Picture]:
    """The lines of `listing` on the fewest slides that their words allow, about as much on each."""
    rows = [tuple(shortened(text, LONGEST) for text in row) for row in listing.rows]
    needs = [_row_height(listing, row) for row in rows]
    room = height / POINT - LIST_LINE - LIST_MARGIN
    fewest = _filled(needs, room)
    level = next(share for share in (0.5, 0.6, 0.7, 0.8, 0.9, 1) if _filled(needs, room * share)[-1:] == fewest[-1:])
    places = _filled(needs, room * level)
    return [
        replace(listing, rows=tuple(row for row, at in zip(rows, places, strict=True) if at == page))
        for page in range(max(places, default=0) + 1)
    ]


def _filled(needs: Sequence[float], room: float) -> list[int]:
    """On which page each line stands where a page has `room` points."""
    places, page, left = [], 0, room
    for need in needs:
        if need > left and left < room:
            page, left = page + 1, room
        places.append(page)
        left -= need
    return places


def _row_height(listing: Listing, row: tuple[str, ...]) -> float:
    """Points."""
    widths = (share * BODY_WIDTH / POINT / LIST_LETTERS - 1.4 for share in listing.widths)
    return LIST_LINE * max(lines(text, width) for text, width in zip(row, widths, strict=True)) + LIST_MARGIN


@singledispatch
def draw(picture: Picture, slide: Slide, box: Box) -> Drawn:
    """Draws `picture` into `box` of `slide`."""
    raise TypeError(type(picture), slide, box)


@draw.register
def _bars(picture: Bars, slide: Slide, box: Box) -> Drawn:
    height = min(box.height, BAR_EDGE + len(picture.names) * BAR)
    add_chart(slide.shapes, picture, (box.left, box.top, box.width, height), 11)
    return Drawn(slide.shapes[-1], height)


@draw.register
def _matrix(picture: Matrix, slide: Slide, box: Box) -> Drawn:
    sizes = _sizes(picture, len(picture.heads))
    names = tuple(label(name, sizes.widths[0] / POINT / sizes.letters - 1.6) for name in picture.rows)
    shape = _table(slide, matrix_xml(replace(picture, rows=names), sizes), box)
    return Drawn(shape, _above(picture, sizes) + sum(sizes.rows))


def _sizes(picture: Matrix, columns: int) -> Sizes:
    """The sizes of `picture` with so many of its columns on a slide."""
    count = max(1, columns)
    letters = 10 if count > NARROW else 11
    wanted = round((max((ems(name) for name in picture.rows), default=0) * letters + 24) * POINT)
    side = min(LABEL[1], BODY_WIDTH - CELL[0] * count, max(LABEL[0], wanted))
    cell = min(CELL[1], (BODY_WIDTH - side) // count)
    head = max((lines(name, (cell / POINT - 6) / letters) for name in picture.heads), default=1)
    line = letters * LEADING
    row = round((line + MARGIN) * POINT)
    return Sizes([side, *[cell] * count], round((head * line + MARGIN) * POINT), [row] * len(picture.rows), letters)


@draw.register
def _listing(picture: Listing, slide: Slide, box: Box) -> Drawn:
    widths = [round(share * box.width) for share in picture.widths]
    heights = [round(_row_height(picture, row) * POINT) for row in picture.rows]
    sizes = Sizes(widths, round((LIST_LINE + LIST_MARGIN) * POINT), heights, LIST_LETTERS)
    return Drawn(_table(slide, listing_xml(picture, sizes), box), sizes.head + sum(heights))


def _table(slide: Slide, xml: str, box: Box) -> BaseShape:
    """A graphic frame whose table is `xml`."""
    frame = slide.shapes.add_table(1, 1, Emu(box.left), Emu(box.top), Emu(box.width), Emu(POINT))
    old = frame._element.graphic.graphicData.tbl  # noqa: SLF001 - python-pptx makes a table a cell at a time
    old.getparent().replace(old, parse_xml(xml))
    return frame


@draw.register
def _figures(picture: Figures, slide: Slide, box: Box) -> Drawn:
    count = max(1, len(picture.figures))
    width = (box.width - CARD_GAP * (count - 1)) // count
    for place, (name, value, note) in enumerate(picture.figures):
        left = box.left + place * (width + CARD_GAP)
        frame = text_box(slide, Box(left, box.top, width, CARD), name, 16, colour=GREY)
        shape = slide.shapes[-1]
        shape.line.color.rgb, shape.line.width = colour_of(LINE), Pt(1)
        frame.margin_left = frame.margin_right = Inches(0.2)
        frame.margin_top = Inches(0.12)
        write(frame, value, 32, colour=ACCENT, bold=True, fresh=False)
        write(frame, note, 14, fresh=False)
    if picture.sentences:
        below = Box(box.left, box.top + CARD + CARD_GAP, box.width, box.height - CARD - CARD_GAP)
        numbered(picture.sentences, slide, below, 16)
    return Drawn(None, box.height)


def numbered(words: tuple[str, ...], slide: Slide, box: Box, size: float) -> None:
    """Writes `words` as numbered paragraphs."""
    first, *others = (f"{place}. {text}" for place, text in enumerate(words, start=1))
    frame = text_box(slide, box, first, size)
    for text in others:
        write(frame, text, size, fresh=False)
    for paragraph in frame.paragraphs:
        paragraph.space_after = Pt(9)


def pages_of(words: tuple[str, ...], most: int) -> list[tuple[str, ...]]:
    """`words` on as many slides as `most` a slide needs."""
    return [words[cut] for cut in cuts(len(words), most)]
