"""One stored report: its text, its original, the repairs made in reading it, and another file in its place."""

import streamlit as st

from analysis.keeping.changes import Incoming, read_again, replace_report
from analysis.keeping.derived import forget
from analysis.keeping.desk import Desk
from analysis.keeping.reports import Kept, full_reports, original, take_original
from analysis.reading.base import Failure, Report, Source
from analysis.reading.workers import read_all
from analysis.report import identify
from pages.parts.access import bars
from pages.parts.corpora import Loaded, jobs_for
from pages.parts.desk import attempt, say
from pages.parts.download import ANY
from pages.parts.manuals import forget_manual, manual
from pages.parts.shelf import Shelf
from pages.parts.text import as_html, as_markdown

HEIGHT = 420
TURN = "replace-turn"


def one_report(desk: Desk, stored: Shelf, loaded: Loaded) -> None:
    """A report to look at, download and replace; and all of them to be read and coded anew."""
    names = dict(zip(loaded.labels["document_id"], loaded.labels["label"], strict=True))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        kept = st.selectbox(
            "看一份报告",
            stored.kept,
            index=None,
            format_func=lambda one: f"{names[one.document_id]}　{one.name}",
            placeholder="选择报告，查看正文、下载或替换原件",
            key=f"look-{stored.digest[:12]}",
        )
        st.button("全部重新读取并编码", on_click=_again, args=(desk, stored), disabled=bars(desk, "read_again"))
    if kept is not None:
        _show(desk, kept, full_reports(desk, [kept.id])[kept.id])


def _show(desk: Desk, kept: Kept, report: Report) -> None:
    repairs = "；".join(repair.sentence for repair in report.repairs) or "正文没有改动"
    st.html(f"<p class='note'>读取时：{as_html(repairs)}</p>")
    with st.container(height=HEIGHT):
        st.text(report.text)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        name = kept.name.rsplit("/", 1)[-1]
        content = lambda: take_original(desk, kept)  # noqa: E731 - what the button calls
        st.download_button("下载原件", content, name, ANY, on_click="ignore", icon=":material/download:")
        key = f"replace-{kept.id}-{st.session_state.get(TURN, 0)}"
        no = bars(desk, "replace")
        st.file_uploader("用新文件替换这一份", key=key, on_change=_replace, args=(desk, kept, key), disabled=no)


def _replace(desk: Desk, kept: Kept, key: str) -> None:
    file = st.session_state[key]
    if file is None:
        return
    source = Source(file.name, file.getvalue())
    (report,) = read_all([source])
    if isinstance(report, Failure):
        say("wrong", f"{as_markdown(report.file)}：{report.reason}")
    else:
        done = f"已用“{as_markdown(report.file)}”替换，原来的一份在回收站。"
        unit = identify(report, manual())[0].unit
        attempt(lambda: replace_report(desk, kept, Incoming(source, report, unit=unit)), done)
    st.session_state[TURN] = st.session_state.get(TURN, 0) + 1


def _again(desk: Desk, stored: Shelf) -> None:
    """Reads every original with the present readers and drops the coding, which the next page then makes anew."""

    def read_all_again() -> None:
        sources = [Source(one.name, original(desk, one)) for one in stored.kept]
        found = zip(stored.kept, read_all(sources, jobs_for(stored.count)), strict=True)
        read_again(desk, {one.id: report for one, report in found if isinstance(report, Report)})
        forget(desk)

    forget_manual()
    attempt(read_all_again, f"已重新读取 {stored.count} 份报告，正在重新编码。")
