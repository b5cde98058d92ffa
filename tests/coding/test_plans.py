"""Measures are the items of the plan, or its sentences where nothing is enumerated."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.coding.base import Role
from analysis.coding.problems.plans import find_plans
from analysis.coding.structure.parse import parse
from analysis.lexicon.coding import RoleWords, load_lexicon
from analysis.lexicon.topic import FOLDER
from analysis.rulefile import load

LEXICON = load_lexicon()
ROLES = load(FOLDER / "roles.yaml", RoleWords)
HEAD = "关于落实主体责任情况的报告\n现将有关情况报告如下：\n一、工作开展情况\n召开会议3次，开展谈话5人次。\n"
CASES = [
    (
        "二、下一步打算\n（一）抓好学习。每月一次。\n（二）强化监督。",
        ["（一）抓好学习。每月一次。", "（二）强化监督。"],
    ),
    (
        "二、下一步打算\n一是抓好学习计划落实；二是开展明察暗访。",
        ["一是抓好学习计划落实；", "二是开展明察暗访。"],
    ),
    (
        "二、下一步打算\n（一）抓学习\n1.制定计划。\n2.检查笔记。",
        ["1.制定计划。", "2.检查笔记。"],
    ),
    (
        "二、下一步打算\n坚持每月开展廉政学习。每季度组织一次谈心谈话。",
        ["坚持每月开展廉政学习。", "每季度组织一次谈心谈话。"],
    ),
    (
        "二、下一步打算\n坚持每月开展廉政学习，一是抓好谈话。二是抓好监督。",
        ["坚持每月开展廉政学习，", "一是抓好谈话。", "二是抓好监督。"],
    ),
    (
        "二、下一步打算\n下一步，重点做好以下工作：\n一是抓好谈话。\n二是抓好监督。",
        ["一是抓好谈话。", "二是抓好监督。"],
    ),
    ("二、下一步打算", []),
    ("二、存在的问题\n一是学习不够深入。", []),
    ("二、主要做法\n一是制定学习计划。", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_measures(text, expected):
    report = parse(HEAD + text, ROLES)
    assert [report.quote(p.start, p.end) for p in find_plans(report, LEXICON.answers)] == expected


WHOLE = "\n".join(text for text, _ in CASES)


@settings(max_examples=40)
@given(st.integers(0, len(WHOLE)), st.integers(0, 200))
def test_cut_anywhere(start, length):
    report = parse(HEAD + WHOLE[start : start + length], ROLES)
    plans = find_plans(report, LEXICON.answers)
    assert all(report.sentence_at(p.start).role is Role.PLAN for p in plans)
    assert all(a.end <= b.start for a, b in pairwise(plans))
