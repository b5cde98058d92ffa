"""Finds claims of none: 未发现违规操办问题, 没有违反规定的行为, 零投诉.

A claim is not the number 0: it says that nothing came to notice, and staff will want to verify it.
"""

from collections.abc import Iterator

from analysis.coding.base import Clause, Parsed
from analysis.coding.quantities.rules import Rules


def find_zero_claims(parsed: Parsed, rules: Rules) -> Iterator[tuple[Clause, int, int]]:
    """Every claim of none with its clause, start and end; an aim (确保不发生…) claims nothing."""
    for hit in rules.claim.find(parsed.folded):
        clause = parsed.clause_at(hit.start())
        inside = clause.start <= hit.start() < clause.end
        if inside and not rules.aim.search(parsed.folded, clause.start, hit.start()):
            yield clause, hit.start(), min(hit.end(), clause.end)
