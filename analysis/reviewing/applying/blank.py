"""A report as it is before anybody has coded it."""

from collections.abc import Mapping, Sequence

from analysis.reviewing.applying.draft import Rows
from analysis.reviewing.restored import Row

FOUND = ("codings", "problems", "plans", "answers")


def without_findings(rows: Mapping[str, Sequence[Row]]) -> Rows:
    """`rows` by table without what the machine judged.

    Parts and numbers stay, for somebody must say where they are; which indicator a number states does not.
    """
    numbers = tuple({**row, "indicator_id": "", "cue": "", "relation": ""} for row in rows["quantities"])
    return {**{name: tuple(own) for name, own in rows.items()}, **dict.fromkeys(FOUND, ()), "quantities": numbers}
