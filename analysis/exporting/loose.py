"""Material as loose files: of every item its data as CSV and Parquet, and its picture as PNG and SVG."""

import io
import zipfile
from collections.abc import Iterator

from analysis.basket import Item
from analysis.exporting.clean import file_name
from analysis.exporting.images import Form, images
from analysis.exporting.material import Material, Step, ignore
from analysis.exporting.tablefiles import csv_bytes, parquet_bytes

IMAGES: tuple[Form, ...] = ("png", "svg")
EPOCH = (1980, 1, 1, 0, 0, 0)
"""The date of every member: the same material gives the same bytes."""


def loose_files(material: Material, on_step: Step = ignore) -> Iterator[tuple[str, bytes]]:
    """Name and content of each file, in the order of the items; `on_step` hears how much is done."""
    for done, item in enumerate(material.items, start=1):
        stem = f"{done:02} {file_name(item.name)}"
        for form, content in _forms(item, material):
            yield f"{stem}.{form}", content
        on_step(done / len(material.items))


def _forms(item: Item, material: Material) -> Iterator[tuple[str, bytes]]:
    data = item.data()
    yield "csv", csv_bytes(data, item.table.labels)
    yield "parquet", parquet_bytes(data)
    yield from zip(IMAGES, images(item, material, IMAGES), strict=True)


def archive(material: Material, on_step: Step = ignore) -> bytes:
    """The loose files as one .zip."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in loose_files(material, on_step):
            made.writestr(zipfile.ZipInfo(name, EPOCH), content, zipfile.ZIP_DEFLATED)
    return file.getvalue()
