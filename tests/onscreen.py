"""The dashboard without a browser: opened at a page, and what is on the screen then."""

import re
from pathlib import Path

from streamlit.testing.v1 import AppTest

DASHBOARD = Path(__file__).resolve().parents[1] / "dashboard.py"
START = "pages/overview/overview.py"


def dashboard(page=START, *, given=None, **query):
    """The dashboard at `page`, with the reports `given` and with `query` in its address."""
    app = AppTest.from_file(str(DASHBOARD), default_timeout=60)
    if given is not None:
        app.session_state["inputs"] = given
    for key, value in query.items():
        app.query_params[key] = value
    app.run()
    return app if page == START else app.switch_page(page).run()


def charts(app):
    return [element.proto for element in app.get("plotly_chart")]


def html(app):
    """The markup on the page."""
    return "".join(element.proto.body for element in app.get("html"))


def words(app):
    """What is written on the page, without its markup."""
    return re.sub("<[^>]+>", "", html(app))


def button(app, start):
    """The first button whose label starts with `start`."""
    return next(one for one in app.button if one.label.startswith(start))
