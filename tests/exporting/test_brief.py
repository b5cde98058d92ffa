import io
import zipfile

import pytest
from docx import Document
from docx.oxml.ns import qn
from lxml import etree

from analysis.basket import Quote
from analysis.exporting.brief.brief import brief
from analysis.exporting.brief.official import BODY, FANG, ONE, SONG, TITLE, TWO
from analysis.exporting.material import Material
from analysis.exporting.pictures import picture
from analysis.exporting.values import Bars, Matrix
from tests.exporting.conftest import ranking
from tests.exporting.reading import formulas

CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


@pytest.fixture(scope="module")
def file(material):
    return brief(material)


@pytest.fixture(scope="module")
def made(file):
    return Document(io.BytesIO(file))


def parts(file, start):
    with zipfile.ZipFile(io.BytesIO(file)) as package:
        return {name: package.read(name) for name in package.namelist() if name.startswith(start)}


def chart_numbers(xml):
    """The numbers of each series; None where there is no point."""
    series = []
    for one in etree.fromstring(xml).iter(f"{CHART}ser"):
        cache = one.find(f"{CHART}val/{CHART}numRef/{CHART}numCache")
        size = int(cache.find(f"{CHART}ptCount").get("val"))
        points = {int(p.get("idx")): float(p.find(f"{CHART}v").text) for p in cache.iter(f"{CHART}pt")}
        series.append([points.get(place) for place in range(size)])
    return series


def test_paper_and_margins_are_those_of_the_standard(made):
    section = made.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert [round(margin.mm) for margin in margins] == [37, 35, 28, 26]


@pytest.mark.parametrize(("style", "face", "size"), [(TITLE, SONG, 22), (BODY, FANG, 16), (ONE, "黑体", 16)])
def test_faces_and_sizes_are_those_of_the_standard_and_no_theme_wins_over_them(made, style, face, size):
    found = made.styles[style]
    fonts = found.element.rPr.rFonts
    assert {fonts.get(qn(f"w:{part}")) for part in ("ascii", "hAnsi", "eastAsia")} == {face}
    assert fonts.get(qn("w:hint")) == "eastAsia"
    assert found.font.size.pt == size
    assert "asciiTheme" not in made.styles.element.xml
    assert "eastAsiaTheme" not in made.styles.element.xml


def test_a_machine_without_the_faces_of_an_office_takes_named_others(file):
    (fonts,) = parts(file, "word/fontTable").values()
    assert 'w:name="仿宋_GB2312"><w:altName w:val="仿宋"' in fonts.decode()
    assert 'w:name="方正小标宋简体"><w:altName w:val="华文中宋"' in fonts.decode()


def test_body_lines_start_two_signs_in_and_page_numbers_stand_outside(made):
    assert made.styles[BODY].element.pPr.ind.get(qn("w:firstLineChars")) == "200"
    section = made.sections[0]
    sides = [footer.paragraphs[0].alignment for footer in (section.footer, section.even_page_footer)]
    assert sides == [2, 0]
    assert all("PAGE" in footer.paragraphs[0]._p.xml for footer in (section.footer, section.even_page_footer))


def test_headings_are_the_findings_in_order(made, material):
    headings = [p.text for p in made.paragraphs if p.style.name == TWO]
    found = [heading.split("）", 1)[1] for heading in headings if heading.startswith("（")]
    assert found == [item.title for item in material.items]
    assert next(p.text for p in made.paragraphs if p.style.name == ONE) == "一、总体判断"


def test_every_number_of_a_chart_is_that_of_its_table(file, material):
    wanted = [picture(item) for item in material.items if isinstance(picture(item), Bars)]
    charts = parts(file, "word/charts/chart")
    got = [chart_numbers(charts[f"word/charts/chart{n}.xml"]) for n in range(1, len(charts) + 1)]
    for place in range(2):
        values = [v for series in got[: len(got) - len(material.portraits)] for v in series[place : place + 1]]
        flat = [value for one in values for value in one]
        told = [value for bars in wanted for one in bars.series[place : place + 1] for value in one.values]
        assert flat == pytest.approx(told)


def test_each_chart_has_its_workbook_without_a_formula(file):
    books, charts = parts(file, "word/embeddings/"), parts(file, "word/charts/chart")
    assert len(books) == len(charts) > 3
    assert all(formulas(book) == [] for book in books.values())
    relations = parts(file, "word/charts/_rels")
    assert all(b"embeddings/chart" in xml for xml in relations.values())


def test_every_cell_of_a_matrix_is_in_a_table_whose_heads_repeat(made, material):
    texts = {cell.text for table in made.tables for row in table.rows for cell in row.cells}
    for item in material.items:
        whole = picture(item)
        if isinstance(whole, Matrix):
            assert {cell.text for row in whole.cells for cell in row} <= texts
    assert made.tables
    assert all(table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None for table in made.tables)


def test_a_unit_has_a_page_of_its_own(made, material):
    pages = [p for p in made.paragraphs if p.text.startswith("单位画像：")]
    assert [p.text.removeprefix("单位画像：") for p in pages] == [one.label for one in material.portraits]
    assert all(p.paragraph_format.page_break_before for p in pages)


def test_sender_and_date_stand_at_the_right(made, material):
    ends = [p for p in made.paragraphs if p.style.name == "落款"]
    assert [p.text for p in ends] == [material.unit, material.day]


def test_hostile_words_break_nothing(hostile):
    file = brief(hostile)
    made = Document(io.BytesIO(file))
    assert "=1+1" in "".join(p.text for p in made.paragraphs)
    assert all(formulas(book) == [] for book in parts(file, "word/embeddings/").values())


def test_the_date_is_never_alone_on_a_page(made, material):
    texts = [paragraph.text for paragraph in made.paragraphs]
    day = texts.index(material.day)
    assert texts[day - 1] == material.unit
    kept = [paragraph.paragraph_format.keep_with_next for paragraph in made.paragraphs[day - 3 : day]]
    assert kept == [True] * 3
    assert texts[day - 3] == material.whole_method[-1]


def test_quotes_say_what_they_are_of_and_show_the_words_that_count():
    text = "一" * 200 + "，全年开展警示教育2次。"
    quote = Quote("甲局", "甲.txt", "工作部分　一、工作", text, "2次")
    item = ranking([("警示教育", 1.0)], evidence=(quote,), places=1, about="写到警示教育的")
    file = brief(Material("标题", "", "2025年1月6日", "", (item,), ()))
    told = "".join(paragraph.text for paragraph in Document(io.BytesIO(file)).paragraphs)
    assert "原文例举（写到警示教育的）：甲局" in told
    assert "“…全年开展警示教育2次”" in told
