import pytest
from test_docx_numbering import CHINESE
from wordfiles import NAMESPACES, num, numbered, text_paragraph

from analysis.reading.base import UnreadableError
from analysis.reading.wordml import read_wordml

FLAT = (
    '<?xml version="1.0"?><?mso-application progid="Word.Document"?>'
    '<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">{}</pkg:package>'
)
PART = (
    '<pkg:part pkg:name="/{0}" pkg:contentType="application/vnd.ms.{0}+xml"><pkg:xmlData>{1}</pkg:xmlData></pkg:part>'
)
OLD = (
    '<?xml version="1.0"?><?mso-application progid="Word.Document"?>'
    '<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml" '
    'xmlns:aml="http://schemas.microsoft.com/aml/2001/core">{}<w:body>{}</w:body></w:wordDocument>'
)
LISTS = (
    '<w:lists><w:listDef w:listDefId="3"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:nfc w:val="37"/>'
    '<w:suff w:val="Nothing"/><w:lvlText w:val="%1、"/></w:lvl></w:listDef>'
    '<w:list w:ilfo="2"><w:ilst w:val="3"/></w:list></w:lists>'
)
LISTED = '<w:p><w:pPr><w:listPr><w:ilvl w:val="0"/><w:ilfo w:val="2"/></w:listPr></w:pPr><w:r><w:t>{}</w:t></w:r></w:p>'


def flat(body, numbering=""):
    document = PART.format("document.main", f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>")
    lists = PART.format("numbering", f"<w:numbering {NAMESPACES}>{numbering}</w:numbering>")
    return read_wordml(FLAT.format(document + lists).encode())[0].replace(" ", "").split("\n")


def old(body, lists=""):
    return read_wordml(OLD.format(lists, body).encode())[0].replace(" ", "").split("\n")


def test_a_package_in_one_file_is_read_with_its_numbers():
    assert flat(numbered("甲", 1) + numbered("乙", 1, 1), CHINESE + num(1, 0)) == ["一、甲", "（一）乙"]


def test_the_format_of_word_2003_is_read_with_its_numbers():
    assert old(LISTED.format("甲") + LISTED.format("乙") + text_paragraph("丙"), LISTS) == ["一、甲", "二、乙", "丙"]


def test_a_tracked_deletion_is_gone():
    gone = '<aml:annotation w:type="Word.Deletion"><aml:content><w:r><w:t>旧</w:t></w:r></aml:content></aml:annotation>'
    assert old(f"<w:p>{gone}<w:r><w:t>新</w:t></w:r></w:p>") == ["新"]


@pytest.mark.parametrize(
    ("label", "data", "kind"),
    [
        ("no document", FLAT.format(""), "damaged"),
        ("no body", OLD.replace("w:body", "w:other").format("", ""), "damaged"),
        ("cut", OLD.format("", "")[:-30], "damaged"),
        ("document type", '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>', "hostile"),
    ],
)
def test_what_cannot_be_read_is_said(label, data, kind):
    with pytest.raises(UnreadableError) as caught:
        read_wordml(data.encode())
    assert caught.value.kind == kind, label
