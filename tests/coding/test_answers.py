"""A measure answers a problem only where it takes up its object; slogans answer nothing."""

import json
from pathlib import Path

import pytest

from analysis.codebookfiles import FOLDER as CODEBOOK
from analysis.codebookfiles import load_codebook
from analysis.coding.problems.answers import match_answers
from analysis.coding.problems.categories import categorise
from analysis.coding.problems.finding import find_problems
from analysis.coding.problems.plans import find_plans
from analysis.coding.problems.remedies import Remedies
from analysis.coding.structure.parse import parse
from analysis.coding.themes.coding import code_themes
from analysis.coding.themes.cues import CueMatcher
from analysis.lexicon.coding import RoleWords, load_lexicon
from analysis.lexicon.topic import FOLDER
from analysis.rulefile import load

LEXICON = load_lexicon()
CASES = json.loads((Path(__file__).parent.parent / "cases" / "answers.json").read_text(encoding="utf-8"))
MANUAL = load_codebook(CODEBOOK)
MATCHER = CueMatcher(MANUAL, LEXICON.clauses)
ROLES = load(FOLDER / "roles.yaml", RoleWords)
HEAD = "关于落实主体责任情况的报告\n现将有关情况报告如下：\n一、工作开展情况\n召开会议3次。\n二、存在的问题\n"


def answers(text):
    report = parse(HEAD + text, ROLES)
    problems = categorise(report, find_problems(report, LEXICON.problems), MANUAL.categories, LEXICON.problems)
    remedies = Remedies(MANUAL, code_themes(report, MATCHER, LEXICON.clauses))
    return match_answers(report, problems, find_plans(report, LEXICON.answers), remedies, LEXICON.answers)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["label"])
def test_direct_answers(case):
    direct = [[a.plan, a.problem] for a in answers(case["text"]) if a.strength == "direct"]
    assert direct == case["expected"], case["comment"]


def test_theme_is_told_apart():
    (answer,) = answers("（一）联系群众不够紧密，走访偏少。\n三、下一步打算\n继续加强纪律作风建设。")
    assert answer.strength == "theme"


def test_reason_names_the_shared_object():
    (answer,) = answers("（一）信访举报办理不及时。\n三、下一步打算\n规范信访举报办理流程，限时办结。")
    assert "信访" in answer.why


def test_reason_names_both_words_for_one_object():
    (answer,) = answers("（一）运用第一种形态的意识不强。\n三、下一步打算\n对干部及时咬耳扯袖、红脸出汗。")
    assert "问题说“第一种形态”，措施说“咬耳扯袖”" in answer.why


def test_reason_names_the_theme_where_no_word_is_shared():
    (answer,) = answers("（一）收份子钱的现象还没有断根。\n三、下一步打算\n红白喜事一律提前申报。")
    assert (answer.strength, answer.why) == ("theme", "问题和措施都讲“婚丧喜庆”")
