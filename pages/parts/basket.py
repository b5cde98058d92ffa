"""The basket of the meeting: a button that puts something in, and the list of what is there."""

from collections.abc import Callable, Iterable

import pandas as pd
import streamlit as st

from analysis.basket import Basket, Item
from analysis.briefing.items import Place, item, key_of
from analysis.exporting.tablefiles import csv_in_words
from analysis.tables.base import Table
from analysis.tables.words import in_words, shares
from pages.parts.access import may
from pages.parts.comparisons import chosen
from pages.parts.deskbasket import keep_basket, kept_basket
from pages.parts.download import download
from pages.parts.text import as_html

KEY, PAGE = "basket", "page"
HEIGHT = 240
KEPT = "会上按这里的顺序使用。内容自动保存，下次打开还在；另存、打开其他材料请到“报告管理”。"
UNKEPT = "会上按这里的顺序使用。您的角色不保存会议材料：退出或刷新页面后清空，请及时下载。"


def basket() -> Basket:
    """What was put aside: of this session, or else what the desk kept."""
    if KEY not in st.session_state:
        st.session_state[KEY] = kept_basket()
    kept: Basket = st.session_state[KEY]
    return kept


def basket_button(data: pd.DataFrame, table: Table, name: str, title: str, measure: str = "") -> None:
    """A button that puts `data`, declared as `table`, into the basket under its finding `title`.

    `measure` is the column that is drawn, or what is counted, where the table leaves that open.
    """
    place = st.session_state.get(PAGE, ""), name, title
    key = key_of(data, place, measure)
    there = key in basket()
    st.button(
        "已在会议材料" if there else "加入会议材料",
        key=f"basket-{key}",
        disabled=there,
        on_click=lambda: _put(table, data, place, measure),
    )


def _put(table: Table, data: pd.DataFrame, place: Place, measure: str) -> None:
    """Adds the item with its sentences, which are looked up only now."""
    put_basket(basket().add(item(chosen(st.session_state["view"]), table, data, place, measure)))


def put_basket(changed: Basket) -> None:
    """Makes `changed` the basket of this session, and of the desk."""
    st.session_state[KEY] = keep_basket(changed)


def put_all(items: Iterable[Item]) -> None:
    """Adds those of `items` that are not in the basket yet."""
    put_basket(basket().extend(items))


def list_card(data: pd.DataFrame, table: Table, name: str, title: str) -> None:
    """What stands below a list: its CSV, and the button that puts it into the basket."""
    with st.container(horizontal=True):
        download(
            "下载所列各条（CSV）",
            lambda: csv_in_words(table, data),
            f"{name}.csv",
            "text/csv",
        )
        basket_button(data, table, name, title)


def basket_bar() -> None:
    """The page's name; takes back the last removal, or empties the basket."""
    kept = basket()
    st.title("会议材料", anchor=False)
    with st.container(horizontal=True, vertical_alignment="center"):
        if len(kept):
            st.html(f"<p class='note'>{KEPT if may('save_basket') else UNKEPT}</p>", width="content")
        if kept.removed:
            st.button(f"撤销移出（{len(kept.removed)}项）", on_click=lambda: put_basket(basket().undo()))
        if len(kept):
            st.button("全部移出", on_click=lambda: put_basket(basket().clear()))


def basket_list(preview: Callable[[int], bytes] | None) -> None:
    """Shows every item in its order, to be moved, renamed, annotated, taken out and downloaded.

    With `preview` each is shown as the picture it makes of the item at a place, else as its rows.
    """
    kept = basket()
    for place, one in enumerate(kept.items):
        with st.container(border=True, gap="xsmall"):
            _buttons(one, place, len(kept))
            _words(one)
            if preview:
                st.image(preview(place), width="stretch", alt=f"{one.name}：{one.title}")
            else:
                _rows(one)


def _buttons(one: Item, place: int, count: int) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        where = f"{one.page}　{one.name}　{one.table.label}，{len(one.rows)}行"
        st.html(f"<b>{place + 1}</b>　<span class='note'>{as_html(where)}</span>", width="stretch")
        st.button("上移", key=f"up-{one.key}", disabled=place == 0, on_click=_move, args=(one.key, -1))
        st.button("下移", key=f"down-{one.key}", disabled=place == count - 1, on_click=_move, args=(one.key, 1))
        st.button("移出", key=f"out-{one.key}", on_click=lambda: put_basket(basket().remove([one.key])))
        download(
            "数据（CSV）",
            lambda: csv_in_words(one.table, one.data()),
            f"{one.name}.csv",
            "text/csv",
            key=f"basket-csv-{one.key}",
        )


def _move(key: str, steps: int) -> None:
    put_basket(basket().move(key, steps))


def _words(one: Item) -> None:
    title, note = f"title-{one.key}", f"note-{one.key}"
    st.text_input("标题", one.title, key=title, on_change=_rename, args=(one.key, title))
    st.text_input("备注", one.note, key=note, on_change=_annotate, args=(one.key, note), placeholder="会上要说的话")


def _rename(key: str, widget: str) -> None:
    put_basket(basket().rename(key, st.session_state[widget]))


def _annotate(key: str, widget: str) -> None:
    put_basket(basket().annotate(key, st.session_state[widget]))


def _rows(one: Item) -> None:
    """The rows in words, without the columns that are empty."""
    told = in_words(one.table, one.data().dropna(axis="columns", how="all"))
    st.dataframe(
        told,
        hide_index=True,
        height=min(HEIGHT, 42 + 36 * len(one.rows)),
        column_config={label: st.column_config.NumberColumn(format="percent") for label in shares(one.table)},
        placeholder="–",
        alt=one.title,
    )
