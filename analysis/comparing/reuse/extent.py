"""How far a passage reaches: over a few signs that differ, and not into a sentence that only begins alike."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from analysis.comparing.reuse.chains import Chain
from analysis.comparing.reuse.normal import Normal

SKIP = 8
"""Signs that may differ at an edge before the texts agree again for `AGAIN` signs."""
AGAIN = 4
SCRAP = 30
"""Fewer characters of a sentence than this at the edge of a passage are left out."""
SAME = 0.8
"""The likeness (difflib) below which two sentences at the same edge are different sentences."""
NEAR = 10
"""Characters at most that are missing of a sentence for it to be taken whole."""
SENTENCE_END = re.compile(r"[。！？；!?;\n]\s*")
ENUMERATOR = r"(?:[（(]?[0-9一二三四五六七八九十]{1,3}[）)、.．]\s*|[①-⑳]|第?[一二三四五六七八九十]{1,2}[是要，,])"
NUMBER = 6
"""So many characters behind the last sentence are at most the number of the next."""
BEGINNING = re.compile(SENTENCE_END.pattern + ENUMERATOR + "?")
OPENING = "《（“‘〈【(\"' \n　"
_SKIPS = tuple(sorted(((i, j) for i in range(SKIP + 1) for j in range(SKIP + 1) if i + j), key=sum))


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two stretches of a passage: all its signs, and those (`core`) that surely belong to it.

    `whole` is the text of the report, `document` its number in `normal`.
    """

    normal: Normal
    document: int
    whole: str
    signs: tuple[int, int]
    core: tuple[int, int]

    def place(self, signs: tuple[int, int]) -> tuple[int, int]:
        """Where the signs stand in the report's text: from the first of them to the marks behind the last."""
        normal = self.normal
        start = int(normal.places[signs[0]])
        last = signs[1] >= normal.starts[self.document + 1]
        end = len(self.whole) if last else int(normal.places[signs[1]])
        return start, start + len(self.whole[start:end].rstrip(OPENING).rstrip())

    def edges(self) -> tuple[str, str]:
        """The first and last of several sentences, where most of it lies outside the core and may be left out."""
        (start, end), (core_start, core_end) = self.place(self.signs), self.place(self.core)
        head, tail = _edges(self.whole[start:end])
        return (
            head if core_start >= start + len(head) / 2 else "",
            tail if core_end <= end - len(tail) / 2 or len(tail) <= NUMBER else "",
        )

    def whole_at(self, start: int) -> bool:
        """Whether a sentence begins at `start`."""
        return not start or bool(SENTENCE_END.match(self.whole[start - 1]))


def _edges(text: str) -> tuple[str, str]:
    """The first and the last sentence of `text`, with the space around them; none where it has only one."""
    ends = [hit.end() for hit in SENTENCE_END.finditer(text.rstrip())]
    inner = [end for end in ends if end < len(text.rstrip())]
    return (text[: inner[0]], text[inner[-1] :]) if inner else ("", "")


def trimmed(*sides: Side) -> list[tuple[int, int]]:
    """Where the two stretches stand: whole sentences where little is missing, none that only begins or ends alike."""
    heads, tails = zip(*(side.edges() for side in sides), strict=True)
    begun = [side.whole_at(side.place(side.signs)[0]) for side in sides]
    ended = [bool(SENTENCE_END.search(tail.rstrip()[-1:])) for tail in tails]
    out = []
    for side, head, tail in zip(sides, _scraps(heads, begun), _scraps(tails, ended), strict=True):
        start, end = side.place(side.signs)
        out.append((start + head, start + len(side.whole[start : end - tail].rstrip())))
    return _completed([side.whole for side in sides], out)


def _completed(texts: Sequence[str], places: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """`places` up to the beginning and the end of their sentences where that is near in both texts."""
    before = [_before(text, start) for text, (start, _) in zip(texts, places, strict=True)]
    behind = [_behind(text, end) for text, (_, end) in zip(texts, places, strict=True)]
    left = before if max(before) <= NEAR else [0, 0]
    right = behind if max(behind) <= NEAR else [0, 0]
    return [(start - b, end + e) for (start, end), b, e in zip(places, left, right, strict=True)]


def _before(text: str, start: int) -> int:
    """How many characters the sentence has before `start`, its number not counted, as far as `NEAR` matters."""
    first = max(0, start - NEAR - 1)
    ends = [hit.end() for hit in BEGINNING.finditer(text, first, start)]
    return start - (ends[-1] if ends else first)


def _behind(text: str, end: int) -> int:
    """How many characters the sentence at `end` has left, as far as `NEAR` matters."""
    if end and SENTENCE_END.match(text[end - 1]):
        return 0
    hit = SENTENCE_END.search(text, end, end + NEAR + 1)
    return hit.start() + 1 - end if hit else min(NEAR + 1, len(text) - end)


def _scraps(edges: Sequence[str], whole: Sequence[bool]) -> list[int]:
    """How much to leave out of the sentences at the same edge of both places: what differs, or is short and broken."""
    one, other = edges
    if one and other and SequenceMatcher(None, one, other, autojunk=False).ratio() < SAME:
        return [len(edge) for edge in edges]
    return [0 if full or len(edge) >= SCRAP else len(edge) for edge, full in zip(edges, whole, strict=True)]


def grown(normal: Normal, chain: Chain) -> Chain:
    """`chain` extended at both ends as far as the two reports agree, over a few signs that differ."""
    x, y = chain.documents
    right = _agreeing(
        normal.written(chain.a[1], int(normal.starts[x + 1])), normal.written(chain.b[1], int(normal.starts[y + 1]))
    )
    left = _agreeing(
        normal.written(int(normal.starts[x]), chain.a[0])[::-1], normal.written(int(normal.starts[y]), chain.b[0])[::-1]
    )
    return replace(
        chain, a=(chain.a[0] - left[0], chain.a[1] + right[0]), b=(chain.b[0] - left[1], chain.b[1] + right[1])
    )


def _agreeing(one: str, other: str) -> tuple[int, int]:
    """How far `one` and `other` agree from their beginnings."""
    i = j = 0
    while True:
        while i < len(one) and j < len(other) and one[i] == other[j]:
            i, j = i + 1, j + 1
        step = next((s for s in _SKIPS if _again(one, other, i + s[0], j + s[1])), None)
        if step is None:
            return i, j
        i, j = i + step[0], j + step[1]


def _again(one: str, other: str, i: int, j: int) -> bool:
    return len(one) >= i + AGAIN and one[i : i + AGAIN] == other[j : j + AGAIN]
