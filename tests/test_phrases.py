"""Patterns from word lists."""

from itertools import permutations

import pytest

from analysis.phrases import one_of


def test_the_longest_phrase_is_found_first() -> None:
    hit = one_of(("责任", "责任制")).match("责任制考核")
    assert hit
    assert hit[0] == "责任制"


@pytest.mark.parametrize("listed", list(permutations(("会…过", "会…了", "会…完"))))
def test_of_phrases_of_one_length_the_first_listed_is_found(listed: tuple[str, ...]) -> None:
    """Also where each could end elsewhere: what is found must not change from run to run."""
    hit = one_of(listed).match("会先开了再记完就算过")
    assert hit
    assert hit[0][-1] == listed[0][-1]
