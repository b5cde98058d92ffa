"""What a page of a fixed layout is made of: signs at their places, and the rules of its tables."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Glyph:
    """One visible sign.

    All lengths are in one unit of the file's own (points, millimetres), from the upper left corner of the page as
    it is read; `base` is how far down the baseline lies, `size` that of the font.
    """

    sign: str
    left: float
    right: float
    base: float
    size: float


@dataclass(frozen=True, slots=True)
class Rule:
    """A thin straight line, upright or level, by the box around it; lengths as in `Glyph`."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def is_upright(self) -> bool:
        """It runs from top to bottom."""
        return self.bottom - self.top > self.right - self.left


@dataclass(frozen=True, slots=True)
class Page:
    """The signs of one page in no order that can be relied on; `is_picture` where it shows an image and no text."""

    height: float
    glyphs: tuple[Glyph, ...]
    rules: tuple[Rule, ...] = ()
    is_picture: bool = False
