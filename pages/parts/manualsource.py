"""What a change of the codebook is judged by: what the machine found, and what people made of it."""

import pandas as pd

from analysis.comparing.base import Tables
from analysis.reviewing.record import cue_record
from analysis.tables.base import frame
from analysis.tables.reviewing import CUE_RECORD
from pages.parts.corpora import Loaded


def found_by_machine(loaded: Loaded) -> Tables:
    """The tables before any decision, without the reports that this person codes blind."""
    stored = loaded.stored
    if stored is None:
        return loaded.tables
    found, blind = stored.laid.machine, stored.held.blind
    owned = {name: rows for name, rows in found.items() if "document_id" in rows}
    return {name: rows[~rows["document_id"].isin(blind)] for name, rows in owned.items()} if blind else found


def judged_by_people(loaded: Loaded) -> tuple[Tables, pd.DataFrame]:
    """The tables after all decisions, and how often cues were confirmed and rejected (CUE_RECORD)."""
    stored = loaded.stored
    if stored is None:
        return loaded.tables, frame(CUE_RECORD, [])
    return stored.laid.applied.tables, cue_record(stored.laid.machine["codings"], stored.laid.applied.reviewed)
