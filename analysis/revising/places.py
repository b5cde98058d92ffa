"""Where the cues of an entry stand in the reports at hand, and which of these places count for it.

A place counts where the machine found the entry: in a clause coded with the theme, in a problem of the category, in a
sentence with a number of the indicator. Phrases that rule out count nowhere; where they stand is told all the same.
"""

import re
from collections.abc import Iterator, Mapping

import pandas as pd

from analysis.codebook import Entry, ProblemCategory, Theme
from analysis.phrases import fold
from analysis.reviewing.restored import Row
from analysis.revising.checking import cues_of
from analysis.revising.telling import told
from analysis.spotting import Spotter
from analysis.tables.base import frame
from analysis.tables.revising import CUE_COUNTS, CUE_PLACES

Tables = Mapping[str, pd.DataFrame]
UNCOUNTED = frozenset({"not_in", "not_with", "hooks"})  # they rule out, or tell what answers a problem
PARTS: Mapping[str, str] = {"problem_cues": "problems", "problem_hints": "problems", "plan_cues": "plan"}
_NUMBER = re.compile("…*#…*")  # a cue of an indicator, read without its number


def cue_places(tables: Tables, entry: Entry) -> pd.DataFrame:
    """CUE_PLACES of `entry`, its classes of words written out, in the order of the reports."""
    phrases = [((field, cue), bare) for field, _, cue in cues_of(entry) if (bare := _bare(cue))]
    if not phrases:
        return frame(CUE_PLACES, [])
    spotter = Spotter(phrases)
    spans = _spans(_findings(tables, entry))
    return frame(CUE_PLACES, (row for sentence in _sentences(tables) for row in _in(sentence, spotter, spans)))


def cue_counts(places: pd.DataFrame, written: Entry, entry: Entry) -> pd.DataFrame:
    """CUE_COUNTS, the commonest first.

    Args:
        places: those of `entry` (CUE_PLACES).
        written: the entry as it is written, with the names of its classes of words.
        entry: the same with the words of the classes.
    """
    found = places.drop_duplicates(["field", "cue", "sentence_id", "counted"]).groupby(["field", "cue"])
    sentences, counted = found["sentence_id"].nunique(), found["counted"].sum()
    rows = [
        (
            field,
            cue,
            told(cue),
            sentences.get((field, spelled), 0),
            None if field in UNCOUNTED else counted.get((field, spelled), 0),
        )
        for (field, _, cue), (_, _, spelled) in zip(cues_of(written), cues_of(entry), strict=True)
    ]
    return frame(CUE_COUNTS, sorted(rows, key=lambda row: (-(row[4] or 0), -row[3])))


def _sentences(tables: Tables) -> Iterator[tuple[str, str, str, int, str]]:
    names = ["document_id", "sentence_id", "role", "start", "text"]
    return tables["sentences"][names].itertuples(index=False, name=None)


def _in(
    sentence: tuple[str, str, str, int, str],
    spotter: Spotter[tuple[str, str]],
    spans: Mapping[str, list[tuple[int, int]]],
) -> Iterator[Row]:
    document, key, role, offset, text = sentence
    for (field, cue), start, end in spotter.find(fold(text)):
        at = offset + start
        fits = field not in UNCOUNTED and PARTS.get(field, role) == role
        counted = fits and any(left <= at < right for left, right in spans.get(document, ()))
        place = {"document_id": document, "sentence_id": key, "start": at, "end": offset + end}
        yield {"field": field, "cue": cue, "counted": counted, **place}


def _findings(tables: Tables, entry: Entry) -> pd.DataFrame:
    """The rows, each with its stretch of a report, that the machine has for `entry`."""
    if isinstance(entry, Theme):
        return tables["codings"][tables["codings"]["code_id"].eq(entry.id)]
    if isinstance(entry, ProblemCategory):
        named = tables["problems"]["categories"].str.split(";")
        return tables["problems"][[entry.id in (ids if isinstance(ids, list) else ()) for ids in named]]
    own = tables["quantities"][tables["quantities"]["indicator_id"].eq(entry.id)]
    return tables["sentences"][tables["sentences"]["sentence_id"].isin(own["sentence_id"])]


def _spans(found: pd.DataFrame) -> dict[str, list[tuple[int, int]]]:
    spans: dict[str, list[tuple[int, int]]] = {}
    for document, start, end in found[["document_id", "start", "end"]].itertuples(index=False, name=None):
        spans.setdefault(document, []).append((start, end))
    return spans


def _bare(cue: str) -> str:
    """The cue without the place of the number; empty where a part of it stands for any words."""
    bare = _NUMBER.sub("…", cue).strip("…")
    return bare if all(word for part in re.split("[…&]+", bare) for word in part.split("|")) else ""
