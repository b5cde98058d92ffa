import pytest
from odtfiles import odt

from analysis.reading.base import UnreadableError
from analysis.reading.odt import read_odt

ITEM = "<text:list-item><text:p>{}</text:p>{}</text:list-item>"
FRAME = "<draw:frame><draw:text-box><text:p>框内</text:p></draw:text-box></draw:frame>"


def lines(body, **more):
    return read_odt(odt(body, **more))[0].replace(" ", "").split("\n")


def listed(*items, more=""):
    return f'<text:list text:style-name="L" {more}>{"".join(items)}</text:list>'


@pytest.mark.parametrize(
    ("label", "body", "expected"),
    [
        ("paragraphs", "<text:h>标题</text:h><text:p>正文</text:p>", ["标题", "正文"]),
        ("spans", "<text:p>开展<text:span>警示</text:span>教育</text:p>", ["开展警示教育"]),
        ("signs", "<text:p>甲<text:tab/>乙<text:line-break/>丙</text:p>", ["甲\t乙", "丙"]),
        ("deletions", "<text:tracked-changes><text:p>旧</text:p></text:tracked-changes><text:p>新</text:p>", ["新"]),
        ("notes", "<text:p>正文<text:note><text:p>脚注</text:p></text:note>。</text:p>", ["正文。"]),
        ("text boxes", f"<text:p>前{FRAME}后</text:p>", ["前后", "框内"]),
        ("sections", "<text:section><text:p>正文</text:p></text:section>", ["正文"]),
    ],
)
def test_what_a_reader_sees(label, body, expected):
    assert lines(body) == expected, label


def test_lists_are_numbered_by_the_style_of_each_level():
    inner = f"<text:list>{ITEM.format('乙', '')}{ITEM.format('丙', '')}</text:list>"
    assert lines(listed(ITEM.format("甲", inner), ITEM.format("丁", ""))) == [
        "一、甲",
        "（一）乙",
        "（二）丙",
        "二、丁",
    ]


def test_a_list_counts_on_where_it_says_so():
    first, text = listed(ITEM.format("甲", "")), "<text:p>文</text:p>"
    again = listed(ITEM.format("乙", ""), more='text:continue-numbering="true"')
    assert lines(first + text + again) == ["一、甲", "文", "二、乙"]
    assert lines(first + text + listed(ITEM.format("乙", ""))) == ["一、甲", "文", "一、乙"]


def test_a_list_may_go_on_with_one_that_it_names():
    first = listed(ITEM.format("甲", ""), more='xml:id="one"')
    named = listed(ITEM.format("丙", ""), more='text:continue-list="one"')
    assert lines(first + listed(ITEM.format("乙", "")) + named) == ["一、甲", "一、乙", "二、丙"]


def test_a_row_of_a_table_is_a_line_and_a_table_in_a_cell_is_read_once():
    def row(*cells):
        return (
            f"<table:table-row>{''.join(f'<table:table-cell>{c}</table:table-cell>' for c in cells)}</table:table-row>"
        )

    inner = f"<table:table>{row('<text:p>里</text:p>', '<text:p>外</text:p>')}</table:table>"
    head = f"<table:table-header-rows>{row('<text:p>项目</text:p>', '<text:p>次数</text:p>')}</table:table-header-rows>"
    table = f"<table:table>{head}{row('<text:p>谈话</text:p>', inner)}</table:table>"
    assert lines(table) == ["项目\t次数", "谈话\t里\t外"]


def test_a_document_type_is_refused():
    with pytest.raises(UnreadableError) as caught:
        read_odt(odt("<text:p>甲</text:p>", head='<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>'))
    assert caught.value.kind == "hostile"
