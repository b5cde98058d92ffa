from math import isclose

from analysis.codebookfiles import load_codebook
from analysis.coding.problems.likeness import Likeness, likeness, pairs

TEXTS = {"study": ("学习不深", "学用脱节"), "system": ("制度老旧", "没有规矩")}


def test_pairs_do_not_cross_signs():
    assert pairs("学习,制度3条") == {"学习", "制度"}


def test_shares_add_up_and_favour_the_category_that_knows_the_pairs():
    shares = Likeness(TEXTS, 1).shares("学习制度老旧")
    assert isclose(sum(shares.values()), 1)
    assert shares["system"] > shares["study"]


def test_the_order_of_the_words_and_their_number_do_not_matter():
    like = Likeness(TEXTS, 1)
    assert like.shares("学习,规矩") == like.shares("规矩,学习,学习")


def test_a_category_of_few_words_is_not_learnt():
    assert not Likeness(TEXTS).known


def test_nothing_known_says_nothing():
    assert not Likeness(TEXTS, 1).shares("天气晴朗")
    assert not Likeness({}).shares("学习不深")


def test_examples_are_like_their_category():
    categories = load_codebook().categories
    like = likeness(categories)
    shares = [like.shares(example)[one.id] for one in categories for example in one.examples]
    assert sum(share > 0.5 for share in shares) > 0.8 * len(shares)
