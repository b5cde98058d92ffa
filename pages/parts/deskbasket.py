"""The basket of the meeting as the desk keeps it: loaded once a session, written at every change."""

import streamlit as st

from analysis.basket import Basket
from analysis.keeping.baskets import load_basket, save_basket
from analysis.keeping.errors import ConflictError, DeskError
from pages.parts.access import bars
from pages.parts.desk import current_desk, say

STATE = "basket-state"
CONFLICT = "另一个窗口刚改过会议材料，这里已换成那边的内容，刚才的一步没有保存：请看过后再做一次。"


def kept_basket() -> Basket:
    """The basket as the desk keeps it; an empty one where there is no desk to read."""
    desk = current_desk()
    if desk is None:
        return Basket()
    try:
        kept, st.session_state[STATE] = load_basket(desk)
    except DeskError:
        return Basket()
    return kept


def keep_basket(changed: Basket) -> Basket:
    """`changed`, now kept; or what another window made of the basket meanwhile."""
    desk = current_desk()
    if desk is None or bars(desk, "save_basket"):
        return changed  # for this session only: the banner, or the page, says that nothing can be saved
    try:
        st.session_state[STATE] = save_basket(desk, changed, st.session_state.get(STATE, 0))
    except ConflictError:
        say("wrong", CONFLICT)
        return kept_basket()
    except DeskError as error:
        say("wrong", error.reason)
    return changed
