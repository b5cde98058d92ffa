"""Comparisons that take a while, made once for a corpus and shared read-only."""

from collections.abc import Iterator
from contextlib import contextmanager

import pandas as pd
import streamlit as st

from analysis.briefing.choice import Chosen, Comparisons, all_cells
from analysis.briefing.units import one_name_a_unit
from analysis.comparing.checks.checking import Manuals, check_tables
from analysis.comparing.problems.cards import counted_cards, problem_cards
from analysis.comparing.reuse.passages import passages
from analysis.comparing.trends.follow import follow_ups
from analysis.comparing.trends.units import unit_periods
from analysis.duties import load_duties
from analysis.lexicon.comparing import reuse_words, wording_words
from analysis.rulefile import RuleFileError
from pages.parts.corpora import Loaded
from pages.parts.remembering import once
from pages.parts.text import as_markdown
from pages.parts.view import View


@contextmanager
def _rule_files() -> Iterator[None]:
    try:
        yield
    except RuleFileError as error:
        st.error(f"规则文件有误，请改正后重新启动：{as_markdown(str(error))}", icon=":material/error:")
        st.stop()


@st.cache_resource(max_entries=12, show_spinner="正在核对……")
def _checked(_loaded: Loaded, digest: str) -> dict[str, pd.DataFrame]:  # noqa: ARG001 - the key of the cache
    manuals = Manuals(_loaded.codebook, load_duties(_loaded.codebook))
    return once(_loaded, "checks", lambda: check_tables(_loaded.tables, _loaded.labels, manuals))


def checked(loaded: Loaded) -> dict[str, pd.DataFrame]:
    """CHECKS, DUTY_STATES, QUALITY and their spans for all reports of the corpus, by the tables' names.

    Where duties.yaml or checks.yaml is wrong the page stops with the line and the reason.
    """
    with _rule_files():
        return _checked(loaded, loaded.digest)


@st.cache_resource(max_entries=12, show_spinner="正在对照前后各期……")
def _followed(_loaded: Loaded, digest: str) -> dict[str, pd.DataFrame]:  # noqa: ARG001 - the key of the cache
    return once(_loaded, "follow_ups", lambda: _follow(_loaded))


def _follow(loaded: Loaded) -> dict[str, pd.DataFrame]:
    periods = unit_periods(loaded.tables["documents"], loaded.labels)
    return {"unit_periods": periods, **follow_ups(loaded.tables, periods, loaded.codebook)}


def followed(loaded: Loaded) -> dict[str, pd.DataFrame]:
    """UNIT_PERIODS, FOLLOW_UPS and FOLLOW_UP_SPANS for all reports of the corpus, by the tables' names.

    Where trends.yaml is wrong the page stops with the line and the reason.
    """
    with _rule_files():
        return _followed(loaded, loaded.digest)


@st.cache_resource(max_entries=12, show_spinner=False)
def _cells(_loaded: Loaded, digest: str) -> pd.DataFrame:  # noqa: ARG001 - the key of the cache
    made = once(
        _loaded,
        "cells",
        lambda: {"cells": all_cells(_loaded.tables, _loaded.labels, _loaded.codebook, _loaded.cube)},
    )
    return made["cells"]


def celled(loaded: Loaded) -> pd.DataFrame:
    """INDICATOR_CELLS of all reports of the corpus, read-only."""
    return _cells(loaded, loaded.digest)


@st.cache_resource(max_entries=12, show_spinner=False)
def _cards(_loaded: Loaded, digest: str) -> pd.DataFrame:  # noqa: ARG001 - the key of the cache
    words = wording_words()
    made = once(
        _loaded,
        "cards",
        lambda: {"cards": counted_cards(problem_cards(_loaded.tables, _loaded.labels, _loaded.codebook, words))},
    )
    return made["cards"]


def carded(loaded: Loaded) -> pd.DataFrame:
    """PROBLEM_CARDS that count, of all reports of the corpus."""
    return _cards(loaded, loaded.digest)


@st.cache_resource(max_entries=12, show_spinner="正在查找雷同段落……")
def _passages(_loaded: Loaded, digest: str) -> pd.DataFrame:  # noqa: ARG001 - the key of the cache
    documents = one_name_a_unit(_loaded.tables["documents"])
    made = once(_loaded, "reuse", lambda: {"passages": passages(documents, reuse_words())}, _loaded.texts)
    return made["passages"]


def reused(loaded: Loaded) -> pd.DataFrame:
    """REUSE_PASSAGES among all reports of the corpus, read-only."""
    return _passages(loaded, loaded.texts)


def chosen(view: View) -> Chosen:
    """What the view shows, with every comparison of the corpus."""
    loaded, choice = view.loaded, view.choice
    made = Comparisons(celled(loaded), carded(loaded), reused(loaded), checked(loaded), followed(loaded))
    all_of = (loaded.tables, loaded.codebook, loaded.cube, loaded.labels, made)
    return Chosen(*all_of, choice.documents, choice.codes, choice.roles)
