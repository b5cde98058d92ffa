"""Every phrase of many lists is found in one reading, gaps and overlaps included."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.spotting import Spotter

CASES = [
    (["监督"], "日常监督和专责监督", [(2, 4), (7, 9)]),
    (["监督", "监督检查"], "监督检查", [(0, 2), (0, 4)]),
    (["监督…方式"], "监督的方式单一", [(0, 5)]),
    (["监督…方式"], "监督不够，方式单一", []),
    (["“三会一课”"], '"三会一课"', [(0, 6)]),
    (["监督"], "", []),
    ([], "监督", []),
]


@pytest.mark.parametrize(("phrases", "text", "expected"), CASES)
def test_case(phrases, text, expected):
    folded = text.replace("，", ",")
    assert sorted(hit[1:] for hit in Spotter((p, p) for p in phrases).find(folded)) == expected


def test_tells_which_list_the_phrase_is_of():
    spotter = Spotter([("duty", "责任"), ("study", "学习")])
    assert [key for key, _, _ in spotter.find("学习责任")] == ["study", "duty"]


def test_phrases_with_gaps_come_behind_the_words_of_their_clause_the_last_listed_first():
    phrases = ["监督…方式", "方式", "监督…单一", "监督"]
    found = Spotter((p, p) for p in phrases).find("监督的方式单一,监督")
    assert [key for key, _, _ in found] == ["监督", "方式", "监督…单一", "监督…方式", "监督"]


def test_reads_a_stretch_as_if_nothing_stood_around_it():
    spotter = Spotter((p, p) for p in ("监督", "监督…方式", "日常…监督"))
    assert spotter.find("日常监督的方式", 2, 4) == [("监督", 2, 4)]


def test_only_some_phrases_are_looked_for():
    spotter = Spotter((p, p) for p in ("监督", "监督…方式", "方式"))
    some = spotter.only(lambda phrase: phrase != "监督")
    assert some.find("监督的方式") == [("方式", 3, 5), ("监督…方式", 0, 5)]
    assert len(spotter.find("监督的方式")) == 3


@given(st.text("监督方式学习", max_size=30))
def test_finds_what_a_plain_search_finds(text):
    found = [start for _, start, _ in Spotter([("", "监督")]).find(text)]
    assert found == [i for i in range(len(text)) if text.startswith("监督", i)]
