"""The outline of a report: its headings, and its enumerated items with where each ends."""

from collections.abc import Sequence
from dataclasses import dataclass

from analysis.coding.base import Item, Role
from analysis.coding.structure.headings import Heading, bare_headings, heading_end
from analysis.coding.structure.markers import ITEM_LEVEL, Marker, find_markers

SECTION_LEVELS = 4


@dataclass(frozen=True, slots=True)
class Outline:
    """`headings` in order; `items` as (mark, end of its heading) pairs in order."""

    headings: tuple[Heading, ...]
    items: tuple[tuple[Marker, int], ...]


def find_outline(folded: str, start: int, end: int) -> Outline:
    """The outline of the body from `start` to `end`."""
    markers = tuple(m for m in find_markers(folded, start) if m.end <= end)
    items = tuple((m, heading_end(folded, m, markers[i + 1 :], end)) for i, m in enumerate(markers))
    top = min((m.level for m in markers if m.level <= SECTION_LEVELS), default=2) - 1
    bare = bare_headings(folded, start, end, max(top, 1))
    taken = [(m.start, stop) for m, stop in items]
    free = [h for h in bare if not any(a <= h.start < b for a, b in taken)]
    numbered = [Heading(m.level, m.start, m.end, stop) for m, stop in items if stop > m.end]
    return Outline(tuple(sorted([*numbered, *free], key=lambda h: h.start)), items)


def _item_end(folded: str, marker: Marker, following: Sequence[Marker], limit: int) -> int:
    """The next mark of its level or above; a 一是 or ① item ends with its line at the latest."""
    end = next((m.start for m in following if m.level <= marker.level), limit)
    if marker.level >= ITEM_LEVEL - 1:
        line_end = folded.find("\n", marker.end)
        end = line_end if 0 <= line_end < end else end
    return min(end, limit)


def cut_items(folded: str, outline: Outline, roles: Sequence[tuple[int, int, Role]]) -> tuple[Item, ...]:
    """The items of the outline, none reaching over the border of its role.

    Args:
        folded: the folded text.
        outline: its marks and headings.
        roles: (start, end, role) stretches that tile the text.
    """
    marks = [m for m, _ in outline.items]
    edges = [h.start for h in outline.headings]
    out = []
    for index, (marker, stop) in enumerate(outline.items):
        end, role = next((b, r) for a, b, r in roles if a <= marker.start < b)
        bare = min((e for e in edges if e > marker.start and e not in {m.start for m in marks}), default=end)
        end = _item_end(folded, marker, marks[index + 1 :], min(end, bare))
        leaf = index + 1 == len(marks) or marks[index + 1].start >= end
        end -= len(folded[marker.end : end]) - len(folded[marker.end : end].rstrip())
        out.append(Item(marker.level, role, marker.start, marker.end, min(stop, end), max(end, marker.end), leaf))
    return tuple(out)
