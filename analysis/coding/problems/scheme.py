"""The categories of the manual as they are asked for: the automaton of their words, and what is like their texts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from analysis.codebook import Phrases, ProblemCategory
from analysis.coding.problems.likeness import Likeness, likeness
from analysis.spotting import Spotter

# What a word says: a fault in itself, what is lacking, a place, a hint, or that other words do not count.
Kind = Literal["fault", "object", "place", "hint", "barred"]


@dataclass(frozen=True, slots=True)
class Scheme:
    """The ids of the categories in the order of the codebook, and what they are known by.

    `absorbs` are by id the categories that a problem of this one usually names only to explain itself.
    """

    ids: tuple[str, ...]
    words: Spotter[tuple[str, Kind]]
    likeness: Likeness
    absorbs: Mapping[str, tuple[str, ...]]


@lru_cache(maxsize=4)
def scheme(categories: tuple[ProblemCategory, ...]) -> Scheme:
    """The scheme of `categories`, made once."""
    return Scheme(
        ids=tuple(one.id for one in categories),
        words=Spotter(entry for one in categories for entry in _phrases(one)),
        likeness=likeness(categories),
        absorbs={one.id: one.absorbs for one in categories},
    )


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
