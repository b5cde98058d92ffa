"""The roster of units as a grid: names, other names, groups."""

import re
from collections.abc import Iterable, Mapping

import pandas as pd
import streamlit as st

from analysis.comparing.trends.units import same_units
from analysis.keeping.desk import Desk
from analysis.keeping.roster import roster, save_roster
from analysis.keeping.units import Roster, RosterUnit
from pages.parts.access import bars
from pages.parts.corpora import load
from pages.parts.desk import attempt
from pages.parts.shelf import Shelf, shelf
from pages.parts.steady import settle, steady

ADDED, GRID = "units-added", "units-grid"
SEPARATORS = re.compile(r"[、,，;；\n]+")
NOTE = (
    "每行一家单位。“别名”是报告里出现的其他写法，用顿号隔开；各页都用“单位”一栏的名称。"
    "填了“分组”（如市直部门、乡镇街道、国有企业），左侧就可以按分组筛选。可从表格软件整列粘贴。"
)


def unit_grid(desk: Desk) -> None:
    """The roster, to be edited; units of stored reports can be filled in."""
    st.html(f"<p class='note'>{NOTE}</p>")
    added: list[RosterUnit] = st.session_state.get(ADDED, [])
    before, key = steady(GRID, roster(desk))
    rows = [*before.units, *added]
    grid = st.data_editor(
        _rows(rows),
        hide_index=True,
        placeholder="",
        num_rows="dynamic",
        key=key,
        disabled=bars(desk, "roster"),
        column_config=_columns(),
        alt="单位名录：单位、别名、分组",
    )
    after = _units(rows, grid)
    changed = tuple(after) != before.units
    with st.container(horizontal=True):
        if st.button("保存名录", type="primary", disabled=not changed or bars(desk, "roster")):
            if attempt(lambda: save_roster(desk, before, after), f"名录已保存，共 {len(after)} 家单位。"):
                st.session_state.pop(ADDED, None)
                settle(GRID)
            st.rerun()
        stored = shelf()
        if stored is not None and stored.count:
            no = bars(desk, "roster")
            st.button(
                "从报告库补全单位", on_click=_fill, args=(stored, before), disabled=no, icon=":material/playlist_add:"
            )


def _rows(units: Iterable[RosterUnit]) -> pd.DataFrame:
    rows = [(unit.id, unit.name, "、".join(unit.aliases), unit.group) for unit in units]
    kinds = {"id": "Int64", "unit": "str", "aliases": "str", "group": "str"}
    return pd.DataFrame(rows, columns=list(kinds)).astype(kinds)


def _columns() -> Mapping[str, object]:
    column = st.column_config
    return {
        "id": None,
        "unit": column.TextColumn("单位", required=True, max_chars=60),
        "aliases": column.TextColumn("别名", width="large"),
        "group": column.TextColumn("分组", max_chars=30),
    }


def _units(given: Iterable[RosterUnit], grid: pd.DataFrame) -> list[RosterUnit]:
    """The grid's rows as units; a row that was there keeps its number and state."""
    known = {unit.id: unit for unit in given}
    units = []
    for key, name, aliases, group in grid.astype(object).where(grid.notna(), None).itertuples(index=False, name=None):
        others = tuple(dict.fromkeys(alias.strip() for alias in SEPARATORS.split(aliases or "") if alias.strip()))
        own = known[key] if key is not None else RosterUnit("")
        units.append(RosterUnit((name or "").strip(), (group or "").strip(), others, own.id, own.version))
    return sorted(units, key=lambda unit: (unit.group, unit.name))


def _fill(stored: Shelf, before: Roster) -> None:
    """Puts units of stored reports that the roster lacks below it, to be looked at and saved."""
    documents = load(stored, lambda _: None).tables["documents"]
    found = documents["unit"][~documents["unit_masked"].fillna(value=False)].dropna()
    missing = [name for name in dict.fromkeys(found) if name and "".join(name.split()) not in before.names]
    same = same_units(missing)
    by_unit: dict[str, list[str]] = {}
    for name in sorted(missing, key=len, reverse=True):
        by_unit.setdefault(same.get(name, name), []).append(name)
    settle(GRID)
    st.session_state[ADDED] = [RosterUnit(names[0], "", tuple(names[1:])) for names in by_unit.values()]
