"""Finds the problems a unit admits, one by one.

What counts as one (coding manual §1, §4): the deepest enumerated item; where nothing is enumerated, each clause that
admits a lack. A sentence that only announces the list is none. The text an item states before its own sub-items, and a
heading whose sub-items say nothing, are one each and marked `general`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from analysis.coding.base import Item, Parsed, Problem, Role
from analysis.phrases import one_of
from analysis.coding.problems.lacks import admits, announces, find_lacks
from analysis.coding.problems.prose import prose_problems
from analysis.lexicon import ProblemWords

_WHOLE_SENTENCES = re.compile(r"(?s).*[。!?][\"')】]*")
_SHORT_LIST = 3
_ENDED = re.compile(r"[。!?;][\"')】]*$")


@dataclass(frozen=True, slots=True)
class _Part:
    """A stretch of text in the role of problems with the enumerated items that start in it."""

    start: int
    end: int
    items: tuple[Item, ...]

    def leaves(self) -> list[Item]:
        return [item for item in self.items if item.leaf]

    def above(self) -> list[Item]:
        return [item for item in self.items if not item.leaf]


def find_problems(parsed: Parsed, words: ProblemWords) -> tuple[Problem, ...]:
    """The admitted problems in the order of the text, without overlap; their categories are still empty."""
    found = [problem for part in _parts(parsed, words) for problem in _in_part(parsed, part, words)]
    return tuple(sorted(found, key=lambda problem: problem.start))


def _parts(parsed: Parsed, words: ProblemWords) -> Iterator[_Part]:
    """Runs of sections in the role of problems, cut where sections only explain causes."""
    start = end = -1
    skipped = 0  # the level of the heading that explains causes, while below it
    for section in (*parsed.sections, None):
        inside = section is not None and section.role is Role.PROBLEMS
        if inside and section is not None:
            skipped = 0 if section.level <= skipped else skipped
            explains = _explains(parsed.folded[section.start : section.body], words)
            skipped = section.level if explains and not skipped else skipped
        if section is not None and inside and not skipped:
            start, end = (section.start if start < 0 else start), section.end
        elif start >= 0:
            yield _part(parsed, start, end)
            start = -1


def _explains(heading: str, words: ProblemWords) -> bool:
    """Does the heading open an account of causes alone?"""
    return bool(one_of(words.causes).search(heading)) and not one_of(words.causes_too).search(heading)


def _part(parsed: Parsed, start: int, end: int) -> _Part:
    return _Part(
        start, end, tuple(i for i in parsed.items if start <= i.start < end and i.role is Role.PROBLEMS)
    )


def _in_part(parsed: Parsed, part: _Part, words: ProblemWords) -> list[Problem]:
    found = _leaf_problems(parsed, part, words)
    at = part.start
    for leaf in (*part.leaves(), None):
        stop = leaf.start if leaf else part.end
        found += _between(parsed, part, at, stop, words)
        at = max(at, leaf.end if leaf else stop)
    return found + _bare_headings(parsed, part, found, words)


def _leaf_problems(parsed: Parsed, part: _Part, words: ProblemWords) -> list[Problem]:
    """The deepest items. One without a word of lack counts where at least half of its list has one, or the list is short."""
    leaves = [(leaf, _cue(parsed, leaf.body, leaf.end, words)) for leaf in part.leaves()]
    listed = sum(bool(cue) for _, cue in leaves) * 2 >= len(leaves) or len(leaves) < _SHORT_LIST
    found: list[Problem] = []
    for leaf, cue in leaves:
        heading = parsed.folded[leaf.body : leaf.heading_end]
        if heading and announces(heading, words):
            found += prose_problems(parsed, leaf.heading_end, leaf.end, words)
        elif cue or (listed and _stands(parsed.folded[leaf.body : leaf.end], words)):
            found.append(Problem(leaf.start, _own_end(parsed, leaf, words), (), "", general=False, cue=cue))
    return found


def _cue(parsed: Parsed, start: int, end: int, words: ProblemWords) -> str:
    """The first word of a lack between two places that is not already made good; empty where there is none."""
    for clause in parsed.clauses_in(start, end):
        left, right = max(clause.start, start), min(clause.end, end)
        if not one_of(words.cleared).search(parsed.folded, left, right):
            for lack in find_lacks(parsed.folded, words, left, right):
                return parsed.quote(lack.start, lack.end)
    return ""


def _stands(text: str, words: ProblemWords) -> bool:
    """Is this a whole statement, neither cut off nor already made good?"""
    return (
        bool(_ENDED.search(text.rstrip()))
        and not one_of(words.cleared).search(text)
        and not announces(text, words)
    )


def _own_end(parsed: Parsed, leaf: Item, words: ProblemWords) -> int:
    """Where the item ends: before a later paragraph that speaks of all problems together."""
    looks_back = re.compile(rf"\n\s*(?:{one_of(words.closers).pattern})").search(
        parsed.folded, leaf.body, leaf.end
    )
    end = looks_back.start() if looks_back else leaf.end
    return leaf.start + len(parsed.text[leaf.start : end].rstrip())


def _between(parsed: Parsed, part: _Part, start: int, end: int, words: ProblemWords) -> list[Problem]:
    """Problems in the text between two leaves: what an item says before its sub-items, else plain prose."""
    holders = [item for item in part.above() if item.start < end and item.end >= end and start < item.end]
    holder = holders[-1] if holders else None
    topic = parsed.folded[holder.body : holder.heading_end] if holder else ""
    if holder is None or (topic and announces(topic, words)):
        runs_on = end < part.end
        return prose_problems(
            parsed, max(start, holder.heading_end if holder else start), end, words, runs_on=runs_on
        )
    return _lead(parsed, max(start, holder.heading_end), end, words) if holder.start >= start else []


def _lead(parsed: Parsed, start: int, end: int, words: ProblemWords) -> list[Problem]:
    """The whole sentences an item states before its first sub-item, as one general problem."""
    whole = _WHOLE_SENTENCES.match(parsed.folded, start, end)
    stop = whole.end() if whole else start
    clauses = [c for c in parsed.clauses_in(start, stop) if not c.heading]
    if not any(admits(parsed.folded[c.start : c.end], words) for c in clauses):
        return []
    first = clauses[0].start
    return [Problem(first, stop, (), "", general=True, cue=_cue(parsed, first, stop, words))]


def _bare_headings(
    parsed: Parsed, part: _Part, found: Sequence[Problem], words: ProblemWords
) -> list[Problem]:
    """Headings that admit a lack while nothing below them does."""
    spans = [(problem.start, problem.end) for problem in found]
    out = []
    for item in part.above():
        empty = not any(item.start <= start < item.end for start, _ in spans)
        if empty and admits(parsed.folded[item.body : item.heading_end], words):
            end = item.start + len(parsed.text[item.start : item.heading_end].rstrip())
            out.append(
                Problem(item.start, end, (), "", general=True, cue=_cue(parsed, item.body, end, words))
            )
    return out
