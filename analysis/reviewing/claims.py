"""What decisions claim of one item, which of them hold, and where people disagree.

An undo takes back what it names, an undo of an undo brings it back. Of one person's claims on an item the last holds.
Claims of several people that differ are a conflict: none holds, and the machine's finding stays, until a later decision
on the item, of anyone, names the others.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from analysis.reviewing.decisions import Action, Decision, Layer

YES, NO = "yes", "no"


@dataclass(frozen=True, slots=True)
class Placed:
    """A decision and the stretch of its quotation in the present text, and of the other one where it has one."""

    decision: Decision
    start: int = 0
    end: int = 0
    other: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """What is decided: of which finding (`key`, within the report) which property (`subject`; empty: is it there?)."""

    layer: Layer
    subject: str
    key: str


@dataclass(frozen=True, slots=True)
class Claim:
    """One decision's word on an item."""

    item: Item
    value: str
    placed: Placed


@dataclass(frozen=True, slots=True)
class Settled:
    """The claim that holds for each item, and all claims of the items on which people disagree."""

    held: Mapping[Item, Claim]
    disputed: Mapping[Item, tuple[Claim, ...]]

    def sure(self) -> Iterator[tuple[Item, Claim]]:
        """The items whose claims hold; a property of something whose being there is disputed is not sure."""
        return ((i, claim) for i, claim in self.held.items() if replace(i, subject="") not in self.disputed)


def standing(decisions: Sequence[Decision]) -> tuple[Decision, ...]:
    """The decisions that were not taken back, in the order in which they were made; undos are not among them."""
    void: set[str] = set()
    kept = []
    for decision in reversed(decisions):
        if decision.decision_id in void:
            continue
        if decision.action is Action.UNDO:
            void.update(decision.names)
        else:
            kept.append(decision)
    return tuple(reversed(kept))


def settle(claims: Iterable[Claim]) -> Settled:
    """Sorts `claims`, given in the order in which they were made."""
    by_item: dict[Item, list[Claim]] = {}
    for claim in claims:
        by_item.setdefault(claim.item, []).append(claim)
    held, disputed = {}, {}
    for item, all_claims in by_item.items():
        left = _left(all_claims)
        if len({claim.value for claim in left}) > 1:
            disputed[item] = left
        else:
            held[item] = left[-1]
    return Settled(held, disputed)


def _left(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The last claim of each person, without those that a later one names."""
    named: set[str] = set()
    last: dict[str, Claim] = {}
    for claim in reversed(claims):
        decision = claim.placed.decision
        if decision.decision_id not in named:
            last.setdefault(decision.by, claim)
            named.update(decision.names)
    return tuple(reversed(last.values()))
