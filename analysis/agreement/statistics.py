"""Agreement on names (nominal data): percent, Cohen's kappa, Krippendorff's alpha.

A coefficient is None, never 0 or 1, where nothing was judged or all judgements are one and the same value.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

Pair = tuple[str, str]


def percent(pairs: Sequence[Pair]) -> float | None:
    """The share of cases on which two coders agree, from 0 to 1."""
    return sum(a == b for a, b in pairs) / len(pairs) if pairs else None


def kappa(pairs: Sequence[Pair]) -> float | None:
    """Cohen's kappa: (p_o - p_e) / (1 - p_e), where p_e is the sum over values of the product of both coders' shares.

    Source: J. Cohen, A coefficient of agreement for nominal scales, Educational and Psychological Measurement 20
    (1960), 37-46.
    """
    if not pairs:
        return None
    firsts, seconds = (Counter(side) for side in zip(*pairs, strict=True))
    chance = sum(firsts[value] * seconds[value] for value in firsts)
    squared = len(pairs) ** 2
    if chance == squared:
        return None
    agreed = len(pairs) * sum(a == b for a, b in pairs)
    return (agreed - chance) / (squared - chance)


def alpha(cases: Iterable[Sequence[str]]) -> float | None:
    """Krippendorff's alpha for nominal data: 1 - (n - 1) * sum o_ck / sum n_c n_k over values c that are not k.

    Each case holds the values of those who judged it, any number of them; a case of fewer than two says nothing.
    o_ck counts pairs of values within cases, each case of m values weighing its pairs by 1 / (m - 1); n_c counts the
    values c in cases that can be paired, n all of them.
    Source: K. Krippendorff, Computing Krippendorff's alpha-reliability (2011), sections B to D.
    """
    pairable = [Counter(case) for case in cases if len(case) > 1]
    totals = sum(pairable, Counter())
    count = totals.total()
    expected = count**2 - sum(number**2 for number in totals.values())
    if not expected:
        return None
    observed = sum(_disagreement(case) for case in pairable)
    return 1 - (count - 1) * observed / expected


def _disagreement(case: Counter[str]) -> float:
    """The pairs of unlike values in one case, weighed."""
    size = case.total()
    return (size**2 - sum(number**2 for number in case.values())) / (size - 1)
