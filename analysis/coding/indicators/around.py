"""The words around a number that can say what it counts."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from analysis.coding.base import Clause, Parsed, Quantity
from analysis.coding.indicators.cues import BARE, NUMBER, Cuebook

TITLE = re.compile(r"《[^《》\n]*》")
STOP = re.compile(r"\.(?![0-9])|;")  # a half-width full stop, or what parts two matters
KIND = 4  # characters of a title's last word with its 》


class Reach(NamedTuple):
    """How far the words of a number in `clause` reach, and the measure word of the number behind it."""

    quantity: Quantity
    clause: Clause
    left: int
    right: int
    next_word: str


class Around(NamedTuple):
    """The words around a number, with `NUMBER` in its place at `at`.

    `next_word` is the next number's measure word where that number ends the words, else empty.
    """

    words: str
    at: int
    next_word: str


def _left_words(words: str) -> str:
    """Titles list other texts; only one right before the number is what is counted (《简报》8期)."""
    if "《" not in words:
        return words
    return TITLE.sub(lambda hit: hit[0] if hit.end() == len(words) else "《》", words)


def _right_words(words: str) -> str:
    """Of a title behind the number only its last word tells what it is (签订《…承诺书》)."""
    return TITLE.sub(lambda hit: f"《{hit[0][-KIND:]}", words) if "《" in words else words


class _Gap(NamedTuple):
    """What stands between two numbers."""

    side_by_side: bool  # they share the words on their left (2批31人)
    same: bool  # they count the same thing in other words (四类27个问题)


APART = _Gap(side_by_side=False, same=False)


def _gap(between: str, cuebook: Cuebook) -> _Gap:
    if not cuebook.nearly_bare.fullmatch(between):
        return APART
    bare, listed = cuebook.bare(between), "、" in between
    return _Gap(not bare or not listed, not bare and not listed)


def reaches(parsed: Parsed, quantities: Sequence[Quantity], cuebook: Cuebook) -> Iterator[Reach]:
    """From number to number; the first number behind ends the words that does not count the same thing."""
    gaps = [_gap(parsed.folded[one.end : other.start], cuebook) for one, other in pairwise(quantities)]
    following: list[Quantity | None] = [None] * len(quantities)
    for place in reversed(range(len(gaps))):
        following[place] = following[place + 1] if gaps[place].same else quantities[place + 1]
    left = 0
    for place, (quantity, behind) in enumerate(zip(quantities, following, strict=True)):
        if place and not gaps[place - 1].side_by_side:
            left = quantities[place - 1].end
        clause = parsed.clause_at(quantity.start)
        if behind:
            yield Reach(quantity, clause, left, behind.start, behind.measure_word)
        else:
            yield Reach(quantity, clause, left, len(parsed.text), "")


def _words_before(parsed: Parsed, reach: Reach) -> str:
    left = parsed.folded[max(reach.clause.start, reach.left) : reach.quantity.start]
    if reach.left > reach.clause.start:  # the words up to 、 are still those of the number before
        left = left.partition("、")[2] or left
    return _left_words(STOP.split(left)[-1])


def _words_behind(parsed: Parsed, reach: Reach) -> tuple[str, str]:
    """The words behind the number, and the next number's measure word where that number follows on them."""
    end, stop = reach.quantity.end, min(reach.clause.end, reach.right)
    right = STOP.split(parsed.folded[end:stop])[0] if end < stop else ""
    if reach.right >= reach.clause.end:
        return _right_words(right), ""
    own, listed, _ = right.rpartition("、")  # the words behind 、 are those of the next number
    return _right_words(own if listed else right), "" if listed else reach.next_word


def around(parsed: Parsed, reach: Reach) -> Around:
    """The words of the clause around the number."""
    left = _words_before(parsed, reach)
    right, next_word = _words_behind(parsed, reach)
    return Around(f"{left}{NUMBER}{right}", len(left), next_word)


def context(parsed: Parsed, reach: Reach) -> str:
    """The sentence around the number, or its part between two ；."""
    start, sentence = reach.quantity.start, parsed.sentences[reach.clause.sentence]
    before, behind = parsed.folded[sentence.start : start], parsed.folded[start : sentence.end]
    return STOP.split(before)[-1] + STOP.split(behind)[0]


def with_clause_before(parsed: Parsed, reach: Reach, words: Around, cuebook: Cuebook) -> Around | None:
    """The clause before speaks for a bare number (共12次); None where it is not bare or stands first."""
    before = parsed.clauses[reach.clause.order - 1] if reach.clause.order else None
    if before is None or before.sentence != reach.clause.sentence:
        return None
    if len(cuebook.bare(words.words)) - len(NUMBER) > BARE:
        return None
    left = _left_words(parsed.folded[max(before.start, reach.left) : before.end])
    return words._replace(words=left + words.words, at=len(left) + words.at)
