"""Passages put together by pairs of reports: how much of a report stands in another one too."""

from collections.abc import Iterable, Sequence

import pandas as pd

from analysis.tables.base import frame
from analysis.tables.comparing.reuse import REUSE_MATRIX, REUSE_PAIRS

RELATIONS = ("units", "period", "inside")
Spans = Iterable[tuple[int, int]]


def covered(spans: Spans) -> int:
    """How many characters lie in at least one of `spans`."""
    total = reached = 0
    for start, end in sorted(spans):
        total += max(0, end - max(start, reached))
        reached = max(reached, end)
    return total


def chosen(passages: pd.DataFrame, documents: Sequence[str], relation: str) -> pd.DataFrame:
    """REUSE_PASSAGES of `relation` with both sides among `documents`."""
    both = passages["document_id_a"].isin(list(documents)) & passages["document_id_b"].isin(list(documents))
    return passages[both & passages["relation"].eq(relation)].reset_index(drop=True)


def of_pair(passages: pd.DataFrame, one: str, other: str) -> pd.DataFrame:
    """REUSE_PASSAGES between two reports, whichever of them is `a`, in the order of the text."""
    there = passages["document_id_a"].eq(one) & passages["document_id_b"].eq(other)
    back = passages["document_id_a"].eq(other) & passages["document_id_b"].eq(one)
    return passages[there | back].sort_values(["start_a", "start_b"], ignore_index=True)


def reuse_pairs(passages: pd.DataFrame, labels: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """REUSE_PAIRS, most reused characters first.

    Args:
        passages: REUSE_PASSAGES.
        labels: LABELS.
        documents: DOCUMENTS; a share is of the report's whole text, white space included.
    """
    names = dict(zip(labels["document_id"], labels["label"], strict=True))
    sizes = dict(zip(documents["document_id"], documents["text"].str.len(), strict=True))
    rows = []
    for (a, b, relation), own in passages.groupby(["document_id_a", "document_id_b", "relation"], sort=False):
        in_a, in_b = _spans(own, "a"), _spans(own, "b")
        if relation == "inside":
            in_a = in_b = in_a + in_b
        shares = covered(in_a) / sizes[a], covered(in_b) / sizes[b]
        kinds = [int(own["kind"].eq(kind).sum()) for kind in ("exact", "swapped", "edited")]
        known = (f"{a}|{b}", a, names[a], b, names[b], relation)
        rows.append((*known, len(own), int(own["characters"].sum()), *shares, *kinds))
    rows.sort(key=lambda row: (-row[7], row[0]))
    return frame(REUSE_PAIRS, rows)


def _spans(passages: pd.DataFrame, side: str) -> list[tuple[int, int]]:
    return list(passages[[f"start_{side}", f"end_{side}"]].itertuples(index=False, name=None))


def reuse_matrix(pairs: pd.DataFrame, labels: pd.DataFrame) -> pd.DataFrame:
    """REUSE_MATRIX of all reports in `labels`, row by row: the share of the row's report found in the column's.

    Every one of REUSE_PAIRS gives two cells: the same passage is more of a short report than of a long one.
    """
    known = {}
    for row in pairs.to_dict("records"):
        a, b, size = row["document_id_a"], row["document_id_b"], (row["passages"], row["characters"])
        known[a, b] = (*size, row["share_a"])
        known[b, a] = (*size, row["share_b"])
    listed = list(labels[["document_id", "label"]].itertuples(index=False, name=None))
    return frame(REUSE_MATRIX, (_cell(one, other, known) for one in listed for other in listed))


def _cell(
    one: tuple[str, str], other: tuple[str, str], known: dict[tuple[str, str], tuple[int, int, float]]
) -> tuple[object, ...]:
    found = known.get((one[0], other[0]))
    state = "self" if one == other else "found" if found else "none"
    return (*one, *other, *(found or (None, None, None)), state)


def looked_at(documents: pd.DataFrame, relation: str) -> int:
    """How many of `documents` (DOCUMENTS) could be found in another one, or in themselves.

    For `period` those whose unit has another report; a masked name is never the same.
    """
    if relation != "period":
        return len(documents)
    named = documents[~documents["unit_masked"].fillna(value=False) & documents["unit"].fillna("").ne("")]
    return int(named["unit"].duplicated(keep=False).sum())


def in_matrix(pairs: pd.DataFrame, labels: pd.DataFrame, most: int) -> pd.DataFrame:
    """The LABELS a matrix of at most `most` reports shows: all, or those that share most with others."""
    if len(labels) <= most:
        return labels
    sides = pd.concat([pairs["document_id_a"], pairs["document_id_b"]], ignore_index=True)
    shown = sides.drop_duplicates().head(most)
    return labels[labels["document_id"].isin(shown)]
