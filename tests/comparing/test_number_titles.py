"""Titles of rankings and of rates, from tables of a few rows."""

import pytest

from analysis.comparing.indicators.titles import (
    title_disclosure,
    title_rank,
)
from analysis.tables.base import frame
from analysis.tables.comparing.indicators import DISCLOSURE, INDICATOR_CELLS


def ranked(*rows):
    keys = ("label", "state", "value", "measure_word")
    told = [{**dict(zip(keys, row, strict=True)), "indicator": "党课", "approximate": False} for row in rows]
    return frame(INDICATOR_CELLS, [{**row, "family": row["measure_word"]} for row in told])


@pytest.mark.parametrize(
    ("table", "title"),
    [
        (ranked(("甲", "reported", 5, "次"), ("乙", "reported", 5, "次")), "党课：2份都是5次"),
        (
            ranked(("甲", "reported", 5, "次"), ("乙", "absent", None, "")),
            "党课：只有甲（5次）写明可比的数字；1份未提及",
        ),
        (
            ranked(("甲", "masked", None, ""), ("乙", "absent", None, "")),
            "2份报告都没有写明党课的数字（1份遮盖，1份未提及）",
        ),
        (
            ranked(("甲", "reported", 5, "次"), ("乙", "reported", 2, "次"), ("丙", "reported", 2, "次")),
            "党课：甲（5次）最多，乙等2份（2次）最少",
        ),
        (
            ranked(("甲", "reported", 5, "次"), ("乙", "reported", 3, "次"), ("丙", "reported", 900, "人")),
            "党课：甲（5次）最多，乙（3次）最少",
        ),
        (
            ranked(("甲", "reported", 5, "次"), ("乙", "reported", 3, "次"), ("丙◆", "reported", 1, "次")),
            "党课：甲（5次）最多，乙（3次）最少",
        ),
        (ranked(), "没有可以排序的指标"),
    ],
)
def test_the_ranking_compares_only_what_can_be_compared(table, title):
    assert title_rank(table, "份报告") == title


def rates(*rows):
    keys = ("label", "reported", "masked")
    made = [dict(zip(keys, row, strict=True)) for row in rows]
    sizes = [row["reported"] + row["masked"] for row in made]
    pairs = zip(made, sizes, strict=True)
    return frame(DISCLOSURE, [{**row, "share": row["reported"] / size if size else None} for row, size in pairs])


@pytest.mark.parametrize(
    ("table", "title"),
    [
        (rates(("甲", 3, 0), ("乙", 2, 0)), "2份报告写明了全部业务数字"),
        (rates(("甲", 0, 0)), "所选报告的工作部分没有业务数字"),
        (rates(("甲", 1, 3), ("乙", 1, 3)), "2份报告中2份遮盖了业务数字，披露率最低的是甲等2份（25%）"),
        (
            rates(("甲", 999, 1), ("乙", 2, 0)),
            "2份报告中1份遮盖了业务数字，披露率最低的是甲（99.9%，1000个中写明999个）",
        ),
    ],
)
def test_the_lowest_rate_is_never_rounded_to_all_or_nothing(table, title):
    assert title_disclosure(table, "business", "份报告") == title


def test_who_writes_too_few_numbers_to_be_compared_is_left_out_and_that_is_said():
    table = rates(("甲", 0, 4), ("乙", 2, 6), ("丙", 8, 0))
    told = "3份报告中2份遮盖了党务数字，写了5个以上的报告中披露率最低的是乙（25%，8个中写明2个）"
    assert title_disclosure(table, "party", "份报告", 5) == told
    assert "写了" not in title_disclosure(table, "party", "份报告", 4)
