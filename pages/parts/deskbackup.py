"""The whole desk as one file to download, and back from one."""

import tempfile
from datetime import datetime
from pathlib import Path

import streamlit as st

from analysis.keeping.backup import SUFFIX, backup_bytes, restore
from analysis.keeping.desk import Desk
from analysis.keeping.errors import DeskError
from analysis.keeping.salvage import rebuild, salvage
from pages.parts.desk import attempt, forget_desk
from pages.parts.text import as_markdown

NOTE = (
    "备份是一个文件，内有全部报告原件、更正、单位名录、视图、会议材料、编码手册的各个版本和操作记录，请妥善保管。"
    "恢复会把报告库换成备份时的样子；恢复之前，现在的内容先自动另存一份。"
)
MADE, MOST_MB = "backup-made", 4000


def backup_panel(desk: Desk) -> None:
    """Back-up and restore; where the database is damaged, also what can still be read."""
    st.html(f"<p class='note'>{NOTE}</p>")
    if desk.trouble:
        _salvage(desk)
    else:
        _backup(desk)
    with st.form("restore", border=True):
        file = st.file_uploader(f"从备份恢复（{SUFFIX} 文件）", max_upload_size=MOST_MB, key="restore-file")
        sure = st.checkbox("我确认：用备份替换报告库现在的内容")
        if st.form_submit_button("恢复") and file is not None and sure:
            _restore(desk, file.getvalue())


def _backup(desk: Desk) -> None:
    if st.button("生成备份", icon=":material/archive:"):
        with st.spinner("正在生成备份……"):
            try:
                st.session_state[MADE] = backup_bytes(desk)
            except (DeskError, OSError) as error:
                st.error(getattr(error, "reason", "备份没有写成：请检查磁盘空间。"), icon=":material/error:")
    if made := st.session_state.get(MADE):
        name = f"对照备份{datetime.now().astimezone():%Y%m%d-%H%M}{SUFFIX}"
        st.download_button("下载备份", made, name, on_click=_forget, icon=":material/download:", type="primary")


def _forget() -> None:
    st.session_state.pop(MADE, None)


def _restore(desk: Desk, data: bytes) -> None:
    with st.spinner("正在恢复……"), tempfile.TemporaryDirectory() as folder:
        own = Path(folder) / f"desk{SUFFIX}"
        own.write_bytes(data)
        attempt(lambda: (rebuild if desk.trouble else restore)(desk, own), "已从备份恢复。")
    forget_desk()
    st.rerun()


def _salvage(desk: Desk) -> None:
    """The originals that a damaged database still gives, as a zip."""
    if st.button("取出还能读的报告原件", icon=":material/healing:"):
        with st.spinner("正在逐份读取……"):
            packed, lost = salvage(desk)
        st.download_button("下载原件（zip）", packed, "报告原件.zip", on_click="ignore", icon=":material/download:")
        if lost:
            st.warning(f"{len(lost)} 份的原件已读不出：{as_markdown('、'.join(lost))}")
