"""Names the face of every run: python-pptx knows only the Latin one, and WPS guesses the Chinese one wrong."""

from lxml import etree

from analysis.exporting.style import FACE

DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
RUNS = tuple(f"{{{DRAWING}}}{name}" for name in ("rPr", "defRPr", "endParaRPr"))
FACES = tuple(f"{{{DRAWING}}}{name}" for name in ("latin", "ea", "cs"))
BEFORE = frozenset(
    f"{{{DRAWING}}}{name}"
    for name in ("ln", "noFill", "solidFill", "gradFill", "blipFill", "pattFill", "grpFill", "effectLst", "highlight")
)
"""What the schema puts before the faces (ISO/IEC 29500-1, 21.1.2.3.9)."""


def name_faces(root: etree._Element) -> None:
    """Sets Latin, East Asian and complex face and the language of every run under `root`."""
    for run in root.iter(*RUNS):
        run.set("lang", "zh-CN")
        run.set("altLang", "en-US")
        for old in [child for child in run if child.tag in FACES]:
            run.remove(old)
        place = sum(child.tag in BEFORE for child in run)
        for tag in reversed(FACES):
            face = etree.Element(tag)
            face.set("typeface", FACE)
            run.insert(place, face)


def theme_faces(theme: bytes) -> bytes:
    """The XML of a theme with `FACE` as its heading and body face."""
    root = etree.fromstring(theme, etree.XMLParser(resolve_entities=False, no_network=True))
    for fonts in root.iter(f"{{{DRAWING}}}majorFont", f"{{{DRAWING}}}minorFont"):
        for tag in FACES:
            face = fonts.find(tag)
            if face is not None:
                face.set("typeface", FACE)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
