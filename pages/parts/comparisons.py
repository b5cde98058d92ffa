"""Comparisons that take a while, made once for a corpus and shared read-only."""

import pandas as pd
import streamlit as st

from analysis.comparing.checks.checking import Manuals, check_tables
from analysis.duties import load_duties
from pages.parts.corpora import Loaded


@st.cache_resource(max_entries=12, show_spinner="正在核对……")
def _checked(_loaded: Loaded, digest: str) -> dict[str, pd.DataFrame]:  # noqa: ARG001 - the key of the cache
    manuals = Manuals(_loaded.codebook, load_duties(_loaded.codebook))
    return check_tables(_loaded.tables, _loaded.labels, manuals)


def checked(loaded: Loaded) -> dict[str, pd.DataFrame]:
    """CHECKS, DUTY_STATES, QUALITY and their spans for all reports of the corpus, by the tables' names.

    Raises:
        RuleFileError: duties.yaml or checks.yaml is wrong.
    """
    return _checked(loaded, loaded.digest)
