"""How much room words take: a Chinese sign is one em wide, a Latin one a little more than half."""

import unicodedata

from analysis.drawing.words import cut
from analysis.tables.comparing.shared import MARK

NARROW = 0.56
WIDE = "WFA"
SHORTEST = 6


def ems(text: str) -> float:
    """The width of `text` in ems."""
    return sum(1.0 if unicodedata.east_asian_width(sign) in WIDE else NARROW for sign in text)


def lines(text: str, width: float) -> int:
    """How many lines of `width` ems `text` fills, its own breaks included."""
    return folded(text, max(1.0, width)).count("\n") + 1


def label(name: str, width: float) -> str:
    """`name` of a report in one line of `width` ems: the brackets at its end and its mark stay."""
    head, mark = (name.removesuffix(MARK), MARK) if name.endswith(MARK) else (name, "")
    fits = int(width) - len(mark)
    while fits > SHORTEST and ems(cut(head, fits)) + len(mark) > width:
        fits -= 1
    longest = max((n for n in range(fits, len(head) + 1) if ems(cut(head, n)) + len(mark) <= width), default=fits)
    return cut(head, longest) + mark


def shortened(text: str, most: int) -> str:
    """`text` in at most `most` signs, with an ellipsis where something is left out."""
    return text if len(text) <= most else f"{text[: most - 1]}…"


def folded(text: str, width: float) -> str:
    """`text` with a break after every `width` ems."""
    out, room = "", width
    for sign in text:
        size = ems(sign)
        if sign == "\n" or size > room:
            out, room = out + "\n", width
        if sign != "\n":
            out, room = out + sign, room - size
    return out
