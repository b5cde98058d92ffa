"""A problem gets every category it names, none that it only mentions, and one that weighs most."""

import json
from pathlib import Path

import pytest

from analysis.codebook import ProblemCategory
from analysis.codebookfiles import FOLDER as CODEBOOK
from analysis.codebookfiles import load_codebook
from analysis.coding.problems.categories import categorise
from analysis.coding.problems.finding import find_problems
from analysis.coding.structure.parse import parse
from analysis.lexicon.coding import RoleWords, load_lexicon
from analysis.lexicon.topic import FOLDER
from analysis.rulefile import load

LEXICON = load_lexicon()
CASES = json.loads((Path(__file__).parent.parent / "cases" / "categories.json").read_text(encoding="utf-8"))
ROLES = load(FOLDER / "roles.yaml", RoleWords)
HEAD = "自查报告\n现将有关情况报告如下：\n一、工作开展情况\n召开会议3次。\n二、存在的问题\n（一）"


@pytest.fixture(scope="module")
def categories():
    return load_codebook(CODEBOOK).categories


def judged(text, categories):
    report = parse(HEAD + text, ROLES)
    (problem,) = categorise(report, find_problems(report, LEXICON.problems), categories, LEXICON.problems)
    return problem


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:24])
def test_case(case, categories):
    problem = judged(case["text"], categories)
    found = {"categories": list(problem.categories), "primary": problem.primary}
    assert found == case["expected"], case["label"]


def test_every_category_has_a_case(categories):
    assert {c for case in CASES for c in case["expected"]["categories"]} == {c.id for c in categories}


def test_primary_is_among_the_categories(categories):
    for case in CASES:
        problem = judged(case["text"], categories)
        assert problem.primary in problem.categories


def test_a_new_category_of_one_word_counts_by_its_word(categories):
    new = ProblemCategory(id="petitions", name="信访", definition="", cues=("积案",))
    assert "petitions" in judged("理论学习不够深入，信访积案化解得慢。", (*categories, new)).categories
    assert "petitions" not in judged("理论学习不够深入。", (*categories, new)).categories


def test_without_categories_everything_is_other():
    assert judged("学习不够深入。", ()).categories == ("other",)
