"""Candidates checked, extended to their full length, and written down as REUSE_PASSAGES.

A passage counts where both stretches have at least `SHORTEST` characters, at least `OWN` signs agree that belong to
no standing phrase (slogans; titles and numbers are one sign each), and at least `ALIKE` of the longer stretch is
found in the other. The three limits come from reports with planted copies, set slogans and lists of titles (see
tests): two sentences that merely run through the same formulas agree in less than half of their signs, copies with
edited words in more than three quarters.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import Any

import pandas as pd

from analysis.comparing.reuse.chains import Chain, chains, merged
from analysis.comparing.reuse.grams import GRAM, WINDOW, shared
from analysis.comparing.reuse.normal import Normal, normalise, normalised
from analysis.comparing.reuse.own import same_but_swapped, without_standing
from analysis.lexicon import ReuseWords
from analysis.phrases import fold
from analysis.tables import REUSE_PASSAGES, frame

SHORTEST = 60
OWN = 45
ALIKE = 0.6
RARE, RARE_SHARE = 36, 0.6
"""Signs in grams that few units share: so many, and such a share of the long runs that agree. A run of `SURE` signs
always holds a shared gram, unless everybody has it: less means stock sentences in a row."""
SURE = GRAM + WINDOW
SKIP = 8
"""Signs that may differ at an edge before the texts agree again for `AGAIN` signs."""
AGAIN = 4
SCRAP = 30
"""Fewer characters of a sentence than this at the edge of a passage are left out."""
SAME = 0.8
SENTENCE_END = re.compile(r"[。！？；!?;\n]\s*")
ORDER = ("document_id_a", "start_a", "end_a", "document_id_b", "start_b", "end_b")
OPENING = "《（“‘〈【(\"' \n　"


@dataclass(frozen=True, slots=True)
class _Reports:
    """The reports in the order of their units, what they are called, and their signs."""

    ids: Sequence[str]
    units: Sequence[str]
    texts: Sequence[str]
    order: Sequence[int]
    normal: Normal


def _reports(documents: pd.DataFrame) -> _Reports:
    """DOCUMENTS by unit and period; a report without a name of its own, or with a masked one, is a unit of its own."""
    named = documents["unit"].notna() & documents["unit"].ne("") & ~documents["unit_masked"].fillna(value=False)
    unit = documents["unit"].where(named, documents["document_id"])
    sorted_ = documents.assign(unit=unit, order=range(len(documents)))
    sorted_ = sorted_.sort_values(["unit", "year", "quarter", "order"], kind="stable")
    texts = sorted_["text"].to_list()
    return _Reports(
        sorted_["document_id"].to_list(), sorted_["unit"].to_list(), texts, sorted_["order"].to_list(), normalise(texts)
    )


def passages(documents: pd.DataFrame, words: ReuseWords) -> pd.DataFrame:
    """REUSE_PASSAGES among `documents` (DOCUMENTS), longest first.

    Time and space grow with the length of all reports: no two reports are compared that share no rare words.
    `relation` is `inside`, `period` (the same unit's earlier report is `a`) or `units` (`a` is the report that comes
    first).
    """
    reports = _reports(documents)
    units = pd.factorize(pd.Series(reports.units, dtype="str"))[0].astype("int64")
    found = chains(reports.normal, *shared(reports.normal, units))
    rows = [row for chain in merged(found) if (row := _passage(reports, chain, words))]
    rows.sort(key=lambda row: (-row["characters"], *(row[name] for name in ORDER)))
    return frame(REUSE_PASSAGES, rows)


def _passage(reports: _Reports, chain: Chain, words: ReuseWords) -> dict[str, Any] | None:
    """The row of `chain`, if it counts."""
    x, y = chain.documents
    if chain.shared < RARE:
        return None
    grown = _grown(reports.normal, chain)
    if x == y and grown.a[1] > grown.b[0]:
        return None
    a, b = _trimmed(_Side(reports, x, grown.a, chain.a), _Side(reports, y, grown.b, chain.b))
    texts = reports.texts[x][slice(*a)], reports.texts[y][slice(*b)]
    share = _share(texts, chain.shared, words)
    if min(map(len, texts)) < SHORTEST or share < ALIKE:
        return None
    relation = "inside" if x == y else "period" if reports.units[x] == reports.units[y] else "units"
    sides = [(reports.ids[x], *a), (reports.ids[y], *b)]
    if relation == "units" and reports.order[y] < reports.order[x]:
        sides.reverse()
    about = {"characters": min(map(len, texts)), "kind": kind(texts, words), "share": share, "relation": relation}
    return dict(zip(ORDER, (*sides[0], *sides[1]), strict=True)) | about


def _share(texts: tuple[str, str], common: int, words: ReuseWords) -> float:
    """The share of the longer text that is found in the other; 0 where too little of it is the unit's own."""
    left, right = normalised(texts)
    runs = _runs(left, right)
    alike, longest = max(sum(runs), min(common, len(left), len(right))), max(len(left), len(right))
    standing = len(left) - len(without_standing(left, words))
    own = alike - standing >= OWN and common >= RARE_SHARE * sum(run - 2 * WINDOW for run in runs if run > SURE)
    return alike / longest if own else 0.0


def kind(texts: tuple[str, str], words: ReuseWords) -> str:
    """`exact`, `swapped` (only numbers, dates, titles, names of units differ) or `edited`."""
    one, other = ("".join(fold(text).split()) for text in texts)
    if one == other:
        return "exact"
    return "swapped" if same_but_swapped(*normalised(texts), words) else "edited"


def _runs(left: str, right: str) -> list[int]:
    """The lengths of the runs of signs that agree."""
    if left == right:
        return [len(left)]
    return [block.size for block in SequenceMatcher(None, left, right, autojunk=False).get_matching_blocks()]


@dataclass(frozen=True, slots=True)
class _Side:
    """One of the two stretches of a passage: all its signs, and those (`core`) that surely belong to it."""

    reports: _Reports
    document: int
    signs: tuple[int, int]
    core: tuple[int, int]

    @property
    def whole(self) -> str:
        """The report's text."""
        return self.reports.texts[self.document]

    def place(self, signs: tuple[int, int]) -> tuple[int, int]:
        """Where the signs stand in the report's text: from the first of them to the marks behind the last."""
        normal = self.reports.normal
        start = int(normal.places[signs[0]])
        last = signs[1] >= normal.starts[self.document + 1]
        end = len(self.whole) if last else int(normal.places[signs[1]])
        return start, start + len(self.whole[start:end].rstrip(OPENING).rstrip())

    def edges(self) -> tuple[str, str]:
        """The sentences at the two edges of which most lies outside the core and which may be left out."""
        (start, end), (core_start, core_end) = self.place(self.signs), self.place(self.core)
        text = self.whole[start:end]
        head, tail = _head(text), _tail(text)
        broken = start > 0 and not SENTENCE_END.match(self.whole[start - 1])
        return (
            head if broken and core_start >= start + len(head) / 2 else "",
            tail if core_end <= end - len(tail) / 2 else "",
        )


def _trimmed(*sides: _Side) -> list[tuple[int, int]]:
    """Where the two stretches stand, without a sentence at an edge that only begins or ends alike."""
    heads, tails = zip(*(side.edges() for side in sides), strict=True)
    out = []
    for side, head, tail in zip(sides, _scraps(heads), _scraps(tails), strict=True):
        start, end = side.place(side.signs)
        out.append((start + head, start + len(side.whole[start : end - tail].rstrip())))
    return out


def _tail(text: str) -> str:
    """What stands behind the last whole sentence, if there is one."""
    ends = list(SENTENCE_END.finditer(text))
    return text[ends[-1].start() + 1 :] if ends else ""


def _head(text: str) -> str:
    """The first sentence with the mark and the space behind it."""
    hit = SENTENCE_END.search(text)
    return text[: hit.end()] if hit and hit.end() < len(text) else ""


def _scraps(edges: Sequence[str]) -> list[int]:
    """How much to leave out of the sentences at the same edge of both places: those short or not the same."""
    one, other = edges
    apart = min(map(len, edges)) >= SCRAP and SequenceMatcher(None, one, other, autojunk=False).ratio() < SAME
    return [len(edge) if apart or len(edge) < SCRAP else 0 for edge in edges]


def _grown(normal: Normal, chain: Chain) -> Chain:
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
        step = next((s for s in _steps() if _again(one, other, i + s[0], j + s[1])), None)
        if step is None:
            return i, j
        i, j = i + step[0], j + step[1]


def _again(one: str, other: str, i: int, j: int) -> bool:
    return len(one) >= i + AGAIN and one[i : i + AGAIN] == other[j : j + AGAIN]


def _steps() -> Iterator[tuple[int, int]]:
    """What may be skipped on either side, the least first."""
    return iter(_SKIPS)


_SKIPS = tuple(sorted(((i, j) for i in range(SKIP + 1) for j in range(SKIP + 1) if i + j), key=sum))
