"""Counts the automatic numbers 一、（一）1. of Word, which stand in no text of the file.

The count comes from all paragraphs before. Counters belong to the abstract definition, so two lists that share one go
on counting together unless the second restarts (ISO/IEC 29500-1, 17.9; the binary format keeps the same lists). A
report that is numbered wrongly stays so.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from analysis.reading.number_formats import write_number

LEVELS = 9
PLACE = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list; `restart` is None where any higher level restarts it, 0 where none does.

    In `text` stand %1 to %9 for the counters of the levels, in `number_format` a name of ST_NumberFormat.
    """

    start: int
    number_format: str
    text: str
    restart: int | None
    legal: bool
    spaced: bool
    style: str


@dataclass(frozen=True, slots=True)
class List:
    """What a paragraph's list stands for: the key of its counters, its levels, the starts that it sets anew."""

    counters: str
    levels: Mapping[int, Level]
    restarts: Mapping[int, int]


@dataclass(slots=True)
class Counter:
    """The lists of one document by their ids, and how far each has counted while its paragraphs are read in order."""

    lists: Mapping[str, List]
    counted: dict[str, dict[int, int]] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)

    def number(self, list_id: str, depth: int) -> str:
        """The number of the next paragraph at level `depth`, a space behind it where Word sets it off; else empty.

        Must be called once for each paragraph, in order: it counts.
        """
        found = self.lists.get(list_id)
        if found is None or depth not in found.levels:
            return ""
        self._count(list_id, found, depth)
        return self._write(found, depth)

    def _count(self, list_id: str, found: List, depth: int) -> None:
        counts = self.counted.setdefault(found.counters, {})
        if list_id not in self.used:
            self.used.add(list_id)
            for restarted in found.restarts:
                counts.pop(restarted, None)
        counts[depth] = counts.get(depth, self._start(found, depth) - 1) + 1
        for below, level in found.levels.items():
            if below > depth and (level.restart is None or depth < level.restart):
                counts.pop(below, None)

    def _start(self, found: List, depth: int) -> int:
        return found.restarts.get(depth, found.levels[depth].start)

    def _write(self, found: List, depth: int) -> str:
        level, counts = found.levels[depth], self.counted[found.counters]

        def figure(hit: re.Match[str]) -> str:
            at = int(hit[1]) - 1
            if at not in found.levels:
                return ""
            number_format = "decimal" if level.legal else found.levels[at].number_format
            return write_number(counts.get(at, self._start(found, at)), number_format)

        if level.number_format == "bullet":
            return _bullet(level.text)
        written = PLACE.sub(figure, level.text)
        return f"{written} " if written and level.spaced else written


def _bullet(text: str) -> str:
    """The bullet itself, unless it is a letter or private sign that only a symbol font makes a bullet."""
    return "".join(sign for sign in text if not sign.isalnum() and not "\ue000" <= sign <= "\uf8ff")
