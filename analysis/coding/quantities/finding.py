"""Finds the numbers of a report: reported, masked, or a claim of none.

What counts is the coding guide's §6: a number with its measure word, once for each place it stands. A mask
is a number said but hidden, never 0; the number of signs tells nothing. A frequency keeps its period and is
not multiplied.
"""

from collections.abc import Iterator

from analysis.coding.base import Parsed, Quantity
from analysis.coding.quantities.domain import Domains
from analysis.coding.quantities.fixed import counts
from analysis.coding.quantities.measure import find_candidates
from analysis.coding.quantities.qualifiers import carry_parts, is_approximate, period_of, relation_of
from analysis.coding.quantities.rules import Rules, compile_rules
from analysis.coding.quantities.spot import Spot
from analysis.coding.quantities.zero_claims import find_zero_claims
from analysis.lexicon.coding import QuantityWords

REPORTED, MASKED, ZERO_CLAIM = "reported", "masked", "zero_claim"


def _quantity(spot: Spot, rules: Rules, per: str, domain: str) -> Quantity:
    found = spot.found
    return Quantity(
        role=spot.clause.role,
        start=found.start,
        end=found.end,
        value=found.number.value,
        value_high=found.number.high,
        approximate=is_approximate(spot, rules),
        status=MASKED if found.number.masked else REPORTED,
        measure_word=found.measure_word,
        per=per,
        domain=domain,
        relation=relation_of(spot, rules),
    )


def _numbers(parsed: Parsed, rules: Rules, domains: Domains) -> Iterator[Quantity]:
    for found in find_candidates(parsed.folded, rules):
        clause = parsed.clause_at(found.start)
        if not clause.start <= found.start < clause.end:  # in the title, the salutation or the signature
            continue
        spot = Spot(parsed, clause, found)
        per = period_of(spot, rules)
        if counts(spot, rules, per):
            yield _quantity(spot, rules, per, domains.of(clause))


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
