"""An edited codebook is used or refused with file, line and reason."""

import pytest
from books import TEXTS, edited, with_theme
from decided import manual
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.codebookfiles import parse_codebook
from analysis.phrases import one_of
from analysis.revising.checking import check, cue_fault
from analysis.rulefile import RuleFileError

LAST = with_theme("某事")["themes.yaml"].count("\n")


def complaint(texts):
    with pytest.raises(RuleFileError) as error:
        check(texts, manual().codebook)
    return str(error.value)


def test_the_codebook_that_comes_with_the_product_can_be_used():
    assert check(TEXTS, manual().codebook) == manual().codebook


def test_a_good_edit_can_be_used():
    book = check(with_theme("督办|催办……落实"), manual().codebook)
    assert book.themes[-1].cues == ("督办|催办……落实",)


@pytest.mark.parametrize(
    ("cue", "reason"),
    [
        ("…落实", "两边都要有词"),
        ("督办…", "两边都要有词"),
        ("督办||落实", "两边都要有词"),
        ("督办，落实", "标点"),
        ("督办。", "标点"),
        ("在…在…在…在…在…落实", "太慢"),
        ("在……在……在…落实", "太慢"),
        ('"#督办#"', "只能有一处"),
    ],
)
def test_a_broken_or_slow_cue_is_refused_with_its_line(cue, reason):
    told = complaint(with_theme(cue))
    assert f"themes.yaml 第 {LAST} 行" in told
    assert reason in told


def test_cues_of_problems_and_indicators_are_checked_at_their_lines():
    texts = edited("problems.yaml", "  cues:", "  places: [在……在……在…不够]\n  cues:")
    line = texts["problems.yaml"][: texts["problems.yaml"].index("在……在")].count("\n") + 1
    assert f"problems.yaml 第 {line} 行" in complaint(texts)


@pytest.mark.parametrize(
    ("texts", "reason"),
    [
        (with_theme("某事\n    cues: [另一事]"), "重复"),
        (with_theme("&a 某事\n      - *a"), "锚点"),
        (with_theme("某" * 1_000_000), "1 MB"),
        (with_theme("某事\n    colour: 红"), "没有这个项目名"),
        (with_theme("[" * 5000), "太深"),
        (edited("themes.yaml", "  - id: dual_duty", "  - id: double_duty"), "dual_duty"),
        ({**TEXTS, "indicators.yaml": ""}, "indicators.yaml"),
    ],
)
def test_what_is_no_codebook_is_refused(texts, reason):
    assert reason in complaint(texts)


def test_cues_that_are_in_use_are_taken_as_they_are():
    texts = with_theme("督办，落实")
    assert check(texts, parse_codebook(texts)).themes[-1].id == "brand_new"


def test_long_words_may_have_gaps():
    assert not cue_fault("学习贯彻……重要讲话…重要指示……精神", one_clause=True)


@settings(max_examples=30, deadline=1000)
@given(st.lists(st.tuples(st.sampled_from(["甲", "甲乙", "甲甲"]), st.sampled_from(["…", "……"])), max_size=5))
def test_what_is_not_refused_is_quick_in_the_worst_of_texts(parts):
    """A text of the cue's own words, on end and without a stop, which the cue never matches."""
    cue = "".join(word + gap for word, gap in parts) + "丁"
    if not cue_fault(cue, one_clause=True):
        text = "".join(word for word, _ in parts) * 1000
        assert one_of((cue,)).search(text[:1000]) is None
