"""Writes small .doc files by hand: an OLE container ([MS-CFB]) and in it a Word document ([MS-DOC])."""

import struct
from collections.abc import Mapping, Sequence

SECTOR, FREE, END, TABLE_MARK = 512, 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
LEAST = 4096  # smaller streams would need a second table
TEXT_AT, PAIRS = 0x800, 93
CHARACTERS, PARAGRAPHS, PIECES, LISTS, OVERRIDES, STYLES, BOXES = 12, 13, 33, 73, 74, 1, 56
BOX = 22


def ole(streams: Mapping[str, bytes]) -> bytes:
    """A container of `streams`, each filled up with zeros to the least size."""
    padded = {name: _padded(data, LEAST) for name, data in streams.items()}
    counts = [len(_padded(data, SECTOR)) // SECTOR for data in padded.values()]
    table, start, entries = [TABLE_MARK], 2, [_entry("Root Entry", 5, END, 0, 1)]
    directory = -(-(len(streams) + 1) // 4)
    table += [2 + at for at in range(directory - 1)] + [END]
    start = 1 + directory
    for (name, data), count in zip(padded.items(), counts, strict=True):
        right = len(entries) + 1 if len(entries) < len(streams) else FREE
        entries.append(_entry(name, 2, start, len(data), FREE, right=right))
        table += [start + at + 1 for at in range(count - 1)] + [END]
        start += count
    header = struct.pack("<8s16x6H6x", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0x3E, 3, 0xFFFE, 9, 6, 0)
    header = header[:40].ljust(44, b"\0") + struct.pack("<IIII", 1, 1, 0, LEAST) + struct.pack("<IIII", END, 0, END, 0)
    header += struct.pack("<I", 0) + struct.pack("<I", FREE) * 108
    fat = _padded(struct.pack(f"<{len(table)}I", *table), SECTOR, b"\xff")
    body = b"".join(_padded(data, SECTOR) for data in padded.values())
    return header + fat + _padded(b"".join(entries), SECTOR) + body


def _entry(  # noqa: PLR0913 - each is a field of the format
    name: str, kind: int, start: int, size: int, child: int, *, right: int = FREE
) -> bytes:
    written = name.encode("utf-16-le").ljust(64, b"\0")
    return written + struct.pack("<HBB3I36xIQ", 2 * len(name) + 2, kind, 1, FREE, right, child, start, size)


def _padded(data: bytes, size: int, filler: bytes = b"\0") -> bytes:
    return data + filler * (-len(data) % size) if len(data) > size or size == SECTOR else data.ljust(size, filler)


def change(code: int, operand: int) -> bytes:
    """One property, its operand as long as the code says."""
    return struct.pack("<H", code) + operand.to_bytes({0: 1, 1: 1, 2: 2, 3: 4, 4: 2, 5: 2, 7: 3}[code >> 13], "little")


def level(kind: int, text: str) -> bytes:
    """A level of a list that counts from 1; in `text` the characters 0 to 8 stand for counters."""
    head = struct.pack("<iBB9xB8xBBBx", 1, kind, 0, 2, 0, 0, 0)
    return head + struct.pack("<H", len(text)) + text.encode("utf-16-le")


def doc(  # noqa: PLR0913 - each is a field of the format
    paragraphs: Sequence[tuple[str, bytes]],
    *,
    deleted: Sequence[tuple[int, int]] = (),
    levels: Sequence[bytes] = (),
    overrides: Sequence[bytes] = (b"",),
    narrow: bool = False,
    flags: int = 0,
    boxes: Sequence[str] = (),
    styles: Sequence[bytes] = (),
) -> bytes:
    """A .doc of `paragraphs`, each with the mark that ends it and its properties.

    `deleted` are stretches of characters, `levels` those of the one list, `overrides` the changes of each use of it.
    """
    text = "".join(written for written, _ in paragraphs)
    whole = text + "".join(boxes)
    width = 1 if narrow else 2
    raw = whole.encode("cp1252") if narrow else whole.encode("utf-16-le")
    runs, at = [], TEXT_AT
    for written, properties in paragraphs:
        runs.append((at, at + width * len(written), b"\0\0" + properties))
        at += width * len(written)
    marks = _marks([(TEXT_AT + width * a, TEXT_AT + width * b) for a, b in deleted], at)
    pages = _page(runs, paragraphs=True) + _page(marks, paragraphs=False)
    first = TEXT_AT // SECTOR + -(-len(raw) // SECTOR)
    parts = {
        PIECES: _pieces(len(whole), TEXT_AT, narrow=narrow),
        PARAGRAPHS: struct.pack("<III", TEXT_AT, at, first),
        CHARACTERS: struct.pack("<III", TEXT_AT, at, first + 1),
        LISTS: struct.pack("<Hii18xBx", 1, 7, 0, 0) if levels else b"",
        OVERRIDES: _overrides(overrides) if levels else b"",
        STYLES: _styles(styles) if styles else b"",
        BOXES: _boxes(boxes) if boxes else b"",
    }
    table, pairs = b"\0" * 16, [(0, 0)] * PAIRS
    for which, part in parts.items():
        pairs[which] = (len(table), len(part))
        table += part + (b"".join(levels) if which == LISTS else b"")
    block = struct.pack("<HH6xH20x", 0xA5EC, 0xC1, 0x0200 | flags) + struct.pack("<H28x", 14)
    counts = [0] * 22
    counts[3], counts[9] = len(text), sum(map(len, boxes))
    block += struct.pack("<H22i", 22, *counts)
    block += struct.pack("<H", PAIRS) + b"".join(struct.pack("<II", *pair) for pair in pairs)
    return ole({"WordDocument": block.ljust(TEXT_AT, b"\0") + _padded(raw, SECTOR) + pages, "1Table": table})


def _pieces(length: int, place: int, *, narrow: bool) -> bytes:
    place = 2 * place | 0x40000000 if narrow else place
    return b"\x02" + struct.pack("<I", 16) + struct.pack("<IIHIH", 0, length, 0, place, 0)


def _marks(deleted: Sequence[tuple[int, int]], end: int) -> list[tuple[int, int, bytes]]:
    runs, at = [], TEXT_AT
    for start, stop in deleted:
        runs += [(at, start, b""), (start, stop, change(0x0800, 1))]
        at = stop
    return [run for run in [*runs, (at, end, b"")] if run[0] < run[1]]


def _page(runs: Sequence[tuple[int, int, bytes]], *, paragraphs: bool) -> bytes:
    bounds = [runs[0][0], *(end for _, end, _ in runs)]
    head = struct.pack(f"<{len(bounds)}I", *bounds)
    places, bodies, at = b"", {}, 510
    for _, _, code in runs:
        if code:
            even = code + b"\0" * ((len(code) + 1) % 2)
            body = bytes([(len(even) + 1) // 2 if paragraphs else len(even)]) + even
            at = (at - len(body)) // 2 * 2
            bodies[at] = body
        places += bytes([at // 2 if code else 0]) + (b"\0" * 12 if paragraphs else b"")
    page = bytearray((head + places).ljust(511, b"\0") + bytes([len(runs)]))
    for place, body in bodies.items():
        page[place : place + len(body)] = body
    return bytes(page)


def _overrides(overrides: Sequence[bytes]) -> bytes:
    uses = b"".join(struct.pack("<i8xBxxx", 7, len(one) and 1) for one in overrides)
    return struct.pack("<I", len(overrides)) + uses + b"".join(b"\xff" * 4 + one for one in overrides)


def _styles(styles: Sequence[bytes]) -> bytes:
    """A sheet of paragraph styles, each based on the one before, with its properties."""
    head = struct.pack("<H", 18) + struct.pack("<HH14x", len(styles), 10)
    made = head
    for at, code in enumerate(styles):
        base = at - 1 if at else 0xFFF
        update = struct.pack("<H", len(code) + 2) + struct.pack("<H", at) + code
        style = struct.pack("<HHHHH", 0, 1 | base << 4, 1, 0, 0) + struct.pack("<HHH", 1, ord("a"), 0) + update
        made += struct.pack("<H", len(style)) + style + b"\0" * (len(style) % 2)
    return made


def _boxes(boxes: Sequence[str]) -> bytes:
    ends = [sum(map(len, boxes[:at])) for at in range(len(boxes) + 1)]
    return struct.pack(f"<{len(ends)}I", *ends) + b"\0" * BOX * len(boxes)
