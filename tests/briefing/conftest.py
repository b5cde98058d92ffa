"""The same compared samples as for the tests of exporting."""

from tests.exporting.conftest import choice

__all__ = ["choice"]
