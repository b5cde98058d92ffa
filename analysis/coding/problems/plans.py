"""Finds the measures a unit announces: the deepest enumerated items of the plan, and sentences where nothing is enumerated.

What an item or the plan itself says before its first sub-item counts too, unless it only announces the list
(重点做好以下工作：).
"""

import re
from collections.abc import Iterator

from analysis.coding.base import Item, Parsed, Plan, Role
from analysis.lexicon import AnswerWords
from analysis.phrases import one_of

_LEAST_CONTENT = 3
_SHORTEST_MEASURE = 8

Span = tuple[int, int]


def find_plans(parsed: Parsed, words: AnswerWords) -> tuple[Plan, ...]:
    """The measures in the order of the text, without overlap."""
    leaves = [item for item in parsed.items if item.leaf and item.role is Role.PLAN]
    listed = [span for span in (_measure(parsed, leaf, words) for leaf in leaves) if span]
    free = [span for span in _sentences(parsed, listed) if _is_measure(parsed.folded[slice(*span)], words)]
    return tuple(Plan(start, end) for start, end in sorted(listed + free))


def _measure(parsed: Parsed, leaf: Item, words: AnswerWords) -> Span | None:
    """The item from its marker to its end; None where it is only the heading of the plan, with prose below."""
    heading = parsed.folded[leaf.body : leaf.heading_end]
    if heading and len(re.sub(r"[\W\d_]+", "", one_of(words.filler).sub("", heading))) < _LEAST_CONTENT:
        return None
    end = leaf.start + len(parsed.text[leaf.start : leaf.end].rstrip())
    return (leaf.start, end) if end > leaf.body else None


def _sentences(parsed: Parsed, listed: list[Span]) -> Iterator[Span]:
    """The stretches of the plan's sentences that lie outside the listed items."""
    for sentence in parsed.sentences:
        if sentence.role is not Role.PLAN or sentence.heading:
            continue
        inside = next(((a, b) for a, b in listed if a < sentence.end and sentence.start < b), None)
        start, end = sentence.start, min(sentence.end, inside[0]) if inside else sentence.end
        if end > start:
            yield start, start + len(parsed.text[start:end].rstrip())


def _is_measure(text: str, words: AnswerWords) -> bool:
    """Does this sentence say more than that a list follows?"""
    return (
        not text.endswith(":")
        and not one_of(words.announcements).search(text)
        and len(re.sub(r"[\W\d_]+", "", one_of(words.filler).sub("", text))) >= _SHORTEST_MEASURE
    )
