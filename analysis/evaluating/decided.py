"""Reports as people left them become gold: one JSON file and one text each, as ``evaluate`` reads them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import groupby
from pathlib import PurePath

import pandas as pd

from analysis.evaluating.case import Row
from analysis.evaluating.gold import Deficiency, Gold, Measure, Number, Passage, Period
from analysis.tables.base import records

COUNTED = ("reported", "masked")
Tables = Mapping[str, pd.DataFrame]


def gold_files(tables: Tables, documents: AbstractSet[str]) -> dict[str, bytes]:
    """Name to content: ``<stem>.json`` and ``<stem>.txt`` for each of `documents`.

    Args:
        tables: those of the contract, after the decisions.
        documents: the ids of the reports that somebody has gone through from end to end; a report that nobody has
            would measure the machine by itself.
    """
    files: dict[str, bytes] = {}
    chosen = [row for row in records(tables["documents"]) if row["document_id"] in documents]
    stems = [PurePath(row["file"]).stem for row in chosen]
    for row, stem in zip(chosen, stems, strict=True):
        name = stem if stems.count(stem) == 1 else f"{stem}-{row['document_id']}"
        own = {table: _own(tables, table, row["document_id"]) for table in TABLES}
        answers = records(tables["answers"])
        files[f"{name}.json"] = _gold(f"{name}.txt", row, own, answers).model_dump_json(indent=1).encode()
        files[f"{name}.txt"] = row["text"].encode()
    return files


TABLES = ("sections", "features", "problems", "plans", "quantities")


def _own(tables: Tables, name: str, document: str) -> list[Row]:
    return [*records(tables[name][tables[name]["document_id"].eq(document)])]


def _gold(file: str, document: Row, own: Mapping[str, Sequence[Row]], answers: Iterable[Row]) -> Gold:
    problems = {row["problem_id"]: place for place, row in enumerate(own["problems"])}
    strengths: dict[str, dict[str, str]] = {row["plan_id"]: {} for row in own["plans"]}
    for row in answers:
        if row["plan_id"] in strengths and row["problem_id"] in problems:
            strengths[row["plan_id"]][str(problems[row["problem_id"]])] = row["strength"]
    return Gold(
        file=file,
        unit=document["unit"] or None,
        unit_masked=bool(document["unit_masked"]),
        period=Period(year=document["year"], kind=document["period_kind"] or "other"),
        roles=tuple(_passages(own["sections"])),
        themes=_themes(own["features"]),
        problems=tuple(_problem(row) for row in own["problems"]),
        plans=tuple(Measure(addresses=tuple(map(int, s)), addresses_strength=s) for s in strengths.values()),
        quantities=tuple(_number(row, document["text"]) for row in own["quantities"] if _counts(row)),
    )


def _passages(sections: Iterable[Row]) -> Iterator[Passage]:
    """Neighbouring sections of one role as one passage; title, salutation and signature have none."""
    for role, group in groupby(sections, key=lambda row: str(row["role"])):
        parts = list(group)
        if role:
            yield Passage(role=role, start=parts[0]["start"], end=parts[-1]["end"])


def _themes(features: Iterable[Row]) -> dict[str, dict[str, bool]]:
    themes: dict[str, dict[str, bool]] = {}
    for row in features:
        themes.setdefault(row["code_id"], {})[row["role"]] = bool(row["covered"])
    return {code: roles for code, roles in themes.items() if any(roles.values())}


def _problem(row: Row) -> Deficiency:
    kinds = tuple(filter(None, row["categories"].split(";")))
    return Deficiency(quote=row["quote"], start=row["start"], categories=kinds, primary=row["primary"] or None)


def _counts(row: Row) -> bool:
    return row["role"] == "work" and row["status"] in COUNTED


def _number(row: Row, text: str) -> Number:
    start, end = row["number_start"], row["number_end"]
    masked = row["status"] == "masked"
    indicator = row["indicator_id"] or None
    return Number(quote=text[start:end], start=start, number=row["value"], masked=masked, indicator=indicator)
