import pytest

from analysis.comparing.labels import counted_as, labels, period_name
from analysis.tables.base import frame
from analysis.tables.coding import DOCUMENTS


def documents(*rows):
    names = ("unit", "year", "period_kind", "quarter", "unit_masked", "file")
    made = [dict(zip(names, row, strict=True), document_id=f"d{i}") for i, row in enumerate(rows)]
    return frame(DOCUMENTS, made)


@pytest.mark.parametrize(
    ("year", "kind", "quarter", "name"),
    [
        (2023, "annual", None, "2023年"),
        (2023, "quarter", 2, "2023年第二季度"),
        (2023, "half", None, "2023年半年"),
        (2023, "quarter", None, "2023年季度"),
        (None, "annual", None, "年度"),
        (None, "", None, "未写明报告期"),
        (2023, "", None, "2023年未写明报告期"),
        (None, "other", None, "未写明报告期"),
        (2024, "other", None, "2024年不定期"),
    ],
)
def test_a_period_is_named_by_what_is_known(year, kind, quarter, name):
    assert period_name(year, kind, quarter) == name


def test_a_unit_that_sends_one_report_goes_by_its_name():
    made = labels(
        documents(("甲局", 2023, "annual", None, False, "a.txt"), ("乙局", 2023, "annual", None, False, "b.txt"))
    )
    assert made["label"].to_list() == ["甲局", "乙局"]


def test_a_unit_with_two_periods_goes_by_name_and_period():
    made = labels(
        documents(("甲局", 2022, "annual", None, False, "a.txt"), ("甲局", 2023, "annual", None, False, "b.txt"))
    )
    assert made["label"].to_list() == ["甲局（2022年）", "甲局（2023年）"]


def test_masked_names_that_collide_go_by_file_whatever_their_periods():
    made = labels(
        documents(("*局", 2022, "annual", None, True, "a.txt"), ("*局", 2023, "annual", None, True, "夹/b.txt"))
    )
    assert made["label"].to_list() == ["*局（a）", "*局（b）"]


def test_two_reports_of_one_unit_and_period_go_by_file():
    rows = [("甲局", 2023, "annual", None, False, name) for name in ("初稿.txt", "定稿.txt")]
    assert labels(documents(*rows))["label"].to_list() == ["甲局（初稿）", "甲局（定稿）"]


def test_labels_are_never_the_same_even_for_files_of_one_name():
    rows = [("甲局", 2023, "annual", None, False, name) for name in ("一/稿.txt", "二/稿.txt", "二/稿.txt")]
    made = labels(documents(*rows))["label"]
    assert made.is_unique
    assert made[0] == "甲局（稿）（一/稿.txt）"


def test_a_report_without_a_unit_says_so_and_goes_by_its_file_where_there_are_two():
    rows = [("", 2023, "annual", None, False, "a.txt"), (None, 2023, "annual", None, False, "b.txt")]
    assert labels(documents(*rows))["label"].to_list() == ["未写明单位（a）", "未写明单位（b）"]
    assert labels(documents(rows[0]))["label"].to_list() == ["未写明单位"]


def test_the_report_of_another_kind_of_period_is_marked_and_says_why():
    rows = [(unit, 2023, "annual", None, False, f"{unit}.txt") for unit in ("甲局", "乙局")]
    made = labels(documents(*rows, ("丙局", 2023, "quarter", 1, False, "c.txt")))
    assert made["comparable"].to_list() == [True, True, False]
    assert made["label"][2] == "丙局（2023年第一季度）◆"
    assert made["note"][2] == "2023年第一季度报告，其他多为年度报告，数量不宜直接比较"
    assert made["note"][:2].eq("").all()


def test_a_period_that_is_not_told_is_said_to_be_so():
    rows = [(unit, 2023, "annual", None, False, f"{unit}.txt") for unit in ("甲局", "乙局")]
    made = labels(documents(*rows, ("丙局", None, "other", None, False, "c.txt")))
    assert made["label"][2] == "丙局（未写明报告期）◆"
    assert made["note"][2] == "未写明报告期，数量不宜与其他报告直接比较"
    assert made["period"][2] == "未写明报告期"


def test_years_may_differ_and_a_single_report_is_comparable():
    rows = [("甲局", 2022, "annual", None, False, "a.txt"), ("乙局", 2023, "annual", None, False, "b.txt")]
    assert labels(documents(*rows))["comparable"].all()
    assert labels(documents(("甲局", None, "", None, False, "a.txt")))["comparable"].all()


def test_no_documents_give_no_labels():
    assert labels(documents()).empty


def test_sentences_count_units_only_where_every_report_is_of_another_one():
    one = ("甲局", 2023, "annual", None, False, "a.txt")
    assert counted_as(documents(one, ("乙局", *one[1:]))) == "家单位"
    assert counted_as(documents(one, one)) == "份报告"
    assert counted_as(documents(one, (None, *one[1:]))) == "份报告"
