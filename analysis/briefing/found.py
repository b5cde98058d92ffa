"""The findings of every comparison about the chosen reports, as one pair of tables."""

from collections.abc import Iterator, Mapping

import pandas as pd

from analysis.briefing.choice import Chosen
from analysis.briefing.units import one_name_a_unit
from analysis.comparing.base import join_findings
from analysis.comparing.checks.checking import check_findings
from analysis.comparing.findings import Scope, findings
from analysis.comparing.indicators.disclosure import disclosure
from analysis.comparing.indicators.findings import indicator_findings
from analysis.comparing.problems.counts import by_category, shared
from analysis.comparing.problems.titles import problem_findings
from analysis.comparing.reuse.pairs import RELATIONS, chosen, looked_at, reuse_pairs
from analysis.comparing.reuse.sentences import reuse_findings, title_reuse
from analysis.comparing.trends.titles import trend_findings

Found = Mapping[str, pd.DataFrame]


def all_findings(choice: Chosen, cells: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """FINDINGS and FINDING_SPANS by the tables' names, the more telling first; `cells` are all INDICATOR_CELLS."""
    return join_findings(_each(choice, cells))


def _each(choice: Chosen, cells: pd.DataFrame) -> Iterator[Found]:
    tables, named, counted = choice.tables, choice.labels, choice.counted
    yield findings(Scope(choice.whole, tables, named, choice.codebook, counted))
    rates = disclosure(tables, named, choice.documents, "party")
    yield indicator_findings(tables, cells, rates, counted)
    kinds = by_category(choice.cards, named, choice.reports, choice.codebook)
    yield problem_findings(choice.cards, shared(kinds), counted)
    yield reuse_findings(pairs(choice, RELATIONS), choice.made.passages)
    yield check_findings(choice.own(choice.made.checks["checks"]), choice.made.checks["check_spans"])
    yield trend_findings(
        choice.own(choice.made.follow["follow_ups"], "later_id"), choice.made.follow["follow_up_spans"]
    )


def pairs(choice: Chosen, relations: tuple[str, ...]) -> pd.DataFrame:
    """REUSE_PAIRS of these relations among the chosen reports."""
    found = pd.concat([chosen(choice.made.passages, choice.documents, relation) for relation in relations])
    return reuse_pairs(found, choice.labels, choice.reports)


def title_pairs(choice: Chosen, found: pd.DataFrame, relation: str) -> str:
    """What the REUSE_PAIRS `found` of `relation` amount to."""
    return title_reuse(found, relation, looked_at(one_name_a_unit(choice.reports), relation))
