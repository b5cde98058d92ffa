"""What the overview lists: the notice on samples, key figures, the reports themselves."""

import pandas as pd
import streamlit as st

from analysis.exporting.tablefiles import csv_in_words
from analysis.tables.comparing.shared import REPORT_LIST
from analysis.tables.words import in_words
from pages.parts.corpora import DESK, SAMPLE, SESSION
from pages.parts.download import download
from pages.parts.text import as_html
from pages.parts.view import View

NOTICES = {
    SAMPLE: "正在显示随软件附带的 {} 份示例报告（单位、人名均为虚构）。左侧可上传自己的报告。",
    SESSION: "正在显示本次上传的 {} 份报告。左侧“清除上传”可回到示例。",
    DESK: "正在显示报告库中的 {} 份报告。增删、更正请到“报告管理”。",
}


def notice(view: View) -> None:
    """The page's name, and whose reports these are."""
    count = len(view.loaded.labels)
    text = NOTICES[view.loaded.origin].format(count)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.title("总览", width="content", anchor=False)
        st.html(f"<p class='note'>{text}</p>", width="content")


def figure_row(figures: pd.DataFrame) -> None:
    """Shows KEY_FIGURES side by side."""
    cards = [
        f"<div><span>{as_html(name)}</span><b>{as_html(value)}</b><small>{as_html(note)}</small></div>"
        for name, value, note in figures.to_numpy()
    ]
    st.html(f"<div class='figures'>{''.join(cards)}</div>")


def document_list(view: View) -> None:
    """Shows the chosen reports as a table."""
    shown = view.labels.merge(view.documents, on="document_id", suffixes=("", "_document"))
    st.subheader("参加比较的报告", anchor=False)
    st.dataframe(in_words(REPORT_LIST, shown), hide_index=True, alt="参加比较的报告：单位、报告期、标题、字数、文件")
    download(
        "下载这张表（CSV）",
        lambda: csv_in_words(REPORT_LIST, shown),
        "参加比较的报告.csv",
        "text/csv",
    )
