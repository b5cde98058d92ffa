"""The paper that a picture is drawn on, with the face that is shipped; no browser is needed.

No pyplot and no settings of matplotlib are touched: they belong to the whole process, and several people share one.
"""

import io
from dataclasses import dataclass, field
from functools import cache
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any, Literal

from matplotlib.axes import Axes
from matplotlib.collections import PolyCollection
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, get_font

from analysis.drawing.palette import INK, PAPER
from analysis.exporting.clean import printable

FONT = Path(__file__).resolve().parents[3] / "data" / "fonts" / "NotoSansSC-GBK.otf"
WIDTH, DOTS = 13.33, 150
"""Inches, and dots an inch of a PNG."""
QUICK = {"compress_level": 3}
TITLE, BODY, SMALL = 18, 11, 10
LEADING = 1.45
EDGE = 0.35
MISSING = "〓"
"""Printers' sign for a character that a face does not have."""
Form = Literal["png", "svg"]
Look = tuple[tuple[str, object], ...]
Box = tuple[Look, tuple[tuple[float, float], ...], str]


@cache
def _signs() -> frozenset[int]:
    """The code points that the face has."""
    return frozenset(get_font(str(FONT)).get_charmap())


@cache
def _face(size: float) -> FontProperties:
    """The face in one size; text copies what it is given."""
    return FontProperties(fname=str(FONT), size=size)


@dataclass(slots=True)
class Sheet:
    """A figure whose one pair of axes counts points from the upper left corner: paper to write on."""

    figure: Figure
    axes: Axes
    boxes: list[Box] = field(default_factory=list)

    def write(self, place: tuple[float, float], text: str, size: float, **more: object) -> None:
        """Writes `text` with its upper left corner at `place`; a dollar sign is no formula."""
        look: dict[str, Any] = {"color": INK, "va": "top", "ha": "left", **more}
        known = "".join(sign if ord(sign) in _signs() or sign == "\n" else MISSING for sign in printable(text))
        self.axes.text(*place, known, fontproperties=_face(size), parse_math=False, linespacing=1.05, **look)

    def box(self, place: tuple[float, float], size: tuple[float, float], colour: str, **more: object) -> None:
        """A filled rectangle below all text."""
        (left, top), (width, height) = place, size
        corners = ((left, top), (left + width, top), (left + width, top + height), (left, top + height))
        self.boxes.append((tuple(sorted(more.items())), corners, colour))

    def _lay_boxes(self) -> None:
        """Lays down the boxes in order, those of one look that follow each other together: one by one takes long."""
        for look, run in groupby(self.boxes, key=itemgetter(0)):
            _, corners, colours = zip(*run, strict=True)
            plain: dict[str, Any] = {"linewidth": 0, **dict(look)}
            self.axes.add_collection(PolyCollection(corners, facecolors=colours, **plain), autolim=False)
        self.boxes.clear()

    def saved(self, form: Form, dots: int) -> bytes:
        """The sheet as a file, a PNG with so many dots an inch; it loses nothing by a quicker compression."""
        self._lay_boxes()
        file = io.BytesIO()
        more: dict[str, Any] = {"metadata": {"Date": None}} if form == "svg" else {"pil_kwargs": QUICK}
        self.figure.savefig(file, format=form, dpi=dots, **more)
        return file.getvalue()


def blank(width: float, height: float) -> Sheet:
    """A sheet of `width` by `height` points inside its edges."""
    inches = height / 72 + 2 * EDGE
    figure = Figure(figsize=(WIDTH, inches), facecolor=PAPER)
    axes = figure.add_axes((EDGE / WIDTH, EDGE / inches, 1 - 2 * EDGE / WIDTH, 1 - 2 * EDGE / inches))
    axes.set_xlim(0, width)
    axes.set_ylim(height, 0)
    axes.axis("off")
    return Sheet(figure, axes)
