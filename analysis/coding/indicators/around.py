"""The words around a number that can say what it counts."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from analysis.coding.base import Clause, Parsed, Quantity
from analysis.coding.indicators.cues import NUMBER, Cuebook

TITLE = re.compile(r"《[^《》\n]*》")
STOP = re.compile(r"\.(?![0-9])|;")  # a half-width full stop, or what parts two matters
KIND = 4  # characters of a title's last word with its 》
# With no more characters, fillers aside, numbers stand side by side and a clause holds a bare number.
BARE = 2


@dataclass(frozen=True, slots=True)
class Reach:
    """How far the words of a number reach, and the measure word of the number behind it."""

    quantity: Quantity
    left: int
    right: int
    next_word: str


@dataclass(frozen=True, slots=True)
class Around:
    """The words around a number, with `NUMBER` in its place at `at`.

    `context` is the sentence, or its part between two ；. `next_word` is the next number's measure word where that
    number ends the words, else empty.
    """

    words: str
    at: int
    context: str
    next_word: str


def _left_words(words: str) -> str:
    """Titles list other texts; only one right before the number is what is counted (《简报》8期)."""
    return TITLE.sub(lambda hit: hit[0] if hit.end() == len(words) else "《》", words)


def _right_words(words: str) -> str:
    """Of a title behind the number only its last word tells what it is (签订《…承诺书》)."""
    return TITLE.sub(lambda hit: f"《{hit[0][-KIND:]}", words)


def _side_by_side(between: str, cuebook: Cuebook) -> bool:
    bare = cuebook.bare(between)
    return not bare or (len(bare) <= BARE and "、" not in between)


def reaches(parsed: Parsed, quantities: Sequence[Quantity], cuebook: Cuebook) -> Iterator[Reach]:
    """From number to number; numbers side by side (2批31人) share the words on their left."""
    left, before = 0, 0
    for place, quantity in enumerate(quantities):
        if not place or not _side_by_side(parsed.folded[before : quantity.start], cuebook):
            left = before
        before = quantity.end
        following = _following(parsed, quantities, place, cuebook)
        yield Reach(
            quantity,
            left,
            following.start if following else len(parsed.text),
            following.measure_word if following else "",
        )


def _following(parsed: Parsed, quantities: Sequence[Quantity], place: int, cuebook: Cuebook) -> Quantity | None:
    """The first number behind that does not count the same thing in other words (四类27个问题)."""
    for here, behind in pairwise(quantities[place:]):
        between = parsed.folded[here.end : behind.start]
        if cuebook.bare(between) or "、" in between:
            return behind
    return None


def _words_before(parsed: Parsed, reach: Reach, clause: Clause) -> str:
    left = parsed.folded[max(clause.start, reach.left) : reach.quantity.start]
    if reach.left > clause.start:  # the words up to 、 are still those of the number before
        left = left.partition("、")[2] or left
    return _left_words(STOP.split(left)[-1])


def _words_behind(parsed: Parsed, reach: Reach, clause: Clause) -> tuple[str, str]:
    """The words behind the number, and the next number's measure word where that number follows on them."""
    end = reach.quantity.end
    right = STOP.split(parsed.folded[end : max(end, min(clause.end, reach.right))])[0]
    if reach.right >= clause.end:
        return _right_words(right), ""
    own, listed, _ = right.rpartition("、")  # the words behind 、 are those of the next number
    return _right_words(own if listed else right), "" if listed else reach.next_word


def _sentence(parsed: Parsed, quantity: Quantity, clause: Clause) -> str:
    """The sentence around the number, or its part between two ；."""
    sentence = parsed.sentences[clause.sentence]
    before = STOP.split(parsed.folded[sentence.start : quantity.start])[-1]
    return before + STOP.split(parsed.folded[quantity.start : sentence.end])[0]


def around(parsed: Parsed, reach: Reach) -> Around:
    """The words of the clause around the number."""
    clause = parsed.clause_at(reach.quantity.start)
    left = _words_before(parsed, reach, clause)
    right, next_word = _words_behind(parsed, reach, clause)
    return Around(f"{left}{NUMBER}{right}", len(left), _sentence(parsed, reach.quantity, clause), next_word)


def with_clause_before(parsed: Parsed, reach: Reach, words: Around, cuebook: Cuebook) -> Around | None:
    """The clause before speaks for a bare number (共12次); None where it is not bare or stands first."""
    clause = parsed.clause_at(reach.quantity.start)
    before = parsed.clauses[clause.order - 1] if clause.order else None
    bare = len(cuebook.bare(words.words)) - len(NUMBER) <= BARE
    if not bare or before is None or before.sentence != clause.sentence:
        return None
    left = _left_words(parsed.folded[max(before.start, reach.left) : before.end])
    return Around(left + words.words, len(left) + words.at, words.context, words.next_word)
