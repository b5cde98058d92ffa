"""The clauses of all reports, folded, each with its place: what the checks look for words in."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from analysis.comparing.base import Tables
from analysis.phrases import fold, one_of

CLAUSE = re.compile(r"[^,;:。!?\n]+")
COLUMNS = ["document_id", "sentence_id", "role", "start", "end", "text"]


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a sentence between its marks; `before` is the sentence up to the clause's end."""

    document_id: str
    sentence_id: str
    role: str
    start: int
    end: int
    text: str
    before: str
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
        yield Clause(document, sentence, role, *place, hit[0], folded[: hit.end()], folded)


def holds(words: Sequence[str], text: str) -> bool:
    """Whether folded `text` holds one of `words`."""
    return one_of(tuple(words)).search(text) is not None
