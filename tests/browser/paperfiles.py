"""One short report in every format that offices send; a format more is a line more in FORMATS."""

import io
from collections.abc import Callable, Mapping

import docx
import odtfiles
import ofdfiles
import olefiles
import pdffiles

Lines = list[str]
RTF = b"{\\rtf1\\ansi\\ansicpg936{\\fonttbl{\\f0\\fcharset134 SimSun;}}\\f0 %s}"


def paragraphs(unit: str) -> Lines:
    """A report of `unit`, fictional."""
    return [
        f"云岭县{unit}局2023年履行全面从严治党主体责任情况报告",
        "一、工作情况",
        f"{unit}局召开警示教育会3次，开展谈心谈话12人次。",
        "二、存在的问题",
        "一是理论学习不够深入。",
        "三、下一步打算",
        "一是加强理论学习。",
    ]


def as_txt(lines: Lines) -> bytes:
    return "\n".join(lines).encode()


def as_gbk(lines: Lines) -> bytes:
    return "\r\n".join(lines).encode("gb18030")


def as_docx(lines: Lines) -> bytes:
    made, out = docx.Document(), io.BytesIO()
    for line in lines:
        made.add_paragraph(line)
    made.save(out)
    return out.getvalue()


def as_doc(lines: Lines) -> bytes:
    return olefiles.doc([(f"{line}\r", b"") for line in lines])


def as_rtf(lines: Lines) -> bytes:
    return RTF % b"\\par ".join(b"".join(b"\\'%02x" % byte for byte in line.encode("gb18030")) for line in lines)


def as_html(lines: Lines) -> bytes:
    body = "".join(f"<p>{line}</p>" for line in lines)
    return f'<!doctype html><html><head><meta charset="utf-8"></head><body>{body}</body></html>'.encode()


def as_odt(lines: Lines) -> bytes:
    return odtfiles.odt("".join(f"<text:p>{line}</text:p>" for line in lines))


def as_pdf(lines: Lines) -> bytes:
    return pdffiles.pdf([pdffiles.lines(_set_in(lines))])


def as_ofd(lines: Lines) -> bytes:
    return ofdfiles.ofd([ofdfiles.lines(_set_in(lines))])


def _set_in(lines: Lines) -> Lines:
    return [lines[0], *(f"　　{line}" for line in lines[1:])]


# The name of the file, and what makes its bytes of paragraphs.
FORMATS: Mapping[str, Callable[[Lines], bytes]] = {
    "utf8.txt": as_txt,
    "gbk.txt": as_gbk,
    "word.docx": as_docx,
    "word.doc": as_doc,
    "text.rtf": as_rtf,
    "page.html": as_html,
    "text.odt": as_odt,
    "print.pdf": as_pdf,
    "print.ofd": as_ofd,
}
UNITS = dict(zip(FORMATS, "甲乙丙丁戊己庚辛壬", strict=True))
