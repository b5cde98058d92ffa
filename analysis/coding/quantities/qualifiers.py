"""What stands around a number and bears on its use: frequency, about so many, part of another, a total."""

import re
from collections.abc import Iterable, Iterator

from analysis.coding.base import Parsed, Quantity
from analysis.coding.quantities.rules import Rules
from analysis.coding.quantities.spot import Spot

SUBSET, TOTAL = "subset", "total"
PER_UNIT = re.compile(r"\s?(?:/|每)(月|季度|年|周|天|日|学期)")
REACH = 24  # how far before its number the period of a frequency may stand


def _says_total(rules: Rules, words: str) -> bool:
    return bool(rules.total.search(words)) and any(hit["total"] for hit in rules.true_total.finditer(words))


def period_of(spot: Spot, rules: Rules) -> str:
    """The period of a frequency: 季度 of 每季度2次; empty for a plain count."""
    if after := PER_UNIT.match(spot.parsed.folded, spot.end):
        return after[1]
    left = spot.left[-REACH:]
    hits = list(rules.period.finditer(left)) if rules.per.search(left) else []
    if not hits or _says_total(rules, left[hits[-1].end() :]):
        return ""
    return hits[-1][0].lstrip("每一个").removeprefix("按")


def is_approximate(spot: Spot, rules: Rules) -> bool:
    """Whether the number is only about so much: 余, 近, 以上, a range."""
    before = rules.about_before.search(spot.before)
    after = rules.about_after.match(spot.parsed.folded, spot.end)
    return spot.number.approximate or bool(before or after)


def relation_of(spot: Spot, rules: Rules) -> str:
    """`subset` behind 其中, `total` behind 全年 or 共, else empty."""
    if rules.subset.search(spot.left):
        return SUBSET
    return TOTAL if _says_total(rules, spot.left) else ""


def carry_parts(parsed: Parsed, quantities: Iterable[Quantity], rules: Rules) -> Iterator[Quantity]:
    """其中 rules the list it opens: the next numbers with its measure word, until a verb counts anew."""
    last: Quantity | None = None
    for quantity in quantities:
        carried = last is not None and not quantity.relation and _continues(parsed, last, quantity, rules)
        now = quantity._replace(relation=SUBSET) if carried else quantity
        last = now if now.relation == SUBSET else None
        yield now


def _continues(parsed: Parsed, last: Quantity, quantity: Quantity, rules: Rules) -> bool:
    between = parsed.folded[last.end : quantity.start]
    same = last.measure_word == quantity.measure_word
    return same and len(between) < REACH and not rules.new_count.search(between)
