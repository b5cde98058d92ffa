import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from odtfiles import odt
from ofdfiles import lines as ofd_lines
from ofdfiles import ofd
from olefiles import doc
from pdffiles import lines as pdf_lines
from pdffiles import pdf
from test_wordml import OLD
from wordfiles import by_hand, by_library, text_paragraph, unzipped, zipped

from analysis.reading.base import Failure, Report, Source
from analysis.reading.read import read

REPORT = "云岭县教育局2024年工作报告\n一、主要做法\n全年谈话12人次。"
DOCX = by_library("".join(text_paragraph(line) for line in REPORT.split("\n")))
LINES = REPORT.split("\n")
OTHERS = {
    "pdf": pdf([pdf_lines(LINES)]),
    "ofd": ofd([ofd_lines(LINES)]),
    "doc": doc([(f"{line}\r", b"") for line in LINES]),
    "odt": odt("".join(f"<text:p>{line}</text:p>" for line in LINES)),
    "rtf": b"{\\rtf1\\ansi " + "\\par ".join(LINES).encode("gbk") + b"}",
    "html": b"\xef\xbb\xbf<!DOCTYPE HTML>" + "".join(f"<p>{line}" for line in LINES).encode(),
    "xml": OLD.format("", "".join(text_paragraph(line) for line in LINES)).encode(),
}
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504


@pytest.mark.parametrize("data", [REPORT.encode(), REPORT.encode("gb18030"), DOCX])
@pytest.mark.parametrize("name", ["教育局.txt", "教育局.docx", "教育局.pdf", "教育局"])
def test_a_report_is_read_by_its_bytes_and_not_by_its_name(name, data):
    report = read(Source(name, data))
    assert isinstance(report, Report)
    assert (report.file, report.text) == (name, REPORT)
    assert report.sha256 == hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize("form", OTHERS)
@pytest.mark.parametrize("name", ["教育局.doc", "教育局.wps"])
def test_every_format_gives_the_same_report_whatever_its_name(name, form):
    report = read(Source(name, OTHERS[form]))
    assert isinstance(report, Report)
    assert report.text == REPORT


def stream(name):
    return OLE + name.encode("utf-16-le")


@pytest.mark.parametrize(
    ("label", "data", "kind", "words"),
    [
        ("nothing", b"", "empty", "空的"),
        ("blanks", b" \r\n\t", "empty", "空的"),
        ("only blanks beyond ASCII", "　　\n".encode(), "empty", "没有文字"),
        ("no text", by_hand("<w:p/>"), "empty", "没有文字"),
        ("cut PDF", b"%PDF-1.7\n%\xe2\xe3", "damaged", "PDF"),
        ("cut old Word", stream("WordDocument"), "damaged", ".doc"),
        ("locked Office", stream("EncryptedPackage"), "password", "密码"),
        ("old workbook", stream("Workbook"), "format", "表格"),
        ("other OLE", OLE, "format", "无法识别"),
        ("RTF without text", b"{\\rtf1\\ansi}", "empty", "没有文字"),
        ("page without text", b"\xef\xbb\xbf<!DOCTYPE HTML><p>", "empty", "没有文字"),
        ("cut WordML", b'<?xml version="1.0"?><?mso-application progid="Word.Document"?>', "damaged", "损坏"),
        ("other XML", b'<?xml version="1.0"?><a/>', "format", "无法识别"),
        ("OFD without pages", zipped({"OFD.xml": b"<a/>"}), "damaged", "OFD"),
        ("ODT without parts", zipped({"mimetype": b"application/vnd.oasis.opendocument.text"}), "damaged", "损坏"),
        ("workbook", zipped({"[Content_Types].xml": b"spreadsheetml.sheet.main"}), "format", "表格"),
        ("slides", zipped({"[Content_Types].xml": b"presentationml.main"}), "format", "演示"),
        ("image", b"\x89PNG\r\n\x1a\n", "format", "图片"),
        ("RAR", b"Rar!\x1a\x07\x00", "format", "RAR"),
        ("zip", zipped({"a.txt": b"x"}), "format", "压缩包"),
        ("binary", bytes(range(32)) * 50, "format", "无法识别"),
        ("cut docx", DOCX[: len(DOCX) // 2], "damaged", "损坏"),
        ("docx without a text part", zipped({"[Content_Types].xml": b"wordprocessingml"}), "damaged", "损坏"),
        ("docx with broken XML", by_hand("<w:p>"), "damaged", "损坏"),
        ("bomb", by_hand(text_paragraph(" " * 30_000_000)), "hostile", "压缩"),
    ],
)
def test_what_cannot_be_read_is_said_in_a_sentence_that_helps(label, data, kind, words):
    failure = read(Source("教育局.docx", data))
    assert isinstance(failure, Failure), label
    assert (failure.file, failure.kind) == ("教育局.docx", kind)
    assert words in failure.reason
    assert failure.reason.endswith("。")


def test_a_parser_that_fails_in_any_way_gives_a_failure(monkeypatch):
    def fail(_):
        raise RecursionError

    monkeypatch.setattr("analysis.reading.read.sniff", fail)
    assert read(Source("甲.docx", DOCX)).kind == "damaged"


def test_repairs_are_told_in_the_order_they_were_made():
    report = read(Source("甲.txt", "甲 乙\r\n丙".encode() + b"\xe4\xb8"))
    assert [repair.name for repair in report.repairs] == ["lost", "line_ends", "spaces"]


@given(
    st.lists(st.tuples(st.integers(0, len(DOCX) - 1), st.integers(0, 255)), max_size=20),
    st.integers(0, len(DOCX)),
)
def test_damaged_bytes_never_raise(changes, end):
    data = bytearray(DOCX)
    for at, value in changes:
        data[at] = value
    assert isinstance(read(Source("甲.docx", bytes(data[:end]))), Report | Failure)


@given(st.integers(0, 4000), st.binary(max_size=8))
def test_a_damaged_text_part_never_raises(at, junk):
    members = unzipped(DOCX)
    part = members["word/document.xml"]
    data = zipped(members | {"word/document.xml": part[:at] + junk + part[at + len(junk) :]})
    assert isinstance(read(Source("甲.docx", data)), Report | Failure)


@given(st.binary(max_size=300))
def test_no_bytes_raise(data):
    assert isinstance(read(Source("甲", data)), Report | Failure)
