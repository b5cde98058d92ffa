"""Runs the steps of the structure in order: frame, outline, roles, sections, items, sentences, clauses."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from analysis.coding.base import Parsed, Role, Section
from analysis.coding.structure.closing import add_closing
from analysis.coding.structure.cues import role_cues
from analysis.coding.structure.evidence import find_evidence
from analysis.coding.structure.frame import Frame, find_frame
from analysis.coding.structure.headings import Heading
from analysis.coding.structure.outline import SECTION_LEVELS, Outline, cut_items, find_outline
from analysis.coding.structure.passages import find_passages
from analysis.coding.structure.path import smooth
from analysis.coding.structure.roles import Cut, read_roles
from analysis.coding.structure.sentences import cut_clauses, cut_sentences
from analysis.lexicon.coding import RoleWords
from analysis.phrases import fold


def _stretches(cuts: Sequence[tuple[int, Role]], frame: Frame, length: int) -> list[tuple[int, int, Role]]:
    """(start, end, role) stretches that tile a text of `length` characters."""
    points = [(0, Role.NONE), *cuts, (frame.body_end, Role.NONE)]
    ends = [at for at, _ in points[1:]] + [length]
    return [(a, b, role) for (a, role), b in zip(points, ends, strict=True) if b > a]


def _path(above: Sequence[tuple[int, str]]) -> str:
    return " › ".join(heading for _, heading in above)


def cut_sections(
    text: str, headings: Sequence[Heading], stretches: Sequence[tuple[int, int, Role]]
) -> tuple[Section, ...]:
    """Sections that tile the text: a new one at each heading of levels 1 to 4 and at each change of role."""
    at = {h.start: h for h in headings if h.level <= SECTION_LEVELS}
    starts = [a for a, _, _ in stretches]
    edges = sorted({0, len(text), *at, *(a for a, _, _ in stretches)})
    out: list[Section] = []
    above: tuple[tuple[int, str], ...] = ()
    for start, end in pairwise(edges):
        role = stretches[bisect_right(starts, start) - 1][2]
        heading = at.get(start)
        if heading:
            words = text[start : heading.end].strip("。：: \n")
            above = (*(h for h in above if h[0] < heading.level), (heading.level, words))
        level = heading.level if heading else (above[-1][0] if above else 0)
        body = min(heading.end, end) if heading else start
        out.append(Section(len(out), level, above[-1][1] if heading else "", _path(above), role, start, end, body))
    return tuple(out)


def _introduction(cuts: Sequence[Cut]) -> list[tuple[int, Role]]:
    return [(cut.at, cut.role) for cut in cuts[:1] if cut.role is Role.INTRO]


def _headings(outline: Outline) -> list[tuple[int, int]]:
    return [(h.start, h.end) for h in outline.headings]


def parse(text: str, words: RoleWords) -> Parsed:
    """Cuts `text` up; every character lies in exactly one section, also in an empty or broken report."""
    folded = fold(text)
    frame = find_frame(folded, words)
    outline = find_outline(folded, frame.body_start, frame.body_end, words.part_names)
    cues = role_cues(words)
    reading = read_roles(folded, outline, cues, frame.body_start, frame.body_end)
    passages = find_passages(folded, reading, cues, find_evidence(folded, words), frame.body_end)
    smoothed = [*_introduction(reading.cuts), *smooth(passages)]
    stretches = _stretches(add_closing(folded, smoothed, outline, cues, frame.body_end), frame, len(text))
    sections = cut_sections(text, outline.headings, stretches)
    sentences = cut_sentences(folded, sections, _headings(outline))
    return Parsed(
        text=text,
        folded=folded,
        sections=sections,
        items=cut_items(folded, outline, stretches),
        sentences=sentences,
        clauses=cut_clauses(folded, sentences),
    )
