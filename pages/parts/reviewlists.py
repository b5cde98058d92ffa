"""What was decided, what people do not agree on, and what no longer has a place in its text."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import pandas as pd
import streamlit as st

from analysis.exporting.tablefiles import csv_in_words
from analysis.reviewing.applying.wording import told
from analysis.reviewing.claims import standing
from analysis.reviewing.decisions import Decision
from analysis.tables.base import Table, frame
from analysis.tables.reviewing import DECISION_LIST, UNPLACED
from analysis.tables.words import NO_NAMES
from pages.parts.deciding import keep, made, take_back
from pages.parts.download import download
from pages.parts.paging import page_of
from pages.parts.text import as_html, local_time
from pages.parts.view import View

PAGE, CONFLICTS_A_PAGE, SHOWN = 20, 8, 80


def decision_list(view: View) -> None:
    """Lists the decisions that stand on the chosen reports, the last first, each with a button that undoes it."""
    listed = [one for one in reversed(standing(made(view))) if one.sha256 in _labels(view)]
    st.html(
        f"<p class='note'>所选报告共有{len(listed)}个决定。撤销也是一条记录：撤销以后，图表回到这个决定之前的样子。</p>"
    )
    for one in listed[page_of(len(listed), PAGE, "decision-page")]:
        _line(view, one)
    if listed:
        _download(DECISION_LIST, lambda: listed_rows(view, listed))


def listed_rows(view: View, listed: Sequence[Decision]) -> pd.DataFrame:
    """DECISION_LIST of the decisions `listed`."""
    names, manual = _labels(view), view.loaded.codebook
    rows = [(names[d.sha256], told(d, manual), d.anchor.quote, d.by, local_time(d.at), d.note) for d in listed]
    return frame(DECISION_LIST, rows)


def _labels(view: View) -> Mapping[str, str]:
    known = view.documents.merge(view.labels, on="document_id")
    return dict(zip(known["sha256"], known["label"], strict=True))


def _line(view: View, one: Decision, more: str = "") -> None:
    with st.container(horizontal=True, wrap=False, vertical_alignment="center", gap="small", key=f"judge-{_id(one)}"):
        quote = one.anchor.quote[:SHOWN] + ("……" if len(one.anchor.quote) > SHOWN else "")
        note = f"　备注：{as_html(one.note)}" if one.note else ""
        st.html(
            f"<div class='check'><b>{as_html(_labels(view).get(one.sha256, ''))}</b>　"
            f"<span class='kind'>{as_html(told(one, view.loaded.codebook))}</span>　{as_html(quote)}"
            f"<br><small>{as_html(one.by)}　{local_time(one.at)}{note}{more}</small></div>",
            width="stretch",
        )
        st.button("撤销", key=f"undo-{_id(one)}", on_click=take_back, args=([one],))


def _id(one: Decision) -> str:
    return one.decision_id


def _download(table: Table, rows: Callable[[], pd.DataFrame], names: Mapping[str, str] = NO_NAMES) -> None:
    download("下载这张表（CSV）", lambda: csv_in_words(table, rows(), names), f"{table.label}.csv", "text/csv")


def unplaced_list(view: View) -> None:
    """Lists the decisions whose words are no longer found, and why; none is dropped."""
    unplaced = view.own(view.loaded.stored.laid.applied.unplaced)
    by_id = {one.decision_id: one for one in made(view)}
    if unplaced.empty:
        st.info("所有决定都落到了原文上。", icon=":material/task_alt:")
        return
    st.html(
        "<p class='note'>报告换了文件、重新读取或改了编码手册以后，下面的决定找不到原来的话，暂时不起作用。"
        "请到“增补与改动”里重新决定，再在这里撤销旧的；不处理也不会丢。</p>"
    )
    for row in unplaced.iloc[page_of(len(unplaced), PAGE, "unplaced-page")].to_dict("records"):
        _line(view, by_id[row["decision_id"]], f"　原因：{as_html(row['why'])}")
    names = dict(zip(view.labels["document_id"], view.labels["label"], strict=True))
    _download(UNPLACED, lambda: unplaced, names)


def conflict_list(view: View) -> None:
    """Lists what people do not agree on, what each of them says, and lets anyone settle it."""
    conflicts = view.own(view.loaded.stored.laid.applied.conflicts)
    by_id = {one.decision_id: one for one in made(view)}
    if conflicts.empty:
        st.info("没有意见不一的条目。", icon=":material/task_alt:")
        return
    st.html(
        "<p class='note'>同一处几个人意见不同，定下来以前图表仍按机器的结果。两边的决定都保留；采纳一个，另记一条。</p>"
    )
    labels = dict(zip(view.labels["document_id"], view.labels["label"], strict=True))
    for row in conflicts.iloc[page_of(len(conflicts), CONFLICTS_A_PAGE, "conflict-page")].to_dict("records"):
        with st.container(border=True, gap="xsmall"):
            where, quote = as_html(labels[row["document_id"]]), as_html(row["quote"])
            st.html(f"<div class='check'><b>{where}</b>　{quote}<br>{as_html(row['told'])}</div>")
            _settle(view, [by_id[key] for key in row["decision_ids"].split(";") if key in by_id], row["conflict_id"])


def _settle(view: View, sides: Sequence[Decision], key: str) -> None:
    named = tuple(one.decision_id for one in sides)
    with st.container(horizontal=True):
        for place, one in enumerate(sides):
            label = f"采纳{one.by}：{told(one, view.loaded.codebook)}"
            st.button(label, key=f"settle-{key}-{place}", on_click=_adopt, args=(one, named))


def _adopt(one: Decision, named: tuple[str, ...]) -> None:
    keep(lambda: replace(one, names=named, note="采纳"))
