"""A desk with three reports."""

import pytest
from managing import files

from analysis.keeping.changes import Incoming, add_reports
from analysis.keeping.opening import open_desk
from analysis.reading.base import Source
from analysis.reading.read import read


@pytest.fixture
def stored(own_desk):
    """An open desk with three reports."""
    desk = open_desk(f"sqlite:///{own_desk}")
    sources = [Source(name, data) for name, data, _ in files()]
    add_reports(desk, [Incoming(source, read(source)) for source in sources])
    yield desk
    desk.engine.dispose()
