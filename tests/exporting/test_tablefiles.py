import csv
import io
from pathlib import Path

import pandas as pd
import pytest

from analysis.exporting.tablefiles import csv_bytes, csv_in_words, replace_file, write_tables
from analysis.tables.base import frame
from analysis.tables.coding import DOCUMENTS, QUANTITIES
from analysis.tables.comparing.checks import DUTY_STATES
from analysis.tables.comparing.indicators import DISCLOSURE

ROWS = (
    {"quantity_id": "q1", "start": 0, "end": 5, "quote": "7.132万元", "value": 71320.0, "approximate": False},
    {"quantity_id": "q2", "start": 9, "end": 16, "quote": "352.05万元", "value": 352.05, "approximate": True},
    {"quantity_id": "q3", "start": 20, "end": 23, "quote": "**次", "status": "masked"},
    {"quantity_id": "q4", "start": 30, "end": 36, "quote": '=1，\n“2”"3"', "value": 123e9},
)


def read(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_cells_are_written_as_the_contract_says():
    content = csv_bytes(frame(QUANTITIES, ROWS))
    rows = read(content)
    assert content.startswith(b"\xef\xbb\xbfquantity_id,")
    assert [row["value"] for row in rows] == ["71320", "352.05", "", "123000000000"]
    assert [row["approximate"] for row in rows] == ["false", "true", "", ""]
    assert [row["start"] for row in rows] == ["0", "9", "20", "30"]
    assert [row["quote"] for row in rows] == ["7.132万元", "352.05万元", "**次", '\'=1，\n“2”"3"']
    assert [row["measure_word"] for row in rows] == [""] * 4


def test_lines_end_alike_on_every_system():
    lines = csv_bytes(frame(QUANTITIES, ROWS[:3])).split(b"\n")
    assert all(line.endswith(b"\r") for line in lines[:-1])
    assert lines[-1] == b""


def test_a_text_made_inert_on_reading_keeps_every_character():
    text = "　=1\n一、\r\n二、"
    assert read(csv_bytes(frame(DOCUMENTS, [{"document_id": "d", "text": text}])))[0]["text"] == text


def test_a_table_without_rows_has_its_header():
    assert csv_bytes(frame(QUANTITIES, [])).decode("utf-8-sig") == ",".join(QUANTITIES.names) + "\r\n"


def test_people_read_words_and_percentages_under_chinese_heads():
    cells = frame(DUTY_STATES, [{"document_id": "d", "label": "=甲局", "duty_id": "x", "state": "claim_only"}])
    heads, line = csv_in_words(DUTY_STATES, cells).decode("utf-8-sig").splitlines()
    assert (heads, line) == ("单位,职责,应写在,状态,提及分句数,有关数量数", "'=甲局,,,只表态,,")
    rates = frame(DISCLOSURE, [{"label": "甲局", "reported": 3, "masked": 8, "share": 3 / 11}, {"label": "乙局"}])
    assert [row["披露率"] for row in read(csv_in_words(DISCLOSURE, rates))] == ["27.3%", ""]
    assert [row["share"] for row in read(csv_bytes(rates))] == ["0.2727272727272727", ""]


def test_parquet_gives_back_the_same_table(tmp_path: Path):
    made = frame(QUANTITIES, ROWS)
    write_tables({"quantities": made}, tmp_path / "new" / "folder", "parquet")
    pd.testing.assert_frame_equal(pd.read_parquet(tmp_path / "new" / "folder" / "quantities.parquet"), made)


def test_writing_twice_replaces_and_leaves_nothing_else(tmp_path: Path):
    for rows in (ROWS, ROWS[:1]):
        write_tables({"quantities": frame(QUANTITIES, rows)}, tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == ["quantities.csv"]
    assert len(read((tmp_path / "quantities.csv").read_bytes())) == 1


def test_a_failure_keeps_the_old_file_and_no_scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    file = tmp_path / "documents.csv"
    file.write_bytes(b"old")

    def fail(*_: object) -> None:
        raise PermissionError(13, "open in Excel")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(PermissionError):
        replace_file(file, b"new")
    assert file.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [file]
