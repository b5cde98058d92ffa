"""Native charts in a brief: drawn in a scratch presentation, then moved over with their workbook.

Word draws the same chart part as PowerPoint; python-docx cannot make one.
"""

from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

from docx.document import Document as Brief
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.text.paragraph import Paragraph
from lxml import etree
from pptx import Presentation
from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.util import Mm

from analysis.exporting.clean import printable
from analysis.exporting.office.charts import add_chart
from analysis.exporting.values import Bars

WIDTH, BAR, EDGE = Mm(156), Mm(7), Mm(8)
LETTERS = 9
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/chart"


@dataclass(frozen=True, slots=True)
class Figure:
    """The number of a chart in its brief, what a screen reader says of it, and how high a bar is, in EMU."""

    number: int
    words: str
    bar: int = BAR


def insert_chart(brief: Brief, paragraph: Paragraph, bars: Bars, figure: Figure) -> None:
    """Puts `bars` into `paragraph` of `brief`."""
    number = figure.number
    scratch = Presentation()
    slide = scratch.slides.add_slide(scratch.slide_layouts[6])
    height = EDGE + figure.bar * len(bars.names)
    chart = add_chart(slide.shapes, bars, (0, 0, WIDTH, height), LETTERS)
    package = brief.part.package
    book = Part(
        PackURI(f"/word/embeddings/chart{number}.xlsx"),
        CONTENT_TYPE.SML_SHEET,
        chart.part.chart_workbook.xlsx_part.blob,
        package,
    )
    root = etree.fromstring(chart.part.blob, etree.XMLParser(resolve_entities=False, no_network=True))
    made = Part(PackURI(f"/word/charts/chart{number}.xml"), CONTENT_TYPE.DML_CHART, b"", package)
    root.find(f"{{{DRAWING}}}externalData").set(RELATION, made.relate_to(book, RELATIONSHIP_TYPE.PACKAGE))
    content = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    made._blob = content  # noqa: SLF001 - the id is known only once the part is there
    relation = brief.part.relate_to(made, RELATIONSHIP_TYPE.CHART)
    paragraph.add_run()._r.append(_drawing(relation, figure, height))  # noqa: SLF001 - python-docx knows no charts


def _drawing(relation: str, figure: Figure, height: int) -> etree._Element:
    named, number = quoteattr(printable(figure.words)), figure.number
    return parse_xml(
        f'<w:drawing {nsdecls("w", "wp", "a", "r")}><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{WIDTH}" cy="{height}"/><wp:docPr id="{number}" name="图{number}" descr={named}/>'
        f'<a:graphic><a:graphicData uri="{DRAWING}"><c:chart xmlns:c="{DRAWING}" r:id="{relation}"/>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing>"
    )
