"""The only ways in which words of a report reach the screen: escaped, with marks of our own."""

import html
import re
from collections.abc import Iterable
from datetime import datetime
from itertools import pairwise

PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")


def as_markdown(text: str) -> str:
    """`text` so that Streamlit's Markdown shows it as it stands."""
    return PUNCTUATION.sub(r"\\\1", " ".join(text.split()))


def local_time(at: str) -> str:
    """The point in time `at` (ISO 8601) by the clock of this machine; nothing stays nothing."""
    return f"{datetime.fromisoformat(at).astimezone():%Y-%m-%d %H:%M}" if at else ""


def as_html(text: str) -> str:
    """`text` so that a browser shows it as it stands."""
    return html.escape(text)


def marked(text: str, marks: Iterable[tuple[int, int]]) -> str:
    """`text` as HTML with `<mark>` around each stretch; stretches that overlap become one."""
    out, at = [], 0
    for start, end in _merged(marks):
        out += [as_html(text[at:start]), "<mark>", as_html(text[start:end]), "</mark>"]
        at = end
    return "".join([*out, as_html(text[at:])])


def layered(text: str, marks: Iterable[tuple[int, int]], numbers: Iterable[tuple[int, int]]) -> str:
    """`text` as HTML with `<mark>` around `marks` and `<b>` around `numbers`, also where they overlap."""
    layers = (("mark", _merged(marks)), ("b", _merged(numbers)))
    cuts = sorted({0, len(text), *(min(place, len(text)) for _, spans in layers for span in spans for place in span)})
    out = []
    for start, end in pairwise(cuts):
        tags = [tag for tag, spans in layers if any(a <= start and end <= b for a, b in spans)]
        inside = as_html(text[start:end])
        out.append("".join(f"<{tag}>" for tag in tags) + inside + "".join(f"</{tag}>" for tag in reversed(tags)))
    return "".join(out)


def _merged(marks: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(marks):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        elif start < end:
            merged.append((start, end))
    return merged
