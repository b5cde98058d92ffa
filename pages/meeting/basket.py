"""会议材料: the charts that were put aside for a meeting, in the order in which they will be shown."""

import streamlit as st

from pages.parts.basket import basket, basket_bar, basket_list
from pages.parts.material import export_bar, material_head, preview, standard_button

view = st.session_state["view"]
basket_bar()
standard_button(view)
if len(basket()):
    material = material_head(view)
    export_bar(material)
    shown = st.toggle("按导出的样子预览", key="material_preview", persist_state="session")
    basket_list((lambda place: preview(material, place)) if shown else None)
else:
    st.info(
        "还没有会议材料。点“一键全套”放入整套图表；或者在其他页的图下方点“加入会议材料”，那张图的结论、数据和原文依据"
        "就放到这里；之后再改筛选、换报告，放进来的内容不变。",
        icon=":material/info:",
    )
