"""The versions of the codebook, what each changed, and the way back; the files out and in."""

import pandas as pd
import streamlit as st

from analysis.codebookfiles import parse_written
from analysis.keeping.codebooks import BUILT_IN, Saved, restore_version, versions
from analysis.revising.difference import codebook_changes
from analysis.revising.draft import Draft
from analysis.revising.edits import TakeFiles
from analysis.revising.files import packed, unpacked
from analysis.revising.versions import Version
from analysis.rulefile import RuleFileError
from pages.parts.access import bars
from pages.parts.desk import attempt, current_desk, readable, say
from pages.parts.download import download
from pages.parts.manualdraft import current_version, edit, put, version
from pages.parts.rowpicker import picked_row
from pages.parts.text import as_html, as_markdown, local_time

TURN = "manual-files-turn"
MOST, HEIGHT, FEW = 60, 250, 6


def versions_panel() -> None:
    """All versions, the newest first; the chosen one with what it changed and the way back to it."""
    desk = current_desk()
    if desk is None:
        st.info("报告库没有打开，只有随软件附带的手册。", icon=":material/info:")
        return
    with readable():
        kept = (*versions(desk), Saved("", "", "", BUILT_IN))
        shown = pd.DataFrame(
            {
                "保存时间": [local_time(one.at) for one in kept],
                "保存人": [one.by for one in kept],
                "理由": [one.reason for one in kept],
                "": ["现行"] + [""] * (len(kept) - 1),
            }
        )
        key, alt = f"versions-{kept[0].digest[:12]}", "编码手册的版本：保存时间、保存人、理由"
        height = HEIGHT if len(shown) > FEW else "content"
        _one(kept, picked_row(shown, key, alt, height=height) or 0)


def _one(kept: tuple[Saved, ...], row: int) -> None:
    """One version: what it changed against the one before, and what can be done with it."""
    one = kept[row]
    own = version(one.digest)
    with st.container(horizontal=True, vertical_alignment="center"):
        title = f"{local_time(one.at)}　{one.reason}".strip()
        st.html(f"<p><b>{as_html(title)}</b></p>", width="stretch")
        desk = current_desk()
        closed = row == 0 or desk is None or bars(desk, "codebook")
        st.button("回到这一版", disabled=closed, on_click=_go_back, args=(own,), icon=":material/history:")
        name = f"编码手册{local_time(one.at)[:10]}.zip"
        download("下载（zip）", packed(own.texts), name, "application/zip")
    if row + 1 < len(kept):
        _difference(version(kept[row + 1].digest), own)


def _difference(before: Version, after: Version) -> None:
    try:
        told = list(codebook_changes(parse_written(before.texts).whole, parse_written(after.texts).whole)["told"])
    except RuleFileError as error:
        st.error(f"这一版或它的前一版，本版软件读不了：{as_markdown(str(error))}")
        return
    listed = "".join(f"<li>{as_html(one)}</li>" for one in told[:MOST])
    more = f"<li>……共{len(told)}处</li>" if len(told) > MOST else ""
    st.html(f"<p class='note'>与前一版相比：</p><ol class='changes'>{listed or '<li>没有不同</li>'}{more}</ol>")


def _go_back(to: Version) -> None:
    desk = current_desk()
    if desk is None:
        return
    done = "已回到所选的版本，各页已按它统计。中间的版本都还在。"
    if attempt(lambda: restore_version(desk, current_version(), to), done):
        put(None)


def files_panel(draft: Draft | None) -> None:
    """The files in again: they become a draft, with all that differs."""
    with st.container(border=True):
        st.subheader("从文件导入", anchor=False)
        st.html(
            "<p class='note'>先下载一版，用记事本改好再上传（单个 yaml 文件或整个 zip，每个文件不超过 1 MB）。"
            "有错会指出哪个文件、第几行；没错就成为草稿，同样先预览、再保存。</p>"
        )
        if draft is None:
            st.html("<p class='note'>现行版本本版软件用不了：请先在左侧换回一个能用的版本。</p>")
            return
        key = f"manual-files-{st.session_state.get(TURN, 0)}"
        st.file_uploader(
            "编码手册文件",
            type=["yaml", "yml", "zip"],
            accept_multiple_files=True,
            key=key,
            on_change=_take,
            args=(draft, key),
            label_visibility="collapsed",
        )


def _take(draft: Draft, key: str) -> None:
    given = [(file.name, file.getvalue()) for file in st.session_state[key]]
    st.session_state[TURN] = st.session_state.get(TURN, 0) + 1
    if not given:
        return
    try:
        texts = unpacked(given)
    except RuleFileError as error:
        say("wrong", as_markdown(str(error)))
        return
    if edit(draft, TakeFiles(texts)):
        say("done", f"已读入草稿：{'、'.join(map(as_markdown, texts))}。请看右侧的修改，预览后保存。")
