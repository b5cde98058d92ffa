import pytest
from streamlit.testing.v1 import AppTest


def grid():
    import pandas as pd  # noqa: PLC0415 - the function is a script of its own
    import streamlit as st  # noqa: PLC0415 - as above

    from pages.parts.rowpicker import picked_row  # noqa: PLC0415 - as above

    st.text(f"picked: {picked_row(pd.DataFrame({'单位': ['甲局', '乙局']}), 'grid', '单位', height='content')}")


@pytest.mark.parametrize(("rows", "told"), [([], None), ([0], 0), ([1], 1), ([2], None)])
def test_a_row_that_is_no_longer_there_is_not_picked(rows, told):
    app = AppTest.from_function(grid)
    app.session_state["grid"] = {"selection": {"rows": rows, "columns": [], "cells": []}}
    app.run()
    assert not app.exception
    assert app.text[0].value == f"picked: {told}"
