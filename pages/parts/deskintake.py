"""Taking reports in: many files at once, read one by one, looked at in a grid, and only then kept."""

from collections.abc import Sequence

import streamlit as st

from analysis.keeping.changes import Incoming, add_reports
from analysis.keeping.desk import Desk
from analysis.reading.base import Failure, Source
from analysis.reading.sources import expand
from pages.parts.access import bars
from pages.parts.corpora import DESK
from pages.parts.desk import attempt
from pages.parts.deskcolumns import editing
from pages.parts.failures import show_failures
from pages.parts.manuals import manual
from pages.parts.origins import ORIGIN
from pages.parts.staging import Staged, as_grid, chosen, stage
from pages.parts.text import as_markdown

WAITING, STAGED, REFUSED, TURN = "intake-waiting", "intake-staged", "intake-refused", "intake-turn"
MOST_MB = 200
HELP = "可一次选择或拖入多个文件，也可用 zip 压缩包。读取后先在下表核对，存入（或放弃）后再添加下一批。"
READ_ONLY = ("file", "state", "repairs")


def take_in(sources: Sequence[Source], failures: Sequence[Failure]) -> None:
    """Puts files in the line to be read when 报告管理 is shown next."""
    st.session_state[WAITING] = [*st.session_state.get(WAITING, ()), *sources]
    st.session_state[REFUSED] = [*st.session_state.get(REFUSED, ()), *failures]


def intake(desk: Desk) -> None:
    """The uploader, and the grid of what was read and is not kept yet."""
    key = f"intake-{st.session_state.get(TURN, 0)}"
    st.file_uploader(
        "把报告存入报告库（可拖入多个文件或 zip）",
        accept_multiple_files=True,
        key=key,
        on_change=_take,
        args=(key,),
        help=HELP,
        max_upload_size=MOST_MB,
        disabled=bars(desk, "add") or bool(st.session_state.get(STAGED)),  # what was typed into the grid stays
    )
    _read_waiting(desk)
    show_failures(st.session_state.get(REFUSED, ()))
    if st.session_state.get(STAGED):
        _grid(desk, st.session_state[STAGED])
    elif st.session_state.get(REFUSED):
        st.button("知道了", on_click=_drop)


def _take(key: str) -> None:
    for file in st.session_state[key]:
        take_in(*expand(file.name, file.getvalue()))
    st.session_state[TURN] = st.session_state.get(TURN, 0) + 1


def _read_waiting(desk: Desk) -> None:
    waiting: list[Source] = st.session_state.get(WAITING, [])
    if not waiting:
        return
    bar, done = st.progress(0.0), 0

    def show(name: str) -> None:
        nonlocal done
        done += 1
        bar.progress(done / len(everything), text=f"已读 {done} / {len(everything)} 份：{as_markdown(name)}")

    before: Sequence[Staged] = st.session_state.get(STAGED, ())
    everything = [*(one.source for one in before), *waiting]
    staged, failures = stage(desk, everything, manual(), show)
    bar.empty()
    st.session_state[STAGED], st.session_state[WAITING] = staged, []
    st.session_state[REFUSED] = [*st.session_state.get(REFUSED, ()), *failures]
    st.session_state[TURN] = st.session_state.get(TURN, 0) + 1


def _grid(desk: Desk, staged: Sequence[Staged]) -> None:
    st.subheader(f"读到 {len(staged)} 份，尚未存入：请核对单位和报告期", anchor=False)
    column = st.column_config
    grid = st.data_editor(
        as_grid(staged),
        hide_index=True,
        placeholder="",
        num_rows="fixed",
        key=f"staged-{st.session_state.get(TURN, 0)}",
        disabled=READ_ONLY,
        column_config={
            "keep": column.CheckboxColumn("存入", width="small"),
            "file": column.TextColumn("文件", width="medium"),
            **editing(),
            "state": column.TextColumn("状态"),
            "repairs": column.TextColumn("文本修复"),
        },
        alt="读到的报告：是否存入、文件、单位、报告期、状态",
    )
    ready = chosen(staged, grid)
    with st.container(horizontal=True):
        save = f"存入报告库（{len(ready)}份）"
        nothing = not ready or bars(desk, "add")
        icon = ":material/save:"
        st.button(save, type="primary", icon=icon, disabled=nothing, on_click=_keep, args=(desk, ready))
        st.button("放弃，不存入", on_click=_drop, icon=":material/close:")


def _keep(desk: Desk, ready: Sequence[Incoming]) -> None:
    if attempt(lambda: add_reports(desk, ready), f"已存入 {len(ready)} 份报告。"):
        _drop()
        st.session_state[ORIGIN] = DESK


def _drop() -> None:
    for key in (WAITING, STAGED, REFUSED):
        st.session_state.pop(key, None)
