"""The audit on screen: filtered, exported, and its chain verified."""

from datetime import date

import streamlit as st

from analysis.exporting.tablefiles import csv_in_words
from analysis.keeping.desk import Desk
from analysis.keeping.log import MOST, Wanted, action_words, actors, entries, take_entries, verdict_words, verify_chain
from analysis.keeping.rights import ACTIONS, EVENTS
from analysis.tables.keeping import AUDIT
from pages.parts.text import as_markdown

SHOWN = ["number", "at", "actor", "action", "subject", "details"]


def chain_check(desk: Desk) -> None:
    """A button that goes through the chain, and what it found."""
    if not st.button("校验审计链", icon=":material/link:"):
        return
    with st.spinner("正在逐条校验……"):
        found = verify_chain(desk)
    if found.broken is None:
        st.success(f"{verdict_words(found)}（可抄录在别处，日后核对）")
    else:
        told = f"{as_markdown(verdict_words(found))}请保留数据库文件，联系维护人员。"
        st.error(told, icon=":material/link_off:")


def audit_list(desk: Desk) -> None:
    """The rows that the filters leave, the newest first, and all of them as CSV."""
    wanted = _filters(desk)
    rows = entries(desk, wanted)
    more = f"（只列最近 {MOST} 条，下载的是全部）" if len(rows) == MOST else ""
    st.html(f"<p class='note'>共 {len(rows)} 条{more}</p>")
    shown = rows[SHOWN].rename(columns=AUDIT.labels)
    st.dataframe(shown, hide_index=True, alt="操作记录：时间、人员、操作、对象、详情")
    st.download_button(
        "下载（CSV）",
        lambda: csv_in_words(AUDIT, take_entries(desk, wanted)),
        "操作记录.csv",
        "text/csv",
        on_click="ignore",
        icon=":material/download:",
    )


def _filters(desk: Desk) -> Wanted:
    names = [*ACTIONS, *EVENTS]
    with st.container(horizontal=True, vertical_alignment="bottom"):
        people = st.multiselect("人员", actors(desk), key="audit-people", placeholder="全部人员")
        actions = st.multiselect("操作", names, format_func=action_words, key="audit-actions", placeholder="全部操作")
        since = st.date_input("从", None, key="audit-since", width=140)
        until = st.date_input("到", None, key="audit-until", width=140)
        words = st.text_input("含有文字", key="audit-words", placeholder="文件名、账号等")
    return Wanted(tuple(people), tuple(actions), _day(since), _day(until), words)


def _day(day: object) -> str:
    return day.isoformat() if isinstance(day, date) else ""
