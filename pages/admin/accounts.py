"""管理: who may log in and see what, and what everybody did."""

import streamlit as st

from pages.parts.accounts import account_forms, account_list
from pages.parts.auditlog import audit_list, chain_check
from pages.parts.desk import current_desk, readable
from pages.parts.headline import headline
from pages.parts.names import pick

PARTS = {
    "accounts": ("账号", (account_list, account_forms)),
    "audit": ("操作记录", (chain_check, audit_list)),
}

desk = current_desk()
with headline("管理"):
    part = pick("管理什么", "admin", {key: name for key, (name, _) in PARTS.items()})

if desk is None:
    st.info("报告库没有打开，原因见上方。", icon=":material/info:")
else:
    for panel in PARTS[part][1]:
        with readable():
            panel(desk)
