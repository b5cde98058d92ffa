import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from worktext import as_role

from analysis.coding.base import Role
from analysis.coding.quantities.finding import find_quantities
from analysis.coding.quantities.rules import compile_rules
from analysis.lexicon.coding import load_lexicon
from analysis.phrases import fold

CASES = json.loads((Path(__file__).parents[1] / "cases" / "quantities.json").read_text(encoding="utf-8"))
WORDS = load_lexicon().quantities
PIECES = st.sampled_from(
    [
        "开展",
        "督查",
        "3次",
        "**名",
        "XX个",
        "〔...〕件",
        "十余",
        "项目",
        "第",
        "一",
        "2－3",
        "％",
        "“",
        "”",
        "《",
        "》",
        "，",
        "。",
        "\n",
        " ",
        "每季度",
        "其中",
        "未发现",
        "问题",
        "1,2",
        "00元",
        "半",
        "百分之",
        "*",
        "至",
        "共",
        "零起",
        "、",
    ]
)
TEXTS = st.lists(PIECES, max_size=25).map("".join)
HALF_WIDTH = str.maketrans("０１２３４５６７８９，：；％－＊（）", "0123456789,:;%-*()")
FULL_WIDTH = str.maketrans("0123456789%*", "０１２３４５６７８９％＊")


def find(text, role=Role.WORK):
    return find_quantities(as_role(text, role), WORDS)


def numbers(text):
    """Quotes and values of the numbers, without the claims of none."""
    found = [q for q in find(text) if q.status != "zero_claim"]
    return [[text[q.start : q.end], "masked" if q.status == "masked" else q.value] for q in found]


def only(text):
    (quantity,) = find(text)
    return quantity


@pytest.mark.parametrize("case", CASES, ids=[case["label"] for case in CASES])
def test_cases(case):
    assert numbers(case["text"]) == case["expected"], case["comment"]


@pytest.mark.parametrize(
    ("text", "measure_word"),
    [
        ("压缩至5个工作日", "工作日"),
        ("提高2个百分点", "百分点"),
        ("投入3万元", "元"),
        ("分5大类", "类"),
        ("培训3人次", "人次"),
        ("百分之八十", "%"),
        ("历时3个月", "个月"),
    ],
)
def test_measure_words_are_stored_one_way(text, measure_word):
    assert only(text).measure_word == measure_word


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("每季度召开2次例会", "季度"),
        ("每月至少检查1次", "月"),
        ("每两个月督查1次", "两个月"),
        ("一年报告两次", "年"),
        ("检查2次/月", "月"),
        ("全年召开2次例会", ""),
        ("每月通报，全年共督查9次", ""),
        ("近一年召开2次例会", ""),
    ],
)
def test_frequencies_keep_their_period(text, per):
    assert only(text).per == per


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("走访近200户", True),
        ("走访200余户", True),
        ("满意率95%以上", True),
        ("至少召开3次会议", True),
        ("2－3名", True),
        ("走访200户", False),
        ("满意率达到95%", False),
    ],
)
def test_about_so_many(text, about):
    assert only(text).approximate is about


@pytest.mark.parametrize(
    ("text", "relations"),
    [
        ("立案5件，其中科级2件", ["", "subset"]),
        ("党员30人，其中女性9人，退休8人", ["", "subset", "subset"]),
        ("办理9件，其中信访3件，召开会议4件", ["", "subset", ""]),
        ("全年督查9次", ["total"]),
        ("公共服务9次", [""]),
        ("共产党员9名", [""]),
    ],
)
def test_parts_and_totals_are_marked(text, relations):
    assert [q.relation for q in find(text)] == relations


@pytest.mark.parametrize(
    "text",
    [
        "未发现违规操办问题",
        "没有发生违反工作纪律行为",
        "无公款旅游现象",
        "未收到群众投诉举报",
        "实现零举报",
        "无一人违纪",
        "未出现漏报瞒报情形",
        "干部职工无酒驾行为",
    ],
)
def test_claims_of_none(text):
    claim = only(text)
    assert (claim.status, claim.value, claim.measure_word) == ("zero_claim", None, "")


@pytest.mark.parametrize(
    "text",
    [
        "确保不发生违纪问题",
        "力争零投诉",
        "防止出现违规情形",
        "对未发现的问题深入排查",
        "无论何种情况",
        "无法办理的问题",
        "有无违规情况",
        "零距离服务",
        "零容忍",
        "做到无死角",
        "清零行动",
    ],
)
def test_aims_claim_nothing(text):
    assert not find(text)


@pytest.mark.parametrize(
    ("text", "domain"),
    [
        ("完成固定资产投资3亿元", "business"),
        ("受理企业诉求9件", "business"),
        ("税收增长8%", "business"),
        ("开展谈话9人次", "party"),
        ("处分党员2人", "party"),
        ("共9件", "party"),
    ],
)
def test_business_is_told_from_party_work(text, domain):
    assert only(text).domain == domain


def test_what_has_no_role_is_left_out():
    assert find("2023年召开3次会议", Role.NONE) == ()
    assert find("") == ()


def test_roles_are_kept():
    assert only("明年召开3次会议").role is Role.WORK
    assert find("明年召开3次会议", Role.PLAN)[0].role is Role.PLAN


@given(TEXTS)
def test_quotes_are_cut_in_order_and_never_overlap(text):
    found = find(text)
    assert all(0 <= q.start < q.end <= len(text) for q in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@given(TEXTS)
def test_masks_have_no_value_and_numbers_have_one(text):
    for q in find(text):
        assert (q.value is None) == (q.status in ("masked", "zero_claim"))


@given(TEXTS)
def test_the_width_of_signs_changes_nothing(text):
    assert find(text.translate(FULL_WIDTH)) == find(text.translate(HALF_WIDTH)) == find(text)


@given(TEXTS)
def test_trailing_white_space_changes_nothing(text):
    assert find(text + " \n") == find(text)


@given(st.sampled_from([case["text"] for case in CASES]), st.data())
def test_a_text_may_be_cut_anywhere(text, data):
    cut = data.draw(st.integers(0, len(text)))
    for part in (text[:cut], text[cut:]):
        assert all(q.end <= len(part) for q in find(part))


def spans(hits):
    """Products (7×24) count nothing: they have none of the pattern's groups."""
    return [hit.span() for hit in hits if not hit.groups() or any(hit.groups())]


@given(TEXTS)
def test_what_is_tried_where_it_can_begin_is_what_a_search_everywhere_finds(text):
    rules, folded = compile_rules(WORDS), fold(text)
    for rule in (rules.candidate, rules.claim):
        assert spans(rule.find(folded)) == spans(rule.pattern.finditer(folded))
