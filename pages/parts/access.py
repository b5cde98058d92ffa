"""Who uses this session: on a machine of one's own nobody has to say, on a server everybody logs in.

The account is read anew at every run. A session belongs to one person: whoever comes next finds nothing of it.
"""

import ipaddress
import logging
import os
from collections.abc import Mapping
from types import MappingProxyType

import streamlit as st
from streamlit.errors import StreamlitSecretNotFoundError

from analysis.keeping.accounts import any_account
from analysis.keeping.desk import Desk
from analysis.keeping.errors import DeskError
from analysis.keeping.login import Ticket, holder, logout, vouched
from analysis.keeping.rights import HERE, NOBODY, ROLES, Person
from pages.parts.desk import PERSON, current_desk
from pages.parts.text import as_html

VARIABLE, SERVER = "DUIZHAO_MODE", "server"
TICKET, REFUSED, LEFT = "access-ticket", "access-refused", "access-left"
NEEDS: Mapping[str, str] = MappingProxyType({"admin": "read_accounts"})
"""The pages that are not for everybody: page to the action that its reader must have a right to."""
ADD = "python -m analysis account add 账号 --role 管理"
NO_ACCOUNTS = f"服务器方式还没有可用的账号，没有启动服务。请在服务器上运行：{ADD} ，然后刷新本页。"
ODD_MODE = f"环境变量 {VARIABLE} 只能不设，或设为 {SERVER}：请改正后重新启动。"
OPEN_TO_ALL = (
    f"本程序可从别的电脑访问，却没有登录，没有启动服务。请把 server.address 改回 127.0.0.1；"
    f"要供多人使用，请设环境变量 {VARIABLE}={SERVER} 并建立账号：{ADD}"
)
LOG = logging.getLogger("duizhao")


def is_server() -> bool:
    """Whether everybody has to log in."""
    return os.environ.get(VARIABLE, "") == SERVER


def closed() -> str:
    """Why nobody is let in at all, also in the terminal; else nothing."""
    reason = _reason()
    if reason:
        _tell(reason)
    return reason


def _reason() -> str:
    if os.environ.get(VARIABLE, "") not in {"", SERVER}:
        return ODD_MODE
    if not is_server():
        return "" if _only_here(str(st.get_option("server.address") or "")) else OPEN_TO_ALL
    desk = current_desk()
    if desk is None:
        return "报告库没有打开，不能登录：请查看服务器上的提示，改好后刷新本页。"
    try:
        return "" if any_account(desk) else NO_ACCOUNTS
    except DeskError as error:
        return error.reason


@st.cache_resource(max_entries=8, show_spinner=False)
def _tell(reason: str) -> None:
    """Says it in the terminal, once."""
    LOG.critical(reason)


def _only_here(address: str) -> bool:
    """Whether a server at `address` is reached from this machine alone; without an address it is from everywhere."""
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return address == "localhost"


def whoever() -> Person:
    """Who uses this run; NOBODY where somebody has to log in first."""
    person = _held() if is_server() else HERE
    former: Person = st.session_state.get(PERSON, NOBODY)
    if former.name not in {"", person.name}:
        _forget()
    st.session_state[PERSON] = person
    return person


def _held() -> Person:
    desk = current_desk()
    if desk is None:
        return NOBODY
    try:
        ticket = st.session_state.get(TICKET) or _provided()
        person = holder(desk, ticket) if ticket else None
    except DeskError:
        return NOBODY
    return person or NOBODY


def has_provider() -> bool:
    """Whether people log in at an identity provider: the secrets have a part [auth]."""
    try:
        return "auth" in st.secrets
    except StreamlitSecretNotFoundError:
        return False


def _provided() -> Ticket | None:
    """What the identity provider vouches for: its address, if it was verified, or its subject is an account here."""
    if not has_provider() or not st.user.is_logged_in or REFUSED in st.session_state:
        return None
    told = st.user.to_dict()
    email = told.get("email") if told.get("email_verified", True) else None
    desk = current_desk()
    try:
        ticket = vouched(desk, [str(name) for name in (email, told.get("sub")) if name]) if desk else None
    except DeskError as error:
        st.session_state[REFUSED] = error.reason
        return None
    st.session_state[TICKET] = ticket
    return ticket


def let_in(ticket: Ticket) -> None:
    """Makes this session that of the holder of `ticket`."""
    _forget()
    st.session_state[TICKET] = ticket


def _forget() -> None:
    """Leaves nothing of the person before, and marks the session as one that was somebody's."""
    st.session_state.clear()
    st.session_state[LEFT] = True


def leave() -> None:
    """Logs out; at the identity provider too."""
    if desk := current_desk():
        try:
            logout(desk)
        except DeskError:
            LOG.warning("a logout was not noted")
    _forget()
    if has_provider():
        st.logout()


def who_panel() -> None:
    """In the sidebar of a server: who is logged in, and the way out."""
    person: Person = st.session_state[PERSON]
    if not is_server():
        return
    with st.sidebar.container(horizontal=True, vertical_alignment="center"):
        st.html(f"<p class='note'>{as_html(person.name)}（{ROLES[person.role]}）</p>", width="stretch")
        st.button("退出", on_click=leave, key="leave")


def may(action: str) -> bool:
    """Whether the person of this run may do `action` (ACTIONS): pages grey out what would be refused."""
    person: Person = st.session_state[PERSON]
    return person.may(action)


def bars(desk: Desk, action: str) -> bool:
    """Whether a button for `action` is to be grey: the person may not, or the desk can only be read."""
    return bool(desk.trouble) or not may(action)


def may_open(page: str) -> bool:
    """Whether the page is one that this run's person may open; before the login nobody knows yet, and none is run."""
    person: Person = st.session_state[PERSON]
    return page not in NEEDS or (is_server() and (not person.role or may(NEEDS[page])))
