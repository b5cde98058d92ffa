"""Which reports are of others, and that nobody is asked to add to them."""

from dataclasses import replace

import pytest

from analysis.briefing.advice import suggestions
from analysis.briefing.feedback import is_feedback

FOUND = "按照工作安排，区委派出2个巡察组，对甲局、乙局党组开展巡察。甲局存在的主要问题是：学习不深。"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (FOUND, True),
        ("市委宣传部成立专项检查组，对丙局党组落实责任制情况开展检查。现将情况报告如下：学习不深。", True),
        (FOUND + "我局认真学习。", False),  # speaks of itself
        ("市委巡察组对丁局党组开展巡察。现将整改情况报告如下：已经改好。", False),  # tells what was put right
        ("丁局党组落实主体责任，派驻组全程监督。", False),
        ("戊镇坚持学习。" + "一" * 400 + "市委巡察组对镇里开展巡察。", False),  # not in the opening
        ("", False),
    ],
)
def test_a_report_of_others_opens_with_who_was_sent_and_never_says_we(text, told):
    assert is_feedback(text) == told


def test_of_feedback_nobody_is_asked_to_add_to_it(choice, no_pairs):
    texts = choice.tables["documents"].assign(text=FOUND)
    others = replace(choice, tables={**choice.tables, "documents": texts})
    told = "".join(suggestions(others, no_pairs)["suggestion"])
    assert "请" in "".join(suggestions(choice, no_pairs)["suggestion"])
    assert not any(word in told for word in ("补写", "补报", "补充"))
