"""The accounts on screen: who there is, new ones, and what a manager changes in one."""

import re
from collections.abc import Callable

import pandas as pd
import streamlit as st

from analysis.keeping.accounts import (
    Listed,
    accounts,
    add_account,
    disable_account,
    enable_account,
    set_password,
    set_role,
    set_units,
)
from analysis.keeping.desk import Desk
from analysis.keeping.rights import ROLES
from analysis.keeping.roster import roster
from analysis.keeping.schema import now
from pages.parts.desk import attempt

SEPARATORS = re.compile(r"[、,，;；\n]+")
NOTE = (
    "查看：看、比较、导出。复核：另可存入、更正、替换、删除报告，作复核决定，存视图和会议材料。"
    "管理：另可改编码手册、单位名录、账号，看操作记录，备份和恢复。改动从对方下一次点击起生效。"
)
UNITS = "只能看哪些单位（用顿号隔开；不填即全部）"
UNITS_HELP = (
    "写单位名录里的名称。报告的单位以更正为准，没有更正的以识别结果为准；认不出单位的报告，限定单位的人看不到。"
)
TURN = "accounts-turn"


def account_list(desk: Desk) -> None:
    """All accounts as a table."""
    st.html(f"<p class='note'>{NOTE}</p>")
    rows = [_row(one) for one in accounts(desk)]
    st.dataframe(pd.DataFrame(rows), hide_index=True, alt="账号：名字、角色、可看的单位、状态、登录方式")


def _row(one: Listed) -> dict[str, str]:
    return {
        "账号": one.name,
        "角色": ROLES[one.role],
        "可看的单位": "、".join(one.units) or "全部",
        "状态": _state(one),
        "登录方式": "密码" if one.local else "统一身份认证",
    }


def _state(one: Listed) -> str:
    if one.disabled:
        return "已停用"
    return "暂时锁定" if (one.locked_until or "") > now() else "可用"


def account_forms(desk: Desk) -> None:
    """A form for a new account, and what can be changed in one that is there."""
    known = [unit.name for unit in roster(desk).units]
    if known:
        st.html(f"<p class='note'>单位名录共 {len(known)} 家，见“报告管理 → 单位名录”。</p>")
    new, change = st.columns(2)
    with new:
        _new(desk)
    with change:
        _change(desk)


def _new(desk: Desk) -> None:
    turn = st.session_state.get(TURN, 0)
    with st.form(f"account-new-{turn}", border=True):
        st.subheader("新增账号", anchor=False)
        name = st.text_input("账号", max_chars=60, autocomplete="off", help="用统一身份认证时写邮箱地址")
        role = st.selectbox("角色", list(ROLES), format_func=ROLES.get)
        units = st.text_area(UNITS, help=UNITS_HELP, height=68)
        password = st.text_input("密码", type="password", autocomplete="new-password", help="只用统一身份认证的不填")
        if st.form_submit_button("新增"):
            given = (desk, name, role, SEPARATORS.split(units), password or None)
            if attempt(lambda: add_account(*given), "账号已新增。"):
                st.session_state[TURN] = turn + 1  # an empty form; what was refused stays to be mended
            st.rerun()


def _change(desk: Desk) -> None:
    with st.container(border=True):
        st.subheader("修改账号", anchor=False)
        all_ = {one.name: one for one in accounts(desk)}
        name = st.selectbox("账号", list(all_), index=None, placeholder="选择账号", key="account-change")
        if name is not None:
            _changes(desk, all_[name])


def _changes(desk: Desk, one: Listed) -> None:
    key = f"{one.id}-{one.version}"
    role = st.selectbox("角色", list(ROLES), list(ROLES).index(one.role), ROLES.get, key=f"role-{key}")
    _button("保存角色", lambda: set_role(desk, one, role), disabled=role == one.role)
    units = st.text_area(UNITS, "、".join(one.units), help=UNITS_HELP, height=68, key=f"units-{key}")
    _button("保存单位", lambda: set_units(desk, one, SEPARATORS.split(units)))
    password = st.text_input("新密码", type="password", autocomplete="new-password", key=f"password-{key}")
    _button("设为新密码", lambda: set_password(desk, one, password), disabled=not password)
    if one.disabled:
        _button("启用账号", lambda: enable_account(desk, one))
    else:
        _button("停用账号", lambda: disable_account(desk, one))


def _button(label: str, action: Callable[[], None], *, disabled: bool = False) -> None:
    if st.button(label, disabled=disabled):
        attempt(action, f"{label}：已完成。")
        st.rerun()
