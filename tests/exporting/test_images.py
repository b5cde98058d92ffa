import io
import zipfile

import matplotlib as mpl
import pandas as pd
import pytest
from lxml import etree
from PIL import Image

from analysis.exporting.image.image import image
from analysis.exporting.image.sheet import FONT, blank
from analysis.exporting.loose import archive, loose_files
from analysis.exporting.tablefiles import csv_in_words

FIVE_MEGABYTES = 5_000_000


@pytest.mark.parametrize("place", range(0, 18, 4))
def test_each_picture_is_a_png_wide_enough_for_a_projector(material, place):
    made = Image.open(io.BytesIO(image(material.items[place], material, "png")))
    assert made.width >= 1920
    colours = made.convert("RGB").resize((200, 100)).getcolors(20_000)
    assert len(colours) > 20


def test_a_picture_is_svg_that_stands_alone(material):
    root = etree.fromstring(image(material.items[3], material, "svg"))
    assert root.tag.endswith("svg")
    assert "http" not in {value[:4] for value in root.xpath("//@href")}
    assert not root.xpath("//*[local-name()='text']")


def test_hostile_words_break_no_picture(hostile):
    for item in hostile.items:
        for form in ("png", "svg"):
            assert image(item, hostile, form)


def test_drawing_leaves_the_settings_of_the_process_alone(material):
    before = dict(mpl.rcParams)
    image(material.items[1], material, "svg")
    assert dict(mpl.rcParams) == before


def test_the_face_is_small_and_has_its_licence_beside_it():
    assert FONT.stat().st_size <= FIVE_MEGABYTES
    assert "SIL OPEN FONT LICENSE" in FONT.with_name("OFL.txt").read_text(encoding="utf-8")


def test_loose_files_hold_each_table_and_picture_under_safe_names(material):
    small = material.__class__("t", "", "", "", material.items[:2], ())
    files = dict(loose_files(small))
    assert [name.rsplit(".", 1)[1] for name in files] == ["csv", "parquet", "png", "svg"] * 2
    for place, item in enumerate(small.items, start=1):
        stem = next(name for name in files if name.startswith(f"{place:02} "))[: -len(".csv")]
        assert files[f"{stem}.csv"] == csv_in_words(item.table, item.data())
        pd.testing.assert_frame_equal(pd.read_parquet(io.BytesIO(files[f"{stem}.parquet"])), item.data())
    with zipfile.ZipFile(io.BytesIO(archive(small))) as made:
        assert made.namelist() == list(files)


def test_names_of_loose_files_are_safe_however_a_chart_is_called(hostile):
    for name, _ in loose_files(hostile):
        assert not set(name) & set('\\/:*?"<>|\x00')


def test_boxes_of_one_look_are_laid_down_together_and_in_their_order():
    sheet = blank(100, 50)
    for place in range(40):
        sheet.box((place, 0), (1, 1), "#AABBCC", edgecolor="#000000")
    sheet.box((0, 0), (9, 9), "#FFFFFF", hatch="////")
    sheet.box((9, 9), (9, 9), "#AABBCC", edgecolor="#000000")
    assert sheet.saved("png", 20)
    assert [len(laid.get_paths()) for laid in sheet.axes.collections] == [40, 1, 1]


def test_fewer_dots_make_the_same_picture_smaller(material):
    large, small = (Image.open(io.BytesIO(image(material.items[1], material, "png", dots))) for dots in (150, 75))
    assert abs(large.width - 2 * small.width) <= 2
    assert abs(large.height - 2 * small.height) <= 2
