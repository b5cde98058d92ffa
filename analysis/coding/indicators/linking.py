"""Says which indicator a number states, by the words that stand nearest to it.

The words around a number reach from the number before it to the number behind it within the clause; where
the clause holds the bare number the clause before it speaks for it. The coding guide's §6.10: the same
clause, where needed the one before; what stays doubtful is not linked.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from analysis.codebook import Codebook, Indicator
from analysis.coding.base import Parsed, Quantity, Role
from analysis.coding.indicators.around import Around, Reach, around, context, reaches, with_clause_before
from analysis.coding.indicators.cues import BARE, NUMBER, Cuebook, Finder, compile_cues, found

WORK = Role.WORK  # asked of every number, and slow to ask of the enumeration
SUBSET, TOTAL, RESTATED = "subset", "total", "restated"
COUNTED = ("reported", "masked")
NEAR, AHEAD = 6, 14  # characters: a cue this close before, or behind, the number is the thing counted
NOT_COUNTED = 9


class Hit(NamedTuple):
    """A cue found beside a number; the smallest `order` wins."""

    order: tuple[int, int, int]
    indicator: Indicator
    cue: str


def _rank_before(words: Around, end: int, cuebook: Cuebook) -> tuple[int, int]:
    gap = words.words[end : words.at]
    bare = cuebook.bare(gap)
    if cuebook.verb.search(bare) and not cuebook.verb.fullmatch(bare):
        return NOT_COUNTED, 0
    return (0 if len(bare) <= NEAR and "、" not in gap else 2), len(bare)


def _rank_behind(words: Around, start: int, end: int, cuebook: Cuebook, *, fits_next: bool) -> tuple[int, int]:
    if fits_next and len(cuebook.bare(words.words[end:])) < BARE:
        return NOT_COUNTED, 0
    distance = start - words.at - len(NUMBER)
    listed = words.words.startswith("、", words.at + len(NUMBER))
    return (1 if distance <= AHEAD and not listed else 3), distance


def _rank(words: Around, cue: re.Match[str], cuebook: Cuebook, *, fits_next: bool) -> tuple[int, int]:
    """How surely the cue names what is counted (0 is surest), and its distance from the number.

    `NOT_COUNTED` where another thing stands between (围绕警示教育召开动员会3次, but not 警示教育共举办3次),
    or where the cue names what the next number counts (7个领域排查风险点9个).
    """
    if cue.start() <= words.at < cue.end():
        return 0, 0
    if cue.end() <= words.at:
        return _rank_before(words, cue.end(), cuebook)
    return _rank_behind(words, cue.start(), cue.end(), cuebook, fits_next=fits_next)


def _inside(cue: re.Match[str], start: int, end: int) -> bool:
    """Whether the cue, or the last word of it, is part of another phrase."""
    return start < cue.end() <= end


class _Linker:
    """Links the numbers of one report."""

    def __init__(self, parsed: Parsed, cuebook: Cuebook) -> None:
        self.parsed, self.cuebook = parsed, cuebook

    def linked(self, reach: Reach) -> Quantity:
        """The number with the indicator it states, if any."""
        quantity = reach.quantity
        known = quantity.measure_word in self.cuebook.finders
        if not known or quantity.status not in COUNTED or quantity.role is not WORK:
            return quantity
        words = around(self.parsed, reach)
        best = self._best(reach, words)
        if not best and (wider := with_clause_before(self.parsed, reach, words, self.cuebook)):
            best = self._best(reach, wider)
        if not best:
            return quantity
        return quantity._replace(indicator_id=best.indicator.id, domain=best.indicator.domain, cue=best.cue)

    def _best(self, reach: Reach, words: Around) -> Hit | None:
        best: Hit | None = None
        for finder, starts in self.cuebook.openers[reach.quantity.measure_word].find(words.words, words.at):
            for cue in self._cues(reach, words, finder, starts):
                fits_next = words.next_word in finder.indicator.measure_words
                rank, distance = _rank(words, cue, self.cuebook, fits_next=fits_next)
                order = (rank, distance, -len(cue[0]))
                if rank != NOT_COUNTED and (best is None or order < best.order):
                    best = Hit(order, finder.indicator, cue[0].replace(NUMBER, "…"))
        return best

    def _cues(self, reach: Reach, words: Around, finder: Finder, starts: Sequence[int]) -> list[re.Match[str]]:
        """The cues that stand around the number; weak ones only where the sentence gives the context."""
        cues = found(finder.cue, words.words, starts)
        weak = found(finder.weak_cue, words.words, starts) if finder.weak_cue else []
        if weak and finder.context.search(context(self.parsed, reach)):
            cues += weak
        if not cues or (finder.not_with and finder.not_with.search(words.words)):
            return []
        barred = [hit.span() for hit in finder.not_in.finditer(words.words)] if finder.not_in else []
        return [cue for cue in cues if not any(_inside(cue, *span) for span in barred)] if barred else cues


def _without_parts(quantities: Iterator[Quantity]) -> Iterator[Quantity]:
    """A part (其中高风险点12个) of a number that states the same indicator states nothing of its own."""
    whole = ""
    for quantity in quantities:
        part = quantity.relation == SUBSET
        whole = whole if part else quantity.indicator_id
        yield (quantity._replace(indicator_id="", cue="") if part and quantity.indicator_id == whole else quantity)


def _mark_restated(quantities: Iterator[Quantity]) -> Iterator[Quantity]:
    """The same count said again as a total: one indicator, measure word, cue and number or mask."""
    seen: dict[tuple[str, str, str, float | None], Quantity] = {}
    for quantity in quantities:
        key = (quantity.indicator_id, quantity.measure_word, quantity.cue, quantity.value)
        before = seen.get(key) if quantity.indicator_id and not quantity.per else None
        if before and TOTAL in (before.relation, quantity.relation):
            yield quantity._replace(relation=RESTATED)
        else:
            seen.setdefault(key, quantity)
            yield quantity


def link_indicators(parsed: Parsed, quantities: Sequence[Quantity], codebook: Codebook) -> tuple[Quantity, ...]:
    """The same quantities with `indicator_id`, its domain and `cue`, where one states an indicator.

    Only numbers of work done are linked, and only where the measure word fits.
    """
    cuebook = compile_cues(codebook)
    linked = map(_Linker(parsed, cuebook).linked, reaches(parsed, quantities, cuebook))
    return tuple(_mark_restated(_without_parts(linked)))
