"""How text and numbers are written on a figure."""

import html
import unicodedata
from collections.abc import Iterable

from analysis.drawing.palette import ACCENT
from analysis.tables.comparing.shared import MARK

MARK_NOTE = f"{MARK} 报告期未写明或与多数报告不同，数量不宜直接比较"


def plain(text: str) -> str:
    """`text` so that plotly shows it as it stands: its few HTML tags would otherwise be obeyed."""
    return html.escape(text, quote=False)


def wrapped(text: str, width: float) -> str:
    """`text` escaped and cut into lines of at most `width` Chinese signs; others count 0.58."""
    lines, room = [""], width
    for sign in text:
        size = 1.0 if unicodedata.east_asian_width(sign) in "WFA" else 0.58
        if size > room:
            lines.append("")
            room = width
            if sign.isspace():  # what parts two notes needs no room at the start of a line
                continue
        lines[-1] += sign
        room -= size
    return "<br>".join(plain(line) for line in lines)


def short(label: str, width: int) -> str:
    """`label` escaped, cut to `width` signs, its mark in the accent colour."""
    name, mark = (label.removesuffix(MARK), MARK) if label.endswith(MARK) else (label, "")
    return plain(cut(name, width)) + (f"<span style='color:{ACCENT}'>{mark}</span>" if mark else "")


def cut(name: str, width: int) -> str:
    """`name` in at most `width` signs: what stands in brackets at its end tells reports apart and stays."""
    head, bracket, tail = name.rpartition("（")
    end = bracket + tail if tail.endswith("）") and len(tail) < width - 3 else ""
    head = name.removesuffix(end)
    room = width - len(end)
    return name if len(name) <= width else f"{head[: room - 1]}…{end}"


def breadth(label: str, width: int) -> int:
    """How many pixels `label` takes at most as a row's head, cut to `width` signs."""
    return 13 * (min(len(label.removesuffix(MARK)), width) + label.endswith(MARK)) + 8


def number(value: float | None) -> str:
    """`value` as a person writes it: 3, 2.4, 7.1万; nothing for none."""
    if value is None or value != value:  # noqa: PLR0124 - NaN is the number that differs from itself
        return ""
    if abs(value) >= 10_000:  # noqa: PLR2004 - 万
        return f"{value / 10_000:.1f}".rstrip("0").rstrip(".") + "万"
    return f"{value:.1f}".rstrip("0").rstrip(".") if value % 1 else f"{value:.0f}"


def mark_note(labels: Iterable[str]) -> str:
    """What the mark means, where one of `labels` carries it."""
    return MARK_NOTE if any(label.endswith(MARK) for label in labels) else ""
