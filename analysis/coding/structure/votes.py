"""Votes for the three parts that the body of a report has: what was done, what is lacking, what is planned."""

from typing import NamedTuple

WORK, PROBLEMS, PLAN = range(3)  # the places of the parts in `Votes` and in `EVIDENCE_ROLES`


class Votes(NamedTuple):
    """How loudly a passage speaks for each part."""

    work: float = 0.0
    problems: float = 0.0
    plan: float = 0.0


SILENCE = Votes()
