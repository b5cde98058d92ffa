"""Where the words of the categories stand in a problem."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from analysis.codebook import ProblemCategory
from analysis.spotting import Spotter


class Kind(IntEnum):
    """What a word says: a fault in itself, what is lacking, a place, a hint, or that other words do not count."""

    FAULT = 1
    OBJECT = 2
    PLACE = 3
    HINT = 4
    BARRED = 5


@dataclass(frozen=True, slots=True)
class Mention:
    """A word of `category` from `start` to `end` of the text."""

    category: str
    kind: Kind
    start: int
    end: int


def mentions(folded: str, start: int, end: int, categories: tuple[ProblemCategory, ...]) -> tuple[Mention, ...]:
    """The words of `categories` between two places, without those inside a barred phrase of their category.

    Of two faults one inside the other the longer counts: 监督走马观花 says more than 走马观花.
    """
    found = [
        Mention(*key, start + left, start + right) for key, left, right in _spotter(categories).find(folded[start:end])
    ]
    barred = [one for one in found if one.kind is Kind.BARRED]
    faults = [one for one in found if one.kind is Kind.FAULT]
    return tuple(
        one for one in found if one.kind is not Kind.BARRED and not _inside_any(one, barred) and not _less(one, faults)
    )


def _less(mention: Mention, faults: Sequence[Mention]) -> bool:
    """Whether a fault lies inside a longer one of another category."""
    return mention.kind is Kind.FAULT and any(
        one.category != mention.category
        and one.start <= mention.start
        and mention.end <= one.end
        and one.end - one.start > mention.end - mention.start
        for one in faults
    )


def _inside_any(mention: Mention, barred: Sequence[Mention]) -> bool:
    return any(
        bar.category == mention.category and bar.start <= mention.start and mention.end <= bar.end for bar in barred
    )


@lru_cache(maxsize=4)
def _spotter(categories: tuple[ProblemCategory, ...]) -> Spotter[tuple[str, Kind]]:
    return Spotter(entry for category in categories for entry in _phrases(category))


def _phrases(category: ProblemCategory) -> Iterator[tuple[tuple[str, Kind], str]]:
    lists = {
        Kind.FAULT: category.cues,
        Kind.OBJECT: category.objects,
        Kind.PLACE: category.places,
        Kind.HINT: category.weak_cues,
        Kind.BARRED: category.not_in,
    }
    for kind, phrases in lists.items():
        for phrase in dict.fromkeys(phrases):
            yield (category.id, kind), phrase
