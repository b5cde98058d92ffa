"""Finds the numbers of a report: reported, masked, or a claim of none.

What counts is the coding guide's §6: a number with its measure word, once for each place it stands. A mask
is a number said but hidden, never 0; the number of signs tells nothing. A frequency keeps its period and is
not multiplied.
"""

from collections.abc import Iterator

from analysis.coding.base import Parsed, Quantity
from analysis.coding.quantities.domain import Domains
from analysis.coding.quantities.fixed import counts, fixed_expressions
from analysis.coding.quantities.qualifiers import carry_parts, is_approximate, period_of, relation_of
from analysis.coding.quantities.rules import Rules, compile_rules
from analysis.coding.quantities.spot import Spot, find_spots
from analysis.coding.quantities.zero_claims import find_zero_claims
from analysis.lexicon.coding import QuantityWords

REPORTED, MASKED, ZERO_CLAIM = "reported", "masked", "zero_claim"


def _quantity(spot: Spot, rules: Rules, per: str, domain: str) -> Quantity:
    return Quantity(
        role=spot.clause.role,
        start=spot.start,
        end=spot.end,
        value=spot.number.value,
        value_high=spot.number.high,
        approximate=is_approximate(spot, rules),
        status=MASKED if spot.number.masked else REPORTED,
        measure_word=spot.measure_word,
        per=per,
        domain=domain,
        relation=relation_of(spot, rules),
    )


def _numbers(parsed: Parsed, rules: Rules, domains: Domains) -> Iterator[Quantity]:
    expressions = list(fixed_expressions(parsed.folded, rules))
    for spot in find_spots(parsed, rules):
        per = period_of(spot, rules)
        if counts(spot, rules, per, expressions):
            yield _quantity(spot, rules, per, domains.of(spot.clause))


def _claims(parsed: Parsed, rules: Rules, domains: Domains) -> Iterator[Quantity]:
    for clause, start, end in find_zero_claims(parsed, rules):
        yield Quantity(
            role=clause.role,
            start=start,
            end=end,
            value=None,
            value_high=None,
            approximate=False,
            status=ZERO_CLAIM,
            measure_word="",
            per="",
            domain=domains.of(clause),
        )


def _apart(claim: Quantity, numbers: list[Quantity]) -> bool:
    return not any(n.start < claim.end and claim.start < n.end for n in numbers)


def find_quantities(parsed: Parsed, words: QuantityWords) -> tuple[Quantity, ...]:
    """All quantities and claims of none, in the order of the text, no two overlapping.

    `value` is None where the number is masked or only claimed; a number wins over a claim around it. What
    stands outside every role (title, salutation, signature) is left out.
    """
    if not parsed.clauses:
        return ()
    rules = compile_rules(words)
    domains = Domains(parsed, rules)
    numbers = list(carry_parts(parsed, _numbers(parsed, rules, domains), rules))
    claims = [claim for claim in _claims(parsed, rules, domains) if _apart(claim, numbers)]
    return tuple(sorted(numbers + claims, key=lambda q: q.start))
