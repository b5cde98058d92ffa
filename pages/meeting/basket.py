"""会议材料: the charts that were put aside for a meeting, in the order in which they will be shown."""

import streamlit as st

from pages.parts.basket import basket, basket_bar, basket_list

basket_bar()
if not len(basket()):
    st.info(
        "还没有会议材料。在其他页的图下方点“加入会议材料”，那张图的结论和数据就放到这里；"
        "之后再改筛选、换报告，放进来的内容不变。",
        icon=":material/info:",
    )
basket_list()
