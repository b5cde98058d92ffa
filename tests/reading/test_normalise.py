import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.reading.normalise import normalise

CASES = json.loads((Path(__file__).parents[1] / "cases" / "spaces.json").read_text(encoding="utf-8"))
DROPPED = {chr(code) for code in range(0x20)} | {"\ufeff", "\ufffe", "\uffff"}
SIGNS = st.sampled_from("党委报告一二（）、。，：；“”1234567890.-—*=+@ \u3000\t\n\r\x00\x07\ufeffAbC")
TEXTS = st.text(SIGNS, max_size=400) | st.text(max_size=200)


def visible(text):
    return [sign for sign in text if not sign.isspace() and sign not in DROPPED and not "\ud800" <= sign <= "\udfff"]


@pytest.mark.parametrize("case", CASES, ids=[case["label"] for case in CASES])
def test_cases(case):
    text, repairs = normalise(case["text"])
    assert text == case["expected"], case["comment"]
    assert bool(repairs) == (case["text"].removesuffix("\n") != case["expected"])


def test_every_repair_is_named_counted_and_said():
    _, repairs = normalise("甲 乙\n\n\n丙\x01")
    assert [(r.name, r.count) for r in repairs] == [
        ("control_characters", 1),
        ("spaces", 1),
        ("blank_lines", 2),
    ]
    assert [r.sentence for r in repairs] == ["去掉了 1 个控制字符", "去掉了 1 处多余空格", "去掉了 2 个空行"]


@given(TEXTS)
def test_every_visible_character_is_kept_in_order(text):
    assert visible(normalise(text)[0]) == visible(text)


@given(TEXTS)
def test_what_is_normal_stays_so(text):
    once, _ = normalise(text)
    assert normalise(once)[0].lstrip("\u3000") == once.lstrip("\u3000")


@given(TEXTS)
def test_no_line_is_empty_and_no_text_is_a_formula(text):
    done, _ = normalise(text)
    assert not done or all(done.split("\n"))
    assert not done.startswith(("=", "+", "-", "@"))
