"""Where the words of the categories stand in a problem."""

from collections.abc import Sequence
from typing import NamedTuple

from analysis.coding.problems.scheme import Kind, Scheme


class Mention(NamedTuple):
    """A word of `category` from `start` to `end` of the text."""

    category: str
    kind: Kind
    start: int
    end: int


def mentions(folded: str, start: int, end: int, scheme: Scheme) -> Sequence[Mention]:
    """The words of the categories between two places, without those inside a barred phrase of their category.

    Of two faults one inside the other the longer counts: 监督走马观花 says more than 走马观花.
    """
    hits = scheme.words.find(folded[start:end])
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
