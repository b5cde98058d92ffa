"""Makes paragraphs of rows of print.

A new paragraph shows by one of: an indent, a row before it that had room left, another size of type, a wider gap,
a number that opens an item of the outline. Which of these a report uses is found from the report itself.
"""

from collections.abc import Sequence
from itertools import pairwise

from analysis.lexicon.reading import reading_words
from analysis.reading.lines import glue
from analysis.reading.printed.rows import Row
from analysis.reading.printed.setting import BIN, INDENT, Setting, find_setting, is_other

TITLE_SIZE = 1.15  # of the body's


def join_rows(rows: Sequence[Row], narrowest: float = 0.0) -> tuple[list[str], int]:
    """The paragraphs of `rows`, and the number of breaks inside them that were removed.

    No text is set narrower than `narrowest` ems: shorter rows were not broken for want of room.
    """
    setting = find_setting([row for row in rows if not row.is_whole] or rows, narrowest)
    paragraphs: list[list[Row]] = []
    for row in rows:
        if paragraphs and _goes_on(setting, paragraphs[-1], row, is_first=len(paragraphs) == 1):
            paragraphs[-1].append(row)
        else:
            paragraphs.append([row])
    return [_text(paragraph) for paragraph in paragraphs], len(rows) - len(paragraphs)


def _text(paragraph: Sequence[Row]) -> str:
    pieces = [paragraph[0].text]
    for before, after in pairwise(paragraph):
        pieces += [glue(before.text, after.text), after.text]
    return "".join(pieces)


def _goes_on(setting: Setting, paragraph: Sequence[Row], row: Row, *, is_first: bool) -> bool:
    """Whether `row` belongs to `paragraph`, whose rows stand before it; the first of a report may be its title."""
    last = paragraph[-1]
    if last.is_whole or row.is_whole:
        return False
    if is_other(last.size, row.size) or setting.is_apart(last, row):
        return False
    if last.size > TITLE_SIZE * setting.size:
        return setting.is_full(last, row) or not _is_whole(last)
    if _ends(setting, last, row) or _opens_item(setting, last, row) or (is_first and _is_whole(last)):
        return False
    return setting.indent(row) <= INDENT or _is_indented_whole(setting, paragraph, row)


def _is_whole(title: Row) -> bool:
    return title.text.endswith(reading_words().title_ends)


def _ends(setting: Setting, last: Row, row: Row) -> bool:
    """Whether `last` ends its paragraph; where a start would show in `row`, a row that is nearly full does not."""
    would_show = setting.gaps or row.numbering not in setting.flush
    return setting.ends(last, row) if would_show else not setting.is_full(last, row)


def _opens_item(setting: Setting, last: Row, row: Row) -> bool:
    """Whether `row` begins with a number where a paragraph may end, in a report that does not indent such numbers."""
    return bool(row.numbering) and last.stops and row.numbering in setting.flush


def _is_indented_whole(setting: Setting, paragraph: Sequence[Row], row: Row) -> bool:
    """Whether an indented `row` still goes on: behind a hanging number, in a block set in, or in a centred title."""
    last = paragraph[-1]
    if last.stops or row.numbering or not setting.is_full(last, row):
        return False
    is_block = abs(row.left - last.left) <= BIN * row.size and setting.indent(row) > INDENT
    return is_block or bool(paragraph[0].numbering) or _is_centred(setting, row)


def _is_centred(setting: Setting, row: Row) -> bool:
    middle = (setting.left[row.page % 2] + setting.right[row.page % 2]) / 2
    return abs((row.left + row.right) / 2 - middle) <= row.size
