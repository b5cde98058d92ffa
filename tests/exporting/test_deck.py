import io

import openpyxl
import pytest
from pptx import Presentation
from pptx.enum.dml import MSO_FILL
from pptx.util import Pt

from analysis.exporting.deck.deck import deck
from analysis.exporting.material import evidence_lines
from analysis.exporting.office.faces import FACES, RUNS
from analysis.exporting.pictures import picture
from analysis.exporting.style import FACE
from analysis.exporting.values import Bars, Listing, Matrix
from tests.exporting.conftest import HOSTILE
from tests.exporting.reading import formulas


def opened(material):
    return Presentation(io.BytesIO(deck(material)))


@pytest.fixture(scope="module")
def made(material):
    return opened(material)


def slides_of(made, item):
    """The slides of `item`, which may be several."""
    return [
        slide for slide in made.slides if slide.shapes.title.text_frame.text.split("（1/")[0].startswith(item.title)
    ]


def tables(slides):
    return [shape.table for slide in slides for shape in slide.shapes if shape.has_table]


def charts(slides):
    return [shape.chart for slide in slides for shape in slide.shapes if shape.has_chart]


def test_cover_items_and_method_stand_in_order_each_titled_in_its_placeholder(made, material):
    titles = [slide.shapes.title.text_frame.text for slide in made.slides]
    assert titles[0] == material.title
    assert titles[-1].startswith("口径说明")
    places = [next(n for n, title in enumerate(titles) if title.startswith(item.title)) for item in material.items]
    assert places == sorted(places)
    assert all(slide.shapes.title.is_placeholder for slide in made.slides)


def test_every_number_of_a_chart_is_that_of_its_table(made, material):
    found = 0
    for item in material.items:
        whole = picture(item)
        if isinstance(whole, Bars):
            plots = [chart.plots[0] for chart in charts(slides_of(made, item))]
            for place, series in enumerate(whole.series):
                got = [value for plot in plots for value in plot.series[place].values]
                assert got == pytest.approx(list(series.values)), item.name
            assert [c for plot in plots for c in plot.categories] == list(whole.categories())
            found += 1
    assert found >= 4


def test_every_cell_of_a_native_table_is_that_of_its_table(made, material):
    found = 0
    for item in material.items:
        whole = picture(item)
        if isinstance(whole, Matrix):
            skip = 2 if whole.groups else 1
            got = sorted(
                table.cell(row, column).text
                for table in tables(slides_of(made, item))
                for row in range(skip, len(table.rows))
                for column in range(1, len(table.columns))
            )
            assert got == sorted(cell.text for row in whole.cells for cell in row), item.name
            found += 1
        elif isinstance(whole, Listing):
            got = [len(table.rows) - 1 for table in tables(slides_of(made, item))]
            assert sum(got) == len(whole.rows)
    assert found >= 5


def test_a_missing_number_is_a_gap_and_says_why(fifty):
    chart = charts(opened(fifty).slides)[0]
    assert None in chart.plots[0].series[0].values
    assert 0 not in chart.plots[0].series[0].values
    assert any(category.endswith("（未提及）") for category in chart.plots[0].categories)


def test_masked_numbers_are_hatched(made, material):
    item = next(item for item in material.items if item.table.name == "disclosure")
    (chart,) = charts(slides_of(made, item))
    told, hidden = chart.plots[0].series
    assert told.format.fill.type == MSO_FILL.SOLID
    assert hidden.format.fill.type == MSO_FILL.PATTERNED


def test_notes_hold_the_sentences_and_the_feet_source_date_and_number(made, material):
    for item in material.items:
        for slide in slides_of(made, item):
            notes = slide.notes_slide.notes_text_frame.text
            assert all(line in notes for line in evidence_lines(item))
    for slide in list(made.slides)[1:]:
        texts = [shape.text_frame.text for shape in slide.placeholders]
        assert any(text.startswith("来源：7份报告") for text in texts)
        assert material.day in texts
        assert "slidenum" in slide.shapes._spTree.xml
        assert "内部资料" in [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]


def test_charts_and_tables_have_words_for_a_screen_reader(made):
    shapes = [shape for slide in made.slides for shape in slide.shapes if shape.has_chart or shape.has_table]
    assert shapes
    assert all(shape._element._nvXxPr.cNvPr.get("descr") for shape in shapes)


def test_every_run_names_a_chinese_face(made):
    roots = [slide._element for slide in made.slides]
    roots += [shape.chart._chartSpace for slide in made.slides for shape in slide.shapes if shape.has_chart]
    runs = [run for root in roots for run in root.iter(*RUNS)]
    assert len(runs) > 1000
    for run in runs:
        assert [run.find(tag).get("typeface") for tag in FACES] == [FACE] * 3
        assert run.get("lang") == "zh-CN"


def test_category_labels_are_never_tilted(made):
    for chart in charts(made.slides):
        assert chart.category_axis._element.txPr.bodyPr.get("rot") == "0"


def test_nothing_runs_off_the_slide_with_fifty_reports(fifty):
    made = opened(fifty)
    for slide in made.slides:
        for shape in slide.shapes:
            height = sum(row.height for row in shape.table.rows) if shape.has_table else shape.height
            assert shape.left >= 0
            assert shape.left + shape.width <= made.slide_width
            assert shape.top + height <= made.slide_height, slide.shapes.title.text_frame.text


def test_no_letter_is_smaller_than_ten_points(fifty, made):
    for slide in [*opened(fifty).slides, *made.slides]:
        sizes = [int(run.get("sz")) / 100 for run in slide._element.iter(*RUNS) if run.get("sz")]
        assert min(sizes) >= 10
    for chart in charts(made.slides):
        assert chart.font.size >= Pt(10)


def test_all_fifty_reports_are_shown_over_several_slides(fifty):
    made = opened(fifty)
    item = fifty.items[0]
    names = {table.cell(row, 0).text for table in tables(slides_of(made, item)) for row in range(2, len(table.rows))}
    assert len(names) == 50
    assert len(tables(slides_of(made, item))) > 4


def test_hostile_words_break_nothing_and_no_cell_is_a_formula(hostile):
    made = opened(hostile)
    books = [chart.part.chart_workbook.xlsx_part.blob for chart in charts(made.slides)]
    assert books
    for book in books:
        assert formulas(book) == []
    cells = [cell.value for book in books for row in openpyxl.load_workbook(io.BytesIO(book)).active for cell in row]
    assert "=1+1" in cells
    assert any(HOSTILE[1] in slide.notes_slide.notes_text_frame.text for slide in list(made.slides)[1:2])


def test_progress_grows_to_one_and_a_stop_stops(material):
    heard = []
    deck(material, heard.append)
    assert heard == sorted(heard)
    assert heard[-1] == 1.0

    def stop(share):
        if share > 0.2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        deck(material, stop)
