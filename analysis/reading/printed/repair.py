"""The text of printed pages, and the trail of what was done to them."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from types import MappingProxyType

from analysis.lexicon.reading import reading_words
from analysis.reading.base import Read, Repair, UnreadableError
from analysis.reading.printed.furniture import drop_furniture
from analysis.reading.printed.glyphs import Page
from analysis.reading.printed.paragraphs import join_rows
from analysis.reading.printed.rows import Row, read_rows
from analysis.reading.printed.tables import find_tables
from analysis.reading.table_rows import row_lines

NARROWEST = 12.0  # ems; no page is set narrower
LOOKALIKE = re.compile(r"[\u2e80-\u2fdf\uf900-\ufaff]")
SCAN = "这是扫描件，里面只有图片、没有文字：请向报送单位索取可编辑的原文，或先用文字识别（OCR）软件转成 Word。"
SENTENCES = MappingProxyType(
    {
        "printed_lines": "合并了 {} 处断行",
        "page_numbers": "去掉了 {} 个页码",
        "running_heads": "去掉了 {} 处页眉页脚",
        "doubled": "去掉了 {} 个为加粗而重印的字",
        "radicals": "把 {} 个部首字形换成了通用汉字",
        "pictures": "有 {} 页是图片，其中的文字未能读取，请核对原文件",
    }
)


def repair(pages: Sequence[Page]) -> Read:
    """The text of `pages`, a line for each paragraph, and the repairs that changed something.

    Raises:
        UnreadableError: `scan` where the pages hold no text, save what returns on each of them.
    """
    read = [_read_page(page, number) for number, page in enumerate(pages)]
    rows, doubled = [row for found, _ in read for row in found], sum(count for _, count in read)
    body, numbers, heads = drop_furniture(rows, pages)
    if not body:
        raise UnreadableError("scan", SCAN)
    paragraphs, joined = join_rows(body, NARROWEST)
    text, radicals = LOOKALIKE.subn(lambda hit: _usual(hit[0]), "\n".join(paragraphs))
    counts = {
        "printed_lines": joined,
        "page_numbers": numbers,
        "running_heads": heads,
        "doubled": doubled,
        "radicals": radicals,
        "pictures": sum(page.is_picture for page in pages),
    }
    return text, tuple(Repair(name, n, SENTENCES[name].format(n)) for name, n in counts.items() if n)


def _read_page(page: Page, number: int) -> tuple[list[Row], int]:
    """The rows of one page, those of its tables whole; and how many signs were drawn twice."""
    tables, rest = find_tables(page)
    rows, doubled = read_rows(rest, number)
    for table in tables:
        for cells in table.rows:
            read = [read_rows(cell, number) for cell in cells]
            first = read[0][0][0]
            lines = row_lines([join_rows(found)[0] for found, _ in read])
            rows += [replace(first, text=line, is_whole=True) for line in lines]
            doubled += sum(count for _, count in read)
    return sorted(rows, key=lambda row: row.base), doubled


def _usual(sign: str) -> str:
    """The usual character for a radical or a compatibility form that looks the same."""
    return reading_words().radicals.get(sign) or unicodedata.normalize("NFKC", sign)
