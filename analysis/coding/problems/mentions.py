"""Where the words of the categories stand in a problem."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from analysis.codebook import Phrases, ProblemCategory
from analysis.spotting import Spotter

# What a word says: a fault in itself, what is lacking, a place, a hint, or that other words do not count.
Kind = Literal["fault", "object", "place", "hint", "barred"]


class Mention(NamedTuple):
    """A word of `category` from `start` to `end` of the text."""

    category: str
    kind: Kind
    start: int
    end: int


def mentions(folded: str, start: int, end: int, categories: tuple[ProblemCategory, ...]) -> Sequence[Mention]:
    """The words of `categories` between two places, without those inside a barred phrase of their category.

    Of two faults one inside the other the longer counts: 监督走马观花 says more than 走马观花.
    """
    hits = _spotter(categories).find(folded[start:end])
    found = [Mention(category, kind, start + left, start + right) for (category, kind), left, right in hits]
    faults = [one for one in found if one.kind == "fault"]
    if barred := [one for one in found if one.kind == "barred"]:
        found = [one for one in found if one.kind != "barred" and not _inside_any(one, barred)]
    less = {one for one in faults if _is_less(one, faults)}
    return [one for one in found if one not in less] if less else found


def _is_less(fault: Mention, faults: Sequence[Mention]) -> bool:
    """Whether a fault lies inside a longer one of another category."""
    return any(
        one.start <= fault.start
        and fault.end <= one.end
        and one.category != fault.category
        and one.end - one.start > fault.end - fault.start
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
    lists: Mapping[Kind, Phrases] = {
        "fault": category.cues,
        "object": category.objects,
        "place": category.places,
        "hint": category.weak_cues,
        "barred": category.not_in,
    }
    for kind, phrases in lists.items():
        for phrase in dict.fromkeys(phrases):
            yield (category.id, kind), phrase
