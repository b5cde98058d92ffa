"""The codebook that every page counts with: the version in force on the desk, else the built-in one."""

import streamlit as st

from analysis.codebookfiles import load_codebook
from analysis.keeping.codebooks import InForce, in_force, usable
from analysis.keeping.desk import Desk
from analysis.keeping.errors import DeskError
from analysis.lexicon.coding import load_lexicon
from analysis.report import Manual
from pages.parts.desk import current_desk
from pages.parts.text import as_markdown


@st.cache_resource(max_entries=6, show_spinner="正在读取编码手册……")
def _read(where: str, digest: str, _desk: Desk | None) -> tuple[Manual, str]:  # noqa: ARG001 - the keys of the cache
    """The manual of a version, which never changes, and what is wrong with it."""
    found = InForce(load_codebook()) if _desk is None else usable(_desk, digest)
    return Manual(found.codebook, load_lexicon()), found.trouble


def _in_force() -> tuple[Manual, str]:
    desk = current_desk()
    if desk is None:
        return _read("", "", None)
    try:
        return _read(str(desk.engine.url), in_force(desk), desk)
    except DeskError as error:
        trouble = f"{error.reason}读不到保存的编码手册，现在一律按随软件附带的手册统计，数字会与以前不同。"
        return _read("", "", None)[0], trouble


def manual() -> Manual:
    """The codebook in force and the word lists.

    Raises:
        RuleFileError: the files that come with the product cannot be used.
    """
    return _in_force()[0]


def forget_manual() -> None:
    """Lets every file be read anew."""
    _read.clear()


def manual_banner() -> None:
    """Says on every page where the codebook that is kept is not the one in use."""
    if trouble := _in_force()[1]:
        st.error(as_markdown(trouble), icon=":material/error:")
