import pytest
from ofdfiles import lines, ofd, text
from test_pdf import JOINED, PARAGRAPHS
from wordfiles import unzipped, zipped

from analysis.reading.base import UnreadableError
from analysis.reading.ofd import read_ofd

PICTURE = '<ofd:ImageObject Boundary="0 0 210 297" ResourceID="3"/>'


def read(*pages):
    found, repairs = read_ofd(ofd(pages))
    return found.split("\n"), {repair.name: repair.count for repair in repairs}


def test_rows_become_paragraphs_over_pages_and_page_numbers_are_dropped():
    pages = [lines(PARAGRAPHS[:3]) + text(100, 285, "第1页"), lines(PARAGRAPHS[3:]) + text(100, 285, "第2页")]
    assert read(*pages) == (JOINED, {"printed_lines": 3, "page_numbers": 2})


@pytest.mark.parametrize(
    ("label", "drawn"),
    [
        ("distances one by one", text(28, 40, "甲乙丙", deltas='DeltaX="5.6 5.6"')),
        ("fewer distances than signs", text(28, 40, "甲乙丙", deltas='DeltaX="5.6"')),
        ("no distances", text(28, 40, "甲乙丙", deltas='Z="0"')),
        ("scaled by a matrix", text(28, 40, "甲乙丙", 1, more='CTM="5.6 0 0 5.6 0 0"')),
        ("out of order", text(39.2, 40, "丙") + text(28, 40, "甲") + text(33.6, 40, "乙")),
        ("with a watermark", text(28, 40, "甲乙丙") + text(60, 150, "水印", 20, more='CTM="0.7 0.7 -0.7 0.7 0 0"')),
    ],
)
def test_places_of_signs(label, drawn):
    assert read(drawn)[0] == ["甲乙丙"], label


def test_parts_may_be_named_from_the_root_of_the_file():
    members = unzipped(ofd([text(28, 40, "正文")]))
    moved = members["OFD.xml"].replace(b"Doc_0/", b"/Doc_0/")
    assert read_ofd(zipped(members | {"OFD.xml": moved}))[0] == "正文"


@pytest.mark.parametrize(
    ("label", "data", "kind"),
    [
        ("pictures", ofd([PICTURE, PICTURE]), "scan"),
        ("no document", zipped({"OFD.xml": b"<a/>"}), "damaged"),
        ("a part is missing", zipped({"OFD.xml": b"<a><DocRoot>x.xml</DocRoot></a>"}), "damaged"),
        ("broken XML", zipped({"OFD.xml": b"<a>"}), "damaged"),
        ("document type", ofd([text(28, 40, "甲")], head='<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>'),
         "hostile"),
        ("a part outside", zipped({"OFD.xml": b"<a><DocRoot>../../../etc/passwd</DocRoot></a>"}), "damaged"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_said(label, data, kind):
    with pytest.raises(UnreadableError) as caught:
        read_ofd(data)
    assert caught.value.kind == kind, label
