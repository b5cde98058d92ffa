"""Uploading reports for this session, in the sidebar."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from analysis.reading.sources import expand
from pages.parts.corpora import inputs

if TYPE_CHECKING:
    from analysis.reading.base import Failure, Source

TYPES = ["docx", "txt", "zip"]
HELP = "可一次选择多个文件，也可上传 zip 压缩包。文件只在本次会话中使用，关闭页面即清除。"


def upload_panel() -> None:
    """Draws the uploader and keeps what it holds as this session's reports; none means the samples."""
    with st.expander("上传报告", icon=":material/upload_file:", expanded="inputs" not in st.session_state):
        times = st.session_state.get("cleared", 0)
        files = st.file_uploader(
            "拖入 .docx、.txt 或 .zip", TYPES, accept_multiple_files=True, key=f"files-{times}", help=HELP
        )
        _keep(files)
        if files:
            st.button("清除上传，回到示例", on_click=_clear, width="stretch")


def _clear() -> None:
    st.session_state["cleared"] = st.session_state.get("cleared", 0) + 1


def _keep(files: Sequence[UploadedFile]) -> None:
    """Opens the uploaded files where they are others than before."""
    ids = [file.file_id for file in files]
    if ids == st.session_state.get("file_ids", []):
        return
    st.session_state["file_ids"] = ids
    sources: list[Source] = []
    failures: list[Failure] = []
    for file in files:
        found, refused = expand(file.name, file.getvalue())
        sources += found
        failures += refused
    if files:
        st.session_state["inputs"] = inputs(sources, failures)
    else:
        st.session_state.pop("inputs", None)
