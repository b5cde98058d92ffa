import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.reading.lines import columns
from analysis.reading.normalise import normalise
from analysis.reading.wraps import join_wrapped_lines

CASES = json.loads((Path(__file__).parents[1] / "cases" / "wraps.json").read_text(encoding="utf-8"))
TITLE = "云岭县林业局2024年度党风廉政建设工作报告"
PARAGRAPHS = (
    "县纪委：",
    "2024年，县林业局党组坚持把纪律挺在前面，认真落实党风廉政建设各项任务，全年没有发生违纪案件，现报告如下。",
    "一、主要做法",
    "（一）抓学习，让党员知敬畏。局党组全年学习12次，围绕党纪处分条例安排专题辅导3场，组织干部到廉政教育馆参观。",
    "（二）抓监督，让权力不任性。对造林补助和工程招标三个环节逐一排查，查出风险点27个，制定措施31条，逐项签字认领。",
    "对各林场开展明查暗访，在木材检查站开设流动课堂，把课讲到护林员的小院里，发现问题当场交办，并且限期整改到位。",
    "二、存在的问题",
    "一是监督手段还比较老旧，主要靠听汇报、看台账，运用数据比对发现问题的本领不强，一些苗头没有能够及时掌握。",
    "二是个别林场负责人履行责任不够主动，认为廉政工作是局机关的事情，研究部署较少，传导压力不够。",
    "三、下步打算",
    "我局将加快建设林业资金监管平台，把每一笔补助资金的申请、审核、发放都放到网上，接受监督，并定期向社会公开。",
    "云岭县林业局党组",
    "2025年1月8日",
)
TOKEN = re.compile(r"[“《（]*(?:[A-Za-z0-9.%]+|.)[”》），。、；：]*")


@pytest.mark.parametrize("case", CASES, ids=[case["label"] for case in CASES])
def test_cases(case):
    assert normalise(case["text"])[0] == case["expected"], case["comment"]


def wrap(paragraph, width, indent):
    lines, line = [], "　" * indent
    for token in TOKEN.findall(paragraph):
        if columns(line + token) > width:
            lines.append(line)
            line = ""
        line += token
    return [*lines, line]


def render(width, indent=0, gap=(), page=0):
    lines = [TITLE]
    for paragraph in PARAGRAPHS:
        lines += [*wrap(paragraph, width, indent), *gap]
    if page:
        lines = [
            one for at, line in enumerate(lines, 1) for one in ([line] if at % page else [line, f"— {at // page} —"])
        ]
    return "\n".join(lines)


@pytest.mark.parametrize("gap", [(), ("",)], ids=["no gaps", "gaps"])
@pytest.mark.parametrize("indent", [0, 2])
@pytest.mark.parametrize("width", [42, 56, 64, 80])
def test_a_wrapped_report_gets_its_paragraphs_back(width, indent, gap):
    text, repairs = normalise(render(width, indent, gap))
    assert text.split("\n") == [TITLE, *PARAGRAPHS]
    assert repairs[0].name == "wraps"


def test_an_indent_that_a_copy_has_lost_is_reckoned_with():
    lost = render(56, 2).replace("　", "")
    assert normalise(lost)[0].split("\n") == [TITLE, *PARAGRAPHS]


def test_blank_lines_behind_every_line_part_no_paragraphs():
    spread = render(56, 2).replace("\n", "\n\n")
    assert normalise(spread)[0].split("\n") == [TITLE, *PARAGRAPHS]


def test_half_width_marks_do_not_hide_the_edge():
    half = str.maketrans("，；：（）", ",;:()")
    wrapped = render(56, 2).translate(half)
    assert normalise(wrapped)[0].split("\n") == [one.translate(half) for one in (TITLE, *PARAGRAPHS)]


def test_page_marks_stay_in_their_place_and_break_no_sentence():
    text, _ = normalise(render(56, 2, page=5))
    without = re.sub(r"\n?\t?— ?\d+ ?—\t?", "", text)
    assert without.split("\n") == [TITLE, *PARAGRAPHS]
    assert re.findall(r"— ?(\d+) ?—", text) == [str(n) for n in range(1, 1 + text.count("—") // 2)]


def test_lines_cut_by_a_program_that_counts_characters():
    cut = [piece for one in PARAGRAPHS for piece in (one[at : at + 30] for at in range(0, len(one), 30))]
    assert normalise("\n".join([TITLE, *cut]))[0].split("\n") == [TITLE, *PARAGRAPHS]


def test_a_text_with_a_paragraph_a_line_is_not_touched():
    text = "\n".join([TITLE, *PARAGRAPHS])
    assert join_wrapped_lines(text) == (text, 0)


@given(
    st.lists(st.text("党风廉政建设，。：一、（）1.", min_size=1, max_size=90), max_size=30),
    st.integers(0, 400),
)
def test_a_report_cut_anywhere_never_fails(lines, end):
    cut = render(56, 2)[:end] + "\n" + "\n".join(lines)
    joined, count = join_wrapped_lines(cut)
    assert "".join(joined.split()) == "".join(cut.split())
    assert count <= cut.count("\n")
