"""What a reader sees when something unforeseen goes wrong: a sentence and a number, never a traceback."""

import logging
import traceback
import uuid
from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

LOG = logging.getLogger("duizhao")


@contextmanager
def guarded() -> Iterator[None]:
    """Turns an unforeseen error into a Chinese sentence with a number that stands in the log too.

    The log holds the kind of error and where it happened, and not its message, which may quote a report.
    """
    try:
        yield
    except Exception as error:  # noqa: BLE001 - the last guard before the screen
        number = uuid.uuid4().hex[:8]
        place = "".join(traceback.format_tb(error.__traceback__))
        LOG.error("error %s: %s\n%s", number, type(error).__name__, place)  # noqa: TRY400 - without its message
        st.error(
            f"程序出错，这一页没有显示完整（错误编号 {number}）。请刷新重试；仍出现时请把编号告诉维护人员。",
            icon=":material/error:",
        )
        st.stop()
