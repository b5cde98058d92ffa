"""一致性: how far people agree with each other and with the machine."""

import streamlit as st

st.title("一致性", anchor=False)
