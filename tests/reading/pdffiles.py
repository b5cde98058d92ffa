"""Writes small PDF files by hand: signs at places, thin rules, pictures; no font and no library is needed."""

from collections.abc import Iterable, Sequence

A4 = (595, 842)
MAP = (
    b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def /CMapType 2 def "
    b"1 begincodespacerange <0000> <FFFF> endcodespacerange "
    b"%d beginbfchar %s endbfchar endcmap end end"
)
FONT = (
    b"<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[%d 0 R]/ToUnicode %d 0 R>>",
    (
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/A/DW 1000/FontDescriptor %d 0 R"
        b"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>"
    ),
    (
        b"<</Type/FontDescriptor/FontName/A/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 880/Descent -120"
        b"/CapHeight 700/StemV 80>>"
    ),
)
PAGE = (
    b"<</Type/Page/Parent 2 0 R/Resources<</Font<</F 3 0 R/H<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>"
    b"/Contents %d 0 R>>"
)


def text(x: float, y: float, written: str, size: float = 16, turn: str = "1 0 0 1") -> bytes:
    """`written` from the point `x`, `y` on, each sign as wide as `size`; `y` counts up from the foot of the page."""
    codes = written.encode("utf-16-be").hex()
    return f"BT /F {size} Tf {turn} {x} {y} Tm <{codes}> Tj ET\n".encode()


def latin(x: float, y: float, written: str, turn: str) -> bytes:
    """`written` in a font that every reader has, turned."""
    return f"BT /H 16 Tf {turn} {x} {y} Tm ({written}) Tj ET\n".encode()


def lines(written: Iterable[str], x: float = 80, y: float = 740, size: float = 16, pitch: float = 28) -> bytes:
    """Lines below one another, one that begins with 　　 set in by two signs."""
    drawn = b""
    for at, line in enumerate(written):
        bare = line.lstrip("　")
        drawn += text(x + size * (len(line) - len(bare)), y - at * pitch, bare, size)
    return drawn


def rule(x: float, y: float, width: float, height: float) -> bytes:
    """A filled box as thin as it is told."""
    return f"{x} {y} {width} {height} re f\n".encode()


def picture() -> bytes:
    """An image that fills the page."""
    return b"q 595 0 0 842 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q\n"


def pdf(pages: Sequence[bytes], *, nameless: bool = False) -> bytes:
    """A PDF of `pages`, each the drawing of one; `nameless` leaves out what signs its codes stand for."""
    signs = sorted({sign for page in pages for sign in _codes(page)})
    named = b" ".join(b"<%s> <%s>" % (sign, sign) for sign in signs)
    first = 7
    kids = b" ".join(b"%d 0 R" % (first + 2 * at) for at in range(len(pages)))
    outer, inner, descriptor = FONT
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%s]/Count %d/MediaBox[0 0 %d %d]>>" % (kids, len(pages), *A4),
        (outer % (4, 5)).replace(b"/ToUnicode 5 0 R", b"") if nameless else outer % (4, 5),
        inner % 6,
        _stream(MAP % (len(signs), named)),
        descriptor,
    ]
    for at, page in enumerate(pages):
        objects += [PAGE % (first + 2 * at + 1), _stream(page)]
    return _file(objects)


def _codes(page: bytes) -> list[bytes]:
    parts = [part.split(b">")[0] for part in page.split(b"<")[1:]]
    return [part[at : at + 4] for part in parts for at in range(0, len(part), 4)]


def _stream(content: bytes) -> bytes:
    return b"<</Length %d>>stream\n%s\nendstream" % (len(content), content)


def _file(objects: Sequence[bytes]) -> bytes:
    made, places = b"%PDF-1.5\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    return made + head + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(made))
