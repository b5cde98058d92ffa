"""The button that hands over a file; the audit notes who took which."""

import logging
from collections.abc import Callable

import streamlit as st

from analysis.keeping.desk import Desk
from analysis.keeping.errors import DeskError, RefusedError
from pages.parts.desk import current_desk

ANY = "application/octet-stream"
LOG = logging.getLogger("duizhao")


def download(  # noqa: PLR0913 - what a button needs
    label: str, data: bytes | Callable[[], bytes], name: str, mime: str = ANY, *, key: str = "", primary: bool = False
) -> None:
    """A button that gives `data`, made only then where it is a function, as the file `name`.

    Nothing is handed over to somebody whose right ended since the page was drawn.
    """
    desk = current_desk()

    def content() -> bytes:
        if desk is not None:
            _note(desk, name)
        return data() if callable(data) else data

    st.download_button(
        label,
        content,
        name,
        mime,
        key=key or None,
        on_click="ignore",
        icon=":material/download:",
        type="primary" if primary else "secondary",
    )


def _note(desk: Desk, name: str) -> None:
    """Lets nobody pass without a right; a full disk alone keeps nobody from their material."""
    try:
        desk.note("export", name)
    except RefusedError:
        raise
    except DeskError:
        LOG.warning("an export was not noted")
