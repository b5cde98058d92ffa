"""Renders the sample reports the way offices do: as .docx set by GB/T 9704, and by LibreOffice in other formats."""

import io
import re
import shutil
import subprocess
from collections.abc import Iterable, Mapping
from ctypes import c_double
from pathlib import Path
from xml.sax.saxutils import escape

import pypdfium2
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph
from ofdfiles import ofd
from ofdfiles import text as drawn_text
from pypdfium2 import raw
from wordfiles import NAMESPACES, abstract, level, num

from analysis.reading.number_formats import write_number

SAMPLES = Path(__file__).parents[2] / "data" / "samples"
FONT = "Noto Serif CJK SC"
LIST = 77  # a key that the library's own template does not use
NUMBERS = (  # the outline's levels: how a number looks in the text, and how Word counts it
    (re.compile(r"[一二三四五六七八九十]+、"), "chineseCounting", "{}、"),
    (re.compile(r"（[一二三四五六七八九十]+）"), "chineseCounting", "（{}）"),
    (re.compile(r"\d+[.．]"), "decimal", "{}."),
)
FIELD = '<w:fldSimple {} w:instr="{}"><w:r><w:t>1</w:t></w:r></w:fldSimple>'


def official(lines: Iterable[str], *, automatic: bool = False) -> bytes:
    """A report set by GB/T 9704: indented paragraphs, a page number — 1 — at the foot; perhaps numbered by Word."""
    document = _document("— {} —", {})
    numbers = _Numbers(document) if automatic else None
    for at, line in enumerate(lines):
        paragraph = document.add_paragraph()
        depth, rest = numbers.take(line) if numbers else (None, line)
        _run(paragraph, rest, 16 if at else 22)
        if at == 0:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        elif depth is None:
            paragraph.paragraph_format.first_line_indent = Pt(32)
        else:
            _number(paragraph, depth)
    return _saved(document)


def web_like(lines: Iterable[str], head: str) -> bytes:
    """A report with gaps in place of indents, a running head and 第1页 共9页 at the foot."""
    document = _document("第{}页 共{}页", {"head": head})
    for line in lines:
        paragraph = document.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(12)
        _run(paragraph, line, 12)
    return _saved(document)


def convert(files: Mapping[str, bytes], extension: str, folder: Path, options: str = "") -> dict[str, bytes]:
    """`files` (.docx by name without an extension) as LibreOffice writes them in the format of `extension`."""
    source, target = folder / "docx", folder / f"{extension}{len(options)}"
    source.mkdir(parents=True, exist_ok=True)
    paths = [source / f"{name}.docx" for name in files]
    for path, data in zip(paths, files.values(), strict=True):
        path.write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [office(), profile, "--headless", "--convert-to", extension + options, "--outdir", target, *paths]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    return {name: (target / f"{name}.{extension}").read_bytes() for name in files}


def as_ofd(data: bytes) -> bytes:
    """The PDF in `data` as an OFD file, sign for sign."""
    with pypdfium2.PdfDocument(data) as document:
        return ofd([_drawn(page) for page in document])


def _drawn(page: pypdfium2.PdfPage) -> str:
    """Each sign as an object of its own; points become millimetres, counted from above."""
    signs, objects, scale = page.get_textpage(), [], 25.4 / 72
    across, up = c_double(), c_double()
    for at in range(signs.count_chars()):
        sign = signs.get_text_range(at, 1)
        left = signs.get_charbox(at, loose=True)[0]
        raw.FPDFText_GetCharOrigin(signs, at, across, up)
        size = raw.FPDFText_GetFontSize(signs, at)
        x, y = left * scale, (page.get_height() - up.value) * scale
        objects += [drawn_text(x, y, escape(sign), size * scale)] if sign.strip() else []
    return "".join(objects)


def office() -> str:
    """LibreOffice's command; empty where it is not installed."""
    return shutil.which("soffice") or shutil.which("libreoffice") or ""


class _Numbers:
    """Gives the numbers at the start of lines to Word's automatic numbering, where its count is the same."""

    def __init__(self, document) -> None:
        levels = (level(at, kind, text.format(f"%{at + 1}")) for at, (_, kind, text) in enumerate(NUMBERS))
        root = document.part.numbering_part.element
        root.insert(0, _parse(abstract(LIST, *levels)))
        root.append(_parse(num(LIST, LIST)))
        self.counts = [0] * len(NUMBERS)

    def take(self, line: str) -> tuple[int | None, str]:
        for depth, (pattern, kind, text) in enumerate(NUMBERS):
            hit = pattern.match(line)
            if hit and hit[0] == text.format(write_number(self.counts[depth] + 1, kind)):
                self.counts[depth] += 1
                self.counts[depth + 1 :] = [0] * (len(NUMBERS) - depth - 1)
                return depth, line[hit.end() :]
        return None, line


def _document(foot: str, heads: Mapping[str, str]):
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin, section.left_margin, section.right_margin = map(Mm, (37, 35, 28, 26))
    paragraph = section.footer.paragraphs[0]
    before, *after = foot.split("{}")
    _run(paragraph, before, 14)
    for code, text in zip(("PAGE", "NUMPAGES"), after, strict=False):
        paragraph.paragraph_format.element.append(parse_xml(FIELD.format(NAMESPACES, code)))
        _run(paragraph, text, 14)
    for text in heads.values():
        _run(section.header.paragraphs[0], text, 10)
    return document


def _run(paragraph: Paragraph, text: str, points: float) -> None:
    run = paragraph.add_run(text)
    run.font.size, run.font.name = Pt(points), FONT
    run.font.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), FONT)


def _number(paragraph: Paragraph, depth: int) -> None:
    numbering = OxmlElement("w:numPr")
    for name, value in (("w:ilvl", depth), ("w:numId", LIST)):
        child = OxmlElement(name)
        child.set(qn("w:val"), str(value))
        numbering.append(child)
    paragraph.paragraph_format.element.get_or_add_pPr().append(numbering)


def _parse(xml: str):
    return parse_xml(xml.replace(">", f" {NAMESPACES}>", 1))


def _saved(document) -> bytes:
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()
