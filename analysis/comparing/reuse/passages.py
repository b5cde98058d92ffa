"""Candidates checked, extended to their full length, and written down as REUSE_PASSAGES.

A passage counts where both stretches have at least `SHORTEST` characters, at least `OWN` signs agree that belong to
no standing phrase (slogans; titles and numbers are one sign each), and at least `ALIKE` of the longer stretch is
found in the other. The three limits come from reports with planted copies, set slogans and lists of titles (see
tests): two sentences that merely run through the same formulas agree in less than half of their signs, copies with
edited words in more than three quarters.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

import pandas as pd

from analysis.comparing.reuse.chains import RARE, Chain, chains, merged
from analysis.comparing.reuse.extent import Side, grown, trimmed
from analysis.comparing.reuse.grams import GRAM, WINDOW, shared
from analysis.comparing.reuse.normal import Normal, normalise, normalised
from analysis.comparing.reuse.own import same_but_swapped, without_standing
from analysis.lexicon.comparing import ReuseWords
from analysis.phrases import fold
from analysis.tables.base import frame
from analysis.tables.comparing.reuse import REUSE_PASSAGES

SHORTEST = 60
OWN = 45
ALIKE = 0.7
RARE_SHARE = 0.6
"""How much of the long runs that agree lies in grams few units have. A run of `SURE` signs always holds a shared gram,
unless everybody has it: less than this share means stock sentences in a row."""
SURE = GRAM + WINDOW
ORDER = ("document_id_a", "start_a", "end_a", "document_id_b", "start_b", "end_b")


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
    `unit` names a unit the same way in all its reports; a report without one, or with a masked one, is a unit of its
    own.
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
    full = grown(reports.normal, chain)
    if x == y and full.a[1] > full.b[0]:
        return None
    sides = ((x, full.a, chain.a), (y, full.b, chain.b))
    a, b = trimmed(*(Side(reports.normal, d, reports.texts[d], signs, core) for d, signs, core in sides))
    texts = reports.texts[x][slice(*a)], reports.texts[y][slice(*b)]
    share = _share(texts, chain.shared, words)
    if min(map(len, texts)) < SHORTEST or share < ALIKE:
        return None
    relation = "inside" if x == y else "period" if reports.units[x] == reports.units[y] else "units"
    spans = [(reports.ids[x], *a), (reports.ids[y], *b)]
    if relation == "units" and reports.order[y] < reports.order[x]:
        spans.reverse()
    about = {"characters": min(map(len, texts)), "kind": kind(texts, words), "share": share, "relation": relation}
    return dict(zip(ORDER, (*spans[0], *spans[1]), strict=True)) | about


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
