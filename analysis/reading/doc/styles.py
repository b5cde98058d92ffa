"""The styles of a .doc, as far as they number paragraphs ([MS-DOC] 2.9.271)."""

import struct
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from analysis.reading.doc.properties import Properties, read_properties

NO_STYLE = 0xFFF
PARAGRAPH = 1
LONGEST_CHAIN = 20  # a chain of styles longer than this runs in a ring


@dataclass(frozen=True, slots=True)
class Style:
    """The style it is based on, and its own properties."""

    base: int
    properties: Properties


def read_styles(sheet: bytes) -> list[Style]:
    """The styles in the order of their numbers; an empty place is a style without properties."""
    if len(sheet) < 6:  # noqa: PLR2004 - its header
        return []
    header, count, fixed = struct.unpack_from("<3H", sheet)
    at, styles = 2 + header, []
    for _ in range(count):
        if at + 2 > len(sheet):
            break
        (size,) = struct.unpack_from("<H", sheet, at)
        styles.append(_style(sheet[at + 2 : at + 2 + size], fixed))
        at += 2 + size + size % 2
    return styles


def _style(code: bytes, fixed: int) -> Style:
    if len(code) < fixed + 2 or len(code) < 6:  # noqa: PLR2004 - the numbers below
        return Style(NO_STYLE, {})
    kind_and_base, updates = struct.unpack_from("<2xHH", code)
    at = fixed + 2 + 2 * struct.unpack_from("<H", code, fixed)[0] + 2
    if kind_and_base & 0xF != PARAGRAPH or not updates & 0xF or at + 4 > len(code):
        return Style(kind_and_base >> 4, {})
    at += at % 2
    (size,) = struct.unpack_from("<H", code, at)
    return Style(kind_and_base >> 4, dict(read_properties(code[at + 4 : at + 2 + size])))


def resolve(styles: Sequence[Style], number: int, own: Properties) -> Mapping[int, int]:
    """The properties of a paragraph: those of its chain of styles, the nearer winning, and above all its own."""
    merged: dict[int, int] = {}
    for style in reversed(list(_chain(styles, number))):
        merged.update(style.properties)
    return {**merged, **own}


def _chain(styles: Sequence[Style], number: int) -> Iterator[Style]:
    for _ in range(LONGEST_CHAIN):
        if number >= len(styles):
            return
        yield styles[number]
        number = styles[number].base
