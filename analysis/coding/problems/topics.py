"""What passages of a report are about: the objects they name, particular and broad.

Words for one object (第一种形态, 咬耳扯袖) count as one. Any other word counts where a problem and a measure both
name it; only what the two repeat is cut into words, for cutting is slow.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, chain
from operator import add

from analysis.coding.base import Parsed
from analysis.lexicon.coding import AnswerWords
from analysis.lexicon.topic import Words
from analysis.phrases import one_of, places
from analysis.segmenting import plain_tokenizer
from analysis.spotting import Spotter

_WORD = re.compile(r"[\u4e00-\u9fffA-Za-z]{2,}")
_SIDE_BY_SIDE = re.compile(r"x(?:\.?x)*")  # pairs that share a sign, or touch
Span = tuple[int, int]
Passages = list[list[str]]  # the clauses of each
Found = tuple[str, int]  # a word and its start


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


def passages(parsed: Parsed, spans: Iterable[Span], without: Words = ()) -> Passages:
    """The clauses of each span, those with a phrase of `without` left out."""
    return [passage for span in spans if (passage := list(_clauses(parsed, span, without)))]


def _clauses(parsed: Parsed, span: Span, without: Words) -> Iterator[str]:
    start, end = span
    for clause in parsed.clauses_in(start, end):
        text = parsed.folded[max(clause.start, start) : min(clause.end, end)]
        if not one_of(without).search(text):
            yield text


def compare_topics(
    said: Sequence[Passages], planned: Sequence[Passages], words: AnswerWords
) -> tuple[list[Topics], list[Topics]]:
    """What each problem in `said` is about, and what of that each measure in `planned` takes up."""
    measures = [_joined(one) for one in planned]
    pairs = {pair for text in measures for pair in _pairs(text)}
    admitted = [_topics(one, _cut(_joined(one), pairs, words), words) for one in said]
    asked = {word for one in admitted for word in one.words}
    taken_up = [[(word, place) for word in asked for place in places(word, text)] for text in measures]
    return admitted, [_topics(one, found, words) for one, found in zip(planned, taken_up, strict=True)]


def _joined(given: Passages) -> str:
    return ",".join(chain.from_iterable(given))


def _pairs(text: str) -> Iterable[str]:
    """The signs of `text` two by two, each with the next."""
    return map(add, text, text[1:])


def _topics(given: Passages, found: Iterable[Found], words: AnswerWords) -> Topics:
    """The objects that the passages name by a word of a list, and the words `found` in them.

    A broad word (学习) counts inside a longer one (理论学习) too, any other word only outside of them.
    """
    text = _joined(given)
    groups = sorted(_groups(words).find(text), key=lambda hit: (hit[1], -hit[2]))
    taken = {place for _, start, end in groups for place in range(start, end)}
    single = [(word, word, start) for word, start in found if word in words.broad or start not in taken]
    objects = [(str(number), text[start:end], start) for number, start, end in groups] + single
    opening = _opening(given)
    return Topics(
        text,
        {key: word for key, word, _ in reversed(objects) if key not in words.broad},
        {key: word for key, word, _ in reversed(objects) if key in words.broad},
        frozenset(key for key, _, start in objects if start in opening),
        frozenset(word for word, _, _ in single),
    )


def _opening(given: Passages) -> set[int]:
    """The places in the joined text that lie in the first clause of a passage."""
    lengths = [sum(len(clause) + 1 for clause in passage) for passage in given]
    starts = accumulate(lengths, initial=0)
    firsts = [range(start, start + len(passage[0])) for start, passage in zip(starts, given, strict=False)]
    return set(chain.from_iterable(firsts))


def _cut(text: str, pairs: set[str], words: AnswerWords) -> Iterator[Found]:
    """The words of `text` that say what it is about; only where it has `pairs` of signs."""
    for start, end in _stretches(text, pairs):
        for word, place, _ in plain_tokenizer().tokenize(text[start:end], HMM=False):
            if word in words.broad or (word not in words.common and _WORD.fullmatch(word)):
                yield word, start + place


def _stretches(text: str, pairs: set[str]) -> Iterator[Span]:
    """The stretches of `text` in which every sign makes one of `pairs` with a neighbour."""
    made = "".join("x" if pair in pairs else "." for pair in _pairs(text))
    for hit in _SIDE_BY_SIDE.finditer(made):
        yield hit.start(), hit.end() + 1


@lru_cache(maxsize=4)
def _groups(words: AnswerWords) -> Spotter[int]:
    return Spotter((number, word) for number, group in enumerate(words.same_object) for word in group)
