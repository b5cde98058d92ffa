"""Saved views and kept baskets: put away under a name, opened again, deleted."""

import streamlit as st

from analysis.keeping.baskets import basket_names, delete_basket, load_basket, save_basket
from analysis.keeping.desk import Desk
from analysis.keeping.views import View, delete_view, save_view, views
from pages.parts.access import bars
from pages.parts.basket import basket, put_basket
from pages.parts.desk import attempt
from pages.parts.names import PAGES

FILTERS = {"group": "分组", "unit": "单位", "period": "报告期", "part": "部分", "dimension": "维度", "theme": "主题"}


def kept_views(desk: Desk) -> None:
    """The filters of the sidebar under a name, and the views that are there."""
    st.subheader("视图：左侧的筛选", anchor=False)
    pages = [key for key in PAGES if key not in {"desk", "manual"}]
    with (
        st.form("view-form", clear_on_submit=True, border=False),
        st.container(horizontal=True, vertical_alignment="bottom"),
    ):
        name = st.text_input("把现在的筛选存为", max_chars=60, placeholder="例如：市直部门年度报告")
        page = st.selectbox("打开哪一页", pages, format_func=lambda key: PAGES[key][1])
        if st.form_submit_button("保存视图", disabled=bars(desk, "save_view")) and name.strip():
            filters = {key: tuple(st.session_state.get(key) or ()) for key in FILTERS}
            attempt(lambda: save_view(desk, View(name.strip(), page, filters)), "视图已保存。")
            st.rerun()
    for view in views(desk):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.text(f"{view.name}　{PAGES[view.page][1]}　{_told(view)}", width="stretch")
            st.button("打开", key=f"open-{view.name}", on_click=_open, args=(view,))
            delete = (lambda name=view.name: delete_view(desk, name), "视图已删除。")
            no = bars(desk, "delete_view")
            st.button("删除", key=f"drop-{view.name}", on_click=attempt, args=delete, disabled=no)


def _told(view: View) -> str:
    told = [f"{FILTERS[key]}{len(values)}项" for key, values in view.filters.items() if values and key in FILTERS]
    return "，".join(told) or "全部"


def _open(view: View) -> None:
    """Sets the filters, which only a callback may do; `go_on` then changes the page."""
    for key in FILTERS:
        st.session_state[key] = list(view.filters.get(key, ()))
    st.session_state["goto"] = view.page


def kept_baskets(desk: Desk) -> None:
    """The basket of the meeting under a name, and those that are there."""
    st.subheader("会议材料：另存与打开", anchor=False)
    with (
        st.form("basket-form", clear_on_submit=True, border=False),
        st.container(horizontal=True, vertical_alignment="bottom"),
    ):
        name = st.text_input("把现在的会议材料存为", max_chars=60, placeholder="例如：三季度分析会")
        nothing = not len(basket()) or bars(desk, "save_basket")
        if st.form_submit_button(f"保存（{len(basket())}项）", disabled=nothing) and name.strip():
            attempt(lambda: save_basket(desk, basket(), None, name.strip()), "会议材料已另存。")
            st.rerun()
    for kept in basket_names(desk):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.text(kept, width="stretch")
            st.button("打开", key=f"basket-open-{kept}", on_click=_take, args=(desk, kept))
            delete = (lambda name=kept: delete_basket(desk, name), "已删除。")
            no = bars(desk, "delete_basket")
            st.button("删除", key=f"basket-drop-{kept}", on_click=attempt, args=delete, disabled=no)


def _take(desk: Desk, name: str) -> None:
    attempt(lambda: put_basket(load_basket(desk, name)[0]), "已打开，见“会议材料”。")
