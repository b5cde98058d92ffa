"""Decisions on one report, each with its place in the present text; those without a place are told apart."""

from collections.abc import Iterable
from dataclasses import dataclass

from analysis.reviewing.anchoring import Finder, Missing, Place
from analysis.reviewing.anchors import Anchor
from analysis.reviewing.claims import Placed
from analysis.reviewing.decisions import Decision

UNFIT = "unfit"


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A decision that cannot be carried out: `state` is ambiguous, lost or unfit, `why` a Chinese sentence."""

    decision: Decision
    state: str
    why: str


def place(text: str, decisions: Iterable[Decision]) -> tuple[tuple[Placed, ...], tuple[Unplaced, ...]]:
    """Finds the quotations of `decisions` in `text`."""
    finder = Finder(text)
    placed, unplaced = [], []
    for decision in decisions:
        found = _place(finder, decision)
        if isinstance(found, Placed):
            placed.append(found)
        else:
            unplaced.append(Unplaced(decision, found.state, found.why))
    return tuple(placed), tuple(unplaced)


def _place(finder: Finder, decision: Decision) -> Placed | Missing:
    first, other = _find(finder, decision.anchor), _find(finder, decision.other)
    if isinstance(first, Missing):
        return first
    if isinstance(other, Missing):
        return other
    start, end = (first.start, first.end) if first else (0, 0)
    return Placed(decision, start, end, (other.start, other.end) if other else None)


def _find(finder: Finder, anchor: Anchor) -> Place | Missing | None:
    return finder.find(anchor) if anchor.quote else None
