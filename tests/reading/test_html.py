import pytest

from analysis.reading.base import UnreadableError
from analysis.reading.html import read_html
from analysis.reading.normalise import normalise

PAGE = "<!DOCTYPE html><html><head><title>标题栏</title><style>p{{}}</style></head><body>{}</body></html>"
LINKS = "".join(f'<li><a href="{n}">栏目{n}</a></li>' for n in range(20))
SENTENCES = "".join(f"<p>第{n}项工作开展顺利，全年检查{n}次。</p>" for n in range(1, 6))


def read(body: str) -> list[str]:
    return normalise(read_html(PAGE.format(body).encode())[0])[0].split("\n")


@pytest.mark.parametrize(
    ("label", "body", "expected"),
    [
        ("paragraphs", "<p>第一段。</p><p>第二段。</p>", ["第一段。", "第二段。"]),
        ("breaks", "<p>第一行<br>第二行</p>", ["第一行", "第二行"]),
        ("line feeds in the source are spaces", "<p>第一\n行</p>", ["第一行"]),
        ("inline elements", "<p>开展<b>警示</b><a href='x'>教育</a>3次</p>", ["开展警示教育3次"]),
        ("text beside blocks", "前<div>中</div>后", ["前", "中", "后"]),
        ("script", "<script>alert('一')</script><p>正文</p>", ["正文"]),
        ("hidden", "<p style='display: none'>藏</p><p>正文</p>", ["正文"]),
        ("comment", "<!-- 批注 --><p>正文</p>", ["正文"]),
        ("table", "<table><tr><th>项目</th><th>次数</th></tr><tr><td>谈话</td><td>5</td></tr></table>",
         ["项目\t次数", "谈话\t5"]),
        ("table for layout", "<table><tr><td><p>第一段。</p><p>第二段。</p></td></tr></table>",
         ["第一段。", "第二段。"]),
        ("numbered list", "<ol><li>甲</li><li><p>乙</p></li></ol>", ["1.甲", "2.乙"]),
        ("list that starts at three, in letters", "<ol start=3 type=a><li>甲</li></ol>", ["c.甲"]),
        ("Chinese list", "<ol style='list-style-type: cjk-ideographic'><li>甲</li></ol>", ["一、甲"]),
        ("list without numbers", "<ul><li>甲</li></ul>", ["甲"]),
        ("head of a printed page", "<div title='header'>页眉</div><p>正文</p>", ["正文"]),
    ],
)  # fmt: skip
def test_what_a_reader_sees(label, body, expected):
    assert read(body) == expected, label


def test_among_navigation_only_the_article_is_read():
    body = f"<div>{LINKS}</div><div><div><h1>工作报告</h1>{SENTENCES}</div><div>相关阅读</div></div>"
    assert read(body) == ["工作报告", *(f"第{n}项工作开展顺利，全年检查{n}次。" for n in range(1, 6))]


def test_navigation_alone_is_left_as_it_is():
    assert "栏目0" in read(f"<div>{LINKS}</div>")


@pytest.mark.parametrize("encoding", ["gb2312", "gbk", "GB18030"])
def test_the_encoding_that_the_page_names_is_used(encoding):
    page = f'<html><head><meta http-equiv="Content-Type" content="text/html; charset={encoding}"></head><p>教育局</p>'
    assert read_html(page.encode("gb18030"))[0].strip() == "教育局"


def test_an_outside_entity_is_not_read():
    evil = '<!DOCTYPE html [<!ENTITY b SYSTEM "file:///etc/hostname">]><html><p>正文&b;</p></html>'
    assert read_html(evil.encode())[0].count("正文") == 1
    assert "root:" not in read_html(evil.replace("hostname", "passwd").encode())[0]


def test_a_page_without_anything_is_said():
    with pytest.raises(UnreadableError) as caught:
        read_html(b"<!-- -->")
    assert caught.value.kind == "damaged"
