import pytest
from wordfiles import by_hand, by_library, text_paragraph, unzipped, zipped

from analysis.reading.base import UnreadableError
from analysis.reading.docx import read_docx

PLAIN = by_hand(text_paragraph("正文"))
ALTERNATIVES = "<mc:AlternateContent>{}</mc:AlternateContent>"
RUN = "<w:r><w:t>{}</w:t></w:r>"


def paragraph(inner):
    return read_docx(by_hand(f"<w:p>{inner}</w:p>"))[0]


@pytest.mark.parametrize("make", [by_hand, by_library])
def test_paragraphs_become_lines(make):
    text, repairs = read_docx(make(text_paragraph("第一段。") + text_paragraph("第二段。")))
    assert text.strip().split("\n") == ["第一段。", "第二段。"]
    assert repairs == ()


@pytest.mark.parametrize(
    ("label", "inner", "expected"),
    [
        ("insertion", f"<w:ins>{RUN.format('新增')}</w:ins>{RUN.format('文字')}", "新增文字"),
        ("deletion", f"<w:del><w:r><w:delText>旧</w:delText></w:r></w:del>{RUN.format('文字')}", "文字"),
        ("moved away", f"<w:moveFrom>{RUN.format('旧')}</w:moveFrom>{RUN.format('文字')}", "文字"),
        ("moved here", f"<w:moveTo>{RUN.format('移来')}</w:moveTo>", "移来"),
        ("content control", f"<w:sdt><w:sdtContent>{RUN.format('单位')}</w:sdtContent></w:sdt>", "单位"),
        ("smart tag", f"<w:smartTag>{RUN.format('单位')}</w:smartTag>", "单位"),
        ("hyperlink", f"<w:hyperlink>{RUN.format('网址')}</w:hyperlink>", "网址"),
        ("simple field", f'<w:fldSimple w:instr="DATE">{RUN.format("5月")}</w:fldSimple>', "5月"),
        ("tab", "<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t></w:r>", "甲\t乙"),
        ("line break", "<w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t></w:r>", "甲\n乙"),
        ("hyphen", "<w:r><w:t>2</w:t><w:noBreakHyphen/><w:t>3</w:t></w:r>", "2-3"),
        ("ruby", f"<w:r><w:ruby><w:rt>{RUN.format('lian')}</w:rt>{RUN.format('廉')}</w:ruby></w:r>", "廉"),
        ("footnote", f'{RUN.format("正文")}<w:r><w:footnoteReference w:id="1"/></w:r>', "正文"),
    ],
)  # fmt: skip
def test_what_a_reader_sees(label, inner, expected):
    assert paragraph(inner) == expected, label


def field(code, result):
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    return f"{mark.format('begin')}{code}{mark.format('separate')}{result}{mark.format('end')}"


def test_a_field_shows_its_result_and_not_its_code():
    code = "<w:r><w:instrText>PAGE</w:instrText></w:r>"
    assert paragraph(field(code, RUN.format("3")) + RUN.format("页")) == "3页"


def test_a_field_inside_a_code_is_code():
    inner = field("<w:r><w:instrText>NAME</w:instrText></w:r>", RUN.format("条件"))
    assert paragraph(field(inner, RUN.format("结果")) + RUN.format("。")) == "结果。"


def test_a_field_that_never_ends_does_not_swallow_the_next_paragraph():
    body = '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>' + text_paragraph("后文")
    assert read_docx(by_hand(body))[0] == "\n后文"


def test_a_text_box_is_read_once_behind_its_paragraph():
    box = f"<w:txbxContent>{text_paragraph('框内')}</w:txbxContent>"
    old = f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
    both = f"<w:r>{ALTERNATIVES.format(f'<mc:Choice>{box}</mc:Choice>{old}')}</w:r>"
    assert paragraph(RUN.format("前") + both + RUN.format("后")) == "前后\n框内"


def test_a_text_box_only_in_the_fallback_is_read():
    box = ALTERNATIVES.format(f"<mc:Choice/><mc:Fallback>{RUN.format('旧')}</mc:Fallback>")
    assert paragraph(box) == "旧"


def row(*cells):
    return f"<w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr>"


def test_a_row_of_a_table_is_a_line_and_its_cells_are_set_apart():
    rows = [row(*map(text_paragraph, cells)) for cells in (("项目", "次数"), ("谈话", "5次"))]
    table = f"<w:tbl>{''.join(rows)}</w:tbl>"
    assert read_docx(by_hand(table))[0] == "项目\t次数\n谈话\t5次"


def test_a_table_that_lays_out_the_page_keeps_its_paragraphs():
    table = f"<w:tbl>{row(text_paragraph('第一段。') + text_paragraph('第二段。'))}</w:tbl>"
    assert read_docx(by_hand(table))[0] == "第一段。\n第二段。"


def test_a_deleted_row_is_gone():
    gone = "<w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p><w:r><w:t>旧</w:t></w:r></w:p></w:tc></w:tr>"
    assert read_docx(by_hand(f"<w:tbl>{gone}{row(text_paragraph('新'))}</w:tbl>"))[0] == "新"


def test_a_paragraph_whose_end_was_deleted_runs_on():
    body = text_paragraph("前半", "<w:rPr><w:del/></w:rPr>") + text_paragraph("后半")
    assert read_docx(by_hand(body))[0] == "前半后半"


def test_the_main_part_may_have_any_name():
    assert read_docx(by_hand(text_paragraph("正文"), main="document2.xml"))[0] == "正文"


def test_the_strict_variant_is_read():
    transitional = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    strict = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    members = {name: data.replace(transitional, strict) for name, data in unzipped(PLAIN).items()}
    assert read_docx(zipped(members))[0] == "正文"


@pytest.mark.parametrize("part", ["word/document.xml", "word/settings.xml"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_document_type_declaration_is_refused_in_any_part(part, encoding):
    evil = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'.encode(encoding)
    with pytest.raises(UnreadableError) as caught:
        read_docx(zipped(unzipped(PLAIN) | {part: evil}))
    assert caught.value.kind == "hostile"
