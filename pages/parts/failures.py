"""The files that could not be read."""

import pandas as pd
import streamlit as st

from pages.parts.text import as_html


def failure_list(failures: pd.DataFrame) -> None:
    """Names every file that could not be read and why (FAILURES); nothing where all could."""
    if failures.empty:
        return
    lines = [f"<b>{as_html(file)}</b>：{as_html(why)}" for file, why in failures[["file", "reason"]].to_numpy()]
    st.html(f"<div class='warn'>{len(failures)} 个文件未能读取，其余不受影响：<br>{'<br>'.join(lines)}</div>")
