"""An approximate number is told as the report writes it, and a range as a range."""

import pandas as pd
import pytest

from analysis.comparing.indicators.amounts import quantity_of, told
from analysis.comparing.indicators.wording import with_wording
from analysis.tables.base import frame
from analysis.tables.coding import DOCUMENTS, QUANTITIES


def told_of(text, number, **row):
    start = text.index(number)
    place = {"start": start, "end": start + len(number), "number_start": start, "number_end": start + len(number)}
    usual = {"document_id": "d", "quote": number, "status": "reported", "approximate": True, **place}
    numbers = with_wording(frame(QUANTITIES, [usual | row]), frame(DOCUMENTS, [{"document_id": "d", "text": text}]))
    (own,) = numbers.to_dict("records")
    return told(quantity_of(own), own["written"])


@pytest.mark.parametrize(
    ("text", "number", "value", "word", "said"),
    [
        ("共走访3000余户群众", "3000余户", 3000.0, "户", "3000余户"),
        ("参学率达到95%以上。", "95%", 95.0, "%", "95%以上"),
        ("投入资金310余万元", "310余万元", 3_100_000.0, "元", "310余万元"),
        ("全年培训不少于12期", "12期", 12.0, "期", "不少于12期"),
        ("开展谈话近40人次", "40人次", 40.0, "人次", "近40人次"),
        ("观看教育片约3部", "3部", 3.0, "部", "约3部"),
        ("开展检查十余次", "十余次", 10.0, "次", "十余次"),
        ("印发资料９００余份", "９００余份", 900.0, "份", "９００余份"),
    ],
)
def test_it_keeps_the_words_of_the_report(text, number, value, word, said):
    assert told_of(text, number, value=value, measure_word=word) == said


def test_a_range_is_no_about():
    assert told_of("每季评出2－3名", "2－3名", value=2.0, value_high=3.0, measure_word="名") == "2–3名"


def test_a_frequency_says_how_often():
    assert told_of("至少召开1次会议", "1次", value=1.0, measure_word="次", per="季度") == "每季度至少1次"


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"value": 360.0}, "约360户"),  # a person says that it is another number
        ({"value": 300.0, "approximate": False}, "300户"),
        ({"value": None, "status": "masked"}, "遮盖"),
        ({"value": 300.0, "number_start": None, "number_end": None}, "约300户"),
    ],
)
def test_what_the_report_does_not_write_so_is_not_said_to_be_written_so(row, said):
    assert told_of("走访300余户", "300余户", measure_word="户", **row) == said


def test_no_number_at_all_is_no_error():
    assert with_wording(frame(QUANTITIES, []), frame(DOCUMENTS, []))["written"].to_list() == []
    assert isinstance(with_wording(frame(QUANTITIES, []), frame(DOCUMENTS, [])), pd.DataFrame)
