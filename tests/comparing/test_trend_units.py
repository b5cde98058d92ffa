"""Which reports are of one unit, and in which order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from written import Written

from analysis.comparing.labels import labels
from analysis.comparing.trends.units import same_units, unit_periods


def periods(written):
    tables = written.tables()
    return unit_periods(tables["documents"], labels(tables["documents"]))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("甲市教育局", "甲市教育局"),
        ("中共甲市委宣传部", "甲市委宣传部"),
        ("甲市委宣传部", "市委宣传部"),
        ("甲县乙镇", "乙镇"),
        ("甲水务集团有限公司", "甲水务集团"),
        ("甲市住房和城乡建设局", "甲市住建局"),
        ("甲市市场监督管理局", "市市场监管局"),
        ("乙镇党委", "乙镇"),
    ],
)
def test_one_unit_written_in_two_ways(one, other):
    same = same_units([one, other])
    assert same[one] == same[other]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("甲市教育局", "乙市教育局"),
        ("甲市教育局", "甲市体育局"),
        ("甲镇", "乙镇"),
        ("甲水务集团", "甲城投集团"),
        ("甲市委宣传部", "甲市委组织部"),
        ("市第一中学", "市第二中学"),
    ],
)
def test_two_units_are_not_one(one, other):
    same = same_units([one, other])
    assert same[one] != same[other]


def test_a_short_name_that_fits_two_units_is_neither():
    same = same_units(["甲市教育局", "乙市教育局", "市教育局"])
    assert len(set(same.values())) == 3


@pytest.mark.parametrize("name", ["党工委", "党委", "局党组", "公司", ""])
def test_a_name_that_is_only_generic_is_of_no_unit(name):
    assert name not in same_units([name])


@given(st.lists(st.text("甲乙市县委教育局部镇中共党", max_size=8), max_size=8))
def test_every_name_has_at_most_one_unit_whatever_the_order(names):
    assert same_units(names) == same_units(list(reversed(names)))


def test_reports_of_one_unit_are_put_in_order_and_single_ones_left_out():
    made = periods(Written().report("b", year=2024).report("a", year=2023).report("c", "乙局", 2024))
    assert made[["document_id", "order"]].to_numpy().tolist() == [["a", 0], ["b", 1]]


@pytest.mark.parametrize(
    ("second", "more"),
    [
        ({"year": 2023, "kind": "quarter"}, {"quarter": 1}),
        ({"year": 2023}, {}),
        ({"year": None}, {}),
        ({"year": 2024, "kind": ""}, {}),
        ({"year": 2024}, {"unit_masked": True}),
    ],
)
def test_no_line_over_kinds_of_period_unknown_years_or_masked_names(second, more):
    first = {"unit_masked": True} if "unit_masked" in more else {}
    assert periods(Written().report("a", **first).report("b", **second, **more)).empty


def test_quarters_stand_in_order_apart_from_years():
    written = Written().report("y", kind="annual", year=2022).report("z", kind="annual", year=2023)
    written.report("q2", kind="quarter", quarter=2).report("q1", kind="quarter", quarter=1)
    made = periods(written)
    assert made.groupby("period_kind")["document_id"].agg(list).to_dict() == {
        "annual": ["y", "z"],
        "quarter": ["q1", "q2"],
    }
