"""What small reports say twice and differently."""

import pytest
from checked import findings, studied
from written import Written, number


def lectures(first, second, **more):
    return (
        Written()
        .report("a")
        .say("work", first, number("党课5场", 5.0, "integrity_lectures", word="场", **more))
        .say("work", second, number("党课6场", 6.0, "integrity_lectures", word="场"))
        .state("integrity_lectures", "conflict", "党课5场", "党课6场")
    )


@pytest.mark.parametrize(
    ("first", "second", "count"),
    [
        ("全年讲廉政党课5场。", "班子全年讲廉政党课6场。", 1),
        ("全年讲廉政党课5场。", "组织青年听廉政党课6场。", 0),
        ("第一季度讲廉政党课5场。", "第二季度讲廉政党课6场。", 0),
    ],
)
def test_two_totals_of_one_thing_contradict_and_two_parts_do_not(check, first, second, count):
    assert len(findings(check(lectures(first, second)), "自相矛盾")) == count


def test_a_number_said_to_be_a_total_counts_as_one(check):
    made = check(lectures("讲廉政党课5场。", "全年讲廉政党课6场。", relation="total"))
    assert findings(made, "自相矛盾") == ["廉政党课前后两个数：“党课5场”和“党课6场”"]


def test_two_numbers_in_one_sentence_are_of_two_things(check):
    numbers = [number(f"讲党课{n}次", float(n), "integrity_lectures") for n in (2, 4)]
    written = Written().report("a").say("work", "全年书记讲党课2次，委员讲党课4次。", *numbers)
    assert not findings(check(written.state("integrity_lectures", "conflict", "讲党课2次", "讲党课4次")), "自相矛盾")


@pytest.mark.parametrize(
    ("admission", "count"),
    [
        ("一是专题研究党风廉政的次数偏少。", 1),
        ("存在一些差距：一是党组专题研究党风廉政次数较少。", 1),
        ("部分二级单位重业务，专题研究党风廉政次数少。", 0),
        ("专题研究党风廉政的质量不高。", 0),
        ("深入村组调研次数少。", 0),
    ],
)
def test_too_few_beside_a_number_contradicts_unless_it_is_said_of_others(check, admission, count):
    assert len(findings(check(studied(admission)), "自相矛盾")) == count


def test_too_few_beside_a_masked_number_says_that_it_is_masked(check):
    (finding,) = findings(check(studied("专题研究党风廉政次数较少。", "masked")), "自相矛盾")
    assert finding.endswith("（数字已遮盖）")


@pytest.mark.parametrize(
    ("rest", "count"),
    [
        ("审计反馈的资产问题至今没有彻底解决。", 1),
        ("整改跟踪不够，整改不彻底。", 1),
        ("巡察反馈的2个问题尚未见底。", 0),
        ("学习不够深入。", 0),
    ],
)
def test_all_made_good_beside_what_is_not(check, rest, count):
    written = Written().report("a").say("work", "审计反馈的问题已全部整改完毕。").say("problems", rest)
    made = findings(check(written), "自相矛盾")
    assert len(made) == count
    assert all(finding.startswith("先说“审计反馈的问题已全部整改完毕”") for finding in made)
