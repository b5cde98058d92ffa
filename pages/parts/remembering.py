"""Comparisons of the stored reports outlive the program: the desk keeps them."""

from collections.abc import Callable

import pandas as pd

from analysis.keeping.remembered import Frames, remembered
from pages.parts.corpora import DESK, Loaded
from pages.parts.desk import current_desk


def once(loaded: Loaded, kind: str, make: Callable[[], Frames], source: str = "") -> dict[str, pd.DataFrame]:
    """What `make` gives for `loaded`; for stored reports it is made once, also over restarts.

    `source` is the digest of what it is made of, where that is less than all of `loaded`.
    """
    desk = current_desk()
    if loaded.origin != DESK or desk is None:
        return dict(make())
    return dict(remembered(desk, kind, source or loaded.digest, make))
