"""The desk of this program, opened once for all sessions, and what is said when something goes wrong with it.

Each run uses it as the person it belongs to; before that is known, it lets nobody see or do anything.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Literal

import streamlit as st

from analysis.keeping.desk import Desk
from analysis.keeping.errors import DeskError
from analysis.keeping.opening import address, open_desk
from analysis.keeping.rights import NOBODY

SAID, OPENED, PERSON = "desk-said", "desk-opened", "desk-person"


@st.cache_resource(max_entries=4, show_spinner="正在打开报告库……")
def _opened(where: str) -> Desk:
    return open_desk(where)


def desk_banner() -> None:
    """Opens the desk for this run; says on every page what is wrong with it, and what was just done."""
    if trouble := _open():
        st.error(trouble, icon=":material/error:")
    kind, text = st.session_state.pop(SAID, ("", ""))
    if text:
        {"done": st.success, "wrong": st.error}[kind](text)


def _open() -> str:
    """Leaves the desk, or None, for this run; what is wrong with it."""
    try:
        st.session_state[OPENED] = desk = _opened(address())
    except DeskError as error:
        st.session_state[OPENED] = None
        return error.reason
    return desk.trouble


def current_desk() -> Desk | None:
    """The desk of this run, as its person may use it; None where it could not be opened."""
    if OPENED not in st.session_state:
        _open()
    desk: Desk | None = st.session_state[OPENED]
    return desk and replace(desk, person=st.session_state.get(PERSON, NOBODY))


@contextmanager
def readable() -> Iterator[None]:
    """Says why the desk cannot be read, where the block finds that it cannot."""
    try:
        yield
    except DeskError as error:
        st.error(error.reason, icon=":material/error:")


def forget_desk() -> None:
    """Closes the desk; the next run opens it anew."""
    if desk := current_desk():
        desk.engine.dispose()
    _opened.clear()
    st.session_state.pop(OPENED, None)


def say(kind: Literal["done", "wrong"], text: str) -> None:
    """Says `text` at the top of the next run."""
    st.session_state[SAID] = (kind, text)


def attempt(action: Callable[[], object], done: str) -> bool:
    """Does `action` and says `done`, or why it could not be done; whether it could."""
    try:
        action()
    except DeskError as error:
        say("wrong", error.reason)
        return False
    say("done", done)
    return True
