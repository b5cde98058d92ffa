"""The only ways in which words of a report reach the screen: escaped, with marks of our own."""

import html
import re
from collections.abc import Iterable

PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")


def as_markdown(text: str) -> str:
    """`text` so that Streamlit's Markdown shows it as it stands."""
    return PUNCTUATION.sub(r"\\\1", " ".join(text.split()))


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


def _merged(marks: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(marks):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        elif start < end:
            merged.append((start, end))
    return merged
