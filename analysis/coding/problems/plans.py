"""Finds the measures a unit announces: the deepest items of the plan, else its sentences.

What an item or the plan itself says before its first sub-item counts too, unless it only announces the list
(重点做好以下工作：).
"""

import re
from bisect import bisect_right
from collections.abc import Iterator

from analysis.coding.base import Item, Parsed, Plan, Role
from analysis.lexicon.coding import AnswerWords
from analysis.phrases import one_of

_ENDED = re.compile(r"[。!?;][\"')】]*\s*$")
_LEAD = re.compile(r"[^。;:]*:")
_NOT_A_WORD = re.compile(r"[\W\d_]+")
_LEAST_CONTENT = 3
_SHORTEST_MEASURE = 5

Span = tuple[int, int]


def find_plans(parsed: Parsed, words: AnswerWords) -> tuple[Plan, ...]:
    """The measures in the order of the text, without overlap."""
    leaves = [item for item in parsed.items if item.leaf and item.role is Role.PLAN]
    listed = [span for span in (_measure(parsed, leaf, words) for leaf in leaves) if span]
    free = [span for span in _sentences(parsed, listed, words) if _is_measure(parsed.folded[slice(*span)], words)]
    return tuple(Plan(start, end) for start, end in sorted(listed + free))


def _measure(parsed: Parsed, leaf: Item, words: AnswerWords) -> Span | None:
    """The item from its marker to its end; None where it is only the heading of the plan."""
    text = parsed.folded[leaf.body : leaf.end]
    heading = parsed.folded[leaf.body : leaf.heading_end] or ("" if _ENDED.search(text) else text)
    if heading and len(_content(heading, words)) < _LEAST_CONTENT:
        return None
    return leaf.start, leaf.start + len(parsed.text[leaf.start : leaf.end].rstrip())


def _content(text: str, words: AnswerWords) -> str:
    """What a heading or sentence says besides that a plan follows."""
    return _NOT_A_WORD.sub("", one_of(words.filler).sub("", text))


def _sentences(parsed: Parsed, listed: list[Span], words: AnswerWords) -> Iterator[Span]:
    """The stretches of the plan's sentences that lie outside the listed items."""
    starts, ends = [a for a, _ in listed], [b for _, b in listed]
    planned = (sentence for sentence in parsed.sentences if sentence.role is Role.PLAN and not sentence.heading)
    for sentence in planned:
        following = bisect_right(ends, sentence.start)
        end = min([sentence.end, *starts[following : following + 1]])
        if end > sentence.start:
            start = _behind_announcement(parsed.folded, sentence.start, end, words)
            yield start, start + len(parsed.text[start:end].rstrip())


def _behind_announcement(folded: str, start: int, end: int, words: AnswerWords) -> int:
    """Where the measures begin that a sentence itself lists behind what announces them (从以下几方面改进：……；……)."""
    lead = _LEAD.match(folded, start, end)
    announces = lead is not None and one_of(words.announcements).search(lead[0])
    return lead.end() if lead and announces and folded[lead.end() : end].strip() else start


def _is_measure(text: str, words: AnswerWords) -> bool:
    """Does this sentence say more than that a list follows?"""
    return (
        not text.endswith(":")
        and not one_of(words.announcements).search(text)
        and not one_of(words.fields).match(text)
        and len(_content(text, words)) >= _SHORTEST_MEASURE
    )
