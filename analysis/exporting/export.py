"""Every format that material can leave in, by the extension of the file."""

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from analysis.exporting.brief.brief import brief
from analysis.exporting.deck.deck import deck
from analysis.exporting.loose import archive, loose_files
from analysis.exporting.material import Material, Step, ignore
from analysis.exporting.tablefiles import replace_file
from analysis.exporting.workbook.workbook import workbook

Exporter = Callable[[Material, Step], bytes]
EXPORTERS: Mapping[str, Exporter] = MappingProxyType({"pptx": deck, "docx": brief, "xlsx": workbook, "zip": archive})


def write(material: Material, out: Path, on_step: Step = ignore) -> None:
    """Writes `material` to the file `out` in the format of its extension, or as loose files into the folder `out`.

    Raises:
        OSError: a file cannot be written, for instance because an office program holds it open.
    """
    exporter = EXPORTERS.get(out.suffix[1:].lower())
    if exporter is not None and not out.is_dir():
        out.parent.mkdir(parents=True, exist_ok=True)
        replace_file(out, exporter(material, on_step))
        return
    out.mkdir(parents=True, exist_ok=True)
    for name, content in loose_files(material, on_step):
        replace_file(out / name, content)
