"""What a report says of each indicator: a value, a masked number, nothing, or two values that disagree.

The guide's additivity rules: different counts of one measure word may be added (SUM); a yearly total is
taken once, the one that is said to be the total first (TOTAL_ONCE, SUBSET, STOCK); a rate is never added
(RATE). Parts, repetitions and frequencies are never added, nor are 人 and 人次. A masked number is not 0
and takes part in no sum.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from analysis.codebook import Codebook, Indicator
from analysis.coding.base import Quantity, Role

REPORTED, MASKED, ABSENT, CONFLICT = "reported", "masked", "absent", "conflict"
SUBSET, RESTATED, TOTAL = "subset", "restated", "total"


class IndicatorState(NamedTuple):
    """One indicator of one report; `quantities` are the positions of the numbers that state it.

    `value` is in the measure word that ranks first among those used; None where masked, absent, in conflict
    or only a frequency is given.
    """

    indicator_id: str
    status: str
    value: float | None
    quantities: tuple[int, ...]


def _unit(indicator: Indicator, measure_word: str) -> int:
    """The rank of the measure word; those that count the same thing share one."""
    words = indicator.measure_words
    if measure_word in indicator.same_unit:
        return min(words.index(word) for word in indicator.same_unit)
    return words.index(measure_word)


def _whole(quantities: Sequence[Quantity]) -> list[Quantity]:
    """Without frequencies and repetitions; parts only where there is nothing else."""
    once = [q for q in quantities if not q.per and q.relation != RESTATED]
    return [q for q in once if q.relation != SUBSET] or once


def _first_unit(indicator: Indicator, quantities: Sequence[Quantity]) -> list[Quantity]:
    first = min(_unit(indicator, q.measure_word) for q in quantities)
    return [q for q in quantities if _unit(indicator, q.measure_word) == first]


def _kind(indicator: Indicator, quantity: Quantity) -> str:
    return next((kind for kind in indicator.kinds if kind in quantity.cue), "")


def _first_kind(indicator: Indicator, quantities: Sequence[Quantity]) -> list[Quantity]:
    kinds = [_kind(indicator, q) for q in quantities]
    order = [kind for kind in (*indicator.kinds, "") if kind in kinds]
    return [q for q, kind in zip(quantities, kinds, strict=True) if kind == order[0]]


def _values(quantities: Iterable[Quantity]) -> list[float]:
    return [q.value for q in quantities if q.value is not None]


def _total(group: Sequence[Quantity]) -> float | None:
    """The one value of a total, None where two disagree."""
    values = _values([q for q in group if q.relation == TOTAL]) or _values(group)
    return values[0] if len(set(values)) == 1 else None


def stating(indicator: Indicator, linked: Sequence[Quantity]) -> list[Quantity]:
    """Those of the quantities `linked` to `indicator` that give its value: one measure word, one kind."""
    reported = [q for q in _whole(linked) if q.status == REPORTED]
    return _first_kind(indicator, _first_unit(indicator, reported)) if len(reported) > 1 else reported


def _value(indicator: Indicator, same: Sequence[Quantity]) -> tuple[str, float | None]:
    if indicator.additivity == "SUM":
        return REPORTED, sum(_values(same))
    total = _total(same)
    return (CONFLICT, None) if total is None else (REPORTED, total)


def _state(indicator: Indicator, places: Sequence[int], quantities: Sequence[Quantity]) -> IndicatorState:
    if not places:
        return IndicatorState(indicator.id, ABSENT, None, ())
    linked = [quantities[place] for place in places]
    if same := stating(indicator, linked):
        status, value = _value(indicator, same)
    else:
        status, value = (REPORTED if any(q.status == REPORTED for q in linked) else MASKED), None
    return IndicatorState(indicator.id, status, value, tuple(places))


def indicator_states(quantities: Sequence[Quantity], codebook: Codebook) -> tuple[IndicatorState, ...]:
    """One state for each indicator of the codebook, in its order; only numbers of work done count."""
    places: dict[str, list[int]] = {}
    for place, quantity in enumerate(quantities):
        if quantity.indicator_id and quantity.role is Role.WORK:
            places.setdefault(quantity.indicator_id, []).append(place)
    return tuple(_state(one, places.get(one.id, ()), quantities) for one in codebook.indicators)
