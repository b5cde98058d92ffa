"""The definitions of automatic numbering in a .doc ([MS-DOC] 2.9.131 to 2.9.151)."""

import struct
from collections.abc import Iterator
from dataclasses import replace

from analysis.reading.doc.container import LISTS, OVERRIDES, Container
from analysis.reading.number_formats import BINARY
from analysis.reading.numbering import LEVELS, Level, List

LIST_SIZE, OVERRIDE_SIZE, LEVEL_SIZE = 28, 16, 28
SIMPLE = 0x01  # a list of one level
LEGAL, NO_RESTART = 0x04, 0x08
SETS_START, SETS_LEVEL = 0x10, 0x20
NOTHING_FOLLOWS = 2


def read_lists(container: Container) -> dict[str, List]:
    """The lists by the number under which paragraphs name them, counted from 1."""
    definitions = _definitions(container.part(LISTS), container.rest(LISTS))
    return {str(number): found for number, found in _overrides(container.part(OVERRIDES), definitions)}


def _definitions(table: bytes, levels: bytes) -> dict[int, List]:
    if not table:
        return {}
    found, at = {}, 0
    for number in range(struct.unpack_from("<H", table)[0]):
        key, flags = struct.unpack_from("<i22xB", table, 2 + LIST_SIZE * number)
        read = {}
        for depth in range(1 if flags & SIMPLE else LEVELS):
            read[depth], at = _level(levels, at)
        found[key] = List(str(key), read, {})
    return found


def _level(levels: bytes, at: int) -> tuple[Level, int]:
    """The level at `at`, and where the next one begins."""
    start, kind, flags, follow, characters, paragraph, limit = struct.unpack_from("<iBB9xB8xBBB", levels, at)
    at += LEVEL_SIZE + characters + paragraph
    (length,) = struct.unpack_from("<H", levels, at)
    text = levels[at + 2 : at + 2 + 2 * length].decode("utf-16-le", "replace")
    level = Level(
        start=start,
        number_format=BINARY.get(kind, "decimal"),
        text="".join(f"%{ord(sign) + 1}" if ord(sign) < LEVELS else sign for sign in text),
        restart=limit if flags & NO_RESTART else None,
        legal=bool(flags & LEGAL),
        spaced=follow != NOTHING_FOLLOWS,
        style="",
    )
    return level, at + 2 + 2 * length


def _overrides(table: bytes, definitions: dict[int, List]) -> Iterator[tuple[int, List]]:
    if not table:
        return
    (count,) = struct.unpack_from("<I", table)
    at = 4 + OVERRIDE_SIZE * count
    for number in range(count):
        key, changes = struct.unpack_from("<i8xB", table, 4 + OVERRIDE_SIZE * number)
        at += 4  # a place in the text that nothing uses
        found = definitions.get(key, List(str(key), {}, {}))
        for _ in range(changes):
            found, at = _changed(found, table, at)
        yield number + 1, found


def _changed(found: List, table: bytes, at: int) -> tuple[List, int]:
    """`found` with one of its levels replaced or started anew."""
    start, flags = struct.unpack_from("<iI", table, at)
    at, depth = at + 8, flags & 0xF
    if flags & SETS_LEVEL:
        level, at = _level(table, at)
        found, start = replace(found, levels={**found.levels, depth: level}), level.start
    if flags & SETS_START:
        found = replace(found, restarts={**found.restarts, depth: start})
    return found, at
