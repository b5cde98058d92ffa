"""What people thought of each cue: how often its codings were confirmed and rejected."""

from collections.abc import Iterator

import pandas as pd

from analysis.reviewing.applying.draft import CONFIRMED, REJECTED, nearest
from analysis.reviewing.restored import Row
from analysis.tables.base import frame, records
from analysis.tables.reviewing import CUE_RECORD

SEPARATOR = "；"


def cue_record(codings: pd.DataFrame, reviewed: pd.DataFrame) -> pd.DataFrame:
    """CUE_RECORD: a row for each theme and cue on whose codings people decided.

    Args:
        codings: the machine's codings, before any decision (CODINGS).
        reviewed: what people decided on (REVIEWED).
    """
    counts: dict[tuple[str, str], tuple[list[str], list[str]]] = {}
    for state, coding in _judged(codings, reviewed):
        confirmed, rejected = counts.setdefault((coding["code_id"], coding["cue"]), ([], []))
        (confirmed if state == CONFIRMED else rejected).append(coding["quote"])
    rows = [(*key, len(yes), len(no), SEPARATOR.join(no)) for key, (yes, no) in counts.items()]
    return frame(CUE_RECORD, sorted(rows))


def _judged(codings: pd.DataFrame, reviewed: pd.DataFrame) -> Iterator[tuple[str, Row]]:
    """Each confirmation and rejection of a theme with the machine's coding that it judges."""
    judged = reviewed[reviewed["layer"].eq("coding") & reviewed["state"].isin([CONFIRMED, REJECTED])]
    chosen = codings[codings["document_id"].isin(judged["document_id"]) & codings["code_id"].isin(judged["subject"])]
    by_theme: dict[tuple[str, str], list[Row]] = {}
    for row in records(chosen):
        by_theme.setdefault((row["document_id"], row["code_id"]), []).append(row)
    for row in records(judged):
        coding = nearest(by_theme.get((row["document_id"], row["subject"]), []), row["start"], row["end"])
        if coding:
            yield row["state"], coding
