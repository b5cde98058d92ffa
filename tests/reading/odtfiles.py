"""Writes small OpenDocument texts by hand."""

from wordfiles import zipped

NAMES = ("office", "style", "text", "table", "draw")
SPACES = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in NAMES)
STYLES = (
    '<text:list-style style:name="L">'
    '<text:list-level-style-number text:level="1" style:num-suffix="、" style:num-format="一, 二, 三, ..."/>'
    '<text:list-level-style-number text:level="2" style:num-prefix="（" style:num-suffix="）" '
    'style:num-format="一, 二, 三, ..."/>'
    '<text:list-level-style-number text:level="3" style:num-suffix="." style:num-format="1" text:display-levels="1"/>'
    "</text:list-style>"
)


def odt(body: str, styles: str = STYLES, head: str = "") -> bytes:
    """An .odt whose text is `body`; `head` stands before its parts."""
    content = (
        f"<office:document {SPACES}><office:body><office:text>{body}</office:text></office:body></office:document>"
    )
    parts = {"styles.xml": f"<office:styles {SPACES}>{styles}</office:styles>", "content.xml": content}
    members = {name: (head + part).encode() for name, part in parts.items()}
    return zipped({"mimetype": b"application/vnd.oasis.opendocument.text", **members})
