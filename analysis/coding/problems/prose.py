"""Problems in text without enumeration: each clause that admits a lack is one.

A clause without a subject of its own (…，缺乏深入思考) belongs to the one before it; 、 parts two lacks where each names
its own object at length; a topic before the comma (在理论学习方面，…) belongs to the clause behind it. Where every
paragraph opens with a short sentence that admits a lack and then explains it, the paragraph is the unit.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from analysis.coding.base import Clause, Parsed, Problem, Sentence
from analysis.phrases import one_of
from analysis.coding.problems.lacks import admits, content, find_lacks
from analysis.lexicon import ProblemWords

_LONG_OBJECT = 6
_SHORT_SENTENCE = 32
_TOPIC = re.compile(r"^(?:在|对|对于|就|从|关于).*|.*(?:方面|过程中|问题上|工作中)$")
_ENUMERATION_TAIL = re.compile(r"(?:等)?(?:的)?(?:问题|现象|情况|情形|等)+$")
_PARAGRAPH = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class _Piece:
    """A clause or a 、 part of one: its span, and what it does."""

    start: int
    end: int
    sentence: int
    admits: bool
    joins: bool


def prose_problems(
    parsed: Parsed, start: int, end: int, words: ProblemWords, *, runs_on: bool = False
) -> list[Problem]:
    """The problems from `start` to `end`; `runs_on` says that a list follows, so the last open sentence leads into it."""
    sentences = list(_sentences(parsed, start, end, words))
    if (
        runs_on
        and sentences
        and not re.search(r"[。!?][\"')】]*$", parsed.folded[sentences[-1].start : end].rstrip())
    ):
        sentences.pop()
    if not sentences:
        return []
    start, end = max(start, sentences[0].start), min(end, sentences[-1].end)
    paragraphs = _explained_paragraphs(parsed, start, end, words)
    if paragraphs:
        return paragraphs
    exemplified = [s.start for s in sentences if one_of(words.instances).match(parsed.folded, s.start)]
    border = max(exemplified, default=start)
    found = _joined(parsed, _pieces(parsed, sentences, start, end, words), words)
    return [replace(problem, general=problem.start < border) for problem in found]


def _sentences(parsed: Parsed, start: int, end: int, words: ProblemWords) -> Iterator[Sentence]:
    """The sentences between two places up to the one that looks back on all problems; headings are left out."""
    for sentence in parsed.sentences:
        if sentence.end <= start or sentence.start >= end or sentence.heading:
            continue
        if one_of(words.closers).match(parsed.folded, sentence.start):
            return
        yield sentence


def _explained_paragraphs(parsed: Parsed, start: int, end: int, words: ProblemWords) -> list[Problem]:
    """One problem a paragraph, where each of several paragraphs admits a lack in its short first sentence."""
    found = []
    for hit in _PARAGRAPH.finditer(parsed.folded, start, end):
        first = parsed.sentence_at(hit.start() + len(hit[0]) - len(hit[0].lstrip()))
        opening = parsed.folded[first.start : first.end]
        if len(opening) > _SHORT_SENTENCE or first.end >= hit.end() or not admits(opening, words):
            return []
        found.append(_problem(parsed, first.start, hit.start() + len(hit[0].rstrip()), words))
    return found if len(found) > 1 else []


def _problem(parsed: Parsed, start: int, end: int, words: ProblemWords) -> Problem:
    lack = next(iter(find_lacks(parsed.folded, words, start, end)), None)
    cue = parsed.quote(lack.start, lack.end) if lack else ""
    return Problem(start, end, (), "", general=False, cue=cue)


def _pieces(
    parsed: Parsed, sentences: list[Sentence], start: int, end: int, words: ProblemWords
) -> Iterator[_Piece]:
    for sentence in sentences:
        for clause in parsed.clauses_in(max(start, sentence.start), min(end, sentence.end)):
            for left, right in _split(parsed.folded, clause, words):
                yield _piece(parsed.folded, left, right, sentence.order, words)


def _split(folded: str, clause: Clause, words: ProblemWords) -> list[tuple[int, int]]:
    """The clause, or its 、 parts where each of them admits a lack of an object that it names at length."""
    text = folded[clause.start : clause.end]
    ends = [clause.start + hit.start() for hit in re.finditer("、", text)] + [clause.end]
    starts = [clause.start, *(end + 1 for end in ends[:-1])]
    parts = list(zip(starts, ends, strict=True))
    whole = all(len(_before_lack(folded, *part, words)) >= _LONG_OBJECT for part in parts)
    return parts if whole else [(clause.start, clause.end)]


def _before_lack(folded: str, start: int, end: int, words: ProblemWords) -> str:
    """What stands before the first lack, the opening particle left out; empty where nothing is lacking."""
    opener = _opener(words).match(folded, start, end)
    lack = next(iter(find_lacks(folded, words, start, end)), None)
    return folded[opener.end() if opener else start : lack.start] if lack else ""


@lru_cache(maxsize=8)
def _opener(words: ProblemWords) -> re.Pattern[str]:
    return re.compile(f"(?:{one_of(words.openers).pattern})+")


def _piece(folded: str, start: int, end: int, sentence: int, words: ProblemWords) -> _Piece:
    opener = _opener(words).match(folded, start, end)
    start = opener.end() if opener and opener.end() < end else start
    text = folded[start:end]
    tail = _ENUMERATION_TAIL.search(text)
    admitted = admits(text, words)
    stop = (
        start + tail.start()
        if tail and admitted and find_lacks(folded, words, start, start + tail.start())
        else end
    )
    return _Piece(
        start,
        stop,
        sentence,
        admitted,
        admitted and not content(_before_lack(folded, start, end, words), words),
    )


def _joined(parsed: Parsed, pieces: Iterator[_Piece], words: ProblemWords) -> list[Problem]:
    """Pieces that admit a lack, with the topic before and the clauses without a subject behind."""
    spans: list[tuple[int, int, int]] = []
    topic: _Piece | None = None
    for piece in pieces:
        text = parsed.folded[piece.start : piece.end]
        if not piece.admits:
            topic = piece if _TOPIC.match(text) and len(content(text, words)) > 1 else None
            continue
        if spans and piece.joins and topic is None and spans[-1][2] == piece.sentence:
            spans[-1] = (spans[-1][0], piece.end, piece.sentence)
        else:
            start = topic.start if topic and topic.sentence == piece.sentence else piece.start
            spans.append((start, piece.end, piece.sentence))
        topic = None
    return [_problem(parsed, start, end, words) for start, end, _ in spans]
