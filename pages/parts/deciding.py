"""Decisions from the pages: who may decide on what is shown, and what is said when a decision is kept."""

from collections.abc import Callable, Iterable

import streamlit as st

from analysis.keeping.decisions import decide, undo
from analysis.keeping.errors import DeskError
from analysis.keeping.rights import refusal
from analysis.reviewing.claims import standing
from analysis.reviewing.decisions import Decision, DecisionError
from pages.parts.corpora import DESK
from pages.parts.desk import current_desk, say
from pages.parts.view import View

STORE_FIRST = "存入报告库后可以复核：示例和临时上传的报告只能看。存入请到“报告管理”。"
NOTE = "review-note"


def why_not(view: View) -> str:
    """Why this person cannot decide on what is shown; empty where they can."""
    desk = current_desk()
    if view.loaded.origin != DESK or desk is None:
        return STORE_FIRST
    return desk.trouble or ("" if desk.person.may("decide") else refusal(desk.person, "decide"))


def can_decide(view: View) -> bool:
    """Whether this person can decide on what is shown."""
    return not why_not(view)


def made(view: View) -> tuple[Decision, ...]:
    """All decisions on the desk that this person may see, in their order."""
    return view.loaded.stored.held.decisions if view.loaded.stored else ()


def own_last(view: View) -> Decision | None:
    """What this person decided last and did not take back."""
    desk = current_desk()
    mine = [one for one in standing(made(view)) if desk and one.by == desk.actor]
    return mine[-1] if mine else None


def keep(make: Callable[[], Decision | Iterable[Decision]]) -> bool:
    """Keeps what `make` gives; says why where that cannot be; whether it could."""
    desk = current_desk()
    try:
        given = make()
        if desk is not None:
            decide(desk, [given] if isinstance(given, Decision) else [*given])
    except DeskError as error:
        say("wrong", error.reason)
        return False
    except DecisionError as error:
        say("wrong", str(error))
        return False
    return desk is not None


def take_back(wrong: Iterable[Decision]) -> None:
    """Undoes decisions; says why where that cannot be."""
    desk = current_desk()
    try:
        if desk is not None:
            undo(desk, wrong)
    except DeskError as error:
        say("wrong", error.reason)


def note_key() -> str:
    """The key of the field for a note, a new one for each decision."""
    return f"{NOTE}-{st.session_state.get('note-round', 0)}"


def noted() -> str:
    """What the person wrote beside the decision; the field is then empty for the next."""
    text: str = st.session_state.get(note_key()) or ""
    st.session_state["note-round"] = st.session_state.get("note-round", 0) + 1
    return text.strip()


def say_done(text: str) -> None:
    """Says `text` at the top of the next run."""
    say("done", text)
