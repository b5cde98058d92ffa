"""Which numbers of work done are found, and with which value, mask and indicator."""

import math
import re
from collections.abc import Iterable, Sequence

from analysis.evaluating.case import Case, Marks, Row
from analysis.evaluating.figures import Count, Share, Tally
from analysis.evaluating.gold import Number, Quote
from analysis.evaluating.ruler import Span, overlap

_NUMBER = re.compile(
    r"[*＊×xX✕]{1,6}|〔[.…．]+〕|\d+(?:[.,]\d+)*|[〇零一二两三四五六七八九十百千万亿]+|半|数(?=[十百千万])"
)
Match = tuple[Row, Number]


def _number_span(case: Case, number: Number) -> Span:
    """The number inside its quotation; the whole quotation where it holds none."""
    hit = _NUMBER.search(number.quote)
    start, end = hit.span() if hit else (0, len(number.quote))
    return case.wanted(number.start + start, number.start + end)


def _rows(case: Case) -> list[Row]:
    rows = case.rows["quantities"]
    return [row for row in rows if row["role"] == "work" and row["status"] in ("reported", "masked")]


def _spans(case: Case, quotes: Iterable[Quote]) -> list[Span]:
    return [case.wanted(*place) for quote in quotes for place in quote.places()]


def _touches(span: Span, others: Iterable[Span]) -> bool:
    return any(overlap(span, other) for other in others)


def _match(case: Case, rows: Sequence[Row]) -> dict[int, int]:
    """Index of the gold number to index of the first free row that touches it."""
    matched: dict[int, int] = {}
    for j, number in enumerate(case.gold.quantities):
        span = _number_span(case, number)
        free = (i for i, row in enumerate(rows) if i not in matched.values() and overlap(case.found(row), span))
        if (first := next(free, None)) is not None:
            matched[j] = first
    return matched


def _right_value(row: Row, number: Number) -> bool:
    found, wanted = row["value"], number.number
    return found is not None and wanted is not None and math.isclose(found, wanted, rel_tol=1e-6, abs_tol=1e-6)


def _values(case: Case, matches: Sequence[Match]) -> Marks:
    mistaken = [(row, number) for row, number in matches if (row["status"] == "masked") != number.masked]
    valued = [(row, number) for row, number in matches if not number.masked and number.number is not None]
    wrong = [(row, number) for row, number in valued if not _right_value(row, number)]
    return Marks(
        {
            "quantity_masked": Share(len(matches) - len(mistaken), len(matches)),
            "quantity_value": Share(len(valued) - len(wrong), len(valued)),
        },
        (
            *(case.wrong("quantity_masked", f"{n.quote}：{row['status']}") for row, n in mistaken),
            *(case.wrong("quantity_value", f"{n.quote}：{row['value']}，应为 {n.number}") for row, n in wrong),
        ),
    )


def _links(case: Case, matches: Sequence[Match], missed: Sequence[Number]) -> Marks:
    """Indicators of matched numbers; a missed number's indicator is missed too."""
    pairs = [(row["indicator_id"] or None, number.indicator or None, number) for row, number in matches]
    right = sum(found == wanted is not None for found, wanted, _ in pairs)
    unlike = [(found, wanted, number) for found, wanted, number in pairs if found != wanted]
    lost = sum(wanted is not None for _, wanted, _ in unlike) + sum(bool(number.indicator) for number in missed)
    return Marks(
        {"indicator_links": Tally(right, sum(found is not None for found, _, _ in unlike), lost)},
        tuple(
            case.wrong("indicator_links", f"{number.quote}：{found}，应为 {wanted}") for found, wanted, number in unlike
        ),
    )


def _found(case: Case, rows: Sequence[Row], matched: dict[int, int], missed: Sequence[Number]) -> Marks:
    """Numbers found, wrong ones (unless the gold leaves them open), and those in a known trap."""
    gold = case.gold
    ignored = [*_spans(case, gold.ambiguous_quantities), *(_number_span(case, n) for n in gold.quantities)]
    rest = [row for i, row in enumerate(rows) if i not in matched.values()]
    wrong = [row for row in rest if not _touches(case.found(row), ignored)]
    traps = _spans(case, gold.not_quantities)
    trapped = sum(_touches(case.found(row), traps) for row in wrong)
    return Marks(
        {"quantities": Tally(len(matched), len(wrong), len(missed)), "quantity_traps_hit": Count(trapped)},
        (
            *(case.wrong("quantities", row["quote"]) for row in wrong),
            *(case.missed("quantities", number.quote) for number in missed),
        ),
    )


def score(case: Case) -> Marks:
    """Numbers in the work part that are reported or masked; dates, ordinals and set phrases are traps."""
    rows = _rows(case)
    matched = _match(case, rows)
    matches = [(rows[i], case.gold.quantities[j]) for j, i in matched.items()]
    missed = [number for j, number in enumerate(case.gold.quantities) if j not in matched]
    parts = (
        _found(case, rows, matched, missed),
        _values(case, matches),
        _links(case, matches, missed),
    )
    return Marks(
        {name: figure for part in parts for name, figure in part.figures.items()},
        tuple(miss for part in parts for miss in part.misses),
    )
