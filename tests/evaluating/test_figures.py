import pytest

from analysis.evaluating.figures import Share, Tally


def test_precision_recall_and_f1_follow_their_formulas():
    tally = Tally.of({1, 2, 3}, {2, 3, 4, 5})
    assert tally == Tally(2, 1, 2)
    assert tally.precision == pytest.approx(2 / 3)
    assert tally.recall == pytest.approx(1 / 2)
    assert tally.f1 == pytest.approx(2 * (2 / 3) * (1 / 2) / (2 / 3 + 1 / 2))


@pytest.mark.parametrize(("tally", "expected"), [(Tally(0, 2, 0), 0), (Tally(0, 0, 2), 0), (Tally(), None)])
def test_nothing_right_is_zero_and_no_case_is_none(tally, expected):
    assert (tally.precision, tally.recall, tally.f1) == (expected,) * 3


def test_a_share_of_nothing_is_none():
    assert Share().share is None
    assert (Share(1, 2) + Share(0, 2)).share == pytest.approx(0.25)
