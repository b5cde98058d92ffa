import pytest

from analysis.reading.base import UnreadableError
from analysis.reading.rtf import read_rtf

HEAD = b"{\\rtf1\\ansi\\ansicpg936{\\fonttbl{\\f0\\fcharset134 SimSun;}}\\f0 "


def escaped(text: str) -> bytes:
    return b"".join(b"\\'%02x" % byte for byte in text.encode("gb18030"))


def read(body: bytes) -> str:
    return read_rtf(HEAD + body + b"}")[0].strip()


@pytest.mark.parametrize(
    ("label", "body", "expected"),
    [
        ("escaped", escaped("第一段。") + b"\\par " + escaped("第二段。"), "第一段。\n第二段。"),
        ("not escaped, with a byte that looks like a brace", "第一段，渰。".encode("gbk"), "第一段，渰。"),
        ("by code points", b"\\uc1\\u20826?\\u22996?", "党委"),
        ("number of a list", b"{\\listtext\\f0 " + escaped("一、") + b"\\tab}" + escaped("做法"), "一、\t做法"),
        ("number of an old list", b"{\\pntext\\f0 1.\\tab}{\\*\\pn\\pnlvl1}" + escaped("做法"), "1.\t做法"),
        ("head of the page", b"{\\header " + escaped("页眉") + b"}" + escaped("正文"), "正文"),
        ("field", b"{\\field{\\*\\fldinst PAGE}{\\fldrslt 3}}" + escaped("页"), "3页"),
        ("picture", b"{\\pict\\pngblip 89504e47}" + escaped("正文"), "正文"),
    ],
)
def test_what_a_reader_sees(label, body, expected):
    assert read(body) == expected, label


def test_a_row_of_a_table_is_a_line_and_its_cells_are_set_apart():
    row = b"\\trowd\\cellx1\\cellx2\\intbl %s\\cell %s\\cell\\row " % (escaped("谈话"), escaped("5次"))
    assert read(row + b"\\pard " + escaped("后文")).split("\n") == ["谈话\t5次\t", "后文"]


def test_characters_that_cannot_be_decoded_are_counted():
    _, repairs = read_rtf(HEAD + b"\\'ff\\'ff" + escaped("正文") + b"}")
    assert [repair.name for repair in repairs] == ["lost"]


def test_a_control_word_that_makes_no_sense_is_said():
    with pytest.raises(UnreadableError) as caught:
        read_rtf(HEAD + b"\\u1114112?}")
    assert caught.value.kind == "damaged"
