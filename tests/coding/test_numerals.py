import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.coding.quantities.numerals import chinese_value, read_numeral
from analysis.phrases import fold

CASES = json.loads((Path(__file__).parents[1] / "cases" / "numerals.json").read_text(encoding="utf-8"))
DIGITS = "零一二三四五六七八九"


def read(text):
    numeral = read_numeral(fold(text))
    return numeral and ("masked" if numeral.masked else numeral.value)


@pytest.mark.parametrize("case", CASES, ids=[case["label"] for case in CASES])
def test_cases(case):
    assert read(case["text"]) == case["expected"], case["comment"]


def spell(number):
    """`number` below 10,000 in Chinese numerals, written another way than they are read."""
    out, gap = "", False
    for unit, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // unit % 10
        if digit:
            out += ("零" if gap and out else "") + DIGITS[digit] + sign
            gap = False
        else:
            gap = True
    return out or "零"


@given(st.integers(0, 9999))
def test_every_number_that_is_spelled_is_read(number):
    assert chinese_value(spell(number)) == number


@given(st.integers(1, 9999), st.integers(1000, 9999))
def test_ten_thousands_are_read(high, low):
    assert chinese_value(f"{spell(high)}万{spell(low)}") == high * 10_000 + low


@given(st.integers(0, 10**9), st.sampled_from(["", "万", "亿"]))
def test_arabic_digits_are_read_in_full(number, scale):
    assert read(f"{number:,}{scale}") == number * {"": 1, "万": 10_000, "亿": 100_000_000}[scale]


@given(st.text("零一二三四五六七八九十百千万亿两", min_size=1, max_size=8))
def test_nonsense_is_no_crash(token):
    assert chinese_value(token) is None or chinese_value(token) >= 0


@pytest.mark.parametrize(
    ("text", "high"), [("2-3", 3), ("三至五", 5), ("5-8万", 80_000), ("三五", 5), ("30~50", 50), ("12", None)]
)
def test_a_range_keeps_its_upper_end(text, high):
    assert read_numeral(text).high == high


@pytest.mark.parametrize(
    ("text", "about"),
    [("十余", True), ("300多", True), ("数百", True), ("**余", True), ("300", False), ("**", False)],
)
def test_about_so_many(text, about):
    assert read_numeral(text).approximate is about
