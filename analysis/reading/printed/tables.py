"""Finds the ruled tables of a page, and which signs stand in which of their cells.

Where a cell begins is the nearest rule above and the nearest to the left that pass the sign: so cells that were
merged need no grid.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from analysis.reading.printed.glyphs import Glyph, Page, Rule

TOUCH = 0.2  # ems within which two rules meet
MOST_RULES = 600  # on one page; more are a drawing
MIDDLE = 0.35  # ems from the baseline up to the middle of a sign

Cell = tuple[float, float]  # where it begins: top, left


@dataclass(frozen=True, slots=True)
class Table:
    """The signs of each cell, by row and then by column."""

    cells: Mapping[Cell, tuple[Glyph, ...]]

    @property
    def rows(self) -> list[list[tuple[Glyph, ...]]]:
        """The cells of each row from left to right; a merged cell stands in the first of its rows."""
        tops = sorted({top for top, _ in self.cells})
        return [[self.cells[cell] for cell in sorted(self.cells) if cell[0] == top] for top in tops]


def find_tables(page: Page) -> tuple[list[Table], list[Glyph]]:
    """The tables of `page` that have several cells, and the signs outside of all."""
    if not page.glyphs or not 0 < len(page.rules) <= MOST_RULES:
        return [], list(page.glyphs)
    touch = TOUCH * median(glyph.size for glyph in page.glyphs)
    tables, rest = [], list(page.glyphs)
    for rules in _meeting(page.rules, touch):
        cells: dict[Cell, list[Glyph]] = {}
        for glyph in rest:
            cell = _cell(rules, glyph, touch)
            if cell is not None:
                cells.setdefault(cell, []).append(glyph)
        if len({left for _, left in cells}) > 1:
            tables.append(Table({cell: tuple(glyphs) for cell, glyphs in cells.items()}))
            taken = {id(glyph) for glyphs in cells.values() for glyph in glyphs}
            rest = [glyph for glyph in rest if id(glyph) not in taken]
    return tables, rest


def _meeting(rules: Iterable[Rule], touch: float) -> list[list[Rule]]:
    """Groups of rules that meet one another, directly or by way of others."""
    groups: list[list[Rule]] = []
    for rule in rules:
        met = [group for group in groups if any(_meet(rule, other, touch) for other in group)]
        groups = [group for group in groups if not any(group is one for one in met)]
        groups.append([rule, *(other for group in met for other in group)])
    return groups


def _meet(one: Rule, other: Rule, touch: float) -> bool:
    is_beside = one.left - touch <= other.right and other.left - touch <= one.right
    return is_beside and one.top - touch <= other.bottom and other.top - touch <= one.bottom


def _cell(rules: Sequence[Rule], glyph: Glyph, touch: float) -> Cell | None:
    """Where the cell around `glyph` begins; None where rules do not enclose it on all sides."""
    x, y = (glyph.left + glyph.right) / 2, glyph.base - MIDDLE * glyph.size
    level = [rule.top for rule in rules if not rule.is_upright and rule.left - touch <= x <= rule.right + touch]
    upright = [rule.left for rule in rules if rule.is_upright and rule.top - touch <= y <= rule.bottom + touch]
    above, before = [top for top in level if top <= y], [left for left in upright if left <= x]
    if not above or not before or len(above) == len(level) or len(before) == len(upright):
        return None
    return _first(level, max(above), touch), _first(upright, max(before), touch)


def _first(places: Iterable[float], place: float, touch: float) -> float:
    """The first of the rules that are drawn as one, so that all signs of a cell name the same."""
    return min(one for one in places if abs(one - place) <= touch)
