import pytest
from decided import People


@pytest.fixture
def people():
    return People()
