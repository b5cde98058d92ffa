"""What one segment of a problem blames: the faults it names, else the object nearest to its word of lack."""

from collections.abc import Iterator, Sequence
from enum import IntEnum
from typing import NamedTuple

from analysis.coding.problems.lacks import Lack
from analysis.coding.problems.mentions import Mention
from analysis.coding.problems.segments import Segment
from analysis.coding.problems.wording import Wording

BARE_NOUN = 2  # characters: 监督, 思考, 制度
_AROUND = 6  # characters beside a place that can make it a person or a body


class Strength(IntEnum):
    """How surely a word says of what kind the lack is, from least to most."""

    HINT = 1
    BARE = 2
    OBJECT = 3
    FAULT = 4


class Blame(NamedTuple):
    """A category that a segment names, and the place of the word that does."""

    category: str
    place: int
    strength: Strength


def blames(folded: str, segment: Segment, found: Sequence[Mention], words: Wording) -> list[Blame]:
    """The categories of one segment, each once, by the strongest word that says so.

    Args:
        folded: the folded text of the report.
        segment: a stretch with at most one word of lack.
        found: the mentions in the whole problem.
        words: the lexicon of problems.
    """
    here = [one for one in found if segment.start <= one.start < segment.end]
    nearest = _nearest(segment, here, found)
    faults = (_named(folded, segment, one, nearest, words) for one in here if one.kind == "fault")
    named = [blame for blame in faults if blame]
    objects = [] if named else [_blame(one) for one in nearest]
    best: dict[str, Blame] = {}
    for blame in sorted((*named, *objects, *_weak(folded, segment, here, words)), key=_rank):
        best.setdefault(blame.category, blame)
    return list(best.values())


def _named(folded: str, segment: Segment, fault: Mention, nearest: Sequence[Mention], words: Wording) -> Blame | None:
    """What a fault names; joined to a lack it says no more than an object, and nothing where an object is nearer."""
    lack = segment.lack
    if lack is None or not _joins(folded, fault, lack, words):
        return Blame(fault.category, fault.start, Strength.FAULT)
    return None if _is_outdone(fault, lack, nearest) else Blame(fault.category, fault.start, Strength.OBJECT)


def _joins(folded: str, fault: Mention, lack: Lack, words: Wording) -> bool:
    """Is the fault a word joined to an everyday word of lack (业务…不熟), not a fault in itself (走过场)?"""
    return fault.start < lack.start < fault.end and folded[lack.start : lack.end] not in words.faults


def _is_outdone(fault: Mention, lack: Lack, nearest: Sequence[Mention]) -> bool:
    """Does the lack blame something named in full that stands nearer (谈话之后的跟踪督促不够)?"""
    if not nearest or nearest[0].end - nearest[0].start <= BARE_NOUN:
        return False
    nearer = lack.before or nearest[0].end > fault.start
    return nearer and all(one.category != fault.category for one in nearest)


def _rank(blame: Blame) -> tuple[int, int]:
    return -blame.strength, blame.place


def _blame(mention: Mention) -> Blame:
    """An object that is only an everyday noun of two characters says less than one named in full."""
    bare = mention.end - mention.start <= BARE_NOUN
    return Blame(mention.category, mention.start, Strength.BARE if bare else Strength.OBJECT)


def _weak(folded: str, segment: Segment, here: Sequence[Mention], words: Wording) -> Iterator[Blame]:
    for one in here:
        if one.kind == "hint" and not _is_part(one, here):
            yield Blame(one.category, one.start, Strength.HINT)
        elif one.kind == "place" and segment.lack and not _is_agent(folded, one, words):
            yield Blame(one.category, one.start, Strength.BARE)


def _is_part(hint: Mention, here: Sequence[Mention]) -> bool:
    """Is the hint part of what another category names (廉政 in 廉政教育)?"""
    whole = (one for one in here if one.kind in {"fault", "object"} and one.category != hint.category)
    return any(one.start <= hint.start and hint.end <= one.end for one in whole)


def _is_agent(folded: str, place: Mention, words: Wording) -> bool:
    """Does the place only say who is at fault (部分支部……, 支部书记……), not where the lack is?"""
    left, right = max(0, place.start - _AROUND), place.end + _AROUND
    return bool(words.agents.search(folded, left, right))


def _nearest(segment: Segment, here: Sequence[Mention], found: Sequence[Mention]) -> list[Mention]:
    """The object nearest to the lack, of every category that has it: after it, else before, else above."""
    lack = segment.lack
    if lack is None:
        return []
    objects = [one for one in here if one.kind == "object"]
    ahead = [one for one in objects if lack.before and one.start >= lack.end]
    if ahead:
        first = min((one.start, -one.end) for one in ahead)
        return [one for one in ahead if (one.start, -one.end) == first]
    behind = [one for one in objects if one.end <= lack.start] or _above(segment, found)
    last = max(((one.end, -one.start) for one in behind), default=None)
    return [one for one in behind if (one.end, -one.start) == last]


def _above(segment: Segment, found: Sequence[Mention]) -> list[Mention]:
    """The objects of the clause before, where it only names the topic of this one."""
    start, end = segment.topic
    return [one for one in found if one.kind == "object" and start <= one.start and one.end <= end]
