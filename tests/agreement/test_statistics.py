"""The coefficients against published examples and against a second, slower way to reckon them."""

import math
from fractions import Fraction
from itertools import permutations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.agreement.statistics import alpha, kappa, percent

# K. Krippendorff, Computing Krippendorff's alpha-reliability (2011), B: two observers, ten articles.
MEG, OWEN = "0100000010", "1110010000"
# The same, C: four observers, twelve units, some not judged (a full stop).
FOUR = ("123321412...", "1233224125.3", ".3332342251.", "12332441251.")


def cases(*coders):
    return [[value for value in case if value != "."] for case in zip(*coders, strict=True)]


def test_alpha_of_two_observers_as_published():
    assert round(alpha(cases(MEG, OWEN)), 3) == 0.095


def test_alpha_of_four_observers_with_missing_values_as_published():
    assert round(alpha(cases(*FOUR)), 3) == 0.743


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        # The example of two readers of fifty grant proposals in Wikipedia, Cohen's kappa (2024): p_o 0.7, p_e 0.5.
        (((20, 5), (10, 15)), 0.4),
        # The two tables of a hundred cases with p_o 0.6 there: kappa 0.1304 and 0.2593.
        (((45, 15), (25, 15)), 0.1304),
        (((25, 35), (5, 35)), 0.2593),
    ],
)
def test_kappa_as_published(table, expected):
    pairs = [(str(a), str(b)) for a, row in enumerate(table) for b, count in enumerate(row) for _ in range(count)]
    assert round(kappa(pairs), 4) == expected
    agreed = sum(row[place] for place, row in enumerate(table))
    assert percent(pairs) == agreed / len(pairs)


def slow_alpha(judged):
    """Observed against expected disagreement, both over every ordered pair of values one by one."""
    pairable = [case for case in judged if len(case) > 1]
    values = [value for case in pairable for value in case]
    pairs = list(permutations(values, 2))
    if not any(a != b for a, b in pairs):
        return None
    inside = sum(Fraction(a != b, len(case) - 1) for case in pairable for a, b in permutations(case, 2))
    observed = inside / len(values)
    expected = Fraction(sum(a != b for a, b in pairs), len(pairs))
    return 1 - observed / expected


def slow_kappa(pairs):
    """Agreement beyond that of every case of one coder with every case of the other."""
    if not pairs:
        return None
    chance = Fraction(sum(a == b for (a, _), (_, b) in product(pairs, pairs)), len(pairs) ** 2)
    found = Fraction(sum(a == b for a, b in pairs), len(pairs))
    return None if chance == 1 else (found - chance) / (1 - chance)


def close(one, other):
    return one is other is None or math.isclose(one, other, abs_tol=1e-12)


@given(st.lists(st.lists(st.sampled_from("abc"), max_size=4), max_size=12))
def test_alpha_is_what_a_slower_way_gives(judged):
    assert close(alpha(judged), slow_alpha(judged))


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc")), max_size=15))
def test_kappa_is_what_a_slower_way_gives(pairs):
    assert close(kappa(pairs), slow_kappa(pairs))


def test_without_cases_or_differences_there_is_no_coefficient():
    assert (percent([]), kappa([]), alpha([]), alpha([["a"], ["b"]])) == (None,) * 4
    assert (percent([("a", "a")]), kappa([("a", "a")]), alpha([("a", "a")])) == (1, None, None)
    assert (kappa([("a", "b")]), alpha([("a", "b")])) == (0, 0)
