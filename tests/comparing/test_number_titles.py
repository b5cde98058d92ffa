"""Titles of rankings and of rates, from tables of a few rows."""

import pytest

from analysis.comparing.indicators.disclosure import lowest_first, rate_words
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
        (ranked(("甲", "reported", 5, "次"), ("乙", "reported", 5, "次")), "党课（工作部分）：2份都是5次"),
        (
            ranked(("甲", "reported", 5, "次"), ("乙", "absent", None, "")),
            "党课（工作部分）：只有甲（5次）写明可比的数字；1份未提及",
        ),
        (
            ranked(("甲", "masked", None, ""), ("乙", "absent", None, "")),
            "2份报告在工作部分都没有写明党课的数字（1份遮盖，1份未提及）",
        ),
        (
            ranked(("甲", "reported", 5, "次"), ("乙", "reported", 2, "次"), ("丙", "reported", 2, "次")),
            "党课（工作部分）：甲（5次）最多，乙等2份（2次）最少",
        ),
        (
            ranked(("甲", "reported", 5, "次"), ("乙", "reported", 3, "次"), ("丙", "reported", 900, "人")),
            "党课（工作部分）：甲（5次）最多，乙（3次）最少",
        ),
        (
            ranked(("甲", "reported", 5, "次"), ("乙", "reported", 3, "次"), ("丙◆", "reported", 1, "次")),
            "党课（工作部分）：甲（5次）最多，乙（3次）最少",
        ),
        (ranked(("甲", "reported", 5, "次")), "甲工作部分的党课：5次"),
        (ranked(("甲", "absent", None, "")), "甲工作部分的党课：未提及"),
        (ranked(("甲", "reported", None, "次")), "甲工作部分的党课：没有可比的数字"),
        (
            ranked(("甲", "reported", 5, "次"), ("乙", "reported", 2, "次"), ("丙", "no_part", None, "")),
            "党课（工作部分）：甲（5次）最多，乙（2次）最少；1份没有工作部分",
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
        (rates(("甲", 2, 6), ("乙", 2, 6)), "2份报告中2份遮盖了业务数字，披露率最低的是甲等2份（25%）"),
        (
            rates(("甲", 999, 1), ("乙", 5, 0)),
            "2份报告中1份遮盖了业务数字，披露率最低的是甲（99.9%，1000个中写明999个）",
        ),
    ],
)
def test_the_lowest_rate_is_never_rounded_to_all_or_nothing(table, title):
    assert title_disclosure(table, "business", "份报告") == title


@pytest.mark.parametrize(
    ("table", "title"),
    [
        (
            rates(("甲", 0, 4), ("乙", 2, 6), ("丙", 8, 0)),
            "3份报告中2份遮盖了党务数字，写了5个以上的报告中披露率最低的是乙（25%，8个中写明2个）",
        ),
        (
            rates(("甲", 0, 4), ("乙", 2, 6)),
            "2份报告中2份遮盖了党务数字，写了5个以上的只有乙（25%，8个中写明2个）",
        ),
        (
            rates(("甲", 0, 4), ("乙", 6, 0), ("丙", 8, 0)),
            "3份报告中1份遮盖了党务数字，写了5个以上的报告中没有遮盖的",
        ),
        (rates(("甲", 0, 4), ("乙", 3, 0)), "2份报告中1份遮盖了党务数字"),
        (
            rates(("甲", 0, 5), ("乙", 5, 0), ("丙", 0, 0)),
            "2份工作部分有党务数字的报告中1份有遮盖，披露率最低的是甲（0%，5个中写明0个）",
        ),
        (rates(("甲", 6, 16)), "甲工作部分有22个党务数字，写明6个，遮盖16个，披露率27%"),
        (rates(("甲", 1, 2)), "甲工作部分有3个党务数字，写明1个，遮盖2个"),
        (rates(("甲", 3, 0), ("乙", 0, 0)), "只有甲工作部分有3个党务数字，全部写明"),
    ],
)
def test_a_rate_of_few_numbers_is_not_compared_and_one_report_is_called_by_its_name(table, title):
    assert title_disclosure(table, "party", "份报告") == title


def test_a_rate_of_few_numbers_stands_behind_and_is_told_as_a_fraction():
    table = lowest_first(rates(("甲", 0, 0), ("乙", 0, 4), ("丙", 6, 0), ("丁", 2, 6)))
    assert table["label"].to_list() == ["丁", "丙", "乙", "甲"]
    told = [rate_words(*numbers) for numbers in table[["reported", "masked"]].itertuples(index=False, name=None)]
    assert told == ["25%", "100%", "0/4", ""]
