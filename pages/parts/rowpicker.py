"""A grid of which one row can be picked."""

from typing import Any

import pandas as pd
import streamlit as st


def picked_row(shown: pd.DataFrame, key: str, alt: str, **looks: Any) -> int | None:  # noqa: ANN401 - as st.dataframe
    """Draws `shown` with what else `st.dataframe` takes; the place of the row that is picked, if any.

    What was picked from a longer table that stood here before is no row of this one.
    """
    event = st.dataframe(
        shown, hide_index=True, on_select="rerun", selection_mode="single-row", key=key, alt=alt, **looks
    )
    return next((row for row in event["selection"]["rows"] if row < len(shown)), None)
