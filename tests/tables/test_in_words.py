import re

from analysis.tables.base import ROLE, Column, Table, columns, frame, measured
from analysis.tables.comparing.shared import PAGES
from analysis.tables.declared import declared
from analysis.tables.words import in_words, shares
from pages.parts.names import PAGES as NAMED

TABLE = Table(
    "made_up",
    "样表",
    (
        Column("document_id", "text", "报告编号"),
        ROLE,
        *columns("boolean", general="总括"),
        *columns("integer", start="起", count="次数"),
        *measured("share", share="占比"),
        *measured("rounded", p="p值"),
    ),
)
ROWS = frame(TABLE, [("d1", "work", False, 7, 3, 3 / 11, 0.904123), ("d2", "", None, None, None, None, 0.0000123)])


def test_codes_and_truths_are_words_and_numbers_are_as_long_as_they_tell_something():
    told = in_words(TABLE, ROWS)
    assert list(told.columns) == ["部分", "总括", "次数", "占比", "p值"]
    assert told["部分"].to_list() == ["工作", "标题"]
    assert told["总括"].fillna("缺").to_list() == ["否", "缺"]
    assert told["占比"].dropna().to_list() == [0.273]
    assert told["p值"].to_list() == [0.9, 0.000012]
    assert shares(TABLE) == ["占比"]


def test_an_id_is_shown_by_its_name_or_not_at_all():
    told = in_words(TABLE, ROWS, {"d1": "甲局", "d2": "乙局"})
    assert told["报告"].to_list() == ["甲局", "乙局"]
    assert "报告编号" not in in_words(TABLE, ROWS, {"d9": "丙局"})


def test_what_is_missing_stays_missing():
    told = in_words(TABLE, ROWS)
    assert told.iloc[1][["总括", "次数", "占比"]].isna().all()
    assert in_words(TABLE, ROWS.iloc[:0]).empty


def test_every_word_for_a_code_is_chinese_and_no_table_has_two_columns_of_one_label():
    for table in declared().values():
        assert len({column.label for column in table.columns}) == len(table.columns), table.name
        for column in table.columns:
            assert not [word for word in column.words.values() if re.search("[a-z]", word)], column.name


def test_pages_have_one_name_in_findings_and_in_the_menu():
    assert PAGES.items() <= {key: name for key, (_, name) in NAMED.items()}.items()
