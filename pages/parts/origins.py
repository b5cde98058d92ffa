"""Which reports are compared: those on the desk, those of this session, or the samples."""

import streamlit as st

from pages.parts.corpora import DESK, SAMPLE, SESSION, Given, Inputs, samples, session_inputs
from pages.parts.shelf import shelf

ORIGIN = "origin"
NAMES = {DESK: "报告库", SESSION: "本次上传", SAMPLE: "示例"}


def _there() -> dict[str, Given]:
    """What there is to compare, what a reader most likely wants first."""
    uploaded, stored = session_inputs(), shelf()
    given: dict[str, Given] = {} if uploaded is None else {SESSION: uploaded}
    if stored is not None and stored.count:
        given[DESK] = stored
    return given | {SAMPLE: samples()}


def chosen_reports() -> Given:
    """The reports that the sidebar chose."""
    there = _there()
    return there.get(st.session_state.get(ORIGIN, ""), next(iter(there.values())))


def _count(given: Given) -> str:
    """How many reports there are; of an upload how many files, for not every one may be read."""
    if isinstance(given, Inputs) and given.origin == SESSION:
        return f"{len(given.sources) + len(given.failures)}个文件"
    return f"{given.count}份"


def origin_panel() -> None:
    """Lets a reader choose where there is a choice."""
    there = _there()
    if len(there) > 1:
        if st.session_state.get(ORIGIN) not in there:
            st.session_state[ORIGIN] = next(iter(there))
        st.segmented_control(
            "比较哪些报告",
            list(there),
            format_func=lambda key: f"{NAMES[key]}（{_count(there[key])}）",
            key=ORIGIN,
            required=True,
            persist_state="session",
        )
