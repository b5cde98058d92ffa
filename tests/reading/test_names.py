import struct
import unicodedata
import zipfile
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.reading.names import LONGEST, clean, is_system_file, member_name


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("2024/教育局.docx", "2024/教育局.docx"),
        ("2024\\教育局.docx", "2024/教育局.docx"),
        ("../../etc/passwd", "etc/passwd"),
        ("/教育局.docx", "教育局.docx"),
        ("C:\\报告\\教育局.docx", "报告/教育局.docx"),
        ("教育局\u202excod.exe", "教育局xcod.exe"),
        ("教育局\x00\n.txt", "教育局.txt"),
        ("e\u0301cole.txt", "école.txt"),
        ("...", "未命名"),
        ("", "未命名"),
        ("  教育局.txt  ", "教育局.txt"),
    ],
)
def test_names_are_cleaned(name, expected):
    assert clean(name) == expected


def test_a_long_name_keeps_its_beginning_and_its_extension():
    name = clean("云岭县" * 100 + ".docx")
    assert len(name) == LONGEST
    assert name.startswith("云岭县")
    assert name.endswith(".docx")


@given(st.text(max_size=300))
def test_no_name_is_too_odd(name):
    cleaned = clean(name)
    assert 0 < len(cleaned) <= LONGEST
    assert not any(unicodedata.category(sign) in {"Cc", "Cf", "Cs"} for sign in cleaned)
    assert ".." not in cleaned.split("/")


@pytest.mark.parametrize(
    "name", [".hidden", "a/.git/b", "~$报告.docx", "Thumbs.db", "desktop.ini", "__MACOSX/._报告.docx"]
)
def test_system_files_are_known(name):
    assert is_system_file(name)


@pytest.mark.parametrize("name", ["报告.docx", "./报告.docx", "../a/报告.txt", "thumbs.dbx"])
def test_reports_are_no_system_files(name):
    assert not is_system_file(name)


def member(raw, flags=0, extra=b""):
    info = zipfile.ZipInfo(raw.decode("utf-8") if flags else raw.decode("cp437"))
    info.flag_bits, info.extra = flags, extra
    return info


@pytest.mark.parametrize(
    ("encoding", "name"),
    [
        ("gb18030", "教育局/报告.docx"),
        ("utf-8", "教育局/报告.docx"),
        ("cp437", "résumé.txt"),
        ("ascii", "report.txt"),
    ],
)
def test_a_name_without_a_mark_is_decoded(encoding, name):
    assert member_name(member(name.encode(encoding))) == name


def test_a_name_marked_as_utf8_is_trusted():
    assert member_name(member("报告.docx".encode(), flags=0x800)) == "报告.docx"


def test_the_unicode_field_of_info_zip_is_trusted_if_it_fits():
    raw = b"report.docx"
    body = b"\x01" + struct.pack("<I", zlib.crc32(raw)) + "报告.docx".encode()
    field = struct.pack("<HH", 0x7075, len(body)) + body
    assert member_name(member(raw, extra=field)) == "报告.docx"
    assert member_name(member(b"other.docx", extra=field)) == "other.docx"
