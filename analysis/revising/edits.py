"""What a person changes in the codebook, as values: each edit makes new texts of the files from old ones.

Edits can be done again on another version, so that nobody's draft is lost when somebody else saves first.
"""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from analysis.codebook import Entry
from analysis.codebookfiles import FILES, INDICATORS, PROBLEMS, THEMES, Written, parse_written
from analysis.revising.yamltext import Value, add_item, add_mapping, drop_item, put

Texts = Mapping[str, str]
THEME, CATEGORY, INDICATOR = "theme", "category", "indicator"
PLACES: Mapping[str, tuple[str, str]] = {
    THEME: (THEMES, "themes"),
    CATEGORY: (PROBLEMS, "categories"),
    INDICATOR: (INDICATORS, "indicators"),
}


class EditError(ValueError):
    """The edit cannot be made; the text says why in Chinese."""


class Edit(Protocol):
    """One change."""

    def on(self, texts: Texts) -> dict[str, str]:
        """The texts after it.

        Raises:
            EditError: it does not fit these texts.
        """


def entries(written: Written, kind: str) -> tuple[Entry, ...]:
    """The entries of `kind` as they are written."""
    return {
        THEME: written.themes.themes,
        CATEGORY: written.problems.categories,
        INDICATOR: written.indicators.indicators,
    }[kind]


def entry_at(texts: Texts, kind: str, key: str) -> tuple[Entry, str, tuple[str, int]]:
    """The entry whose id is `key`, its file, and the path to it there.

    Raises:
        EditError: there is none.
    """
    file, listed = PLACES[kind]
    for place, entry in enumerate(entries(parse_written(texts), kind)):
        if entry.id == key:
            return entry, file, (listed, place)
    raise EditError("要改的这一项在手册里已经没有了")


@dataclass(frozen=True, slots=True)
class _OneCue:
    """A cue in `name` (cues, not_in …) of the entry whose id is `key`."""

    kind: str
    key: str
    name: str
    cue: str


@dataclass(frozen=True, slots=True)
class AddCue(_OneCue):
    """A cue more."""

    def on(self, texts: Texts) -> dict[str, str]:
        """The texts with it."""
        entry, file, path = entry_at(texts, self.kind, self.key)
        if self.cue in getattr(entry, self.name):
            raise EditError(f"“{entry.name}”已经有“{self.cue}”，不必再加")
        if self.name not in entry.model_fields_set:
            return {**texts, file: put(texts[file], path, self.name, [self.cue])}
        return {**texts, file: add_item(texts[file], (*path, self.name), self.cue)}


@dataclass(frozen=True, slots=True)
class DropCue(_OneCue):
    """A cue less."""

    def on(self, texts: Texts) -> dict[str, str]:
        """The texts without it."""
        entry, file, path = entry_at(texts, self.kind, self.key)
        have = getattr(entry, self.name)
        if self.cue not in have:
            raise EditError(f"“{entry.name}”里已经没有“{self.cue}”")
        return {**texts, file: drop_item(texts[file], (*path, self.name), have.index(self.cue))}


@dataclass(frozen=True, slots=True)
class SetValue:
    """Another value of `name`: a name, a definition, a rule, whether the entry is off."""

    kind: str
    key: str
    name: str
    value: Value

    def on(self, texts: Texts) -> dict[str, str]:
        """The texts with it."""
        _, file, path = entry_at(texts, self.kind, self.key)
        return {**texts, file: put(texts[file], path, self.name, self.value)}


@dataclass(frozen=True, slots=True)
class AddEntry:
    """A theme, category or indicator more: behind the last one like it, so that charts show it there."""

    kind: str
    fields: Mapping[str, Value] = field(hash=False)

    def on(self, texts: Texts) -> dict[str, str]:
        """The texts with it."""
        written = parse_written(texts)
        there = entries(written, self.kind)
        if any(entry.name == self.fields["name"] for entry in there):
            raise EditError(f"已经有“{self.fields['name']}”，请换一个名称")
        file, listed = PLACES[self.kind]
        home = "dimension" if self.kind == THEME else "theme"
        alike = [n for n, one in enumerate(there) if getattr(one, home, None) == self.fields.get(home)]
        place = alike[-1] if alike else len(there) - 1
        return {**texts, file: add_mapping(texts[file], (listed,), place, self.fields)}


@dataclass(frozen=True, slots=True)
class TakeFiles:
    """Whole files in the place of those that are there."""

    files: Texts = field(hash=False)

    def on(self, texts: Texts) -> dict[str, str]:
        """The texts with them."""
        return {name: self.files.get(name, texts[name]) for name in FILES}


def new_id(kind: str, name: str) -> str:
    """An id for an entry called `name`: people give names, files need ids."""
    return f"{kind}_{hashlib.sha256(name.encode()).hexdigest()[:8]}"


def tidy(words: str) -> str:
    """What a person typed, without the white space around and with dots as they are written in cues."""
    return re.sub(r"\.{3,}", "…", " ".join(words.split()))
