"""Comparisons of all stored reports, which take seconds for a thousand: kept until a report or the program changes."""

from collections.abc import Callable, Mapping
from functools import cache

import pandas as pd
import pyarrow as pa

from analysis.keeping.derived import DATA, PACKAGE, digest_of, fetch, put
from analysis.keeping.desk import Desk
from analysis.keeping.packing import pack_frames, unpack_frames

Frames = Mapping[str, pd.DataFrame]


@cache
def program_version() -> str:
    """A digest of the program and its rules."""
    return digest_of([*PACKAGE.rglob("*.py"), *DATA.rglob("*.yaml")])


def remembered(desk: Desk, kind: str, source: str, make: Callable[[], Frames]) -> Frames:
    """What `make` gives for the corpus whose digest is `source`, made once; of each `kind` the last is kept.

    For a person who sees some units alone nothing is kept: it would push out what all others use.
    """
    if desk.person.units:
        return make()
    found = fetch(desk, kind, [source], program_version())
    try:
        return unpack_frames(found[source])
    except (KeyError, pa.ArrowException, OSError):
        made = make()
    put(desk, kind, {source: pack_frames(made)}, program_version(), alone=True)
    return made
