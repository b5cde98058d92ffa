"""Problems are found where the report admits them, and nowhere else."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.coding.base import Parsed, Role
from analysis.coding.problems.finding import find_problems
from analysis.coding.structure.parse import parse
from analysis.lexicon.coding import RoleWords, load_lexicon
from analysis.lexicon.topic import FOLDER
from analysis.rulefile import load

LEXICON = load_lexicon()
CASES = json.loads((Path(__file__).parent.parent / "cases" / "problems.json").read_text(encoding="utf-8"))
ROLES = load(FOLDER / "roles.yaml", RoleWords)
HEAD = "关于落实主体责任情况的报告\n现将有关情况报告如下：\n一、工作开展情况\n召开会议3次，开展谈话5人次。\n"


def parsed(text: str) -> Parsed:
    return parse(HEAD + text, ROLES)


def quotes(text: str) -> list[str]:
    report = parsed(text)
    return [report.quote(p.start, p.end) for p in find_problems(report, LEXICON.problems)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["label"])
def test_case(case):
    assert quotes(case["text"]) == case["expected"], case["comment"]


def test_general_marks_what_sums_up():
    report = parsed("二、存在的问题\n日常监督力度不够大。比如，下沉检查次数偏少。")
    assert [p.general for p in find_problems(report, LEXICON.problems)] == [True, False]


def test_cue_is_the_first_word_of_lack():
    report = parsed("二、存在的问题\n一是坚持了例会制度，但学习不够深入，思考偏少。")
    assert [p.cue for p in find_problems(report, LEXICON.problems)] == ["不够"]


def test_empty_report():
    assert find_problems(parse("", ROLES), LEXICON.problems) == ()


WHOLE = "\n".join(case["text"] for case in CASES)


@settings(max_examples=60)
@given(st.integers(0, len(WHOLE)), st.integers(0, 400))
def test_cut_anywhere(start, length):
    report = parsed(WHOLE[start : start + length])
    problems = find_problems(report, LEXICON.problems)
    ends = [0, *(p.end for p in problems)]
    assert all(p.start < p.end and p.start >= end for p, end in zip(problems, ends, strict=False))
    inside = [s for s in report.sections if s.role is Role.PROBLEMS]
    for problem in problems:
        assert inside[0].start <= problem.start < problem.end <= inside[-1].end
        assert report.sentence_at(problem.start).role is Role.PROBLEMS
