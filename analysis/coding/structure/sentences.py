"""Cuts sections into sentences, and sentences into clauses.

A sentence ends at 。！？ with the closing marks behind it, or at the end of its paragraph. A clause ends at ，；： as
well, but not inside a number (1,000) or a clock time (9:30).
"""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from analysis.coding.base import Clause, Role, Section, Sentence

_SENTENCE = re.compile(r"(?=\S)[^\n。!?]*(?:[。!?]+[\"')》】]*|(?<=\S))")
_CLAUSE = re.compile(r"(?:[^,;:。!?\n]+|(?<=\d)[,:](?=\d))+")
_WORD = re.compile(r"[\w*]")


def cut_sentences(
    folded: str, sections: Sequence[Section], headings: Iterable[tuple[int, int]]
) -> tuple[Sentence, ...]:
    """Sentences in order; one never crosses a section's border or the end of a heading.

    Args:
        folded: the folded text.
        sections: they tile the text.
        headings: start and end of every heading, those of items included.
    """
    marked = sorted(headings)
    ends = dict(marked)
    borders = sorted({edge for span in marked for edge in span} | {s.start for s in sections} | {len(folded)})
    out: list[Sentence] = []
    section = 0
    for left, right in pairwise(borders):
        while sections[section].end <= left:
            section += 1
        role, heading = sections[section].role, left in ends
        for hit in _SENTENCE.finditer(folded, left, right):
            start, end = hit.span()
            if _WORD.search(folded, start, end):
                out.append(Sentence(len(out), section, role, start, end, heading))
    return tuple(out)


def cut_clauses(folded: str, sentences: Sequence[Sentence]) -> tuple[Clause, ...]:
    """The clauses of all sentences in order; title, salutation and signature (no role) have none."""
    out: list[Clause] = []
    for number, _, role, first, last, heading in sentences:
        if role is Role.NONE:
            continue
        for hit in _CLAUSE.finditer(folded, first, last):
            start, end = hit.span()
            if _WORD.search(folded, start, end):
                out.append(Clause(len(out), number, role, start, end, heading))
    return tuple(out)
