"""What a number counts, for people to read: 9次 alone says nothing, 专题研究党风廉政建设9次 does.

The phrase runs back from the number to the sign or the number before it in the same clause, within a line's length.
"""

import re
from collections.abc import Sequence

from analysis.coding.base import Parsed, Quantity

LONGEST = 30
_TO_LAST_BREAK = re.compile(r".*[,;:。!?、\n\t]", re.DOTALL)


def with_phrases(parsed: Parsed, quantities: Sequence[Quantity]) -> tuple[Quantity, ...]:
    """`quantities` (in order) with spans that take in what is counted; `number` keeps the number's own place."""
    out: list[Quantity] = []
    for quantity in quantities:
        floor = max(out[-1].end if out else 0, parsed.clause_at(quantity.start).start, quantity.start - LONGEST)
        broken = _TO_LAST_BREAK.match(parsed.folded, floor, quantity.start)
        start = broken.end() if broken else floor
        out.append(quantity._replace(start=start, number=(quantity.start, quantity.end)))
    return tuple(out)
