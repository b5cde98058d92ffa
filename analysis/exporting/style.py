"""Colours and faces of the office formats: those of the screen, with what an office names differently."""

from analysis.drawing.palette import ABSENT, COOL_DARK, COOL_LIGHT, PAPER

FACE = "微软雅黑"
"""On every Windows with Chinese; PowerPoint and WPS put the system's own in its place elsewhere."""
ABSENT_BELOW, NOTHING_BELOW = -1.5, -0.5


def shade_colour(shade: float) -> str:
    """The colour of `palette.SHADES` at `shade` (-2 no such part, -1 absent, 0 to 1) as RRGGBB."""
    if shade < NOTHING_BELOW:
        return plain(PAPER if shade < ABSENT_BELOW else ABSENT)
    low, high = (int(colour[1:], 16).to_bytes(3, "big") for colour in (COOL_LIGHT, COOL_DARK))
    return bytes(round(a + (b - a) * min(1.0, shade)) for a, b in zip(low, high, strict=True)).hex().upper()


def plain(colour: str) -> str:
    """`#RRGGBB` as RRGGBB."""
    return colour.removeprefix("#").upper()
