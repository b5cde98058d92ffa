"""Decisions on which part a stretch belongs to; the report is then coded anew with these parts.

What counts depends on the part (a lack admitted, a plan, a number of work done), so nothing less would do.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from analysis.coding.base import Parsed, Role, Section
from analysis.coding.structure.parse import parse
from analysis.coding.structure.sentences import cut_clauses, cut_sentences
from analysis.reading.base import Report
from analysis.report import Manual, code_parsed
from analysis.reviewing.claims import Claim, Item, Placed, settle
from analysis.reviewing.decisions import Layer
from analysis.reviewing.restored import Row
from analysis.rows import table_rows

Stretch = tuple[int, int, Role]


def decide_parts(
    document: Row, placed: Iterable[Placed], manual: Manual
) -> tuple[Mapping[str, Sequence[Row]] | None, tuple[Claim, ...], dict[Item, tuple[Claim, ...]]]:
    """The rows of a report whose parts were moved (None where none was), what moved them, and what is disputed."""
    moved = [one for one in placed if one.decision.layer is Layer.ROLE]
    if not moved:
        return None, (), {}
    parsed = parse(document["text"], manual.lexicon.roles)
    claims = [Claim(_item(parsed, one), one.decision.value, one) for one in moved]
    settled = settle(claims)
    if not settled.held:
        return None, (), dict(settled.disputed)
    held = tuple(settled.held.values())
    stretches = [_stretch(parsed, claim) for claim in held]
    report = Report(document["file"], document["sha256"], document["text"], ())
    rows = table_rows(code_parsed(report, with_parts(parsed, stretches), manual), manual.codebook)
    return rows, held, dict(settled.disputed)


def _item(parsed: Parsed, placed: Placed) -> Item:
    """People speak of the same border where it opens with the same sentence."""
    return Item(Layer.ROLE, "", str(parsed.sentence_at(placed.start).order) if parsed.sentences else "")


def _stretch(parsed: Parsed, claim: Claim) -> Stretch:
    """From the quotation to the other one, or to where the part it stands in ends."""
    placed = claim.placed
    role = next(s.role for s in parsed.sections if s.start <= placed.start < s.end)
    later = (s.start for s in parsed.sections if s.start > placed.start and s.role is not role)
    end = placed.other[1] if placed.other else next(later, len(parsed.text))
    return placed.start, max(end, placed.end), Role(claim.value)


def with_parts(parsed: Parsed, stretches: Sequence[Stretch]) -> Parsed:
    """`parsed` with the roles of `stretches`, later ones over earlier ones; sections are cut at their borders."""
    edges = {edge for start, end, _ in stretches for edge in (start, end)}
    borders = sorted({s.start for s in parsed.sections} | {edge for edge in edges if edge < len(parsed.text)})
    ends = [*borders[1:], len(parsed.text)]
    cut = zip(borders, ends, strict=True)
    sections = tuple(_section(parsed, order, start, end, stretches) for order, (start, end) in enumerate(cut))
    headings = [(s.start, s.end) for s in parsed.sentences if s.heading]
    sentences = cut_sentences(parsed.folded, sections, headings)
    starts = [s.start for s in sections]
    items = tuple(replace(i, role=sections[bisect_right(starts, i.start) - 1].role) for i in parsed.items)
    clauses = cut_clauses(parsed.folded, sentences)
    return Parsed(parsed.text, parsed.folded, sections, items, sentences, clauses)


def _section(parsed: Parsed, order: int, start: int, end: int, stretches: Sequence[Stretch]) -> Section:
    old = next(s for s in reversed(parsed.sections) if s.start <= start)
    role = next((role for a, b, role in reversed(stretches) if a <= start < b), old.role)
    return replace(old, order=order, role=role, start=start, end=end, body=min(max(old.body, start), end))
