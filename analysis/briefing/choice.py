"""What a meeting is about: the reports, themes and parts that were chosen, and every comparison made of them."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from analysis.briefing.units import one_name_a_unit
from analysis.codebook import Codebook
from analysis.comparing.base import ROLES, Cube, Tables, cube
from analysis.comparing.checks.checking import Manuals, check_tables
from analysis.comparing.labels import counted_as, labels
from analysis.comparing.problems.cards import counted_cards, problem_cards
from analysis.comparing.reuse.passages import passages
from analysis.comparing.trends.follow import follow_ups
from analysis.comparing.trends.units import unit_periods
from analysis.duties import load_duties
from analysis.lexicon.comparing import reuse_words, wording_words


@dataclass(frozen=True, slots=True)
class Comparisons:
    """What is compared once for all reports.

    PROBLEM_CARDS that count, REUSE_PASSAGES, and by their names the tables of the checks
    (`comparing.checks.checking.check_tables`) and of the follow-ups, UNIT_PERIODS among them.
    """

    cards: pd.DataFrame
    passages: pd.DataFrame
    checks: Mapping[str, pd.DataFrame]
    follow: Mapping[str, pd.DataFrame]


@dataclass(frozen=True, slots=True)
class Chosen:
    """All reports with their comparisons, and which documents, themes (`codes`) and parts (`roles`) are looked at."""

    tables: Tables
    codebook: Codebook
    cube: Cube
    all_labels: pd.DataFrame
    made: Comparisons
    documents: tuple[str, ...]
    codes: tuple[str, ...]
    roles: tuple[str, ...] = ROLES

    @property
    def labels(self) -> pd.DataFrame:
        """LABELS of the chosen reports."""
        return self.own(self.all_labels)

    @property
    def reports(self) -> pd.DataFrame:
        """DOCUMENTS that are chosen."""
        return self.own(self.tables["documents"])

    @property
    def cards(self) -> pd.DataFrame:
        """PROBLEM_CARDS that count, of the chosen reports."""
        return self.own(self.made.cards)

    @property
    def counted(self) -> str:
        """What a sentence about the chosen reports counts."""
        return counted_as(self.reports)

    @property
    def whole(self) -> Cube:
        """The counts of the chosen reports and themes in all parts."""
        return self.cube.of(self.documents, self.codes, ROLES)

    @property
    def block(self) -> Cube:
        """The counts of the chosen reports and themes in the chosen parts."""
        return self.cube.of(self.documents, self.codes, self.roles)

    @property
    def work(self) -> Cube:
        """The counts of the chosen reports and themes in the work part."""
        return self.cube.of(self.documents, self.codes, ["work"])

    def own(self, rows: pd.DataFrame, column: str = "document_id") -> pd.DataFrame:
        """The rows that are about the chosen reports, counted from 0."""
        return rows[rows[column].isin(self.documents)].reset_index(drop=True)


def compare(tables: Tables, named: pd.DataFrame, codebook: Codebook) -> Comparisons:
    """The comparisons of all reports in `tables`; `named` are their LABELS.

    Raises:
        RuleFileError: a word list or the list of duties is wrong.
    """
    documents = tables["documents"]
    periods = unit_periods(documents, named)
    return Comparisons(
        counted_cards(problem_cards(tables, named, codebook, wording_words())),
        passages(one_name_a_unit(documents), reuse_words()),
        check_tables(tables, named, Manuals(codebook, load_duties(codebook))),
        {"unit_periods": periods, **follow_ups(tables, periods, codebook)},
    )


def choose_all(tables: Tables, codebook: Codebook) -> Chosen:
    """Every report and theme of `tables`, compared."""
    named = labels(tables["documents"])
    codes = tuple(theme.id for theme in codebook.themes)
    made = compare(tables, named, codebook)
    return Chosen(tables, codebook, cube(tables, codebook), named, made, tuple(named["document_id"]), codes)
