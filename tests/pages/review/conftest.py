"""A desk with two reports."""

import pytest
from decided import OTHER, TEXT
from judging import incoming

from analysis.keeping.changes import add_reports
from analysis.keeping.opening import open_desk


@pytest.fixture
def stored(own_desk):
    """An open desk with two reports."""
    desk = open_desk(f"sqlite:///{own_desk}")
    add_reports(desk, [incoming("水务局.txt", TEXT), incoming("林业局.txt", OTHER)])
    yield desk
    desk.engine.dispose()
