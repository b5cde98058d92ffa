"""Which theme is present in which part."""

from analysis.evaluating.case import Case, Marks, Miss
from analysis.evaluating.figures import Tally

ROLES = ("work", "problems", "plan")
Cell = tuple[str, str]


def _found(case: Case) -> dict[Cell, str]:
    """Theme and role of each cell with a quotation that the product counted for it."""
    rows = [row for row in case.rows["codings"] if row["role"] in ROLES]
    return {(row["code_id"], row["role"]): row["quote"] for row in reversed(rows)}


def _wanted(case: Case) -> set[Cell]:
    return {(theme, role) for theme, said in case.gold.themes.items() for role in ROLES if said.get(role)}


def _miss(case: Case, cell: Cell, found: dict[Cell, str], *, edge: bool) -> Miss:
    what = f"{cell[0]}（{cell[1]}{'，边界' if edge else ''}）"
    if cell in found:
        return case.wrong("theme_cells", what + found[cell])
    return case.missed("theme_cells", what)


def score(case: Case) -> Marks:
    """Cells theme × role: all, without those on which coders may differ, and for each role."""
    found, wanted = _found(case), _wanted(case)
    edge = {(cell.theme, cell.role) for cell in case.gold.theme_borderline}
    by_role = {
        f"theme_cells_{role}": Tally.of({c for c in found if c[1] == role}, {c for c in wanted if c[1] == role})
        for role in ROLES
    }
    overall = {
        "theme_cells": Tally.of(set(found), wanted),
        "theme_cells_without_borderline": Tally.of(set(found) - edge, wanted - edge),
    }
    return Marks(
        overall | by_role,
        tuple(_miss(case, cell, found, edge=cell in edge) for cell in sorted(set(found) ^ wanted)),
    )
