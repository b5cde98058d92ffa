"""Problems in text without enumeration: its stretches between ； and 。, in one running sentence its clauses.

A clause without a subject of its own (…，缺乏深入思考) belongs to the one before it; 、 parts two lacks where
each names its object at length; a topic before the comma (在理论学习方面，…) belongs to the clause behind it.
Where every paragraph opens with a short sentence that admits a lack and explains it, the paragraph is one.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from analysis.coding.base import Clause, Parsed, Problem, Sentence
from analysis.coding.problems.lacks import admits, announces, content, find_lacks
from analysis.coding.problems.stretches import stretch_problems
from analysis.coding.problems.wording import Wording

_LONG_OBJECT = 6
_LIST, _LISTED_OBJECT = 3, 4  # in a list of three the objects may be shorter
_SHORT_SENTENCE = 32
_TOPIC = re.compile(r"^(?:在|对|对于|就|从|关于)|(?:方面|过程中|问题上|工作中)$")
_ENUMERATION_TAIL = re.compile(r"(?:等)?(?:的)?(?:问题|现象|情况|情形|等)+$")
_PAUSE = re.compile("、")
_PARAGRAPH = re.compile(r"[^\n]+")
_ENDED = re.compile(r"[。!?][\"')】]*\s*$")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Piece:
    """A clause or a 、 part of one; `joins` where it admits a lack but names nothing that is lacking."""

    start: int
    end: int
    sentence: int
    admits: bool
    joins: bool


def prose_problems(parsed: Parsed, start: int, end: int, words: Wording, *, runs_on: bool = False) -> list[Problem]:
    """The problems from `start` to `end`; with `runs_on` an open last sentence leads to a list."""
    sentences = list(_sentences(parsed, start, end, words))
    if runs_on and sentences and not _ENDED.search(parsed.folded[sentences[-1].start : end]):
        sentences.pop()
    if not sentences:
        return []
    start, end = max(start, sentences[0].start), min(end, sentences[-1].end)
    paragraphs = _explained_paragraphs(parsed, start, end, words)
    if paragraphs:
        return paragraphs
    illustrations = [s.start for s in sentences if words.instances.match(parsed.folded, s.start)]
    general_until = max(illustrations, default=start)
    found = stretch_problems(parsed, sentences, end, words) or _joined(
        parsed, _pieces(parsed, sentences, (start, end), words), words
    )
    return [replace(problem, general=problem.start < general_until) for problem in found]


def _sentences(parsed: Parsed, start: int, end: int, words: Wording) -> Iterator[Sentence]:
    """The sentences between two places, without headings, up to the one that looks back on all problems."""
    first = parsed.sentence_at(start).order if parsed.sentences else 0
    for sentence in parsed.sentences[first:]:
        if sentence.start >= end or words.closers.match(parsed.folded, sentence.start):
            return
        if sentence.end > start and not sentence.heading:
            yield sentence


def _explained_paragraphs(parsed: Parsed, start: int, end: int, words: Wording) -> list[Problem]:
    """One problem a paragraph, where each of several paragraphs admits a lack in its short first sentence."""
    found: list[Problem] = []
    for hit in _PARAGRAPH.finditer(parsed.folded, start, end):
        first = parsed.sentence_at(hit.start() + len(hit[0]) - len(hit[0].lstrip()))
        if not found and announces(parsed.folded[first.start : first.end], words):
            continue
        short = first.end - first.start <= _SHORT_SENTENCE and first.end < hit.end()
        if not short or not admits(parsed.folded, words, first.start, first.end):
            return []
        found.append(_problem(parsed, first.start, hit.start() + len(hit[0].rstrip()), words))
    return found if len(found) > 1 else []


def _problem(parsed: Parsed, start: int, end: int, words: Wording) -> Problem:
    lack = next(iter(find_lacks(parsed.folded, words, start, end)), None)
    cue = parsed.quote(lack.start, lack.end) if lack else ""
    return Problem(start, end, (), "", general=False, cue=cue)


def _pieces(parsed: Parsed, sentences: Sequence[Sentence], span: Span, words: Wording) -> Iterator[_Piece]:
    for sentence in sentences:
        for clause in parsed.clauses_in(max(span[0], sentence.start), min(span[1], sentence.end)):
            for left, right in _split(parsed.folded, clause, words):
                yield _piece(parsed.folded, left, right, sentence, words)


def _split(folded: str, clause: Clause, words: Wording) -> list[Span]:
    """The clause, or its 、 parts where each of them admits a lack of an object that it names at length."""
    ends = [*(hit.start() for hit in _PAUSE.finditer(folded, clause.start, clause.end)), clause.end]
    starts = [clause.start, *(end + 1 for end in ends[:-1])]
    parts = list(zip(starts, ends, strict=True))
    least = _LISTED_OBJECT if len(parts) >= _LIST else _LONG_OBJECT
    whole = all(len(_before_lack(folded, *part, words)) >= least for part in parts)
    return parts if whole else [(clause.start, clause.end)]


def _before_lack(folded: str, start: int, end: int, words: Wording) -> str:
    """What stands before the first lack, the opening particle left out; empty where nothing is lacking."""
    opener = words.openers.match(folded, start, end)
    lack = next(iter(find_lacks(folded, words, start, end)), None)
    return folded[opener.end() if opener else start : lack.start] if lack else ""


def _piece(folded: str, start: int, end: int, sentence: Sentence, words: Wording) -> _Piece:
    opener = words.openers.match(folded, start, end)
    start = opener.end() if opener and opener.end() < end else start
    admitted = admits(folded, words, start, end, sentence.end)
    stop = _without_tail(folded, start, end, words) if admitted else end
    bare = admitted and _names_nothing(content(_before_lack(folded, start, end, words), words), words)
    return _Piece(start, stop, sentence.order, admitted, bare)


def _names_nothing(blamed: str, words: Wording) -> bool:
    """Is what is lacking left out, or only a side (深度, 方法) of what the clause before names?"""
    return not blamed or blamed in words.aspects


def _without_tail(folded: str, start: int, end: int, words: Wording) -> int:
    """Where the clause ends without 等问题, if it still admits a lack then."""
    tail = _ENUMERATION_TAIL.search(folded[start:end])
    stop = start + tail.start() if tail else end
    return stop if find_lacks(folded, words, start, stop) else end


def _joined(parsed: Parsed, pieces: Iterator[_Piece], words: Wording) -> list[Problem]:
    """Pieces that admit a lack, with the topic before and the clauses without a subject behind."""
    spans: list[tuple[int, int, int]] = []
    topic: _Piece | None = None
    for piece in pieces:
        if not piece.admits:
            text = parsed.folded[piece.start : piece.end]
            topic = piece if _TOPIC.search(text) and len(content(text, words)) > 1 else None
            continue
        about = topic if topic and topic.sentence == piece.sentence else None
        if spans and piece.joins and not about and spans[-1][2] == piece.sentence:
            spans[-1] = (spans[-1][0], piece.end, piece.sentence)
        else:
            spans.append(((about or piece).start, piece.end, piece.sentence))
        topic = None
    return [_problem(parsed, start, end, words) for start, end, _ in spans]
