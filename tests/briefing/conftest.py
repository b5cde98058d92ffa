"""The same compared samples as for the tests of exporting."""

import pytest

from analysis.tables.base import frame
from analysis.tables.comparing.reuse import REUSE_PAIRS
from tests.exporting.conftest import choice

__all__ = ["choice"]


@pytest.fixture
def no_pairs():
    """REUSE_PAIRS of reports that share nothing."""
    return frame(REUSE_PAIRS, [])
