"""What passages of a report are about: the objects they name, particular and broad.

Words for one object (第一种形态, 咬耳扯袖) count as one. Any other word counts where a problem and a measure both
name it; only what the two repeat is cut into words, for cutting is slow.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import add
from typing import NamedTuple

from analysis.coding.base import Parsed
from analysis.lexicon.coding import AnswerWords
from analysis.phrases import places
from analysis.segmenting import plain_tokenizer
from analysis.spotting import Spotter

_WORD = re.compile(r"[\u4e00-\u9fffA-Za-z]{2,}")
_PAIR = 2
_SIDE_BY_SIDE = re.compile(r"x(?:\.?x)*")  # pairs that share a sign, or touch
Span = tuple[int, int]
Found = tuple[str, int]  # a word and its start
_NOTHING = re.compile(r"(?!)")


class Passages(NamedTuple):
    """Passages of a report as one text, clause by clause, and where the first clause of each lies in it."""

    text: str
    openings: Sequence[Span]


@dataclass(frozen=True, slots=True)
class Topics:
    """What passages are about: object → their word for it.

    `head` are the objects of the openings, `words` those that no list of words for one object holds.
    """

    text: str
    particular: dict[str, str]
    broad: dict[str, str]
    head: frozenset[str]
    words: frozenset[str]


def passages(parsed: Parsed, spans: Iterable[Span], without: re.Pattern[str] = _NOTHING) -> Passages:
    """The clauses of each span, those left out where `without` finds something."""
    clauses: list[str] = []
    openings: list[Span] = []
    length = 0
    for span in spans:
        own = [clause for clause in _clauses(parsed, *span) if not without.search(clause)]
        openings += [(length, length + len(first)) for first in own[:1]]
        length += sum(len(clause) + 1 for clause in own)
        clauses += own
    return Passages(",".join(clauses), openings)


def _clauses(parsed: Parsed, start: int, end: int) -> list[str]:
    return [parsed.folded[max(one.start, start) : min(one.end, end)] for one in parsed.clauses_in(start, end)]


def compare_topics(
    said: Sequence[Passages], planned: Sequence[Passages], words: AnswerWords
) -> tuple[list[Topics], list[Topics]]:
    """What each problem in `said` is about, and what of that each measure in `planned` takes up."""
    pairs = {pair for one in planned for pair in _pairs(one.text)}
    admitted = [_topics(one, _cut(one.text, pairs, words), words) for one in said]
    asked = {word for one in admitted for word in one.words}
    taken_up = [[(word, place) for word in asked for place in places(word, one.text)] for one in planned]
    return admitted, [_topics(one, found, words) for one, found in zip(planned, taken_up, strict=True)]


def _pairs(text: str) -> Iterable[str]:
    """The signs of `text` two by two, each with the next."""
    return map(add, text, text[1:])


def _topics(given: Passages, found: Iterable[Found], words: AnswerWords) -> Topics:
    """The objects that the passages name by a word of a list, and the words `found` in them.

    A broad word (学习) counts inside a longer one (理论学习) too, any other word only outside of them.
    """
    text = given.text
    groups = sorted(_groups(words).find(text), key=lambda hit: (hit[1], -hit[2]))
    taken = {place for _, start, end in groups for place in range(start, end)}
    single = [(word, word, start) for word, start in found if word in words.broad or start not in taken]
    objects = [(str(number), text[start:end], start) for number, start, end in groups] + single
    return Topics(
        text,
        {key: word for key, word, _ in reversed(objects) if key not in words.broad},
        {key: word for key, word, _ in reversed(objects) if key in words.broad},
        frozenset(key for key, _, start in objects if _opens(given, start)),
        frozenset(word for word, _, _ in single),
    )


def _opens(given: Passages, place: int) -> bool:
    """Does a place lie in the first clause of a passage?"""
    return any(start <= place < end for start, end in given.openings)


def _cut(text: str, pairs: set[str], words: AnswerWords) -> Iterator[Found]:
    """The words of `text` that say what it is about; only where it has `pairs` of signs."""
    for start, end in _stretches(text, pairs):
        stretch = text[start:end]
        if len(stretch) > _PAIR or _tells(stretch, words):  # a pair alone is a word or makes none
            cut = plain_tokenizer().tokenize(stretch, HMM=False)
            yield from ((word, start + place) for word, place, _ in cut if _tells(word, words))


def _tells(word: str, words: AnswerWords) -> bool:
    """Does a word say what a passage is about?"""
    return word in words.broad or (word not in words.common and _WORD.fullmatch(word) is not None)


def _stretches(text: str, pairs: set[str]) -> Iterator[Span]:
    """The stretches of `text` in which every sign makes one of `pairs` with a neighbour."""
    made = "".join("x" if pair in pairs else "." for pair in _pairs(text))
    for hit in _SIDE_BY_SIDE.finditer(made):
        yield hit.start(), hit.end() + 1


@lru_cache(maxsize=4)
def _groups(words: AnswerWords) -> Spotter[int]:
    return Spotter((number, word) for number, group in enumerate(words.same_object) for word in group)
