"""Blind double coding: several people code one report and see neither each other nor the machine.

The report opens to all once each of its coders has finished it, and stays open. Until then a coder sees the text and
what is theirs; everybody else sees the machine's findings, but nothing of the coders'. What a coder decides after
the opening does not count as theirs alone.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pandas as pd

from analysis.reviewing.claims import standing
from analysis.reviewing.decisions import Action, Decision


@dataclass(frozen=True, slots=True)
class BlindTask:
    """One report (the digest of its file) that the `coders` code without seeing each other."""

    sha256: str
    coders: frozenset[str]


def before_opening(task: BlindTask, decisions: Sequence[Decision]) -> Sequence[Decision]:
    """`decisions` up to the one by which the last coder finished; all of them while the report is closed."""
    opening = _opening(task, decisions)
    return decisions if opening is None else decisions[: opening + 1]


def is_open(task: BlindTask, decisions: Sequence[Decision]) -> bool:
    """Whether each coder has finished, so that everybody may see the report."""
    return _opening(task, decisions) is not None


def _opening(task: BlindTask, decisions: Sequence[Decision]) -> int | None:
    """The place of the decision that opens the report."""
    for place, decision in enumerate(decisions):
        if _finishes(task, decision):
            done = {one.by for one in standing(decisions[: place + 1]) if _finishes(task, one)}
            if done == task.coders:
                return place
    return None


def _finishes(task: BlindTask, decision: Decision) -> bool:
    return (decision.action, decision.sha256) == (Action.FINISH, task.sha256) and decision.by in task.coders


def visible_decisions(viewer: str, decisions: Sequence[Decision], tasks: Iterable[BlindTask]) -> tuple[Decision, ...]:
    """Those of `decisions` that `viewer` may see."""
    hidden = {task.sha256: task.coders for task in tasks if _opening(task, decisions) is None}
    return tuple(one for one in decisions if one.by == viewer or one.by not in hidden.get(one.sha256, frozenset()))


def blind_reports(
    viewer: str, documents: pd.DataFrame, decisions: Sequence[Decision], tasks: Iterable[BlindTask]
) -> frozenset[str]:
    """The reports (ids) in `documents` of which `viewer` may not see the machine's findings."""
    closed = {task.sha256 for task in tasks if viewer in task.coders and _opening(task, decisions) is None}
    return frozenset(documents[documents["sha256"].isin(closed)]["document_id"])
