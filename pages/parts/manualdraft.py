"""The draft of the codebook in this session, on the version in force."""

import streamlit as st

from analysis.codebookfiles import parse_codebook
from analysis.keeping.codebooks import built_in, in_force, load_version
from analysis.keeping.desk import Desk
from analysis.keeping.errors import DeskError
from analysis.revising.draft import Draft
from analysis.revising.edits import Edit, EditError
from analysis.revising.versions import Version
from analysis.rulefile import RuleFileError
from pages.parts.desk import current_desk, say
from pages.parts.text import as_markdown

DRAFT = "manual-draft"


@st.cache_resource(max_entries=12, show_spinner=False)
def _version(where: str, digest: str, _desk: Desk | None) -> Version:  # noqa: ARG001 - the keys of the cache
    return built_in() if _desk is None else load_version(_desk, digest)


def version(digest: str) -> Version:
    """The version `digest`, the built-in one where that is empty.

    Raises:
        DeskError: it cannot be read.
    """
    desk = current_desk()
    return _version(str(desk.engine.url) if desk else "", digest, desk)


def current_version() -> Version:
    """The version in force.

    Raises:
        DeskError: it cannot be read.
    """
    desk = current_desk()
    return version(in_force(desk) if desk else "")


def present() -> Draft | None:
    """The draft; without edits that of the version in force. None where that version cannot be used."""
    draft: Draft | None = st.session_state.get(DRAFT)
    if draft is not None and draft.edits:
        return draft
    try:
        current = current_version()
        parse_codebook(current.texts)
    except (DeskError, RuleFileError):
        return None
    return Draft(current)


def overtaken(draft: Draft) -> bool:
    """Whether somebody else saved a version since the draft was begun."""
    try:
        return draft.base.digest != current_version().digest
    except DeskError:
        return False


def edit(draft: Draft, *edits: Edit) -> bool:
    """Does `edits` on the draft, or says why not; whether it could."""
    try:
        for one in edits:
            draft = draft.doing(one)
    except (EditError, RuleFileError) as error:
        say("wrong", as_markdown(str(error)))
        return False
    st.session_state[DRAFT] = draft
    return True


def put(draft: Draft | None) -> None:
    """Takes `draft` as the present one; None gives all edits up."""
    st.session_state[DRAFT] = draft


def move_on(draft: Draft) -> None:
    """Does the edits again on the version that somebody else saved."""
    moved, lost = draft.onto(current_version())
    put(moved)
    told = f"；有{len(lost)}处并不上去：{as_markdown('；'.join(lost))}" if lost else ""
    say("done", f"您的修改已并到新版本上{told}。请重新预览后保存。")
