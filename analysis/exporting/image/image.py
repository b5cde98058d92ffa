"""Pictures as PNG or SVG, drawn on this machine without a browser."""

from collections.abc import Sequence

from analysis.basket import Item
from analysis.drawing.palette import ACCENT, GREY
from analysis.exporting.image.shapes import draw, height_of
from analysis.exporting.image.sheet import BODY, DOTS, EDGE, LEADING, SMALL, TITLE, WIDTH, Form, blank
from analysis.exporting.material import MOST_ROWS, Material
from analysis.exporting.measure import folded
from analysis.exporting.pictures import picture
from analysis.exporting.values import first_rows


def image(item: Item, material: Material, form: Form, dots: int = DOTS) -> bytes:
    """The picture of `item` under its finding, with the source at the foot; a PNG has `dots` an inch."""
    return images(item, material, (form,), dots)[0]


def images(item: Item, material: Material, forms: Sequence[Form], dots: int = DOTS) -> list[bytes]:
    """The same picture in each of `forms`, drawn once."""
    shown = first_rows(picture(item), MOST_ROWS)
    width = (WIDTH - 2 * EDGE) * 72
    title = folded(item.title, width / TITLE - 1)
    parts = (item.note, shown.note, item.origin.source, material.mark)
    note = folded("　".join(part for part in parts if part), width / SMALL)
    above, below = (title.count("\n") + 1) * TITLE * LEADING + 30, (note.count("\n") + 1) * SMALL * LEADING + 16
    height = above + height_of(shown, width) + below
    sheet = blank(width, height)
    sheet.box((0, 2), (4, above - 30), ACCENT)
    sheet.write((14, 0), title, TITLE)
    sheet.write((0, above - 24), item.name, BODY, color=GREY)
    draw(shown, sheet, above, width)
    sheet.write((0, height - below + 10), note, SMALL, color=GREY)
    return [sheet.saved(form, dots) for form in forms]
