"""Uploading reports for this session, in the sidebar: a quick look without keeping anything.

What is uploaded moves into the session at once and the uploader is emptied, so that further files add to the
earlier ones; the overview lists what was read and what was not.
"""

import streamlit as st

from analysis.reading.sources import expand
from pages.parts.access import may
from pages.parts.corpora import Inputs, inputs
from pages.parts.deskintake import take_in
from pages.parts.origins import ORIGIN

HELP = (
    "能读 .docx、.doc、.wps、.pdf、.ofd、.txt、.rtf、.odt 和网页；可一次选择多个文件，也可上传 zip 压缩包。"
    "文件只在本次会话中使用，关闭页面即清除；要长期保存请到“报告管理”。"
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
            no = not may("add")
            st.button("存入报告库", on_click=_keep, width="stretch", icon=":material/save:", disabled=no)
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
    st.session_state.pop(ORIGIN, None)
    st.session_state["uploads"] = st.session_state.get("uploads", 0) + 1


def _keep() -> None:
    """Hands the session's reports over to 报告管理, where they are looked at once more and kept."""
    given: Inputs = st.session_state.pop("inputs")
    take_in(given.sources, given.failures)
    st.session_state["goto"] = "desk"
    st.session_state["manage"] = "reports"  # whatever 报告管理 showed last


def _clear() -> None:
    del st.session_state["inputs"]
