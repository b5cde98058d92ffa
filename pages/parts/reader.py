"""Reports as text: in columns, or one with its parts and themes in the margin.

Words of reports reach the screen only through `layered` and `as_html`.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

import pandas as pd
import streamlit as st

from analysis.comparing.base import ROLE_NAMES, ROLES
from analysis.comparing.reading import CUE, NUMBER
from analysis.exporting.tablefiles import csv_in_words
from analysis.tables.comparing.themes import PASSAGES
from pages.parts.download import download
from pages.parts.names import theme_names
from pages.parts.text import as_html, layered
from pages.parts.view import View

MOST = 4
ALL = "all"
LEGEND = "<mark>底色</mark>是所看主题的线索词或问题原话，<b>加粗</b>是数量。"
Marks = dict[tuple[str, str], dict[str, list[tuple[int, int]]]]


def pick_reports(view: View) -> list[str]:
    """Two to four of the chosen reports, the first two unless others are chosen."""
    names = _names(view)
    chosen = st.multiselect(
        "读哪几份（2 至 4 份）",
        list(view.choice.documents),
        default=_first(view),
        format_func=names.get,
        max_selections=MOST,
        key="read_units",
        placeholder="选择 2 至 4 份报告",
        width=520,
        persist_state="session",
    )
    return list(chosen) or _first(view)


def _chosen(view: View) -> list[str]:
    return list(st.session_state.get("read_units") or _first(view))


def _first(view: View) -> list[str]:
    """The first two reports of the period most reports are of; the first two where there are no two of one."""
    periods = view.labels["period"]
    same = view.labels[periods.eq(periods.mode().iloc[0])]["document_id"].to_list()
    return (same if len(same) > 1 else list(view.choice.documents))[:2]


def pick_report(view: View) -> str:
    """One of the chosen reports."""
    names = _names(view)
    options = list(view.choice.documents)
    chosen: str = st.selectbox(
        "读哪一份", options, format_func=names.get, key="read_unit", bind="query-params", width=420
    )
    return chosen


def pick_theme(view: View, codes: Sequence[str]) -> tuple[str, ...]:
    """One of the themes `codes`, or all of them."""
    names = {ALL: "全部所选主题", **theme_names(view.loaded.codebook)}
    chosen = st.selectbox(
        "主题", [*codes, ALL], format_func=names.get, key="read_theme", bind="query-params", width=240
    )
    return tuple(codes) if chosen == ALL else (chosen,)


def _names(view: View) -> dict[str, str]:
    return dict(zip(view.labels["document_id"], view.labels["label"], strict=True))


def side_by_side(view: View, roles: Sequence[str], passages: pd.DataFrame, marks: pd.DataFrame) -> None:
    """Shows PASSAGES of the parts `roles`: a column for each report that `pick_reports` chose, a row for each group."""
    documents = _chosen(view)
    if passages.empty:
        st.info("所选报告里没有可对读的句子。请换一个主题、问题类别或部分。", icon=":material/info:")
        return
    names, spans = _names(view), _grouped(marks)
    parts = set(view.loaded.tables["sections"][["document_id", "role"]].itertuples(index=False, name=None))
    heads = "".join(f"<div class='head'>{as_html(names[key])}</div>" for key in documents)
    rows = []
    for group, own in passages.groupby("group_id", sort=False):
        cells = [
            _cell(own[own["document_id"].eq(key)], spans, empty=_empty(parts, key, group, roles)) for key in documents
        ]
        rows.append(f"<div class='group'>{as_html(own['group'].iloc[0])}</div>{''.join(cells)}")
    st.html(f"<p class='note'>{LEGEND}“未提及”指所看的部分，引言、结语不计。</p>")
    st.html(f"<div class='columns' style='--columns:{len(documents)}'>{heads}{''.join(rows)}</div>")
    download(
        "下载所列句子（CSV）",
        lambda: csv_in_words(PASSAGES, passages, names),
        "对读.csv",
        "text/csv",
    )


def _empty(parts: set[tuple[str, str]], document: str, group: str, roles: Sequence[str]) -> str:
    """What an empty cell says; a group that is a part asks for that part alone."""
    told = any((document, role) in parts for role in ([group] if group in ROLES else roles))
    return "未提及" if told else "报告没有这一部分"


def _cell(own: pd.DataFrame, spans: Marks, *, empty: str) -> str:
    if own.empty:
        return f"<div class='cell'><span class='none'>{empty}</span></div>"
    out = []
    for (path, role), rows in groupby(own.to_dict("records"), key=lambda row: (row["path"], row["role"])):
        out.append(f"<p class='path'>{as_html(ROLE_NAMES[role])}　{as_html(path or '无标题')}</p>")
        out += [f"<p>{_sentence(row, spans)}</p>" for row in rows]
    return f"<div class='cell'>{''.join(out)}</div>"


def _sentence(row: dict[str, str], spans: Marks) -> str:
    own = spans.get((row["group_id"], row["sentence_id"]), {})
    return layered(row["text"], own.get(CUE, ()), own.get(NUMBER, ()))


def _grouped(marks: pd.DataFrame) -> Marks:
    found: Marks = {}
    for group, sentence, mark, start, end in marks.itertuples(index=False, name=None):
        found.setdefault((group, sentence), {}).setdefault(mark, []).append((int(start), int(end)))
    return found


def report_text(view: View, passages: pd.DataFrame, marks: pd.DataFrame) -> None:
    """Shows the PASSAGES of one report, links to its headings on the left, parts and themes in the margin."""
    spans = _grouped(marks)
    paragraphs = [list(rows) for _, rows in groupby(passages.to_dict("records"), key=lambda row: row["group_id"])]
    links = "".join(_links(view, paragraphs))
    text = "".join(_paragraph(rows, spans, number) for number, rows in enumerate(paragraphs))
    st.html(f"<p class='note'>{LEGEND}左边是标题，点标题跳到该处；右边写着部分和主题。</p>")
    nav = f"<nav>{links}</nav>" if links else ""
    st.html(f"<div class='report{' bare' * (not links)}'>{nav}<article>{text}</article></div>")


def _links(view: View, paragraphs: Sequence[list[dict[str, str]]]) -> Iterator[str]:
    sections = view.loaded.tables["sections"]
    levels = dict(zip(sections["section_id"], sections["level"], strict=True))
    for number, rows in enumerate(paragraphs):
        if heading := rows[0]["group"]:
            level = int(levels.get(rows[0]["group_id"].split("#")[0], 1))
            yield f"<a class='level{min(level, 3)}' href='#para-{number}'>{as_html(heading)}</a>"


def _paragraph(rows: list[dict[str, str]], spans: Marks, number: int) -> str:
    role = rows[0]["role"]
    themes = dict.fromkeys(name for row in rows for name in row["themes"].split("、") if name)
    text = "".join(_sentence(row, spans) for row in rows)
    tags = "".join(f"<span>{as_html(name)}</span>" for name in themes)
    part = f"<b>{ROLE_NAMES[role]}</b>"
    return f"<div class='para role-{role or 'none'}' id='para-{number}'><p>{text}</p><aside>{part}{tags}</aside></div>"
