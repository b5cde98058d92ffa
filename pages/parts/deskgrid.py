"""The reports on the desk: corrected in a grid, looked at, replaced, deleted and brought back."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from analysis.corrections import Correction
from analysis.keeping.changes import bring_back, correct_reports, delete_reports, empty_bin
from analysis.keeping.desk import Desk
from analysis.keeping.reports import Kept, deleted
from pages.parts.access import bars
from pages.parts.corpora import Loaded, load
from pages.parts.desk import attempt
from pages.parts.deskcolumns import editing
from pages.parts.deskreport import one_report
from pages.parts.shelf import Shelf, shelf
from pages.parts.steady import settle, steady
from pages.parts.text import local_time

UNDO, GRID = "desk-undo", "desk-grid"
NAMES = ("unit", "year", "period_kind", "quarter")


def report_grid(desk: Desk) -> None:
    """All reports with what is known of each; what is changed in the grid is saved by a button."""
    _undo(desk)
    stored = shelf()
    if stored is None:
        st.error("报告库读不出来：请到“备份与恢复”。", icon=":material/error:")
        return
    if not stored.count:
        st.info("报告库还是空的。请在上方拖入报告；存入之前，各页显示的是示例。", icon=":material/info:")
        return
    stored, key = steady(GRID, stored)
    loaded = load(stored, lambda _: None)
    before = _rows(stored, loaded)
    st.subheader(f"报告库里的 {stored.count} 份报告", anchor=False)
    after = st.data_editor(
        before,
        hide_index=True,
        placeholder="",
        num_rows="fixed",
        key=key,
        disabled=bars(desk, "correct") or ("file", "characters", "group", "uploaded"),
        column_config=_columns(),
        alt="报告库：单位、报告期、分组、字数、文件、存入时间",
    )
    _buttons(desk, stored, before, after)
    one_report(desk, stored, loaded)


def _rows(stored: Shelf, loaded: Loaded) -> pd.DataFrame:
    """The stored reports in their order, as the dashboard sees them."""
    documents = loaded.tables["documents"].set_index("document_id")
    keys = [one.document_id for one in stored.kept]
    rows = documents.loc[keys, [*NAMES, "characters", "file"]].reset_index(drop=True)
    rows.insert(0, "pick", value=False)
    rows.insert(5, "group", [loaded.groups.get(key) for key in keys])
    return rows.assign(uploaded=[local_time(one.uploaded_at) for one in stored.kept])


def _columns() -> dict[str, object]:
    column = st.column_config
    return {
        "pick": column.CheckboxColumn("选", width="small"),
        **editing(),
        "group": column.TextColumn("分组", width="small", help="在“单位名录”里设定"),
        "characters": column.NumberColumn("字数", format="%d", width="small"),
        "file": column.TextColumn("文件"),
        "uploaded": column.TextColumn("存入时间"),
    }


def _buttons(desk: Desk, stored: Shelf, before: pd.DataFrame, after: pd.DataFrame) -> None:
    changes = _changes(stored.kept, before, after)
    picked = [one for one, pick in zip(stored.kept, after["pick"], strict=True) if pick]
    with st.container(horizontal=True):
        if st.button(f"保存更正（{len(changes)}份）", type="primary", disabled=not changes or bars(desk, "correct")):
            attempt(lambda: correct_reports(desk, changes), f"已更正 {len(changes)} 份报告，各页随之更新。")
            settle(GRID)
            st.rerun()
        if st.button(f"删除所选（{len(picked)}份）", disabled=not picked or bars(desk, "delete")):
            if attempt(lambda: delete_reports(desk, picked), f"已删除 {len(picked)} 份报告。"):
                st.session_state[UNDO] = [one.id for one in picked]
            settle(GRID)
            st.rerun()


def _changes(kept: Sequence[Kept], before: pd.DataFrame, after: pd.DataFrame) -> list[tuple[Kept, Correction]]:
    """What was changed in the grid; an emptied cell takes a correction back."""
    names = list(NAMES)
    old, new = (rows[names].astype(object).where(rows[names].notna(), None) for rows in (before, after))
    changes = []
    for one, was, is_ in zip(kept, old.to_dict("records"), new.to_dict("records"), strict=True):
        if changed := {name: is_[name] or None for name in names if is_[name] != was[name]}:
            given = {name: getattr(one.correction, name) for name in names}
            changes.append((one, Correction(**given | changed)))
    return changes


def _undo(desk: Desk) -> None:
    if ids := st.session_state.get(UNDO):
        st.button(f"撤销删除（{len(ids)}份）", on_click=_bring_back, args=(desk, ids), icon=":material/undo:")


def _bring_back(desk: Desk, ids: Sequence[int]) -> None:
    attempt(lambda: bring_back(desk, ids), f"已恢复 {len(ids)} 份报告。")
    st.session_state.pop(UNDO, None)


def bin_panel(desk: Desk) -> None:
    """The deleted reports, each to be brought back; all to be removed for good."""
    gone = deleted(desk)
    if not gone:
        return
    with st.expander(f"回收站（{len(gone)}份）"):
        for one in gone:
            with st.container(horizontal=True, vertical_alignment="center"):
                st.text(
                    f"{one.name}　{one.correction.unit or ''}　删除于 {(one.deleted_at or '')[:10]}", width="stretch"
                )
                no = bars(desk, "bring_back")
                st.button("恢复", key=f"back-{one.id}", on_click=_bring_back, args=(desk, [one.id]), disabled=no)
        if st.checkbox("我确认：回收站里的报告彻底删除后无法找回", disabled=bars(desk, "empty_bin")):
            st.button("彻底删除", on_click=_empty, args=(desk, len(gone)))


def _empty(desk: Desk, count: int) -> None:
    attempt(lambda: empty_bin(desk), f"已彻底删除 {count} 份报告。")
    st.session_state.pop(UNDO, None)
