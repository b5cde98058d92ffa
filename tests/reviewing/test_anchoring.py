"""Quotations are found again in texts that changed, or listed; never found at a wrong place."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from analysis.reviewing.anchoring import Finder, Missing, Place
from analysis.reviewing.anchors import Anchor, anchor

BEFORE = "云岭县水务局2023年工作报告\n一、主要做法\n召开党组会研究部署重点任务，把责任落到科室。"
QUOTE = "全年开展警示教育3次，组织干部旁听庭审"
AFTER = "，谈心谈话覆盖到人。\n二、存在问题\n一是学习不够深入。二是监督方式单一。\n三、下步打算\n丰富形式。"
TEXT = f"{BEFORE}{QUOTE}{AFTER}"


def told(text, found):
    return text[found.start : found.end] if isinstance(found, Place) else found.state


def own(quote, text=TEXT):
    start = text.index(quote)
    return anchor(text, start, start + len(quote))


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [
        (TEXT, QUOTE, QUOTE),
        ("前面加了一段话。\n" + TEXT, QUOTE, QUOTE),
        (TEXT.replace("警示教育3次", "警示\n教育 3次"), QUOTE, "全年开展警示\n教育 3次，组织干部旁听庭审"),
        (TEXT.replace("，", ","), QUOTE, QUOTE.replace("，", ",")),
        (TEXT.replace("把责任落到科室", "压实责任"), QUOTE, QUOTE),
        (TEXT.replace(BEFORE, "完全换了一份开头。"), QUOTE, QUOTE),
        (TEXT.replace("组织干部", "组织党员干部"), QUOTE, QUOTE.replace("组织干部", "组织党员干部")),
        (TEXT.replace("3次", "4次"), QUOTE, "lost"),
        (TEXT.replace("3次", "*次"), QUOTE, "lost"),
        (TEXT.replace(QUOTE, ""), QUOTE, "lost"),
        (TEXT + TEXT, QUOTE, QUOTE),
        ("头" + TEXT + TEXT, QUOTE, "ambiguous"),
        ("", QUOTE, "lost"),
        (TEXT, "学习", "学习"),
        (TEXT.replace("学习不够", "调研不够") + "干部学习抓得紧，成效好。", "学习", "lost"),
    ],
)
def test_where_a_quotation_of_the_text_is_found(text, quote, expected):
    assert told(text, Finder(text).find(own(quote))) == expected


def test_a_short_quotation_is_told_from_its_likes_by_what_stands_around_it():
    text = "一是开展检查2次。二是谈话2次。三是约谈2次。"
    start = text.index("谈话2次") + 2
    changed = "新增一句。" + text
    found = Finder(changed).find(anchor(text, start, start + 2))
    assert (found.start, found.how) == (start + 5, "exact")


def test_what_is_missing_says_why_in_chinese():
    found = Finder("无关的话").find(own(QUOTE))
    assert isinstance(found, Missing)
    assert "找不到" in found.why
    assert Finder(TEXT).find(Anchor(" \n")).state == "lost"


WORDS = ("加强学习", "约谈", "整改到位", "三重一大", "，", "。", "\n", "2次", "廉", "中心组")
EDITS = st.lists(st.tuples(st.integers(0, 400), st.integers(0, 12), st.sampled_from(WORDS)), max_size=6)


def edited(text, edits):
    """`text` with stretches replaced, and for each of its characters still there, where it stands now."""
    kept = [(sign, place) for place, sign in enumerate(text)]
    for at, gone, word in edits:
        start = min(at, len(kept))
        kept[start : start + gone] = [(sign, None) for sign in word]
    return "".join(sign for sign, _ in kept), {old: new for new, (_, old) in enumerate(kept) if old is not None}


SENTENCES = (
    "深入推进党风廉政建设，层层签订责任书。",
    "全年开展警示教育3次，组织干部旁听庭审。",
    "紧盯节点开展检查，发现问题立行立改。",
    "严格执行议事规则，重大事项集体研究。",
    "全年开展警示教育3次，观看专题片。",
    "规范公务接待流程，公开三公经费。",
    "紧盯节点开展检查，督促节约用餐。",
)
ALL = "".join(SENTENCES)


@settings(max_examples=300)
@given(st.integers(0, len(ALL) - 1), st.integers(2, 30), EDITS)
@example(19, 10, [(0, 12, "\n")])
def test_whatever_is_edited_a_quotation_is_found_at_its_own_place_or_listed(start, length, edits):
    """A place that is given holds only characters of the old place, and new ones between them."""
    end = min(len(ALL), start + length)
    text, now = edited(ALL, edits)
    found = Finder(text).find(anchor(ALL, start, end))
    if isinstance(found, Place):
        there = {old for old, new in now.items() if found.start <= new < found.end}
        assert there & set(range(start, end))
        assert not there - set(range(start - 2, end + 2))


@settings(max_examples=100)
@given(
    st.integers(0, len(ALL) - 1), st.integers(2, 30), st.text("甲乙。\n", max_size=40), st.text("丙丁，\n", max_size=40)
)
def test_text_added_before_and_behind_changes_nothing(start, length, head, tail):
    end = min(len(ALL), start + length)
    if start == 0 or end == len(ALL) or not ALL[start:end].strip():
        return
    text = f"{head}{ALL}{tail}"
    found = Finder(text).find(anchor(ALL, start, end))
    assert isinstance(found, Place)
    assert text[found.start : found.end] == ALL[start:end]
    assert found.start == len(head) + start
