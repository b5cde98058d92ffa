"""Decisions say something that can be carried out, and come back from their table as they were."""

import pytest

from analysis.reviewing.anchors import Anchor, anchor
from analysis.reviewing.decisions import Action, Decision, DecisionError, Layer, decision_row, read_decision
from analysis.tables.reviewing import DECISIONS

QUOTE = Anchor("开展警示教育3次", "一是", "。", 12)
HEAD = {"decision_id": "e1", "by": "李", "at": "2024-05-06T07:08:09+00:00", "sha256": "ab"}


def test_an_anchor_keeps_what_stands_around_the_quotation():
    assert anchor("一二三四五", 1, 3) == Anchor("二三", "一", "四五", 1)


def test_decisions_come_back_from_their_table():
    made = (
        Decision(**HEAD, action=Action.RECODE, layer=Layer.CODING, subject="a", value="b", anchor=QUOTE, note="看动作"),
        Decision(**HEAD | {"decision_id": "e2"}, action=Action.UNDO, names=("e1", "e0")),
        Decision(
            **HEAD | {"decision_id": "e3"},
            action=Action.LINK,
            layer=Layer.ANSWER,
            value="direct",
            anchor=QUOTE,
            other=Anchor("丰富形式"),
        ),
    )
    rows = [decision_row(one) for one in made]
    assert all(set(row) == set(DECISIONS.names) for row in rows)
    assert tuple(map(read_decision, rows)) == made


@pytest.mark.parametrize(
    ("fields", "complaint"),
    [
        ({"action": Action.SET, "layer": Layer.CODING, "anchor": QUOTE}, "不能用在"),
        ({"action": Action.CONFIRM, "layer": Layer.CODING, "subject": "a"}, "选中一段原文"),
        ({"action": Action.ADD, "layer": Layer.CODING, "anchor": QUOTE}, "选一个主题"),
        ({"action": Action.RECODE, "layer": Layer.CODING, "subject": "a", "anchor": QUOTE}, "选一个主题"),
        ({"action": Action.ADD, "layer": Layer.PROBLEM, "anchor": QUOTE}, "问题的类别"),
        ({"action": Action.LINK, "layer": Layer.ANSWER, "value": "direct", "anchor": QUOTE}, "计划措施"),
        (
            {"action": Action.LINK, "layer": Layer.ANSWER, "value": "似乎", "anchor": QUOTE, "other": QUOTE},
            "回应的程度",
        ),
        ({"action": Action.SET, "layer": Layer.DOCUMENT, "subject": "year", "value": "去年"}, "年度"),
        ({"action": Action.SET, "layer": Layer.DOCUMENT, "subject": "year", "value": ""}, "年度"),
        ({"action": Action.SET, "layer": Layer.DOCUMENT, "subject": "unit", "value": " "}, "单位"),
        ({"action": Action.SET, "layer": Layer.DOCUMENT, "subject": "title", "value": "报告"}, "不能改"),
        ({"action": Action.SET, "layer": Layer.DOCUMENT, "subject": "quarter", "value": "5"}, "季度"),
        (
            {"action": Action.SET, "layer": Layer.QUANTITY, "subject": "value", "value": "三", "anchor": QUOTE},
            "数值应为数字",
        ),
        (
            {"action": Action.SET, "layer": Layer.QUANTITY, "subject": "value", "value": "9" * 99, "anchor": QUOTE},
            "数值应为数字",
        ),
        ({"action": Action.SET, "layer": Layer.ROLE, "value": "preface", "anchor": QUOTE}, "部分"),
        ({"action": Action.UNDO}, "撤销"),
    ],
)
def test_a_decision_that_says_nothing_is_refused_in_chinese(fields, complaint):
    with pytest.raises(DecisionError, match=complaint):
        Decision(**HEAD, **fields)


def test_a_row_with_an_unknown_word_is_refused():
    row = decision_row(Decision(**HEAD, action=Action.UNDO, names=("e0",))) | {"action": "forget"}
    with pytest.raises(DecisionError, match="forget"):
        read_decision(row)
