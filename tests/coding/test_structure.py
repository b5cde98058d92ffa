import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.coding.base import Role
from analysis.coding.structure.parse import parse
from analysis.lexicon.coding import load_lexicon

CASES = json.loads((Path(__file__).parents[1] / "cases" / "roles.json").read_text(encoding="utf-8"))
WORDS = load_lexicon().roles
WHOLE = "\n".join(case["text"] for case in CASES)
PIECES = st.sampled_from(
    (
        *(
            "一、",
            "（一）",
            "1.",
            "（1）",
            "①",
            "一是",
            "首先，",
            "存在问题",
            "下一步，",
            "但",
            "虽然",
            "还存在不足",
            "将",
        ),
        *("。", "，", "：", "；", "\n", "2023年", "现将情况报告如下", "附件", "**局", "”", "）"),
    )
)


def parts(text):
    """(role, first characters) of each stretch of one role."""
    stretches = []
    for section in parse(text, WORDS).sections:
        if not stretches or stretches[-1][0] != section.role:
            stretches.append((section.role, text[section.start :].strip()[:6].rstrip()))
    return stretches


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["label"])
def test_roles(case):
    said = [(role, words) for role, words in parts(case["text"]) if words]
    assert said == [(Role(role), words[:6].rstrip()) for role, words in case["expected"]]


@given(st.lists(PIECES, max_size=40).map("".join))
def test_sections_tile_any_text(text):
    sections = parse(text, WORDS).sections
    assert [s.start for s in sections[:1]] == [0] * bool(text)
    assert all(a.end == b.start for a, b in pairwise(sections))
    assert not text or sections[-1].end == len(text)


@given(st.lists(PIECES, max_size=40).map("".join))
def test_items_sentences_and_clauses_lie_in_their_role(text):
    parsed = parse(text, WORDS)
    role_at = [section.role for section in parsed.sections for _ in range(section.start, section.end)]
    for thing in (*parsed.items, *parsed.sentences, *parsed.clauses):
        assert thing.start < thing.end
        assert {role_at[i] for i in range(thing.start, thing.end)} == {thing.role}
    assert all(a.end <= b.start for a, b in pairwise(parsed.sentences))
    assert all(a.end <= b.start for a, b in pairwise(parsed.clauses))


@given(st.integers(0, len(WHOLE)))
def test_a_report_cut_anywhere_is_parsed(cut):
    assert "".join(WHOLE[s.start : s.end] for s in parse(WHOLE[:cut], WORDS).sections) == WHOLE[:cut]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["label"])
def test_full_width_signs_and_trailing_space_change_nothing(case):
    text = case["text"]
    wide = text.translate({ord(a): b for a, b in zip("0123456789,:()", "０１２３４５６７８９，：（）", strict=True)})
    assert [role for role, _ in parts(wide)] == [role for role, _ in parts(text)]
    assert [role for role, words in parts(text + "\n  \n") if words] == [role for role, _ in parts(text)]


def test_headings_make_paths():
    text = "一、主要工作\n（一）抓学习。全年集中学习8次，效果较好。\n（二）抓检查。全年检查4次。"
    sections = parse(text, WORDS).sections
    assert [s.path for s in sections] == ["一、主要工作", "一、主要工作 › （一）抓学习", "一、主要工作 › （二）抓检查"]
    assert [s.level for s in sections] == [1, 2, 2]


def test_wrong_and_restarted_numbers_are_kept():
    text = "一、主要工作\n召开会议3次，印发文件2份。\n四、强化监督\n检查4次，通报2次。\n二、存在问题\n检查不够经常。"
    assert [s.heading[:2] for s in parse(text, WORDS).sections] == ["一、", "四、", "二、"]


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("一、甲项工作\n（一）乙项工作\n1.丙项工作\n（1）丁项工作\n①戊项工作，一是己项工作", [1, 2, 3, 4, 5, 6]),
        ("抓学习；一是学得早；二要学得细；第三，学得久；首先，学得深。其次，学得准。", [6, 6, 6, 6, 6]),
        ("努力方向1.学深一点。2、学细一点。3）学久一点。", [3, 3, 3]),
        ("序号1\n问题表现：学得不深。\n序号2问题：学得不细。", [3, 4, 3]),
        ("存在问题：学得不深。\n存在的主要问题：学得不细。\n主要问题：学得不久。", [4, 4, 4]),
        ("按第（一）项和（二）款办，问题1个，满十是整数，统一要求，万一、第一书记。", []),
    ],
)
def test_marks_are_found_where_they_number_something(text, levels):
    assert [item.level for item in parse(text, WORDS).items] == levels
