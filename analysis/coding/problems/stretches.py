"""Problems in prose that parts its points by ； or by 。: the whole stretch between two such marks is one.

A stretch opens with its first clause that admits a lack, and with what that clause is about. After an
announcement and a colon (具体表现为：) every stretch is a problem, with or without a word of lack, where most
of them admit one.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from analysis.coding.base import Clause, Parsed, Problem, Sentence
from analysis.coding.problems.lacks import Admits, announces, content, find_lacks, how, settled
from analysis.coding.problems.wording import Wording

_STRETCH = re.compile(r"[^;:。!?\n]+[;:。!?]?")
_LEAST_CONTENT = 3


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A stretch without its lead: `admits` a lack, or is only `announced` as one by the words before a colon.

    `plain` says that a clause of it tells of a fault without a word of lack.
    """

    start: int
    end: int
    admits: bool
    announced: bool
    plain: bool = False


def stretch_problems(parsed: Parsed, sentences: Sequence[Sentence], end: int, words: Wording) -> list[Problem]:
    """One problem a stretch; empty where nothing is parted: one stretch alone, and each of its faults in other words.

    A lone stretch that tells a fault in plain words is one problem, for plain words run over several clauses.
    """
    lists = [list(_stretches(parsed, sentence, end, words)) for sentence in sentences]
    own = [
        stretch
        for sentence, stretches in zip(sentences, lists, strict=True)
        for stretch in stretches
        if stretch.admits and not words.examples.match(parsed.folded, sentence.start)
    ]
    if len(own) + any(stretch.plain for stretch in own) < 2:  # noqa: PLR2004 - two stretches are parted by one mark
        return []
    kept = [stretch for stretches in lists for stretch in _kept(stretches)]
    return [_problem(parsed, stretch, words) for stretch in kept]


def _kept(stretches: Sequence[_Stretch]) -> Iterator[_Stretch]:
    """The stretches that admit a lack, with those announced beside them where they are the fewer."""
    most = sum(one.admits for one in stretches if one.announced) * 2 >= sum(one.announced for one in stretches)
    yield from (one for one in stretches if one.admits or (one.announced and most))


def _stretches(parsed: Parsed, sentence: Sentence, end: int, words: Wording) -> Iterator[_Stretch]:
    promised = False
    for hit in _STRETCH.finditer(parsed.folded, sentence.start, min(sentence.end, end)):
        start, stop = hit.span()
        clauses = parsed.clauses_in(start, stop)
        leads = hit[0].endswith(":")
        admitted = [how(parsed.folded, words, clause.start, clause.end, stop) for clause in clauses]
        plain = not leads and Admits.PLAINLY in admitted
        counts = {Admits.BY_LACK} if leads else {Admits.BY_LACK, Admits.PLAINLY}
        first = next((place for place, one in enumerate(admitted) if one in counts), None)
        listed = promised and not settled(parsed.folded, words, start, stop, stop)
        if first is not None:
            start, stop = (
                _opening(parsed, clauses, first, words, stop),
                _without_announcement(parsed, clauses, stop, words),
            )
            yield _Stretch(start, stop, admits=True, announced=listed, plain=plain)
        elif listed and not announces(hit[0], words):
            yield _Stretch(start, stop, admits=False, announced=True)
        promised = promised or (leads and (first is None or _promises(hit[0], words)))


def _without_announcement(parsed: Parsed, clauses: Sequence[Clause], stop: int, words: Wording) -> int:
    """Where the stretch ends without a last clause that only leads on (……，具体表现为：)."""
    last = clauses[-1].start
    leads_on = parsed.folded[stop - 1] == ":" and words.instances.match(parsed.folded, last)
    return last if leads_on and len(clauses) > 1 else stop


def _promises(text: str, words: Wording) -> bool:
    """Do these words say that faults follow?"""
    return bool(words.promising.search(text))


def _opening(parsed: Parsed, clauses: Sequence[Clause], first: int, words: Wording, stop: int) -> int:
    """Where the stretch opens: at clause `first`, or at those before it that say what it is about.

    Praise (虽然……，但……) and announcements (还有差距，主要是……) stay outside.
    """
    start = clauses[first].start
    for clause in reversed(clauses[: first + 1]):
        text = parsed.folded[clause.start : clause.end]
        if clause.start < start and announces(text, words) and not _is_topic(text, words):
            break
        turn = words.openers.match(text)
        start = clause.start + (turn.end() if turn else 0)
        start += len(parsed.folded[start:stop]) - len(parsed.folded[start:stop].lstrip(",: "))
        if turn:
            break
    return start


def _is_topic(text: str, words: Wording) -> bool:
    """Is this a short name of the point (学习方面), not an announcement?"""
    return not words.vague.search(text) and len(content(text, words)) < _LEAST_CONTENT


def _problem(parsed: Parsed, stretch: _Stretch, words: Wording) -> Problem:
    end = stretch.start + len(parsed.text[stretch.start : stretch.end].rstrip(",，;；:： \n"))
    lack = next(iter(find_lacks(parsed.folded, words, stretch.start, end)), None)
    cue = parsed.quote(lack.start, lack.end) if lack else ""
    return Problem(stretch.start, end, (), "", general=False, cue=cue)
