"""The clauses of all reports, folded, each with its place: what the checks look for words in."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from analysis.comparing.base import Tables
from analysis.phrases import fold, one_of

CLAUSE = re.compile(r"[^,;:。!?\n]+")
# 一是, （二）, 3.: what numbers a thought is no part of it.
MARKER = re.compile(r"^(?:[一二三四五六七八九十]+[是、]|[（(][一二三四五六七八九十\d]+[）)]|\d+[.．、])")
COLUMNS = ["document_id", "sentence_id", "role", "start", "end", "text"]


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a sentence between its marks.

    `quote` is the report's own words, `text` the same folded, `said` the folded text from the last stop that ends a
    thought (。；：) to the clause's end, `sentence` all of the sentence, folded.
    """

    document_id: str
    sentence_id: str
    role: str
    start: int
    end: int
    quote: str
    text: str
    said: str
    sentence: str

    def span(self) -> tuple[str, int, int]:
        """Where the clause stands: document, start, end."""
        return self.document_id, self.start, self.end


def clauses(tables: Tables) -> tuple[Clause, ...]:
    """Every clause of every report, in the order of the tables."""
    found: list[Clause] = []
    for row in tables["sentences"][COLUMNS].itertuples(index=False, name=None):
        found += _split(*row)
    return tuple(found)


def _split(document: str, sentence: str, role: str, start: int, _: int, text: str) -> Iterator[Clause]:
    folded = fold(text)
    for hit in CLAUSE.finditer(folded):
        place = start + hit.start(), start + hit.end()
        quote = MARKER.sub("", text[hit.start() : hit.end()].strip())
        said = re.split("[;:]", folded[: hit.end()])[-1]
        yield Clause(document, sentence, role, *place, quote, hit[0], said, folded)


def holds(words: Sequence[str], text: str) -> bool:
    """Whether folded `text` holds one of `words`."""
    return one_of(tuple(words)).search(text) is not None
