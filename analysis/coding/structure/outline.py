"""The outline of a report: its headings, and its enumerated items with where each ends."""

from bisect import bisect_right
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


def find_outline(folded: str, start: int, end: int, names: tuple[str, ...] = ()) -> Outline:
    """The outline of the body from `start` to `end`; `names` are the parts that a heading may name (part_names)."""
    markers = tuple(m for m in find_markers(folded, start) if m.end <= end)
    limits = _next_at_or_above(markers, end)
    nexts = [*(m.start for m in markers), end][1:]
    edges = zip(markers, nexts, limits, strict=True)
    items = tuple((mark, heading_end(folded, mark, near, far, names)) for mark, near, far in edges)
    top = min((m.level for m in markers if m.level <= SECTION_LEVELS), default=2) - 1
    bare = bare_headings(folded, start, end, max(top, 1))
    starts = [m.start for m in markers]
    ends = [stop for _, stop in items]
    free = [h for h in bare if not (before := bisect_right(starts, h.start)) or ends[before - 1] <= h.start]
    numbered = [Heading(m.level, m.start, m.end, stop) for m, stop in items if stop > m.end]
    return Outline(tuple(sorted([*numbered, *free], key=lambda h: h.start)), items)


def _next_at_or_above(marks: Sequence[Marker], limit: int) -> list[int]:
    """For each mark the start of the next of its level or above, `limit` where none follows; one pass from the end."""
    ends, following = [], [limit] * (ITEM_LEVEL + 1)  # by level
    for marker in reversed(marks):
        ends.append(following[marker.level])
        following[marker.level :] = [marker.start] * (ITEM_LEVEL + 1 - marker.level)
    return ends[::-1]


def _within(starts: Sequence[int], offset: int, limit: int) -> int:
    """The first of `starts` behind `offset`, `limit` where none is."""
    place = bisect_right(starts, offset)
    return starts[place] if place < len(starts) else limit


def cut_items(folded: str, outline: Outline, roles: Sequence[tuple[int, int, Role]]) -> tuple[Item, ...]:
    """The items of the outline, none reaching over the border of its role; a 一是 or ① item ends with its line.

    Args:
        folded: the folded text.
        outline: its marks and headings.
        roles: (start, end, role) stretches that tile the text.
    """
    marks = [m for m, _ in outline.items]
    numbered = {m.start for m in marks}
    bare = sorted(h.start for h in outline.headings if h.start not in numbered)
    stretch_starts = [start for start, _, _ in roles]
    out = []
    for (marker, stop), following, after in zip(
        outline.items, _next_at_or_above(marks, len(folded)), [*marks, None][1:], strict=True
    ):
        _, role_end, role = roles[bisect_right(stretch_starts, marker.start) - 1]
        end = min(following, role_end, _within(bare, marker.start, role_end))
        if marker.level >= ITEM_LEVEL - 1:
            line_end = folded.find("\n", marker.end, end)
            end = line_end if line_end >= 0 else end
        end = marker.end + len(folded[marker.end : end].rstrip())
        leaf = after is None or after.start >= end
        out.append(Item(marker.level, role, marker.start, marker.end, min(stop, end), end, leaf))
    return tuple(out)
