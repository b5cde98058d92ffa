"""The frame of the dashboard: pages, sidebar, and nothing that a page could do itself."""

from pathlib import Path

import streamlit as st

from pages.parts.basket import PAGE, basket
from pages.parts.guard import guarded
from pages.parts.view import prepare

OVERVIEW = st.Page("pages/overview/overview.py", title="总览", icon=":material/dashboard:", default=True)
THEMES = st.Page("pages/compare/themes.py", title="主题对比", icon=":material/grid_on:", url_path="themes")
NUMBERS = st.Page("pages/compare/indicators.py", title="数量指标", icon=":material/pin:", url_path="indicators")
PROBLEMS = st.Page("pages/compare/problems.py", title="存在问题", icon=":material/report:", url_path="problems")
READING = st.Page("pages/read/reading.py", title="对读", icon=":material/menu_book:", url_path="reading")
REUSE = st.Page("pages/compare/reuse.py", title="雷同", icon=":material/content_copy:", url_path="reuse")
KEYWORDS = st.Page("pages/compare/keywords.py", title="特征词", icon=":material/key:", url_path="keywords")
CHECKS = st.Page("pages/check/checks.py", title="核查", icon=":material/fact_check:", url_path="checks")
TRENDS = st.Page("pages/compare/trends.py", title="趋势", icon=":material/trending_up:", url_path="trends")
kept = f"（{len(basket())}）" if len(basket()) else ""
MEETING = st.Page("pages/meeting/basket.py", title=f"会议材料{kept}", icon=":material/folder:", url_path="meeting")

icon = Path(__file__).parent / "pages" / "parts" / "mark.svg"
st.set_page_config(page_title="对照", page_icon=str(icon), layout="wide")
page = st.navigation(
    [OVERVIEW, THEMES, NUMBERS, PROBLEMS, READING, REUSE, KEYWORDS, CHECKS, TRENDS, MEETING], position="top"
)
with guarded():
    prepare()
    st.session_state[PAGE] = page.title
    page.run()
