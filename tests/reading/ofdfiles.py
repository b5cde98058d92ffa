"""Writes small OFD files by hand (GB/T 33190-2016)."""

from collections.abc import Sequence

from wordfiles import zipped

SPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'


def text(  # noqa: PLR0913 - each is a field of the format
    x: float, y: float, written: str, size: float = 5.6, *, more: str = "", deltas: str = ""
) -> str:
    """`written` with its baseline `y` millimetres below the upper edge of the page."""
    deltas = deltas or f'DeltaX="g {max(1, len(written) - 1)} {size}"'
    return (
        f'<ofd:TextObject Boundary="{x} {y - size} 150 {size}" Size="{size}" {more}>'
        f'<ofd:TextCode X="0" Y="{size}" {deltas}>{written}</ofd:TextCode></ofd:TextObject>'
    )


def lines(written: Sequence[str], x: float = 28, y: float = 40, size: float = 5.6, pitch: float = 10) -> str:
    """Lines below one another, one that begins with 　　 set in by two signs."""
    bare = [line.lstrip("　") for line in written]
    starts = [x + size * (len(line) - len(short)) for line, short in zip(written, bare, strict=True)]
    return "".join(
        text(start, y + at * pitch, line, size) for at, (start, line) in enumerate(zip(starts, bare, strict=True))
    )


def ofd(pages: Sequence[str], head: str = "") -> bytes:
    """An OFD file of `pages`, each the objects on one; `head` stands before every part."""
    places = "".join(f'<ofd:Page ID="{at}" BaseLoc="Pages/Page_{at}/Content.xml"/>' for at in range(len(pages)))
    area = (
        "<ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData>"
    )
    root = "<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>"
    parts = {
        "OFD.xml": f"<ofd:OFD {SPACE}><ofd:DocBody>{root}</ofd:DocBody></ofd:OFD>",
        "Doc_0/Document.xml": f"<ofd:Document {SPACE}>{area}<ofd:Pages>{places}</ofd:Pages></ofd:Document>",
    }
    for at, page in enumerate(pages):
        content = f"<ofd:Content><ofd:Layer>{page}</ofd:Layer></ofd:Content>"
        parts[f"Doc_0/Pages/Page_{at}/Content.xml"] = f"<ofd:Page {SPACE}>{content}</ofd:Page>"
    return zipped({name: (head + part).encode() for name, part in parts.items()})
