import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.reading.text import decode, looks_like_text, read_text

REPORT = "云岭县教育局2024年工作报告\n一、主要做法\n全年约谈*人次，制定“五个一”措施，镕冰同志参加。"
ENCODINGS = [
    ("utf-8", b""),
    ("utf-8", b"\xef\xbb\xbf"),
    ("utf-16-le", b"\xff\xfe"),
    ("utf-16-be", b"\xfe\xff"),
    ("utf-16-le", b""),
    ("utf-16-be", b""),
    ("utf-32-le", b"\xff\xfe\x00\x00"),
    ("utf-32-be", b"\x00\x00\xfe\xff"),
    ("gb18030", b""),
    ("gbk", b""),
    ("gb18030", b"\x84\x31\x95\x33"),
]


@pytest.mark.parametrize(("encoding", "mark"), ENCODINGS)
def test_every_encoding_is_told(encoding, mark):
    assert decode(mark + REPORT.encode(encoding)) == (REPORT, 0)


def test_signs_beyond_gbk_are_read():
    report = "工作报告：㐂村、𠮷村开展警示教育。" * 3
    assert decode(report.encode("gb18030")) == (report, 0)


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_last_character_that_is_cut_off_costs_one(encoding):
    assert decode(REPORT.encode(encoding)[:-1]) == (REPORT[:-1], 1)


def test_lost_characters_are_counted_and_said():
    damaged = ("云岭县" * 200).encode() + b"\xff\xfe" + "教育局".encode()
    text, repairs = read_text(damaged)
    assert text == "云岭县" * 200 + "\ufffd\ufffd教育局"
    assert [(r.name, r.count) for r in repairs] == [("lost", 2)]
    assert "2 处字符已损坏" in repairs[0].sentence


def test_a_sound_text_has_no_repairs():
    assert read_text(REPORT.encode()) == (REPORT, ())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "gb18030"])
def test_text_looks_like_text(encoding):
    assert looks_like_text(REPORT.encode(encoding))


@pytest.mark.parametrize("data", [bytes(range(32)) * 20, b"\x00\x01\x02ftypmp42" + b"\x00" * 400])
def test_binary_data_does_not(data):
    assert not looks_like_text(data)


@given(
    st.text(st.sampled_from("党风廉政建设工作报告，。0123456789年月日\n"), min_size=20),
    st.sampled_from(ENCODINGS),
)
def test_a_chinese_text_survives_every_encoding(text, encoding):
    name, mark = encoding
    assert decode(mark + text.encode(name))[0] in {text, f"{mark.decode('ascii', 'ignore')}{text}"}


@given(st.binary(max_size=300))
def test_no_bytes_are_too_odd(data):
    text, lost = decode(data)
    assert isinstance(text, str)
    assert 0 <= lost <= len(data)
