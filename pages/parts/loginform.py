"""What somebody sees who is not logged in: the form, the way to the identity provider, or why nobody is let in."""

import streamlit as st

from analysis.keeping.errors import DeskError
from analysis.keeping.login import login
from pages.parts.access import LEFT, REFUSED, closed, has_provider, let_in
from pages.parts.desk import current_desk
from pages.parts.text import as_markdown

NOTE = "登录只在本窗口有效：刷新或关闭页面后要重新登录，平时点击和切换页面不用。用完请点左侧“退出”。"
ENDED = "<p>登录已结束：点了退出，或账号、密码有变动。</p><p><a href='./'>重新登录</a></p>"
OIDC_NOTE = "本系统用单位的统一身份认证登录。"


def gate() -> None:
    """Stops the run with the reason where nobody is let in."""
    if reason := closed():
        st.title("对照", anchor=False)
        st.error(as_markdown(reason), icon=":material/lock:")
        st.stop()


def log_in() -> None:
    """Asks who it is, and stops the run.

    Where a login ended it is asked in a page loaded anew, so that neither session nor address holds anything of it.
    """
    with st.container(width=420):
        if LEFT in st.session_state:
            st.title("对照　已退出", anchor=False)
            st.html(ENDED)
            st.stop()
        st.title("对照　登录", anchor=False)
        if has_provider():
            _at_provider()
        else:
            _form()
    st.stop()


def _at_provider() -> None:
    st.html(f"<p class='note'>{OIDC_NOTE}</p>")
    if reason := st.session_state.get(REFUSED):
        st.error(as_markdown(reason), icon=":material/error:")
        st.button("换一个身份登录", on_click=st.logout)
    else:
        st.button("用统一身份认证登录", on_click=st.login, type="primary")


def _form() -> None:
    with st.form("login", border=True):
        name = st.text_input("账号", autocomplete="username", key="login-name")
        password = st.text_input("密码", type="password", autocomplete="current-password", key="login-password")
        if st.form_submit_button("登录", type="primary", width="stretch"):
            _try(name, password)
    st.html(f"<p class='note'>{NOTE}</p>")


def _try(name: str, password: str) -> None:
    desk = current_desk()
    if desk is None:
        return
    try:
        with st.spinner("正在登录……"):
            let_in(login(desk, name, password))
    except DeskError as error:
        st.error(error.reason, icon=":material/error:")
        return
    st.rerun()
