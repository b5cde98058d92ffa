"""Cuts a problem behind each word of lack, and says what each stretch does in it: name, add, illustrate.

What a problem is about stands in its opening: its first sentence or heading, and of that the first clause most
of all. What follows explains it. Examples (例如……), what it led to (导致……) and findings that are only cited
(审计反馈的……问题) admit nothing of their own.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from analysis.coding.base import Clause, Parsed
from analysis.coding.problems.lacks import Lack, find_lacks, plain_faults
from analysis.coding.problems.wording import Wording

_TOPIC = re.compile(r"^(?:在|对|对于|就|从|关于)|(?:方面|过程中|问题上|工作中|上)$")

Span = tuple[int, int]


class Segment(NamedTuple):
    """A clause or a part of it with one lack.

    `topic` is the clause before where it only names what this one is about. `opening` says that it stands in the
    first sentence of several, `aside` that it only illustrates, explains or concludes.
    """

    start: int
    end: int
    lack: Lack | None
    clause: int
    topic: Span
    opening: bool
    aside: bool


@dataclass(frozen=True, slots=True)
class Statement:
    """What one problem says from `start` to `end`: its segments in order, and where it only cites findings."""

    start: int
    end: int
    segments: tuple[Segment, ...]
    cited: tuple[Span, ...]

    def cites(self, start: int, end: int) -> bool:
        """Is anything between two places only cited?"""
        return any(start < right and left < end for left, right in self.cited)


def cut(parsed: Parsed, start: int, end: int, words: Wording) -> Statement:
    """The problem from `start` to `end`, cut into segments."""
    cited = (hit.span() for hit in words.cited.finditer(parsed.folded, start, end))
    return Statement(start, end, tuple(_segments(parsed, start, end, words)), tuple(cited))


def _segments(parsed: Parsed, start: int, end: int, words: Wording) -> Iterator[Segment]:
    """The segments in order; where no word of lack stands in the problem, faults in plain words part it."""
    clauses = parsed.clauses_in(start, end)
    spans = [(max(clause.start, start), min(clause.end, end)) for clause in clauses]
    stated = [find_lacks(parsed.folded, words, *span) for span in spans]
    if not any(stated):
        stated = [plain_faults(parsed.folded, words, *span) for span in spans]
    asides = _asides(parsed.folded, clauses, words)
    before: Clause | None = None
    for clause, span, lacks, aside in zip(clauses, spans, stated, asides, strict=True):
        opening = clause.sentence == clauses[0].sentence and parsed.sentences[clause.sentence].end < end
        topic = _topic(parsed.folded, before, clause)
        for stretch in _parted(span, lacks):
            yield Segment(*stretch, clause.order, topic, opening, aside)
        before = None if lacks else clause


def _topic(folded: str, before: Clause | None, clause: Clause) -> Span:
    """The clause before where it lacks nothing and only names what the next one is about."""
    if before and before.sentence == clause.sentence and _TOPIC.search(folded[before.start : before.end]):
        return before.start, before.end
    return clause.start, clause.start


def _asides(folded: str, clauses: Sequence[Clause], words: Wording) -> Iterator[bool]:
    """Whether each clause only gives an example or a result, or is a lead that examples in its sentence make concrete.

    Only the first sentence leads; in the others what stands behind an example belongs to it.
    """
    results, examples = words.results, words.examples
    led = _led(folded, clauses, words)
    exemplified = -1  # the last sentence that has come to an example
    for clause in clauses:
        if clause.sentence != clauses[0].sentence and examples.match(folded, clause.start):
            exemplified = clause.sentence
        aside = clause.start < led or clause.sentence == exemplified
        yield aside or results.match(folded, clause.start) is not None


def _led(folded: str, clauses: Sequence[Clause], words: Wording) -> int:
    """Where the last example of the first sentence starts, before which it only leads; 0 where it gives none."""
    instances = words.instances
    first = (clause.start for clause in clauses if clause.sentence == clauses[0].sentence)
    return max((start for start in first if instances.match(folded, start)), default=0)


def _parted(span: Span, lacks: Sequence[Lack]) -> Iterator[tuple[int, int, Lack | None]]:
    """The stretches of a clause, each with its lack: up to the next lack, or to the end of its own words."""
    start, end = span
    if not lacks:
        yield start, end, None
    for lack, following in zip(lacks, [*lacks[1:], None], strict=False):
        stop = end if following is None else following.start if lack.before else lack.end
        yield start, stop, lack
        start = lack.end
