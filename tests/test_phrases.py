"""Patterns from word lists."""

import re
from itertools import permutations

import pytest

from analysis.phrases import guarded, one_of, places


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


@pytest.mark.parametrize("listed", [("责任", "责任制", "（一）", "不…实"), ()])
def test_a_guarded_pattern_finds_what_the_pattern_finds(listed: tuple[str, ...]) -> None:
    text = "压实责任,责任制(一)不够落实"
    assert re.findall(guarded(listed), text) == one_of(listed).findall(text)


@pytest.mark.parametrize(("word", "found"), [("哈哈", [0, 1, 4]), ("呵", [])])
def test_places_that_overlap_count(word: str, found: list[int]) -> None:
    assert list(places(word, "哈哈哈,哈哈")) == found
