"""Drops what belongs to the pages and not to the text: page numbers, running heads and feet."""

import re
from collections.abc import Iterator, Sequence

from analysis.reading.lines import PAGE
from analysis.reading.printed.glyphs import Page
from analysis.reading.printed.rows import Row

MARGIN = 0.15  # of the page's height, above and below, within which page numbers stand
HEAD_MARGIN = 0.12  # and within which heads and feet do
EDGE_ROWS = 2  # a head or a foot has hardly more lines
FEWEST, SHARE = 2, 0.4  # pages on which a head returns; a book has two, one for left pages and one for right
SAME_HEIGHT = 0.5  # ems
SAME_SIZE = 0.1
DIGITS = re.compile(r"\d+")


def drop_furniture(rows: Sequence[Row], pages: Sequence[Page]) -> tuple[list[Row], int, int]:
    """The rows of the text itself, the number of page numbers dropped, and that of running heads and feet."""
    heads = _running([row for row in rows if _is_outside(row, pages, HEAD_MARGIN)], len(pages))
    rest = [row for row in rows if id(row) not in heads]
    numbers = {id(row) for row in _edges(rest, 1) if _is_number(row, pages)}
    marks = sum(PAGE.fullmatch(row.text) is not None for row in rows if id(row) in heads)
    return [row for row in rest if id(row) not in numbers], len(numbers) + marks, len(heads) - marks


def _is_number(row: Row, pages: Sequence[Page]) -> bool:
    return _is_outside(row, pages, MARGIN) and PAGE.fullmatch(row.text) is not None


def _is_outside(row: Row, pages: Sequence[Page], margin: float) -> bool:
    height = pages[row.page].height
    return not margin * height < row.base < (1 - margin) * height


def _running(rows: Sequence[Row], pages: int) -> set[int]:
    """The ids of rows at page edges that return at the same height with the same text, numbers aside."""
    alike: dict[str, list[Row]] = {}
    for row in _edges(rows, EDGE_ROWS):
        alike.setdefault(DIGITS.sub("0", row.text), []).append(row)
    found = set()
    for group in alike.values():
        for row in group:
            twins = {other.page for other in group if _is_twin(row, other)}
            if len(twins) >= max(FEWEST, SHARE * pages):
                found.add(id(row))
    return found


def _is_twin(row: Row, other: Row) -> bool:
    is_level = abs(row.base - other.base) <= SAME_HEIGHT * row.size
    return is_level and abs(row.size - other.size) <= SAME_SIZE * row.size


def _edges(rows: Sequence[Row], depth: int) -> Iterator[Row]:
    """The first and last `depth` rows of each page, rows of tables aside."""
    by_page: dict[int, list[Row]] = {}
    for row in (row for row in rows if not row.is_whole):
        by_page.setdefault(row.page, []).append(row)
    for found in by_page.values():
        yield from found if len(found) <= 2 * depth else found[:depth] + found[-depth:]
