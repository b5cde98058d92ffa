"""Works out the automatic numbers 一、（一）1. of a .docx, which stand in no text of the file.

A paragraph's number comes from its own w:numPr, else from its chain of styles; the count from all paragraphs
before it. Counters belong to the abstract definition, so two lists that share one go on counting together
unless the second restarts (ISO/IEC 29500-1, 17.9). A report that is numbered wrongly stays so.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from analysis.reading.docx_lists import LONGEST_CHAIN, List, integer, is_on, read_lists
from analysis.reading.docx_number_formats import write_number
from analysis.reading.docx_package import Element, Package, W, value

PLACE = re.compile(r"%([1-9])")


@dataclass(slots=True)
class Numbering:
    """The lists of one document, and how far each has counted while its paragraphs are read in order."""

    lists: Mapping[str, List]
    styles: Mapping[str, Element]
    default_style: str
    counted: dict[str, dict[int, int]] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)

    def number(self, paragraph: Element) -> str:
        """The number that Word shows before `paragraph`, with a space where Word sets it off; else empty.

        Must be called once for each paragraph, in order: it counts.
        """
        number_id, depth = self._place(paragraph.find(f"{W}pPr"))
        found = self.lists.get(number_id)
        if found is None or depth not in found.levels:
            return ""
        self._count(number_id, found, depth)
        return self._write(found, depth)

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
        levels = self.lists[number_id].levels if number_id in self.lists else {}
        return next((str(depth) for depth, level in levels.items() if level.style == style_id), "")

    def _count(self, number_id: str, found: List, depth: int) -> None:
        counts = self.counted.setdefault(found.counters, {})
        if number_id not in self.used:
            self.used.add(number_id)
            for restarted in found.restarts:
                counts.pop(restarted, None)
        counts[depth] = counts.get(depth, self._start(found, depth) - 1) + 1
        for below, level in found.levels.items():
            if below > depth and (level.restart is None or depth < level.restart):
                counts.pop(below, None)

    def _start(self, found: List, depth: int) -> int:
        return found.restarts.get(depth, found.levels[depth].start)

    def _write(self, found: List, depth: int) -> str:
        level, counts = found.levels[depth], self.counted[found.counters]

        def figure(hit: re.Match[str]) -> str:
            at = int(hit[1]) - 1
            if at not in found.levels:
                return ""
            number_format = "decimal" if level.legal else found.levels[at].number_format
            return write_number(counts.get(at, self._start(found, at)), number_format)

        if level.number_format == "bullet":
            return _bullet(level.text)
        written = PLACE.sub(figure, level.text)
        return f"{written} " if written and level.spaced else written


def read_numbering(package: Package) -> Numbering:
    """The lists and styles of `package`, with nothing counted yet."""
    found = package.styles.findall(f"{W}style") if package.styles is not None else []
    styles = {style.get(f"{W}styleId", ""): style for style in found}
    paragraph_styles = (style for style in found if style.get(f"{W}type") == "paragraph")
    default = (style for style in paragraph_styles if is_on(style.get(f"{W}default")))
    lists = read_lists(package.numbering, styles) if package.numbering is not None else {}
    return Numbering(lists, styles, next((style.get(f"{W}styleId", "") for style in default), ""))


def _bullet(text: str) -> str:
    """The bullet itself, unless it is a letter or private sign that only a symbol font makes a bullet."""
    return "".join(sign for sign in text if not sign.isalnum() and not "\ue000" <= sign <= "\uf8ff")
