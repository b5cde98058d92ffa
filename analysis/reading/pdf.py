"""Reads a PDF: every sign with its place by PDFium, then the repair of printed pages.

PDFium's own running text has the order and the line breaks of the drawing; only signs and places are taken from it. It
may abort the process on a damaged file, so `analysis.reading.workers` calls this in a process of its own.
"""

from collections.abc import Iterator
from ctypes import c_double
from dataclasses import replace
from math import hypot

import pypdfium2
from pypdfium2 import raw

from analysis.reading.base import Read, Repair, UnreadableError, losses
from analysis.reading.printed.glyphs import Glyph, Page, Rule
from analysis.reading.printed.repair import repair

LEAN = 0.2  # of its width by which a sign may climb; a stamp across the page climbs more
THIN = 3.0  # points; a rule is not thicker
UNKNOWN = frozenset("\x00\ufffd\ufffe\uffff")  # what PDFium gives for a sign that the file does not name
HYPHEN = "\x02"  # what it gives for a hyphen at the end of a line
MOST_UNKNOWN = 0.3  # of the signs; beyond that the rest is no text
PASSWORD = "这个 PDF 设有打开密码：请输入密码打开，另存为不带密码的文件后重新提交。"  # noqa: S105 - a sentence
DAMAGED = "这个 PDF 已损坏，无法打开：请向报送单位重新索取，或索取 .docx 原文。"
NAMELESS = "这个 PDF 的文字没有编码信息，读出来是乱码：请向报送单位索取 .docx 原文，或用文字识别（OCR）软件转换。"


def read_pdf(data: bytes) -> Read:
    """The text of the PDF in `data`, a line for each paragraph, and how its pages were repaired.

    A password that only forbids printing or changes does not matter.

    Raises:
        UnreadableError: `scan`, `password` or `damaged`.
    """
    pages, leaning = _read_pages(data)
    glyphs = [glyph for page in pages for glyph in page.glyphs]
    lost = sum(glyph.sign in UNKNOWN for glyph in glyphs)
    if lost > MOST_UNKNOWN * len(glyphs):
        raise UnreadableError("scan", NAMELESS)
    text, repairs = repair(pages)
    marks = [Repair("watermark", leaning, f"去掉了 {leaning} 个斜排的水印字")] if leaning else []
    return text, (*losses(lost), *marks, *repairs)


def _read_pages(data: bytes) -> tuple[list[Page], int]:
    """The pages, and how many signs were left out because they lean; a page that is partly turned counts as two."""
    pages, leaning = [], 0
    try:
        with pypdfium2.PdfDocument(data) as document:
            for number in range(len(document)):
                page = document[number]
                turned: dict[int | None, list[Glyph]] = {}
                for turn, glyph in _signs(page):
                    turned.setdefault(turn, []).append(glyph)
                leaning += len(turned.pop(None, []))
                sides = sorted(turned.values(), key=len, reverse=True)
                rules = _rules(page) if 0 in turned else ()
                pages += [Page(max(page.get_size()), tuple(glyphs), rules) for glyphs in sides] or [_blank(page)]
    except pypdfium2.PdfiumError as error:
        is_locked = error.err_code in {raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY}
        raise (UnreadableError("password", PASSWORD) if is_locked else UnreadableError("damaged", DAMAGED)) from error
    return pages, leaning


def _blank(page: pypdfium2.PdfPage) -> Page:
    images = page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE])
    return Page(page.get_height(), (), is_picture=next(iter(images), None) is not None)


def _rules(page: pypdfium2.PdfPage) -> tuple[Rule, ...]:
    """The thin lines on `page`; of a larger box its four sides."""
    found: list[Rule] = []
    for path in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=1):
        left, bottom, right, top = path.get_bounds()
        box = Rule(left, page.get_height() - top, right, page.get_height() - bottom)
        found += [box] if min(right - left, top - bottom) <= THIN else _sides(box)
    return tuple(found)


def _sides(box: Rule) -> list[Rule]:
    return [
        replace(box, right=box.left),
        replace(box, left=box.right),
        replace(box, bottom=box.top),
        replace(box, top=box.bottom),
    ]


def _signs(page: pypdfium2.PdfPage) -> Iterator[tuple[int | None, Glyph]]:
    """The visible signs of `page`, each with the quarter turns that its baseline makes; None where it leans."""
    text, box, matrix = page.get_textpage(), raw.FS_RECTF(), raw.FS_MATRIX()
    x, y = c_double(), c_double()
    for at in range(text.count_chars()):
        sign = chr(raw.FPDFText_GetUnicode(text, at)).replace(HYPHEN, "-")
        if sign.isspace() or raw.FPDFText_IsGenerated(text, at) == 1:
            continue
        raw.FPDFText_GetLooseCharBox(text, at, box)
        raw.FPDFText_GetMatrix(text, at, matrix)
        raw.FPDFText_GetCharOrigin(text, at, x, y)
        turn = _quarter(matrix.a, matrix.b)
        size = raw.FPDFText_GetFontSize(text, at) * hypot(matrix.c, matrix.d)
        corners = [_turned(turn or 0, across, up) for across, up in ((box.left, box.bottom), (box.right, box.top))]
        left, right = sorted(across for across, _ in corners)
        base = page.get_height() - _turned(turn or 0, x.value, y.value)[1]
        yield turn, Glyph(sign, left, right, base, size or 1.0)


def _quarter(across: float, up: float) -> int | None:
    """How many quarter turns to the left a baseline in this direction makes."""
    for turn in range(4):
        right, rise = _turned(turn, across, up)
        if right > 0 and abs(rise) <= LEAN * right:
            return turn
    return None


def _turned(turn: int, across: float, up: float) -> tuple[float, float]:
    """A point turned to the right by as many quarters."""
    return ((across, up), (up, -across), (-across, -up), (-up, across))[turn]
