"""What a change of the codebook is judged by: what the machine found, and what people made of it."""

import pandas as pd

from analysis.comparing.base import Tables
from analysis.tables import CUE_RECORD, frame
from pages.parts.corpora import Loaded


def found_by_machine(loaded: Loaded) -> Tables:
    """The tables before any decision."""
    return loaded.tables


def judged_by_people(loaded: Loaded) -> tuple[Tables, pd.DataFrame]:
    """The tables after all decisions, and how often cues were confirmed and rejected (CUE_RECORD)."""
    return loaded.tables, frame(CUE_RECORD, [])
