"""The paper that a picture is drawn on, with the face that is shipped; no browser is needed.

No pyplot and no settings of matplotlib are touched: they belong to the whole process, and several people share one.
"""

import io
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, get_font
from matplotlib.patches import Rectangle

from analysis.drawing.palette import INK, PAPER
from analysis.exporting.clean import printable

FONT = Path(__file__).resolve().parents[3] / "data" / "fonts" / "NotoSansSC-GBK.otf"
WIDTH, DOTS = 13.33, 150
"""Inches, and dots an inch of a PNG."""
TITLE, BODY, SMALL = 18, 11, 10
LEADING = 1.45
EDGE = 0.35
MISSING = "〓"
"""Printers' sign for a character that a face does not have."""
Form = Literal["png", "svg"]


@cache
def _signs() -> frozenset[int]:
    """The code points that the face has."""
    return frozenset(get_font(str(FONT)).get_charmap())


@dataclass(slots=True)
class Sheet:
    """A figure whose one pair of axes counts points from the upper left corner: paper to write on."""

    figure: Figure
    axes: Axes

    def write(self, place: tuple[float, float], text: str, size: float, **more: object) -> None:
        """Writes `text` with its upper left corner at `place`; a dollar sign is no formula."""
        look: dict[str, Any] = {"color": INK, "va": "top", "ha": "left", **more}
        face = FontProperties(fname=str(FONT), size=size)
        known = "".join(sign if ord(sign) in _signs() or sign == "\n" else MISSING for sign in printable(text))
        self.axes.text(*place, known, fontproperties=face, parse_math=False, linespacing=1.05, **look)

    def box(self, place: tuple[float, float], size: tuple[float, float], colour: str, **more: object) -> None:
        """A filled rectangle."""
        look: dict[str, Any] = {"linewidth": 0, **more}
        self.axes.add_patch(Rectangle(place, *size, facecolor=colour, **look))

    def saved(self, form: Form) -> bytes:
        """The sheet as a file."""
        file = io.BytesIO()
        metadata = {"Date": None} if form == "svg" else None
        self.figure.savefig(file, format=form, dpi=DOTS, metadata=metadata)
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
