"""The presentation: cover, every item titled by its finding, and how it was counted."""

from itertools import count

from pptx.presentation import Presentation as Deck
from pptx.slide import Slide
from pptx.util import Inches, Pt

from analysis.basket import Item
from analysis.drawing.palette import GREY
from analysis.exporting.clean import printable
from analysis.exporting.deck.frame import (
    BODY,
    BODY_BOTTOM,
    BODY_TOP,
    BODY_WIDTH,
    COVER,
    LEFT,
    NOTE_HEIGHT,
    Box,
    add_slide,
    close,
    describe,
    new_deck,
    text_box,
    write,
)
from analysis.exporting.deck.slides import LONGEST, draw, numbered, pages_of, pieces
from analysis.exporting.material import MOST_ROWS, Material, Step, evidence_lines, excerpt, ignore, quoted_as
from analysis.exporting.measure import lines
from analysis.exporting.office.tables import POINT
from analysis.exporting.pictures import picture
from analysis.exporting.values import Bars, Listing, Picture, first_rows, row_count

CAPTION_TOP, CAPTION_HEIGHT = BODY_TOP - 330_000, 260_000
METHOD_LINES = 9
QUOTES_FROM, QUOTE_GAP, MOST_QUOTES = Inches(1.3), Inches(0.2), 6


def deck(material: Material, on_step: Step = ignore) -> bytes:
    """`material` as a .pptx; `on_step` hears how much is done."""
    made = new_deck()
    _cover(made, material)
    for done, item in enumerate(material.items, start=1):
        _slides(made, item, material)
        on_step(done / (len(material.items) + 1))
    for words in pages_of(material.whole_method, METHOD_LINES):
        slide = add_slide(made, BODY, "口径说明：这些数字是怎样数出来的", material)
        numbered(words, slide, Box(LEFT, BODY_TOP, BODY_WIDTH, BODY_BOTTOM - BODY_TOP), 16)
    file = close(made)
    on_step(1.0)
    return file


def _cover(made: Deck, material: Material) -> None:
    slide = add_slide(made, COVER, material.title, material)
    frame = slide.placeholders[1].text_frame
    write(frame, material.unit, 22, colour=GREY)
    write(frame, material.day, 18, colour=GREY, fresh=False)


def _slides(made: Deck, item: Item, material: Material) -> None:
    """One slide for `item`, or several where it does not fit on one."""
    whole = picture(item)
    shown = first_rows(whole, MOST_ROWS)
    height = BODY_BOTTOM - BODY_TOP - NOTE_HEIGHT
    cut = pieces(shown, height)
    for place, piece in zip(count(1), cut, strict=False):
        title = f"{item.title}（{place}/{len(cut)}）" if len(cut) > 1 else item.title
        slide = add_slide(made, BODY, title, material, item.origin.source)
        text_box(slide, Box(LEFT, CAPTION_TOP, BODY_WIDTH, CAPTION_HEIGHT), _caption(item, whole), 12, colour=GREY)
        drawn = draw(piece, slide, Box(LEFT, BODY_TOP, BODY_WIDTH, height))
        if drawn.shape is not None:
            describe(drawn.shape, f"{item.name}：{item.title}")
        if not isinstance(piece, Listing):  # a list holds its sentences itself
            _quotes(slide, item, Box(LEFT, BODY_TOP + drawn.height, BODY_WIDTH, height - drawn.height))
        note = "　".join(part for part in (item.note and f"备注：{item.note}", whole.note) if part)
        if note:
            text_box(slide, Box(LEFT, BODY_TOP + height, BODY_WIDTH, NOTE_HEIGHT), note, 11, colour=GREY)
        _notes(slide, item, whole)


def _quotes(slide: Slide, item: Item, box: Box) -> None:
    """The first sentences that `item` rests on, as far as `box` has room for them."""
    if not item.evidence or box.height < QUOTES_FROM:
        return
    room = (box.height - QUOTE_GAP) / POINT - 20
    shown = []
    for quote in item.evidence[:MOST_QUOTES]:
        text = f"“{excerpt(quote, LONGEST)}”　——{quote.label}　{quote.place}"
        room -= lines(text, BODY_WIDTH / POINT / 12 - 1) * 16 + 4
        if room < 0:
            break
        shown.append(text)
    if shown:
        below = Box(box.left, box.top + QUOTE_GAP, box.width, box.height - QUOTE_GAP)
        frame = text_box(slide, below, quoted_as(item, "原文例举"), 12, colour=GREY)
        for text in shown:
            write(frame, text, 12, fresh=False)
            frame.paragraphs[-1].space_before = Pt(4)


def _caption(item: Item, whole: Picture) -> str:
    """What is shown: the chart, what is counted, and whether some rows are left out."""
    unit = f"（单位：{whole.measure_word}）" if isinstance(whole, Bars) and whole.measure_word else ""
    rows = row_count(whole)
    cut = f"　共{rows}行，列前{MOST_ROWS}行，其余见工作簿" if rows > MOST_ROWS else ""
    return f"{item.name}{unit}{cut}"


def _notes(slide: Slide, item: Item, whole: Picture) -> None:
    """Speaker notes: what to say, how to read it, and the sentences it rests on."""
    head = [item.title, *([f"备注：{item.note}"] if item.note else []), *([whole.note] if whole.note else [])]
    evidence = evidence_lines(item)
    text = "\n".join([*head, *(["", f"{quoted_as(item, '原文依据')}："] if evidence else []), *evidence])
    slide.notes_slide.notes_text_frame.text = printable(text)
