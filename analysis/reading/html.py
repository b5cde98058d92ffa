"""Reads a web page: a report that Word saved as one, or one that a unit published among navigation.

lxml alone does it. trafilatura, made for news, brings ten packages and 45 MB of calendars and registries along, and is
tuned to drop short lines, which here are headings and signatures.
"""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from lxml import html

from analysis.reading.base import Read, UnreadableError, losses
from analysis.reading.markup import Element
from analysis.reading.number_formats import write_number
from analysis.reading.table_rows import row_lines
from analysis.reading.text import decode

CHARSET = re.compile(rb"""<meta[^>]{1,200}?charset\s*=\s*["']?([\w-]+)""", re.IGNORECASE)
DECLARATION = re.compile(r"<\?xml[^>]*\?>")
HEAD = 4096
CHINESE = frozenset({"gb2312", "gbk", "gb18030"})
SKIPPED = frozenset(
    {
        "head",
        "script",
        "style",
        "noscript",
        "template",
        "nav",
        "header",
        "footer",
        "aside",
        "form",
        "button",
        "select",
        "iframe",
        "object",
        "svg",
    }
)
BLOCKS = frozenset(
    {
        "p",
        "div",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "section",
        "article",
        "main",
        "center",
        "blockquote",
        "pre",
        "body",
        "figure",
        "table",
    }
)
MARGINS = frozenset({"header", "footer"})  # how LibreOffice names heads and feet of pages
HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
SPACE = re.compile(r"[ \t\r\n\f]+")
MANY_LINKS = 15  # a page with more of them has navigation
PROSE = re.compile(r"[。；！？]")
SHARE = 0.9  # of the prose, that the article holds
# How a list's items are numbered: its type, or the style that it names, to a format and what follows the number.
NUMBERS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "a": ("lowerLetter", "."),
        "A": ("upperLetter", "."),
        "i": ("lowerRoman", "."),
        "I": ("upperRoman", "."),
        "cjk-ideographic": ("chineseCounting", "、"),
        "simp-chinese-informal": ("chineseCounting", "、"),
    }
)
STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([\w-]+)", re.IGNORECASE)
DAMAGED = "这个网页文件已损坏：请在浏览器中打开，把报告正文复制到 Word，另存为 .docx 后重新提交。"


def read_html(data: bytes) -> Read:
    """The text of the page in `data`, a line for each block and each row of a table, and how much was lost.

    Raises:
        UnreadableError: `damaged` where there is no page in it.
    """
    text, lost = _decode(data)
    try:
        root = html.document_fromstring(DECLARATION.sub("", text, count=1))
    except (html.etree.ParserError, html.etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableError("damaged", DAMAGED) from error
    for element in [one for one in root.iter() if not _is_shown(one)]:
        element.drop_tree()
    return "\n".join(_blocks(_article(root))), losses(lost)


def _decode(data: bytes) -> tuple[str, int]:
    named = CHARSET.search(data[:HEAD])
    if named and named[1].decode().lower() in CHINESE:
        text = data.decode("gb18030", "replace")
        return text, text.count("\ufffd")
    return decode(data)


def _is_shown(element: Element) -> bool:
    is_element = isinstance(element.tag, str)  # the others are comments
    hides = is_element and element.tag != "body" and HIDDEN.search(element.get("style", ""))
    is_margin = is_element and element.get("title") in MARGINS
    return is_element and element.tag not in SKIPPED and not hides and not is_margin


def _article(root: Element) -> Element:
    """The innermost element that holds nearly all sentences, where there is navigation beside them."""
    if len(root.findall(".//a[@href]")) <= MANY_LINKS:
        return root
    least = SHARE * _prose(root)
    inner: Element | None = root
    while inner is not None:
        root, inner = inner, next((child for child in inner if _prose(child) >= max(1.0, least)), None)
    return root.getparent() if root.tag == "p" else root


def _prose(element: Element) -> int:
    return len(PROSE.findall(element.text_content()))


def _blocks(element: Element) -> Iterator[str]:
    """The lines of `element`: a block begins and ends a line, so does a line break."""
    line = ""
    for piece in _pieces(element):
        if piece == "\n":
            yield line
            line = ""
        else:
            line += piece
    yield line


def _pieces(element: Element) -> Iterator[str]:
    """Texts, and a line feed where a line ends."""
    yield _text(element.text)
    for child in element:
        if child.tag == "br":
            yield "\n"
        elif child.tag == "tr":
            cells = [[*_blocks(cell)] for cell in child if cell.tag in {"td", "th"}]
            yield from (sign for line in row_lines(cells) for sign in ("\n", line, "\n"))
        elif child.tag in BLOCKS:
            yield from ("\n", *_pieces(child), "\n") if child.tag != "li" else _item(child)
        else:
            yield from _pieces(child)
        yield _text(child.tail)


def _text(text: str | None) -> str:
    """`text` with its line feeds as spaces, which they are in a page."""
    return SPACE.sub(" ", text or "")


def _item(item: Element) -> Iterator[str]:
    """The lines of an item of a list, the number that a browser shows before the first of them."""
    number = _number(item)
    for line in _blocks(item):
        yield from ("\n", number + line.lstrip() if line.strip() else "")
        number = "" if line.strip() else number
    yield "\n"


def _number(item: Element) -> str:
    parent = item.getparent()
    if parent is None or parent.tag != "ol":
        return ""
    styled = STYLE.search(parent.get("style", ""))
    kind = styled[1].lower() if styled else parent.get("type", "1")
    if kind == "none":
        return ""
    number_format, behind = NUMBERS.get(kind, ("decimal", "."))
    return write_number(_start(parent) + parent.findall("li").index(item), number_format) + behind


def _start(parent: Element) -> int:
    written = parent.get("start", "1")
    return int(written) if re.fullmatch(r"\d{1,6}", written) else 1
