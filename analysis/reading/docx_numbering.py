"""Works out the automatic numbers 一、（一）1. of a .docx, which stand in no text of the file.

A paragraph's list and level come from its own w:numPr, else from its chain of styles (ISO/IEC 29500-1, 17.9); the
count from all paragraphs before it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from analysis.reading.docx_lists import LONGEST_CHAIN, integer, is_on, read_lists
from analysis.reading.docx_package import Package, W, value
from analysis.reading.markup import Element
from analysis.reading.numbering import Counter


@dataclass(slots=True)
class Numbering:
    """The lists and styles of one document; the lists count on while its paragraphs are read in order."""

    counter: Counter
    styles: Mapping[str, Element]
    default_style: str

    def number(self, paragraph: Element) -> str:
        """The number that Word shows before `paragraph`, with a space where Word sets it off; else empty.

        Must be called once for each paragraph, in order: it counts.
        """
        return self.counter.number(*self._place(paragraph.find(f"{W}pPr")))

    def _place(self, own: Element | None) -> tuple[str, int]:
        """The w:num and the level of a paragraph; its `own` properties win over those of its styles."""
        chain = [(key, self.styles[key].find(f"{W}pPr")) for key in self._chain(value(own, "pStyle"))]
        carriers = [own, *(properties for _, properties in chain)]
        number_id = next(filter(None, (value(carrier, "numPr", "numId") for carrier in carriers)), "")
        depths = (self._linked_depth(number_id, key) or value(style, "numPr", "ilvl") for key, style in chain)
        return number_id, integer(value(own, "numPr", "ilvl") or next(filter(None, depths), ""), 0)

    def _chain(self, style_id: str) -> Iterator[str]:
        style_id = style_id or self.default_style
        for _ in range(LONGEST_CHAIN):
            if style_id not in self.styles:
                return
            yield style_id
            style_id = value(self.styles[style_id], "basedOn")

    def _linked_depth(self, number_id: str, style_id: str) -> str:
        """The level that names the style; it wins over a level that the style names."""
        lists = self.counter.lists
        levels = lists[number_id].levels if number_id in lists else {}
        return next((str(depth) for depth, level in levels.items() if level.style == style_id), "")


def read_numbering(package: Package) -> Numbering:
    """The lists and styles of `package`, with nothing counted yet."""
    found = package.styles.findall(f"{W}style") if package.styles is not None else []
    styles = {style.get(f"{W}styleId", ""): style for style in found}
    paragraph_styles = (style for style in found if style.get(f"{W}type") == "paragraph")
    default = (style for style in paragraph_styles if is_on(style.get(f"{W}default")))
    lists = read_lists(package.numbering, styles) if package.numbering is not None else {}
    return Numbering(Counter(lists), styles, next((style.get(f"{W}styleId", "") for style in default), ""))
