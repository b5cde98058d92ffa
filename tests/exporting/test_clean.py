import json
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from analysis.exporting.clean import clean

CASES = json.loads((Path(__file__).parents[1] / "cases" / "clean.json").read_text(encoding="utf-8"))
SIGNS = "=+-@\t\r＝＋－＠"
LEADING = " \"'“”‘’"


@pytest.mark.parametrize("case", CASES, ids=[case["label"] for case in CASES])
def test_cases(case):
    assert clean(case["text"]) == case["expected"], case["comment"]


@given(st.text(alphabet=st.characters(codec=None)))
@example("\x00=1+1")
@example("\ud800")
@example("'=1")
@example("\"'@SUM(A1)")
def test_any_text_becomes_harmless_and_stays_so(text):
    cleaned = clean(text)
    assert cleaned.startswith("'") or not cleaned.lstrip(LEADING).startswith(tuple(SIGNS))
    assert cleaned.encode("utf-8").decode("utf-8") == cleaned
    assert not set(cleaned) & {chr(code) for code in range(32) if chr(code) not in "\t\n\r"}
    assert clean(cleaned) == cleaned


@given(st.text(alphabet="党风廉政建设2022年。，（）《》 \n"))
def test_a_reports_own_words_pass_unchanged(text):
    assert clean(text) == text
