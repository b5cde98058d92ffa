"""Uploading reports for this session, in the sidebar.

What is uploaded moves into the session at once and the uploader is emptied, so that further files add to the
earlier ones; the overview lists what was read and what was not.
"""

import streamlit as st

from analysis.reading.sources import expand
from pages.parts.corpora import Inputs, inputs

HELP = (
    "能读 .docx、.doc、.wps、.pdf、.ofd、.txt、.rtf、.odt 和网页；可一次选择多个文件，也可上传 zip 压缩包。"
    "文件只在本次会话中使用，关闭页面即清除。"
)


def upload_panel() -> None:
    """Draws the uploader and, where something was uploaded, the way back to the samples."""
    with st.container(border=True, gap="xsmall"):
        key = f"files-{st.session_state.get('uploads', 0)}"
        st.file_uploader(
            "上传报告（Word、WPS、PDF、OFD、txt 等，或 zip，可拖入）",
            accept_multiple_files=True,
            key=key,
            on_change=_take,
            args=(key,),
            help=HELP,
        )
        if "inputs" in st.session_state:
            st.button("清除上传，回到示例", on_click=_clear, width="stretch", icon=":material/close:")


def _take(key: str) -> None:
    """Adds the files in the uploader to this session's reports and empties it."""
    given: Inputs = st.session_state.get("inputs", inputs((), ()))
    sources, failures = list(given.sources), list(given.failures)
    for file in st.session_state[key]:
        found, refused = expand(file.name, file.getvalue())
        sources += found
        failures += refused
    st.session_state["inputs"] = inputs(sources, failures)
    st.session_state["uploads"] = st.session_state.get("uploads", 0) + 1


def _clear() -> None:
    del st.session_state["inputs"]
