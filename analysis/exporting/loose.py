"""Material as loose files: of every item its data as CSV in words and as Parquet, its picture as PNG and SVG."""

from collections.abc import Iterator

from analysis.basket import Item
from analysis.exporting.clean import file_name
from analysis.exporting.image.image import images
from analysis.exporting.image.sheet import Form
from analysis.exporting.material import Material, Step, ignore
from analysis.exporting.tablefiles import csv_in_words, parquet_bytes
from analysis.zipped import zipped

IMAGES: tuple[Form, ...] = ("png", "svg")


def loose_files(material: Material, on_step: Step = ignore) -> Iterator[tuple[str, bytes]]:
    """Name and content of each file, in the order of the items; `on_step` hears how much is done."""
    for done, item in enumerate(material.items, start=1):
        stem = f"{done:02} {file_name(item.name)}"
        for form, content in _forms(item, material):
            yield f"{stem}.{form}", content
        on_step(done / len(material.items))


def _forms(item: Item, material: Material) -> Iterator[tuple[str, bytes]]:
    data = item.data()
    yield "csv", csv_in_words(item.table, data)
    yield "parquet", parquet_bytes(data)
    yield from zip(IMAGES, images(item, material, IMAGES), strict=True)


def archive(material: Material, on_step: Step = ignore) -> bytes:
    """The loose files as one .zip."""
    return zipped(loose_files(material, on_step))
