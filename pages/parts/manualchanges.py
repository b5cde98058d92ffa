"""What is changed so far; tried out, saved, undone."""

import streamlit as st

from analysis.keeping.codebooks import save_version
from analysis.revising.draft import Draft
from pages.parts.access import bars
from pages.parts.desk import attempt, current_desk
from pages.parts.manualdraft import move_on, overtaken, put
from pages.parts.manualeffect import is_seen, look
from pages.parts.manualsuggest import suggestions_panel
from pages.parts.text import as_html
from pages.parts.view import View

MOST = 12


def changes_panel(view: View, draft: Draft) -> None:
    """The changes of the draft, and the way to make a version of them."""
    with st.container(border=True):
        st.subheader("这次的修改", anchor=False)
        if not draft.edits:
            st.html(
                "<p class='note'>还没有修改。加入或去掉线索词、改定义，都先记在这里；"
                "预览影响、写明理由、保存之后，各页才会变。</p>"
            )
        else:
            _changes(draft)
            _ways(view, draft)
    suggestions_panel(view, draft)


def _changes(draft: Draft) -> None:
    told = list(draft.changes["told"])
    listed = "".join(f"<li>{as_html(one)}</li>" for one in told[:MOST])
    more = f"<li>……共{len(told)}处</li>" if len(told) > MOST else ""
    st.html(f"<ol class='changes'>{listed}{more}</ol>" if told else "<p class='note'>改来改去，与现行版本相同。</p>")
    with st.container(horizontal=True):
        st.button("撤销上一步", on_click=lambda: put(draft.undone()), icon=":material/undo:")
        st.button("全部放弃", on_click=put, args=(None,))


def _ways(view: View, draft: Draft) -> None:
    if overtaken(draft):
        st.warning("您修改期间，别人保存了编码手册的新版本。请先把您的修改并到新版本上，再预览、保存。")
        st.button("并到新版本上", on_click=move_on, args=(draft,), type="primary")
        return
    seen = is_seen(view, draft)
    if st.button("预览影响", type="secondary" if seen else "primary", icon=":material/visibility:", width="stretch"):
        look(view, draft)
        st.rerun()
    with st.form("manual-save", border=False):
        reason = st.text_input("修改的理由", max_chars=200, placeholder="例如：漏了“廉情分析”这种说法")
        desk = current_desk()
        closed = desk is None or bars(desk, "codebook")
        save = st.form_submit_button(
            "保存为新版本", type="primary" if seen else "secondary", disabled=closed or not seen
        )
    if not seen:
        st.html("<p class='note'>先预览影响，再保存。</p>")
    if save and desk is not None:
        if not reason.strip():
            st.error("请写明修改的理由，日后查版本时用得上。")
            return
        told = list(draft.changes["told"])
        done = f"已保存为新版本（{len(told)}处修改），各页已按它统计。随时可到“版本与文件”回到以前的版本。"
        if attempt(lambda: save_version(desk, draft.base, draft.texts, reason=reason.strip(), changes=told), done):
            put(None)
        st.rerun()
