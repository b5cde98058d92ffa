"""What an edited codebook would change in the reports at hand, before it is saved: which findings come, go or change.

Only what the edit touches is coded anew: where only cues of themes changed, these themes alone, and of the reports
those alone that hold such a cue. The comparison is with what the machine found before; what people decided stays theirs
either way.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from analysis.codebook import THEME_CUES, Codebook, Entry, Theme
from analysis.coding.base import Parsed
from analysis.coding.structure.parse import parse
from analysis.coding.themes.coding import code_themes
from analysis.coding.themes.cues import CueMatcher
from analysis.phrases import fold
from analysis.reading.base import Report
from analysis.report import Manual, code_parsed
from analysis.reviewing.restored import Row
from analysis.rows import table_rows
from analysis.tables.base import frame, records
from analysis.tables.revising import PREVIEW, PREVIEW_COUNTS

APPEARS, VANISHES, CHANGES = "appears", "vanishes", "changes"
CODING, PROBLEM, INDICATOR = "coding", "problem", "indicator"
ABSENT = "absent"
Tables = Mapping[str, pd.DataFrame]


def preview(
    tables: Tables, before: Codebook, after: Manual, on_progress: Callable[[str], None] = lambda _: None
) -> pd.DataFrame:
    """PREVIEW of `after` on the reports in `tables`, which were coded with `before`.

    `on_progress` hears the name of each report that is done.
    """
    names = {entry.id: entry.name for book in (before, after.codebook) for entry in _entries(book)}
    effect = _OfThemes(before, after) if _only_themes(before, after.codebook) else _OfAll(after)
    rows: list[Row] = []
    for document, old in _reports(tables):
        if effect.touches(document["text"]):
            parsed = parse(document["text"], after.lexicon.roles)
            rows += [_row(document, parsed, names, change) for change in effect.changes(document, parsed, old)]
        on_progress(document["file"])
    return frame(PREVIEW, rows)


def preview_counts(effect: pd.DataFrame) -> pd.DataFrame:
    """PREVIEW_COUNTS of `effect` (PREVIEW), those with most changes first."""
    keys = ["layer", "code_id", "name"]
    marks = effect[keys].assign(**{change: effect["change"].eq(change) for change in (APPEARS, VANISHES, CHANGES)})
    counts = marks.groupby(keys, sort=False).sum()
    counts["documents"] = effect.groupby(keys, sort=False)["document_id"].nunique()
    order = counts[[APPEARS, VANISHES, CHANGES]].sum(axis=1).sort_values(ascending=False, kind="stable").index
    return frame(PREVIEW_COUNTS, counts.loc[order].reset_index().to_numpy().tolist())


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


class _OfThemes:
    """The effect where nothing but themes changed: each theme is coded by itself, whatever the others are."""

    def __init__(self, before: Codebook, after: Manual) -> None:
        changed = tuple(_changed_cues(before, after.codebook))
        self._ids = {theme.id for theme in changed}
        self._changed = CueMatcher(before.model_copy(update={"themes": changed}), after.lexicon.clauses)
        themes = tuple(theme for theme in after.codebook.themes if theme.id in self._ids)
        self._manual = Manual(after.codebook.model_copy(update={"themes": themes}), after.lexicon)

    def touches(self, text: str) -> bool:
        """Whether a cue that came or went stands in the text."""
        return any(hit.cue.theme_id for hit in self._changed.find(fold(text)))

    def changes(self, _: Row, parsed: Parsed, old: Mapping[str, Sequence[Row]]) -> Iterator[Row]:
        """What comes and goes in one report."""
        found = code_themes(parsed, self._manual.matcher, self._manual.lexicon.clauses)
        rows = [
            {"code_id": c.code_id, "role": str(c.role), "start": c.start, "end": c.end, "told": c.cue} for c in found
        ]
        own = (row for row in old["codings"] if row["code_id"] in self._ids)
        yield from _compared(CODING, _told(CODING, own), rows)


def _changed_cues(before: Codebook, after: Codebook) -> Iterator[Theme]:
    """The themes whose cues changed, with just the cues that came or went."""
    old, new = ({theme.id: theme for theme in book.themes} for book in (before, after))
    for key in {**old, **new}:
        was, now = old.get(key), new.get(key)
        cues = {name: tuple({*getattr(was, name, ())} ^ {*getattr(now, name, ())}) for name in THEME_CUES}
        if any(cues.values()):
            yield {**old, **new}[key].model_copy(update=cues)


@dataclass(frozen=True, slots=True)
class _OfAll:
    """The effect where categories or indicators changed: everything is coded anew."""

    manual: Manual

    def touches(self, _: str) -> bool:
        """Always: a category's words decide beside those of the others."""
        return True

    def changes(self, document: Row, parsed: Parsed, old: Mapping[str, Sequence[Row]]) -> Iterator[Row]:
        """What comes, goes and changes in one report."""
        report = Report(document["file"], document["sha256"], document["text"], ())
        new = table_rows(code_parsed(report, parsed, self.manual), self.manual.codebook)
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
