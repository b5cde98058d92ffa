"""How a row of a table becomes lines of text, whatever the format."""

from collections.abc import Iterable, Iterator, Sequence


def row_lines(cells: Iterable[Sequence[str]]) -> Iterator[str]:
    """The lines of one row whose `cells` hold lines each: one line with tabs, or the paragraphs that it lays out."""
    filled = [[line for line in lines if line.strip()] for lines in cells]
    if len(filled) > 1 and all(len(lines) <= 1 for lines in filled):
        if any(filled):
            yield "\t".join(lines[0] if lines else "" for lines in filled)
    else:  # a table that lays out the page: its paragraphs stay paragraphs
        yield from (line for lines in filled for line in lines)
