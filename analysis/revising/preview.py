"""What an edited codebook would change in the reports at hand, before it is saved: which findings come, go or change.

Only what the edit touches is coded anew: themes by themselves where only themes changed, which takes a part of the
time. The comparison is with what the machine found before; what people decided stays theirs either way.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import pandas as pd

from analysis.codebook import Codebook, Entry
from analysis.coding.base import Parsed
from analysis.coding.structure.parse import parse
from analysis.coding.themes.coding import code_themes
from analysis.reading.base import Report
from analysis.report import Manual, code_parsed
from analysis.reviewing.restored import Row
from analysis.rows import table_rows
from analysis.tables import PREVIEW, frame, records

APPEARS, VANISHES, CHANGES = "appears", "vanishes", "changes"
CODING, PROBLEM, INDICATOR = "coding", "problem", "indicator"
ABSENT = "absent"
Tables = Mapping[str, pd.DataFrame]


def preview(tables: Tables, before: Codebook, after: Manual) -> pd.DataFrame:
    """PREVIEW of `after` on the reports in `tables`, which were coded with `before`."""
    names = {entry.id: entry.name for book in (before, after.codebook) for entry in _entries(book)}
    themes = _only_themes(before, after.codebook)
    rows: list[Row] = []
    for document, old in _reports(tables):
        parsed = parse(document["text"], after.lexicon.roles)
        changes = _codings(parsed, old, after) if themes else _all(document, parsed, old, after)
        rows += [_row(document, parsed, names, change) for change in changes]
    return frame(PREVIEW, rows)


def _entries(book: Codebook) -> tuple[Entry, ...]:
    return (*book.themes, *book.categories, *book.indicators)


def _only_themes(before: Codebook, after: Codebook) -> bool:
    same = before.model_copy(update={"themes": after.themes, "dimensions": after.dimensions, "version": after.version})
    return same == after


LAYERS = ("codings", "problems", "quantities", "indicators")


def _reports(tables: Tables) -> Iterator[tuple[Row, dict[str, list[Row]]]]:
    """Each report with its rows of `LAYERS`."""
    documents = records(tables["documents"])
    own: dict[str, dict[str, list[Row]]] = {row["document_id"]: {name: [] for name in LAYERS} for row in documents}
    for name in LAYERS:
        for row in records(tables[name]):
            own[row["document_id"]][name].append(row)
    return ((row, own[row["document_id"]]) for row in documents)


def _codings(parsed: Parsed, old: Mapping[str, Sequence[Row]], manual: Manual) -> Iterator[Row]:
    found = code_themes(parsed, manual.matcher, manual.lexicon.clauses)
    rows = [{"code_id": c.code_id, "role": str(c.role), "start": c.start, "end": c.end, "told": c.cue} for c in found]
    yield from _compared(CODING, [{**row, "told": row["cue"]} for row in old["codings"]], rows)


def _all(document: Row, parsed: Parsed, old: Mapping[str, Sequence[Row]], manual: Manual) -> Iterator[Row]:
    report = Report(document["file"], document["sha256"], document["text"], ())
    new = table_rows(code_parsed(report, parsed, manual), manual.codebook)
    for layer, table in ((CODING, "codings"), (PROBLEM, "problems")):
        yield from _compared(layer, _told(layer, old[table]), _told(layer, new[table]))
    yield from _indicators(old, new)


def _told(layer: str, rows: Iterable[Row]) -> list[Row]:
    if layer == CODING:
        return [{**row, "told": row["cue"]} for row in rows]
    return [{**row, "code_id": row["primary"], "role": "problems", "told": row["categories"]} for row in rows]


def _compared(layer: str, old: Iterable[Row], new: Iterable[Row]) -> Iterator[Row]:
    """Findings of the same theme or category at the same place are the same, whichever cue says so."""
    before, after = ({(row["code_id"], row["start"]): row for row in rows} for rows in (old, new))
    for key in sorted({*before, *after}, key=lambda key: (key[1], key[0])):
        if key not in after:
            yield {**before[key], "layer": layer, "change": VANISHES, "before": before[key]["told"], "after": ""}
        elif key not in before:
            yield {**after[key], "layer": layer, "change": APPEARS, "before": "", "after": after[key]["told"]}
        elif layer == PROBLEM and before[key]["told"] != after[key]["told"]:
            told = {"before": before[key]["told"], "after": after[key]["told"]}
            yield {**after[key], **told, "layer": layer, "change": CHANGES}


def _indicators(old: Mapping[str, Sequence[Row]], new: Mapping[str, Sequence[Row]]) -> Iterator[Row]:
    """Indicators whose state, value or numbers changed, at the first of these numbers."""
    before, after = ({row["indicator_id"]: row for row in rows["indicators"]} for rows in (old, new))
    places = {row["quantity_id"]: row for row in (*old["quantities"], *new["quantities"])}
    none = {"status": ABSENT, "value": None, "quantity_ids": ""}
    for key in {**before, **after}:
        was, now = before.get(key, none), after.get(key, none)
        if any(was[name] != now[name] for name in none):
            first = (now["quantity_ids"] or was["quantity_ids"]).split(";")[0]
            place = {name: places[first][name] for name in ("start", "end", "role")}
            change = APPEARS if was["status"] == ABSENT else VANISHES if now["status"] == ABSENT else CHANGES
            told = {"before": _state(was), "after": _state(now)}
            yield {**place, **told, "layer": INDICATOR, "code_id": key, "change": change}


STATES: Mapping[str, str] = {"reported": "写明", "masked": "遮盖", "conflict": "前后不一", ABSENT: ""}


def _state(row: Row) -> str:
    return STATES[row["status"]] if row["value"] is None else f"{row['value']:g}"


def _row(document: Row, parsed: Parsed, names: Mapping[str, str], change: Row) -> Row:
    sentence = parsed.sentence_at(change["start"])
    kept = {name: change[name] for name in ("layer", "code_id", "role", "start", "end", "change")}
    was, now = ("、".join(names.get(p, p) for p in change[side].split(";")) for side in ("before", "after"))
    return {
        **kept,
        "document_id": document["document_id"],
        "file": document["file"],
        "name": names.get(change["code_id"], change["code_id"]),
        "quote": parsed.quote(change["start"], change["end"]),
        "before": was,
        "after": now,
        "sentence": parsed.quote(sentence.start, sentence.end),
    }
