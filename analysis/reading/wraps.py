"""Joins lines that were broken at the edge of a page in the middle of a paragraph.

Text copied from PDF files, mails and old systems comes with a line break wherever the page ended. Such a text
betrays itself: most of it stands in lines of nearly one width, many of which stop in mid-sentence, and hardly
any line is wider. Only then are lines joined; a text with a paragraph a line is never touched.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from analysis.lexicon.reading import reading_words
from analysis.reading.layout import INDENT, Layout, edge_lines, find_layout, is_full
from analysis.reading.lines import Line, count_items, glue, measure

MOST_TITLE_LINES = 2
TAIL = 3  # lines within which signature and date stand
ITEM_LINES = 40  # lines within which the item before may stand
TITLE_SIZE = 16 / 22  # GB/T 9704-2012: a title of 22 points over a text of 16 has so many signs a line fewer
TITLE_SLACK = 3
BRACKETED = re.compile(r"[（(—]")


def join_wrapped_lines(text: str) -> tuple[str, int]:
    """`text` with its paragraphs whole, and the number of breaks removed; unchanged if it is not wrapped."""
    measured = [_find(measure(text)), _find(measure(text, by_signs=True))]
    found = [(layout, lines) for layout, lines in measured if layout is not None]
    if not found:
        return text, 0
    layout, content = max(found, key=lambda one: edge_lines(*one))
    joined = _join(layout, content)
    return _rebuild(measure(text), joined), sum(joined)


def _find(lines: Sequence[Line]) -> tuple[Layout | None, tuple[Line, ...]]:
    """The layout of a text, and its lines without page marks: a gap behind one parts pages, no paragraphs."""
    before = (None, *lines)
    content = tuple(
        replace(line, gap=False) if last is not None and last.is_page_mark else line
        for last, line in zip(before, lines, strict=False)
        if not line.is_page_mark
    )
    return find_layout(content), content


def _join(layout: Layout, lines: Sequence[Line]) -> list[bool]:
    """For each line whether it goes on with the paragraph of the line before it."""
    joined: list[bool] = []
    start = 0
    for at in range(len(lines)):
        joined.append(at > 0 and _goes_on(layout, lines, start, at))
        start = start if joined[at] else at
    return joined


def _goes_on(layout: Layout, lines: Sequence[Line], start: int, at: int) -> bool:
    """Whether line `at` goes on with the paragraph that begins with line `start`."""
    last, line = lines[at - 1], lines[at]
    if start == 0 and at <= MOST_TITLE_LINES and (line.is_salutation or _is_whole(last)):
        return False
    if at == 1 and _is_broken_title(layout, last, line):
        return True
    if _begins_paragraph(layout, line) or (line.numbering and not last.runs_on):
        return False
    return last.runs_on or _is_broken(layout, lines, start, at)


def _is_broken(layout: Layout, lines: Sequence[Line], start: int, at: int) -> bool:
    """Whether the line before `at` ended for want of room."""
    last = lines[at - 1]
    if last.stops:
        return _reaches(layout, lines, start, at) and not _begins_anew(layout, lines, start, at)
    if start == at - 1 and last.numbering and not layout.shows_starts:
        return _continues_numbered(layout, lines, start, at)
    return is_full(layout, last) or _is_tight(layout, lines, start, at)


def _continues_numbered(layout: Layout, lines: Sequence[Line], start: int, at: int) -> bool:
    """Whether the numbered line before `at` goes on; it may be a heading, whose rest would be short."""
    kind = lines[start].numbering
    is_tight = _is_tight(layout, lines, start, at)
    if kind in layout.headings:
        return is_tight and not is_full(layout, lines[at])
    return is_tight or (kind in layout.run_ins and is_full(layout, lines[start]))


def _begins_paragraph(layout: Layout, line: Line) -> bool:
    return (layout.indented and line.indent >= INDENT) or (layout.gaps and line.gap)


def _reaches(layout: Layout, lines: Sequence[Line], start: int, at: int) -> bool:
    """Whether the line before `at` was full: to the last column, if nothing shows where paragraphs begin."""
    return (layout.shows_starts and is_full(layout, lines[at - 1])) or _is_tight(layout, lines, start, at)


def _is_tight(layout: Layout, lines: Sequence[Line], start: int, at: int) -> bool:
    """Whether the first word of line `at` would not have fitted behind the line before it."""
    lost = layout.lost if start == at - 1 else 0
    return lines[at - 1].width + lost + lines[at].token > layout.width


def _begins_anew(layout: Layout, lines: Sequence[Line], start: int, at: int) -> bool:
    """Whether line `at`, behind a full line with a full stop, begins an item or the signature."""
    line = lines[at]
    is_signature = at >= len(lines) - TAIL and not line.stops and 2 * line.width <= layout.width
    if not line.is_item or layout.shows_starts:
        return is_signature
    above = lines[max(start, at - ITEM_LINES) : at]
    return not count_items("".join(one.text for one in above))  # items inside a paragraph go on inside


def _is_whole(title: Line) -> bool:
    return title.stops or title.text.endswith(reading_words().title_ends)


def _is_broken_title(layout: Layout, title: Line, rest: Line) -> bool:
    """Whether a title too long for its line goes on in the next."""
    edge = TITLE_SIZE * layout.width
    fills_line = is_full(layout, title) or edge - TITLE_SLACK <= title.width <= edge + 1
    goes_on = not (rest.stops or rest.numbering or BRACKETED.match(rest.text) or is_full(layout, rest))
    return fills_line and goes_on and not title.numbering


def _rebuild(lines: Iterable[Line], joined: Iterable[bool]) -> str:
    """The lines joined; a page mark inside a paragraph stays in its place, set off by tabs."""
    answers = iter(joined)
    pieces: list[str] = []
    marks: list[str] = []
    last = ""
    for line in lines:
        if line.is_page_mark:
            marks.append(line.text)
            continue
        between = _between(last, line.text, marks) if next(answers) else "\n"
        pieces.append(between.join(["", *marks, line.text]))
        last, marks = line.text, []
    return "\n".join(["".join(pieces).removeprefix("\n"), *marks])


def _between(left: str, right: str, marks: Sequence[str]) -> str:
    """What stands where a break stood."""
    return "\t" if marks else glue(left, right)
