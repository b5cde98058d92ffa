"""Where a decision holds: a quotation with what stands around it, so that it is found again in a text read anew."""

from dataclasses import dataclass

SURROUNDINGS = 32
"""How many characters of the text are kept on either side of a quotation."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A quotation, the characters before and after it, and the offset where it once stood."""

    quote: str
    before: str = ""
    after: str = ""
    start: int = 0


WHOLE = Anchor("")
"""The anchor of what holds for the whole report."""


def anchor(text: str, start: int, end: int) -> Anchor:
    """The anchor of the stretch from `start` to `end` of `text`."""
    return Anchor(text[start:end], text[max(0, start - SURROUNDINGS) : start], text[end : end + SURROUNDINGS], start)
