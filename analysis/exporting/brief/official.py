"""The look of an official document (GB/T 9704-2012): paper, margins, faces, sizes, page numbers.

方正小标宋 and 仿宋_GB2312 are what offices have installed; a machine without them takes what `ALTERNATIVES` name.
"""

from collections.abc import Mapping

from docx import Document
from docx.document import Document as Brief
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph
from lxml import etree

SONG, HEI, KAI, FANG = "方正小标宋简体", "黑体", "楷体_GB2312", "仿宋_GB2312"
PAGE_FACE = "宋体"
ALTERNATIVES: Mapping[str, str] = {SONG: "华文中宋", KAI: "楷体", FANG: "仿宋"}
PAPER, MARGINS = (210, 297), (37, 35, 28, 26)
"""Millimetres; top, bottom, left, right."""
SECOND, THIRD, FOURTH, SMALL = 22, 16, 14, 10.5
"""二号, 三号, 四号, 五号 in points."""
LINE = 28.5
"""Points between lines: 22 lines a page."""
TITLE, BODY, ONE, TWO, CAPTION, RIGHT, MARK = "公文标题", "公文正文", "Heading 1", "Heading 2", "图表题", "落款", "密级"


def new_brief() -> Brief:
    """An empty document with the styles of this module, A4, odd and even pages with their numbers outside."""
    brief = Document()
    _forget_theme(brief)
    section = brief.sections[0]
    section.page_width, section.page_height = map(Mm, PAPER)
    section.top_margin, section.bottom_margin, section.left_margin, section.right_margin = map(Mm, MARGINS)
    section.footer_distance = Mm(28)
    _styles(brief)
    brief.settings.odd_and_even_pages_header_footer = True
    _page_number(section.footer.paragraphs[0], WD_ALIGN_PARAGRAPH.RIGHT)
    _page_number(section.even_page_footer.paragraphs[0], WD_ALIGN_PARAGRAPH.LEFT)
    _alternatives(brief)
    return brief


def _forget_theme(brief: Brief) -> None:
    """Faces of the theme would win over those that are named."""
    for fonts in brief.styles.element.iter(qn("w:rFonts")):
        for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{name}"), None)


def _styles(brief: Brief) -> None:
    _style(brief, "Normal", FANG, THIRD)
    left, center, right = WD_ALIGN_PARAGRAPH.JUSTIFY, WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.RIGHT
    _set(_style(brief, TITLE, SONG, SECOND), center, indent=0, line=36)
    _set(_style(brief, BODY, FANG, THIRD), left)
    _set(_style(brief, ONE, HEI, THIRD), left, keep=True)
    _set(_style(brief, TWO, KAI, THIRD), left, keep=True)
    _set(_style(brief, CAPTION, HEI, SMALL), center, indent=0, line=20, keep=True)
    _set(_style(brief, RIGHT, FANG, THIRD), right, indent=0)
    _set(_style(brief, MARK, HEI, THIRD), left, indent=0)


def _style(brief: Brief, name: str, face: str, size: float) -> ParagraphStyle:
    known = [style.name for style in brief.styles]
    style = brief.styles[name] if name in known else brief.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.font.size, style.font.bold, style.font.italic = Pt(size), False, False
    style.font.color.rgb = None
    for old in style.element.rPr.findall(qn("w:color")):
        style.element.rPr.remove(old)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for part in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{part}"), face)
    fonts.set(qn("w:hint"), "eastAsia")  # else “” take the Latin face
    return style


def _set(
    style: ParagraphStyle, align: WD_ALIGN_PARAGRAPH, *, indent: int = 2, line: float = LINE, keep: bool = False
) -> None:
    form = style.paragraph_format
    form.alignment, form.line_spacing_rule, form.line_spacing = align, WD_LINE_SPACING.EXACTLY, Pt(line)
    form.space_before = form.space_after = Pt(0)
    form.keep_with_next = keep
    if indent:
        ind = style.element.get_or_add_pPr().get_or_add_ind()
        ind.set(qn("w:firstLineChars"), str(indent * 100))
        ind.set(qn("w:firstLine"), str(round(indent * THIRD * 20)))


def _page_number(paragraph: Paragraph, align: WD_ALIGN_PARAGRAPH) -> None:
    """`— 1 —` in 四号宋体, one sign from the outer edge."""
    paragraph.alignment = align
    side = "right" if align == WD_ALIGN_PARAGRAPH.RIGHT else "left"
    ind = paragraph._p.get_or_add_pPr().get_or_add_ind()  # noqa: SLF001 - python-docx has no indent in signs
    ind.set(qn(f"w:{side}Chars"), "100")
    ind.set(qn(f"w:{side}"), str(FOURTH * 20))
    for text in ("— ", None, " —"):
        run = paragraph.add_run(text or "")
        run.font.size = Pt(FOURTH)
        run._r.get_or_add_rPr().append(  # noqa: SLF001 - nor an East Asian face
            parse_xml(
                f'<w:rFonts {nsdecls("w")} w:ascii="{PAGE_FACE}" w:hAnsi="{PAGE_FACE}" w:eastAsia="{PAGE_FACE}"/>'
            )
        )
        if text is None:
            _field(run._r)  # noqa: SLF001 - nor fields


def _field(run: etree._Element) -> None:
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        part = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            part.set(qn("w:fldCharType"), kind)
        part.text = text or None
        run.append(part)


def _alternatives(brief: Brief) -> None:
    """What to take where a face is not installed; the table of fonts names each."""
    part = brief.part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)
    root = etree.fromstring(part.blob, etree.XMLParser(resolve_entities=False, no_network=True))
    for face, other in ALTERNATIVES.items():
        font = etree.SubElement(root, qn("w:font"))
        font.set(qn("w:name"), face)
        etree.SubElement(font, qn("w:altName")).set(qn("w:val"), other)
        etree.SubElement(font, qn("w:charset")).set(qn("w:val"), "86")
    content = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    part._blob = content  # noqa: SLF001 - python-docx has no setter
