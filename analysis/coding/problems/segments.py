"""Cuts a problem behind each word of lack, and says what each stretch does in it: name, add, illustrate.

What a problem is about stands in its opening: its first sentence or heading, and of that the first clause most
of all. What follows explains it. Examples (例如……), what it led to (导致……) and findings that are only cited
(审计反馈的……问题) admit nothing of their own.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from analysis.coding.base import Clause, Parsed, Problem
from analysis.coding.problems.lacks import Lack, find_lacks, plain_faults
from analysis.lexicon.coding import ProblemWords
from analysis.phrases import one_of

_TOPIC = re.compile(r"^(?:在|对|对于|就|从|关于)|(?:方面|过程中|问题上|工作中|上)$")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Segment:
    """A clause or a part of it with one lack.

    `topic` is the clause before where it only names what this one is about. `opening` says that it stands in the
    first sentence of several, `aside` that it only illustrates, explains or concludes.
    """

    start: int
    end: int
    clause: int
    lack: Lack | None
    topic: Span
    opening: bool
    aside: bool


def segments(parsed: Parsed, problem: Problem, words: ProblemWords) -> Iterator[Segment]:
    """The segments of `problem` in order; where no word of lack stands in it, faults in plain words part it."""
    clauses = parsed.clauses_in(problem.start, problem.end)
    first = parsed.sentences[clauses[0].sentence] if clauses else None
    before: Clause | None = None
    spans = [(max(clause.start, problem.start), min(clause.end, problem.end)) for clause in clauses]
    stated = [find_lacks(parsed.folded, words, *span) for span in spans]
    if not any(stated):
        stated = [plain_faults(parsed.folded, words, *span) for span in spans]
    for clause, span, lacks in zip(clauses, spans, stated, strict=True):
        whole = Segment(
            *span,
            clause=clause.order,
            lack=None,
            topic=_topic(parsed.folded, before, clause),
            opening=first is not None and clause.sentence == first.order and first.end < problem.end,
            aside=_is_aside(parsed, clauses, clause, words),
        )
        yield from _cut(whole, lacks)
        before = None if lacks else clause


def _topic(folded: str, before: Clause | None, clause: Clause) -> Span:
    """The clause before where it lacks nothing and only names what the next one is about."""
    if before and before.sentence == clause.sentence and _TOPIC.search(folded[before.start : before.end]):
        return before.start, before.end
    return clause.start, clause.start


def _is_aside(parsed: Parsed, clauses: Sequence[Clause], clause: Clause, words: ProblemWords) -> bool:
    """Does the clause only give an example or a result, or is it a lead that its examples make concrete?"""
    if one_of(words.results).match(parsed.folded, clause.start):
        return True
    beside = [other for other in clauses if other.sentence == clause.sentence]
    if clause.sentence == clauses[0].sentence:
        later = [other for other in beside if other.start > clause.start]
        return any(one_of(words.instances).match(parsed.folded, other.start) for other in later)
    before = [other for other in beside if other.start <= clause.start]
    return any(one_of(words.examples).match(parsed.folded, other.start) for other in before)


def _cut(whole: Segment, lacks: Sequence[Lack]) -> Iterator[Segment]:
    if not lacks:
        yield whole
    for index, lack in enumerate(lacks):
        left = lacks[index - 1].end if index else whole.start
        right = lacks[index + 1].start if index + 1 < len(lacks) and lack.before else lack.end
        end = whole.end if index + 1 == len(lacks) else right
        yield replace(whole, start=left, end=end, lack=lack)
