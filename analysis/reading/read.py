"""Reads one file: sniff the format, let its reader make a text, repair the text."""

import hashlib
from collections.abc import Callable, Mapping
from types import MappingProxyType

from analysis.reading.base import Failure, Repair, Report, Source, UnreadableError
from analysis.reading.docx import read_docx
from analysis.reading.normalise import normalise
from analysis.reading.sniff import Format, sniff
from analysis.reading.text import read_text

Reader = Callable[[bytes], tuple[str, tuple[Repair, ...]]]

READERS: Mapping[Format, Reader] = MappingProxyType({Format.TEXT: read_text, Format.DOCX: read_docx})

_ONLY = "目前只能读取 .txt 和 .docx"
_RESAVE = "请在 WPS 或 Word 中打开，另存为 .docx 后重新提交。"
REFUSALS: Mapping[Format, str] = MappingProxyType(
    {
        Format.PDF: f"这是 PDF 文件，{_ONLY}：请在 WPS 或 Word 中另存为 .docx 后重新提交。",
        Format.DOC: f"这是旧版 Word 文件（.doc 或 .wps），{_ONLY}：{_RESAVE}",
        Format.RTF: f"这是 RTF 文件，{_ONLY}：{_RESAVE}",
        Format.HTML: f"这是网页文件，{_ONLY}：{_RESAVE}",
        Format.WORDML: f"这是 Word XML 文件，{_ONLY}：{_RESAVE}",
        Format.OFD: f"这是 OFD 版式文件，{_ONLY}：请向报送单位索取 .docx 原文，或用 OFD 阅读器导出为 .docx。",
        Format.ODT: f"这是 OpenDocument 文件，{_ONLY}：{_RESAVE}",
        Format.SHEET: f"这是表格文件，{_ONLY}：请把报告正文复制到 Word 中，存为 .docx 后重新提交。",
        Format.SLIDES: f"这是演示文稿，{_ONLY}：请把报告正文复制到 Word 中，存为 .docx 后重新提交。",
        Format.IMAGE: f"这是图片，{_ONLY}：请向报送单位索取可编辑的 .docx 原文。",
        Format.ZIP: "这是压缩包，请解压后提交其中的报告。",
        Format.OTHER_ARCHIVE: "这是 RAR、7z 或 gz 压缩包，无法打开：请解压后提交，或改用 zip 格式压缩。",
        Format.UNKNOWN: f"无法识别的文件格式，{_ONLY}：{_RESAVE}",
    }
)
NO_TEXT = "文件里没有文字（可能只有图片或扫描件）：请向报送单位索取可编辑的 .docx 原文。"


def read(source: Source) -> Report | Failure:
    """The report in `source`, or why it cannot be read; never raises, so no file stops the others."""
    try:
        text, repairs = _read(source.data)
    except UnreadableError as error:
        return Failure(source.name, error.reason, error.kind)
    except Exception:  # noqa: BLE001 - a parser may fail in any way on damaged bytes; this is the one place that guards
        return Failure(source.name, f"文件已损坏，无法读取：{_RESAVE}", "damaged")
    return Report(source.name, hashlib.sha256(source.data).hexdigest(), text, repairs)


def _read(data: bytes) -> tuple[str, tuple[Repair, ...]]:
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
