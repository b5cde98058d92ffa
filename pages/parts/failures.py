"""The files that could not be read."""

from collections.abc import Iterable

import pandas as pd
import streamlit as st

from analysis.reading.base import Failure
from pages.parts.text import as_html


def failure_list(failures: pd.DataFrame) -> None:
    """Names every file that could not be read and why (FAILURES); nothing where all could."""
    _warn([(file, why) for file, why in failures[["file", "reason"]].to_numpy()])


def show_failures(failures: Iterable[Failure]) -> None:
    """The same for files that were not kept."""
    _warn([(one.file, one.reason) for one in failures])


def _warn(told: list[tuple[str, str]]) -> None:
    if told:
        lines = [f"<b>{as_html(file)}</b>：{as_html(why)}" for file, why in told]
        st.html(f"<div class='warn'>{len(told)} 个文件未能读取，其余不受影响：<br>{'<br>'.join(lines)}</div>")
