import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.codebookfiles import load_codebook
from analysis.coding.base import Role
from analysis.coding.structure.parse import parse
from analysis.coding.themes.coding import code_themes
from analysis.coding.themes.cues import CueMatcher
from analysis.lexicon.coding import load_lexicon

CASES = json.loads((Path(__file__).parents[1] / "cases" / "themes.json").read_text(encoding="utf-8"))
LEXICON = load_lexicon()
MATCHER = CueMatcher(load_codebook(), LEXICON.clauses)
FRAMES = {
    "work": "一、工作情况\n全年各项工作平稳有序。{}。",
    "problems": "一、存在的问题\n{}。",
    "plan": "一、下一步打算\n{}。",
}


def codings(text):
    return code_themes(parse(text, LEXICON.roles), MATCHER, LEXICON.clauses)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["label"])
def test_themes(case):
    found = codings(FRAMES[case["role"]].format(case["text"]))
    assert {coding.role for coding in found} <= {Role(case["role"])}
    claimed = {theme: all(c.claim_only for c in found if c.code_id == theme) for theme in {c.code_id for c in found}}
    assert set(claimed) == set(case["expected"])
    if case["role"] == "work":
        assert claimed == case["expected"]


def test_headings_of_the_work_part_prove_nothing():
    assert codings("一、工作情况\n（一）深化警示教育。全年各项任务按期完成，群众反映良好。") == ()


@pytest.mark.parametrize("mark", ["— 3 —", "－12－", " - 7 - "])
def test_a_page_mark_inside_a_word_hides_no_cue(mark):
    (found,) = codings(f"一、工作情况\n全年平稳。召开警示{mark}教育大会2次。")
    assert (found.code_id, found.cue) == ("warning_education", f"警示{mark}教育")


def test_a_range_is_no_page_mark():
    assert codings("一、工作情况\n全年平稳。选送警-2-3名教育工作者。") == ()


def test_introductions_prove_nothing():
    assert codings("2023年，我局开展警示教育2次。现将情况报告如下：\n一、工作情况\n各项任务按期完成。") == ()


def test_one_coding_a_clause_and_theme_with_the_longest_cue():
    found = codings("一、工作情况\n全年平稳。召开警示教育片、警示大会观看会，一切照旧。")
    assert [(coding.code_id, coding.cue) for coding in found] == [("warning_education", "警示教育")]


@given(st.integers(0, 400), st.integers(0, 400))
def test_quotes_are_cut_out_of_the_text(start, end):
    whole = "\n".join(FRAMES[case["role"]].format(case["text"]) for case in CASES)
    text = whole[min(start, end) * 3 : max(start, end) * 3]
    for coding in codings(text):
        assert coding.cue == text[coding.cue_start : coding.cue_start + len(coding.cue)]
        assert coding.start <= coding.cue_start < coding.end
