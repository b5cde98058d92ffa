"""Reads one file: sniff the format, let its reader make a text, repair the text."""

import hashlib
from collections.abc import Callable, Mapping
from types import MappingProxyType

from analysis.reading.base import Failure, Read, Report, Source, UnreadableError
from analysis.reading.doc.read import read_doc
from analysis.reading.docx import read_docx
from analysis.reading.html import read_html
from analysis.reading.normalise import normalise
from analysis.reading.odt import read_odt
from analysis.reading.ofd import read_ofd
from analysis.reading.pdf import read_pdf
from analysis.reading.rtf import read_rtf
from analysis.reading.sniff import Format, sniff
from analysis.reading.text import read_text
from analysis.reading.wordml import read_wordml

Reader = Callable[[bytes], Read]

READERS: Mapping[Format, Reader] = MappingProxyType(
    {
        Format.TEXT: read_text,
        Format.DOCX: read_docx,
        Format.PDF: read_pdf,
        Format.DOC: read_doc,
        Format.RTF: read_rtf,
        Format.HTML: read_html,
        Format.WORDML: read_wordml,
        Format.OFD: read_ofd,
        Format.ODT: read_odt,
    }
)

_RESAVE = "请在 WPS 或 Word 中打开，另存为 .docx 后重新提交。"
_COPY = "请把报告正文复制到 Word 中，存为 .docx 后重新提交。"
REFUSALS: Mapping[Format, str] = MappingProxyType(
    {
        Format.SHEET: f"这是表格文件，不是报告：{_COPY}",
        Format.SLIDES: f"这是演示文稿，不是报告：{_COPY}",
        Format.IMAGE: "这是图片，里面没有文字：请向报送单位索取可编辑的原文，或先用文字识别（OCR）软件转成 Word。",
        Format.ZIP: "这是压缩包，请解压后提交其中的报告。",
        Format.OTHER_ARCHIVE: "这是 RAR、7z 或 gz 压缩包，无法打开：请解压后提交，或改用 zip 格式压缩。",
        Format.UNKNOWN: f"无法识别的文件格式：{_RESAVE}",
    }
)
BIG = "读取这个文件需要的内存太多，未读取：请删去图片、附件后另存为 .docx，再重新提交。"
NO_TEXT = "文件里没有文字（可能只有图片或扫描件）：请向报送单位索取可编辑的 .docx 原文。"


def read(source: Source) -> Report | Failure:
    """The report in `source`, or why it cannot be read; never raises, so no file stops the others."""
    try:
        text, repairs = _read(source.data)
    except UnreadableError as error:
        return Failure(source.name, error.reason, error.kind)
    except MemoryError:
        return Failure(source.name, BIG, "memory")
    except Exception:  # noqa: BLE001 - a parser may fail in any way on damaged bytes; this is the one place that guards
        return Failure(source.name, f"文件已损坏，无法读取：{_RESAVE}", "damaged")
    return Report(source.name, hashlib.sha256(source.data).hexdigest(), text, repairs)


def _read(data: bytes) -> Read:
    form = sniff(data)
    if form is Format.EMPTY:
        raise UnreadableError("empty", "文件是空的：请检查后重新提交。")
    if form is Format.LOCKED:
        raise UnreadableError("password", "文件设有打开密码：请去掉密码，另存后重新提交。")
    if form not in READERS:
        raise UnreadableError("format", REFUSALS[form])
    raw, losses = READERS[form](data)
    text, repairs = normalise(raw)
    if not text:
        raise UnreadableError("empty", NO_TEXT)
    return text, losses + repairs
