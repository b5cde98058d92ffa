"""Finds a quotation again in a text that was read anew, and never at a wrong place without a word.

White space is left out and signs are written one way on both sides, so that joined lines and repaired signs change
nothing. A place is certain where quotation and surroundings stand as they did; several such places are told apart by
the old offset alone. Otherwise every place with nearly the same words is weighed: the share of the quotation that is
the same, and of the surroundings on the better side (Ratcliff and Obershelp, as in difflib). The best place counts
where it is good enough, clearly ahead of the next, and says the same numbers; else the quotation is ambiguous or lost.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from analysis.phrases import fold
from analysis.reviewing.anchors import Anchor

LEAST_QUOTE, LEAST_SIDE = 0.75, 0.6  # shares of the quotation and of one side that must be the same
AHEAD = 0.2  # the best place must be better than the next by as much
GRAM, SLACK = 4, 12  # characters: what is looked up to find likely places, and how far a place may have grown
LIKELY = 8  # places that are looked at more closely
CHARACTERS_TOLD = 6  # a shorter side does not speak for itself
_NUMBER = re.compile(r"[\d*]+|[〇零一二两三四五六七八九十百千万亿]+")
EXACT, NEAR = "exact", "near"
AMBIGUOUS, LOST = "ambiguous", "lost"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a quotation stands now; `how` is exact or near."""

    start: int
    end: int
    how: str


@dataclass(frozen=True, slots=True)
class Missing:
    """A quotation that has no certain place: `state` is ambiguous or lost, `why` a Chinese sentence."""

    state: str
    why: str


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A likely place, by offsets into the dense text, and how much of quotation and surroundings is the same."""

    start: int
    end: int
    quote: float
    side: float

    @property
    def weight(self) -> float:
        return (self.quote + self.side) / 2


def _dense(text: str) -> tuple[str, list[int]]:
    """The folded text without white space, and the offset of each of its characters."""
    kept = [(sign, offset) for offset, sign in enumerate(fold(text)) if not sign.isspace()]
    return "".join(sign for sign, _ in kept), [offset for _, offset in kept]


def _same(one: str, other: str) -> float:
    return 1.0 if one == other else SequenceMatcher(None, one, other, autojunk=False).ratio()


def _occurrences(part: str, text: str) -> Iterator[int]:
    at = text.find(part)
    while at >= 0:
        yield at
        at = text.find(part, at + 1)


class Finder:
    """Finds the quotations of one text."""

    def __init__(self, text: str) -> None:
        self._text, self._offsets = _dense(text)

    def find(self, anchor: Anchor) -> Place | Missing:
        """The place of `anchor`, whose quotation is not empty."""
        quote, before, after = (_dense(part)[0] for part in (anchor.quote, anchor.before, anchor.after))
        if not quote:
            return Missing(LOST, "选中的只有空白，找不到对应的原文，请重新选择")
        whole = f"{before}{quote}{after}"
        certain = [at + len(before) for at in _occurrences(whole, self._text) if self._edges(at, whole, before, after)]
        hint = bisect_left(self._offsets, anchor.start)
        if hint in certain or len(certain) == 1:
            at = hint if hint in certain else certain[0]
            return self._place(at, at + len(quote), EXACT)
        if certain:
            return Missing(AMBIGUOUS, f"原文里有{len(certain)}处一模一样的话，分不清是哪一处，请重新选择")
        return self._likeliest(before, quote, after)

    def _edges(self, at: int, whole: str, before: str, after: str) -> bool:
        """Whether a quotation at an end of its text, with no words on that side, stands at the end still."""
        return (bool(before) or at == 0) and (bool(after) or at + len(whole) == len(self._text))

    def _place(self, start: int, end: int, how: str) -> Place:
        return Place(self._offsets[start], self._offsets[end - 1] + 1, how)

    def _likeliest(self, before: str, quote: str, after: str) -> Place | Missing:
        found = sorted(self._candidates(before, quote, after), key=lambda one: -one.weight)
        good = [one for one in found if one.quote >= LEAST_QUOTE and one.side >= LEAST_SIDE]
        if not good:
            return Missing(LOST, "原文里找不到这句话，可能已被改写或删去，请核对后重新决定")
        best = good[0]
        rivals = [one for one in good[1:] if one.start >= best.end or best.start >= one.end]
        if rivals and best.weight - rivals[0].weight < AHEAD:
            return Missing(AMBIGUOUS, f"原文里有{len(rivals) + 1}处相近的话，分不清是哪一处，请重新选择")
        if _NUMBER.findall(quote) != _NUMBER.findall(self._text[best.start : best.end]):
            return Missing(LOST, "这句话还在，但其中的数字改了，原来的决定不一定适用，请重新决定")
        return self._place(best.start, best.end, NEAR)

    def _candidates(self, before: str, quote: str, after: str) -> Iterator[_Candidate]:
        spans = {(at, at + len(quote)) for at in _occurrences(quote, self._text)}
        spans |= set(self._aligned(before, quote, after))
        for start, end in spans:
            ahead, behind = self._text[max(0, start - len(before)) : start], self._text[end : end + len(after)]
            sides = [(_same(side, other), len(side)) for side, other in ((before, ahead), (after, behind))]
            told = [same for same, length in sides if length >= CHARACTERS_TOLD]
            side = max(told) if told else _same(before + after, ahead + behind)
            yield _Candidate(start, end, _same(quote, self._text[start:end]), side)

    def _aligned(self, before: str, quote: str, after: str) -> Iterator[tuple[int, int]]:
        """Stretches where the quotation would lie, by what it and its surroundings share with the text."""
        whole = f"{before}{quote}{after}"
        shifts: Counter[int] = Counter()
        for place in range(len(whole) - GRAM + 1):
            for at in _occurrences(whole[place : place + GRAM], self._text):
                shifts[(at - place) // SLACK] += 1
        for shift, _ in shifts.most_common(LIKELY):
            first = max(0, (shift - 1) * SLACK)
            window = self._text[first : (shift + 2) * SLACK + len(whole)]
            blocks = SequenceMatcher(None, whole, window, autojunk=False).get_matching_blocks()
            if span := _mapped(blocks, len(before), len(before) + len(quote)):
                yield first + span[0], first + span[1]


def _mapped(blocks: Sequence[tuple[int, int, int]], start: int, end: int) -> tuple[int, int] | None:
    """Where the characters from `start` to `end` lie on the other side, from the first to the last that are there."""
    inside = [(max(a, start), min(a + size, end), b - a) for a, b, size in blocks if a < end and start < a + size]
    return (inside[0][0] + inside[0][2], inside[-1][1] + inside[-1][2]) if inside else None
