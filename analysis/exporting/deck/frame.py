"""The frame of every slide: size, faces, title, foot, and words for those who cannot see it."""

from dataclasses import dataclass
from io import BytesIO

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE, PP_PLACEHOLDER
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.presentation import Presentation as Deck
from pptx.shapes.base import BaseShape
from pptx.slide import Slide, SlideLayout
from pptx.text.text import TextFrame
from pptx.util import Emu, Inches, Pt

from analysis.drawing.palette import ACCENT, GREY, INK
from analysis.exporting.clean import printable
from analysis.exporting.material import Material
from analysis.exporting.measure import ems
from analysis.exporting.office.faces import name_faces, theme_faces
from analysis.exporting.style import plain

WIDTH, HEIGHT = Inches(13.333), Inches(7.5)
LEFT, RIGHT = Inches(0.6), Inches(12.75)
TITLE_TOP, TITLE_HEIGHT = Inches(0.32), Inches(0.92)
BODY_TOP, BODY_BOTTOM, NOTE_HEIGHT = Inches(1.62), Inches(6.97), Inches(0.44)
FOOT_TOP, FOOT_HEIGHT = Inches(7.02), Inches(0.34)
BODY_WIDTH = RIGHT - LEFT
TITLE_ROOM = ((24, 66), (20, 80), (18, 92), (16, 104))
"""Points of the title, and how many ems fit into its two lines then."""
COVER, BODY = "Title Slide", "Title Only"
FOOTERS = (PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER)


@dataclass(frozen=True, slots=True)
class Box:
    """A place on a slide in EMU."""

    left: int
    top: int
    width: int
    height: int


def new_deck() -> Deck:
    """An empty presentation, 16:9, with two layouts and the faces and places of this product."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = WIDTH, HEIGHT
    for layout in [layout for layout in deck.slide_layouts if layout.name not in (COVER, BODY)]:
        deck.slide_layouts.remove(layout)
    theme = deck.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme.blob = theme_faces(theme.blob)
    for holder in (deck.slide_master, *deck.slide_layouts):
        _feet(holder)
    _title_places(deck)
    return deck


def _title_places(deck: Deck) -> None:
    cover, body = (next(layout for layout in deck.slide_layouts if layout.name == name) for name in (COVER, BODY))
    _place(body.placeholders[0], Box(LEFT + Inches(0.22), TITLE_TOP, Inches(10.7), TITLE_HEIGHT))
    _place(cover.placeholders[0], Box(Inches(1.2), Inches(2.2), Inches(10.9), Inches(1.6)))
    _place(cover.placeholders[1], Box(Inches(1.2), Inches(4.1), Inches(10.9), Inches(1.2)))
    _bar(body, Box(LEFT, TITLE_TOP + Inches(0.12), Inches(0.08), TITLE_HEIGHT - Inches(0.24)))
    _bar(cover, Box(Inches(1.2), Inches(3.92), Inches(10.9), Inches(0.045)))


def _bar(layout: SlideLayout, box: Box) -> None:
    """A bar in the accent colour; a layout has no maker of shapes, so it is made on the slide's own terms."""
    layout.shapes._spTree.append(  # noqa: SLF001 - as said
        parse_xml(
            '<p:sp xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
            'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
            '<p:nvSpPr><p:cNvPr id="99" name="bar"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr><a:xfrm>'
            f'<a:off x="{int(box.left)}" y="{int(box.top)}"/><a:ext cx="{int(box.width)}" cy="{int(box.height)}"/>'
            '</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill>'
            f'<a:srgbClr val="{plain(ACCENT)}"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr></p:sp>'
        )
    )


def _feet(holder: SlideLayout) -> None:
    places = {
        PP_PLACEHOLDER.FOOTER: Box(LEFT, FOOT_TOP, Inches(8.6), FOOT_HEIGHT),
        PP_PLACEHOLDER.DATE: Box(Inches(9.4), FOOT_TOP, Inches(2.2), FOOT_HEIGHT),
        PP_PLACEHOLDER.SLIDE_NUMBER: Box(Inches(11.75), FOOT_TOP, Inches(1), FOOT_HEIGHT),
    }
    for shape in holder.placeholders:
        if shape.placeholder_format.type in places:
            _place(shape, places[shape.placeholder_format.type])


def _place(shape: BaseShape, box: Box) -> None:
    shape.left, shape.top, shape.width, shape.height = (Emu(int(n)) for n in (box.left, box.top, box.width, box.height))


def add_slide(deck: Deck, name: str, title: str, material: Material, source: str = "") -> Slide:
    """A slide of the layout `name` with its title, the foot (with its own `source`) and the mark of `material`."""
    layout = next(layout for layout in deck.slide_layouts if layout.name == name)
    slide = deck.slides.add_slide(layout)
    write(slide.shapes.title.text_frame, title, _title_size(title) if name == BODY else 36, bold=True)
    slide.shapes.title.text_frame.vertical_anchor = MSO_ANCHOR.MIDDLE if name == BODY else MSO_ANCHOR.BOTTOM
    words = {PP_PLACEHOLDER.FOOTER: source or material.source, PP_PLACEHOLDER.DATE: material.day}
    for shape in layout.placeholders:
        if shape.placeholder_format.type in FOOTERS:
            _foot(slide, shape, words.get(shape.placeholder_format.type))
    if material.mark:
        _mark(slide, material.mark.split("　")[0])
    return slide


def _title_size(title: str) -> int:
    return next((size for size, room in TITLE_ROOM if ems(title) <= room), TITLE_ROOM[-1][0])


def _foot(slide: Slide, holder: BaseShape, text: str | None) -> None:
    """The placeholder `holder` of the layout on the slide itself; None: the number of the slide."""
    kind = holder.placeholder_format
    names = {PP_PLACEHOLDER.DATE: "dt", PP_PLACEHOLDER.FOOTER: "ftr", PP_PLACEHOLDER.SLIDE_NUMBER: "sldNum"}
    align = PP_ALIGN.LEFT if kind.type == PP_PLACEHOLDER.FOOTER else PP_ALIGN.RIGHT
    field = '<a:fld id="{0C1A4F4B-8E0D-4B57-9E7C-6B4C0C0D1A11}" type="slidenum"><a:rPr/><a:t>1</a:t></a:fld>'
    number = len(slide.shapes) + 2
    slide.shapes._spTree.append(  # noqa: SLF001 - python-pptx leaves footers out of new slides
        parse_xml(
            '<p:sp xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
            'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
            f'<p:nvSpPr><p:cNvPr id="{number}" name="{names[kind.type]}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
            f'<p:nvPr><p:ph type="{names[kind.type]}" sz="quarter" idx="{kind.idx}"/></p:nvPr></p:nvSpPr><p:spPr/>'
            f"<p:txBody><a:bodyPr/><a:lstStyle/><a:p>{field if text is None else ''}</a:p></p:txBody></p:sp>"
        )
    )
    shape = slide.shapes[-1]
    if text is not None:
        write(shape.text_frame, text, 10, colour=GREY)
    for run in shape.text_frame.paragraphs[0]._p.iter("{*}rPr"):  # noqa: SLF001 - a field is no run
        run.set("sz", "1000")
    shape.text_frame.paragraphs[0].alignment = align


def _mark(slide: Slide, mark: str) -> None:
    box = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, Inches(11.72), Inches(0.42), Inches(1.05), Inches(0.36))
    box.fill.background()
    box.line.color.rgb, box.line.width = colour_of(ACCENT), Pt(1)
    box.shadow.inherit = False
    write(box.text_frame, mark, 12, colour=ACCENT, align=PP_ALIGN.CENTER)
    box.text_frame.margin_left = box.text_frame.margin_right = 0


def colour_of(colour: str) -> RGBColor:
    """`#RRGGBB` as python-pptx wants it."""
    return RGBColor.from_string(plain(colour))


def write(  # noqa: PLR0913 - how words are set
    frame: TextFrame,
    text: str,
    size: float,
    *,
    colour: str = INK,
    bold: bool = False,
    align: PP_ALIGN = PP_ALIGN.LEFT,
    fresh: bool = True,
) -> None:
    """Writes `text` into `frame` as a paragraph of its own, the only one where `fresh`."""
    frame.word_wrap = True
    paragraph = frame.paragraphs[0] if fresh else frame.add_paragraph()
    paragraph.alignment = align
    run = paragraph.add_run()
    run.text = printable(text)
    run.font.size, run.font.bold, run.font.color.rgb = Pt(size), bold, colour_of(colour)


def text_box(slide: Slide, box: Box, text: str, size: float, *, colour: str = INK) -> TextFrame:
    """A box with `text` and no margins; more can be written into what is returned."""
    shape = slide.shapes.add_textbox(*(Emu(int(n)) for n in (box.left, box.top, box.width, box.height)))
    frame = shape.text_frame
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    write(frame, text, size, colour=colour)
    return frame


def describe(shape: BaseShape, words: str) -> None:
    """What a screen reader says instead of `shape`."""
    shape._element._nvXxPr.cNvPr.set("descr", printable(words))  # noqa: SLF001 - python-pptx has no name for it


def close(deck: Deck) -> bytes:
    """The file, every run with its faces."""
    for slide in deck.slides:
        name_faces(slide._element)  # noqa: SLF001 - the faces are XML
        if slide.has_notes_slide:
            name_faces(slide.notes_slide._element)  # noqa: SLF001 - as above
    for holder in (deck.slide_master, *deck.slide_layouts):
        name_faces(holder._element)  # noqa: SLF001 - as above
    file = BytesIO()
    deck.save(file)
    return file.getvalue()
