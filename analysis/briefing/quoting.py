"""The sentences quoted under a headline: of what it names alone, one of each unit first."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pandas as pd

from analysis.basket import Quote
from analysis.briefing.choice import Chosen
from analysis.briefing.sources import SOURCES, nothing
from analysis.briefing.subjects import subject
from analysis.briefing.units import one_name_a_unit
from analysis.comparing.base import ROLE_NAMES
from analysis.comparing.evidence import evidence_by
from analysis.tables.base import Table, frame
from analysis.tables.comparing.shared import EVIDENCE

MOST = 30
"""More sentences than this nobody reads out; those of different units come first."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """Sentences behind a headline, in how many `places` there are such, and in a few words what they are of."""

    said: tuple[Quote, ...]
    places: int
    about: str


def quotes(choice: Chosen, table: Table, data: pd.DataFrame, title: str, measure: str = "") -> Quoted:
    """The first sentences behind what `title` says of `data` of `table`, one of each unit first."""
    own = subject(table, data, title, choice.documents)
    spans = SOURCES.get(table.name, nothing)(choice, own.rows, measure)
    units = _units(choice)
    first = _in_turn(spans, units).reset_index(drop=True)
    found = evidence_by("turn", choice.tables, choice.labels, first.assign(turn=first.index))
    said = [frame(EVIDENCE, []), *(found[str(turn)] for turn in first.index if str(turn) in found)]
    rows = _in_turn(pd.concat(said).drop_duplicates("sentence_id"), units)
    return Quoted(tuple(_quotes(rows)), len(spans), own.words if len(spans) else "")


def _units(choice: Chosen) -> dict[str, str]:
    """The one name of each report's unit, the report's own id where it has none."""
    named = one_name_a_unit(choice.tables["documents"])
    names = zip(named["document_id"], named["unit"], strict=True)
    return {key: unit if isinstance(unit, str) and unit else key for key, unit in names}


def _in_turn(rows: pd.DataFrame, units: Mapping[str, str]) -> pd.DataFrame:
    """`MOST` of `rows`: the first of every unit, then the second of every unit, and so on."""
    turn = rows.groupby(rows["document_id"].map(units), sort=False).cumcount()
    return rows.assign(turn=turn).sort_values("turn", kind="stable").head(MOST).drop(columns="turn")


def _quotes(rows: pd.DataFrame) -> Iterator[Quote]:
    columns = ["label", "file", "path", "role", "text", "mark_start", "mark_end"]
    for label, file, path, role, text, start, end in rows[columns].itertuples(index=False):
        heading = path if isinstance(path, str) and path else "无标题"
        yield Quote(label, file, f"{ROLE_NAMES[role]}部分　{heading}", text, text[start:end])
