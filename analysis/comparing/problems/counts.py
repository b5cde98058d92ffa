"""Unit × kind, × answer, × wording: how many problems of each; and how many units admit each kind."""

from collections import Counter
from collections.abc import Mapping

import pandas as pd

from analysis.codebook import Codebook
from analysis.comparing.problems.cards import NO_PLAN, RESPONSES
from analysis.comparing.problems.wording import CONCRETE, STOCK
from analysis.tables.base import frame
from analysis.tables.comparing.problems import PROBLEM_MATRIX
from analysis.tables.comparing.shared import RANKING


def by_category(cards: pd.DataFrame, labels: pd.DataFrame, documents: pd.DataFrame, codebook: Codebook) -> pd.DataFrame:
    """PROBLEM_MATRIX: a column a kind. A problem of two kinds counts in both, once in `total`.

    Args:
        cards: PROBLEM_CARDS that count.
        labels: the reports to show, in order (LABELS).
        documents: DOCUMENTS.
        codebook: names and order of the kinds.
    """
    groups = {category.id: category.name for category in codebook.categories}
    return _matrix(cards, labels, documents, "category_ids", groups)


def by_response(cards: pd.DataFrame, labels: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """PROBLEM_MATRIX: a column a state of answer; without a plan the first three are `no_plan`, not 0."""
    made = _matrix(cards, labels, documents, "response", {name: name for name in RESPONSES})
    planless = set(cards[cards["response"].eq(NO_PLAN)]["document_id"])
    hidden = made["document_id"].isin(planless) & made["state"].eq("absent")
    return made.assign(state=made["state"].mask(hidden, "no_plan"), problems=made["problems"].mask(hidden))


def by_wording(cards: pd.DataFrame, labels: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """PROBLEM_MATRIX: concrete problems and stock phrases."""
    return _matrix(cards, labels, documents, "wording", {name: name for name in (CONCRETE, STOCK)})


def _matrix(
    cards: pd.DataFrame, labels: pd.DataFrame, documents: pd.DataFrame, column: str, groups: Mapping[str, str]
) -> pd.DataFrame:
    told = dict(zip(documents["document_id"], documents["has_problems"], strict=True))
    totals = Counter(cards["document_id"])
    counts = Counter(
        (document, entry)
        for document, entries in cards[["document_id", column]].itertuples(index=False, name=None)
        for entry in entries.split(";")
    )
    rows = []
    for document, label in labels[["document_id", "label"]].itertuples(index=False, name=None):
        written = bool(told[document]) or document in totals
        for group, name in groups.items():
            count = counts[document, group]
            state = ("covered" if count else "absent") if written else "no_part"
            numbers = (count, totals[document]) if written else (None, None)
            rows.append((document, label, group, name, *numbers, state))
    return frame(PROBLEM_MATRIX, rows)


def shared(matrix: pd.DataFrame) -> pd.DataFrame:
    """RANKING of the kinds in `matrix` (by_category): `value` reports admit it of `total` that write of problems."""
    told = matrix[matrix["state"].ne("no_part")]
    own = told.assign(admits=told["state"].eq("covered")).groupby("group_id", sort=False)
    ranking = pd.DataFrame({"item": own["group"].first(), "total": own.size(), "value": own["admits"].sum()})
    ranking["state"] = ranking["value"].gt(0).map({True: "covered", False: "absent"})
    ranking["claim_only"] = None
    ranking = ranking.sort_values("value", ascending=False, kind="stable").rename_axis("item_id").reset_index()
    return frame(RANKING, ranking[list(RANKING.names)].itertuples(index=False, name=None))
