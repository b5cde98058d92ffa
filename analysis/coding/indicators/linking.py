"""Says which indicator a number states, by the words that stand nearest to it.

The words around a number reach from the number before it to the number behind it within the clause; where the clause
holds the bare number (“共12次”) the clause before it speaks for it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from analysis.codebook import Codebook
from analysis.coding.base import Parsed, Quantity, Role
from analysis.coding.indicators.cues import NUMBER, Finder, finders_for

TITLE = re.compile(r"《[^《》\n]*》")
FILLER = re.compile(r"[共计累达到约近了各等总合先后全年已为的与有、\"()\s:]|活动|工作|以上|今年|不少于|至少|超过|人数|次数|数量")
VERB = re.compile(r"召开|开展|组织|举办|举行|进行|发放|参加|对|向|给")
TOTAL, RESTATED = "total", "restated"
COUNTED = ("reported", "masked")
NEAR, AHEAD = 6, 14  # characters: a cue this close before, or behind, the number is the thing counted
NOT_COUNTED = 9
KIND = 4  # characters of a title's last word with its 》
BARE = 2  # a clause with no more words than this besides fillers holds a bare number


@dataclass(frozen=True, slots=True)
class Around:
    """The words around a number, with `NUMBER` in its place at `at`; `context` is the sentence with the one clause before."""

    words: str
    at: int
    context: str


@dataclass(frozen=True, slots=True)
class _Hit:
    rank: int
    distance: int
    length: int
    indicator_id: str
    cue: str

    @property
    def order(self) -> tuple[int, int, int]:
        return self.rank, self.distance, -self.length


def _left_words(words: str) -> str:
    """Titles list other texts; only one right before the number is what is counted (《简报》8期)."""
    return TITLE.sub(lambda hit: hit[0] if hit.end() == len(words) else "《》", words)


def _right_words(words: str) -> str:
    """Of a title behind the number only its last word tells what it is (签订《…承诺书》)."""
    return TITLE.sub(lambda hit: f"《{hit[0][-KIND:]}", words)


def _around(parsed: Parsed, quantity: Quantity, left_edge: int, right_edge: int) -> Around:
    clause = parsed.clause_at(quantity.start)
    sentence = parsed.sentences[clause.sentence]
    left = parsed.folded[max(clause.start, left_edge) : quantity.start]
    if left_edge > clause.start:  # the words up to 、 are still those of the number before
        left = left.partition("、")[2] or left
    left = _left_words(left)
    right = _right_words(parsed.folded[quantity.end : max(quantity.end, min(clause.end, right_edge))])
    context = parsed.folded[sentence.start : clause.end]
    return Around(left + NUMBER + right, len(left), context)


def _carry(parsed: Parsed, quantity: Quantity, around: Around, left_edge: int) -> Around | None:
    """The clause before speaks for a bare number; None where the number is not bare or stands first."""
    clause = parsed.clause_at(quantity.start)
    before = parsed.clauses[clause.order - 1] if clause.order else None
    if len(FILLER.sub("", around.words)) - 1 > BARE or before is None or before.sentence != clause.sentence:
        return None
    left = _left_words(parsed.folded[max(before.start, left_edge) : before.end])
    return Around(f"{left}{around.words}", len(left) + around.at, around.context)


def _rank(around: Around, start: int, end: int) -> tuple[int, int]:
    """How surely the cue from `start` to `end` names what is counted (0 is surest), and its distance.

    `NOT_COUNTED` where another thing stands between: 围绕警示教育召开动员会3次, but not 警示教育共举办3次.
    """
    if start <= around.at < end:
        return 0, 0
    if end <= around.at:
        gap = FILLER.sub("", around.words[end : around.at])
        if VERB.search(gap) and not VERB.fullmatch(gap):
            return NOT_COUNTED, len(gap)
        return (0 if len(gap) <= NEAR and "、" not in around.words[end : around.at] else 2), len(gap)
    distance = start - around.at - 1
    first = around.words[around.at + 1 : start]
    return (1 if distance <= AHEAD and not first.startswith("、") else 3), distance


def _cues(finder: Finder, around: Around) -> list[re.Match[str]]:
    """The cues that stand around the number; weak ones only where the sentence gives the context."""
    cues = list(finder.cue.finditer(around.words))
    weak = list(finder.weak_cue.finditer(around.words))
    cues += weak if weak and finder.context.search(around.context) else []
    if not cues or finder.not_with.search(around.words):
        return []
    barred = [hit.span() for hit in finder.not_in.finditer(around.words)]
    return [hit for hit in cues if not any(_inside(hit, start, end) for start, end in barred)]


def _inside(hit: re.Match[str], start: int, end: int) -> bool:
    """Whether the cue, or the last word of it, is part of another phrase."""
    return start < hit.end() <= end


def _hits(finder: Finder, around: Around) -> Iterator[_Hit]:
    for cue in _cues(finder, around):
        rank, distance = _rank(around, *cue.span())
        if rank != NOT_COUNTED:
            yield _Hit(rank, distance, len(cue[0]), finder.indicator.id, cue[0].replace(NUMBER, "…"))


def _best(around: Around | None, finders: Sequence[Finder]) -> _Hit | None:
    hits = [hit for finder in finders for hit in _hits(finder, around)] if around else []
    return min(hits, key=lambda hit: hit.order, default=None)


def _linked(parsed: Parsed, quantity: Quantity, edges: tuple[int, int], finders: Sequence[Finder]) -> Quantity:
    around = _around(parsed, quantity, *edges)
    best = _best(around, finders) or _best(_carry(parsed, quantity, around, edges[0]), finders)
    return replace(quantity, indicator_id=best.indicator_id, cue=best.cue) if best else quantity


def link_indicators(
    parsed: Parsed, quantities: Sequence[Quantity], codebook: Codebook
) -> tuple[Quantity, ...]:
    """The same quantities with `indicator_id` and `cue`, where one states an indicator.

    Only numbers of work done are linked, and only where the measure word fits.
    """
    finders = finders_for(codebook)
    domains = {indicator.id: indicator.domain for indicator in codebook.indicators}
    ends = [0, *(q.end for q in quantities)]
    starts = [*(q.start for q in quantities[1:]), len(parsed.text)]
    out = []
    for place, quantity in enumerate(quantities):
        fitting = finders.get(quantity.measure_word, ())
        if quantity.role is Role.WORK and quantity.status in COUNTED and fitting:
            quantity = _linked(parsed, quantity, (ends[place], starts[place]), fitting)
        out.append(replace(quantity, domain=domains[quantity.indicator_id]) if quantity.indicator_id else quantity)
    return tuple(_mark_restated(out))


def _mark_restated(quantities: Sequence[Quantity]) -> Iterator[Quantity]:
    """The same count said again: one indicator, measure word, cue and number or mask as before, and called a total."""
    seen: dict[tuple[str, str, str, float | None], Quantity] = {}
    for quantity in quantities:
        key = (quantity.indicator_id, quantity.measure_word, quantity.cue, quantity.value)
        before = seen.get(key) if quantity.indicator_id and not quantity.per else None
        if before and TOTAL in (before.relation, quantity.relation):
            yield replace(quantity, relation=RESTATED)
        else:
            seen.setdefault(key, quantity)
            yield quantity
