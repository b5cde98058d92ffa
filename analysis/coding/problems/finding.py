"""Finds the problems a unit admits, one by one.

What counts as one (coding manual §1 and §4): the deepest enumerated item; where nothing is enumerated, each
clause that admits a lack. A sentence that only announces the list is none. The text an item states before its
own sub-items, and a heading whose sub-items say nothing, are one each and marked `general`.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from analysis.coding.base import Item, Parsed, Problem, Role, Section
from analysis.coding.problems.lacks import admits, announces, content, find_lacks, plain_faults, settled, titles_list
from analysis.coding.problems.prose import prose_problems
from analysis.coding.problems.wording import Wording, wording
from analysis.lexicon.coding import ProblemWords

_WHOLE_SENTENCES = re.compile(r"(?s).*[。!?][\"')】]*")
_ENDED = re.compile(r"[。!?;][\"')】]*\s*$")
_SHORT_LIST = 3
_TITLE_LEVELS = 2


@dataclass(frozen=True, slots=True)
class _Part:
    """A stretch of text in the role of problems with the enumerated items that start in it.

    `single` are the levels that number one item alone in all these stretches: the title of the list.
    """

    start: int
    end: int
    items: tuple[Item, ...]
    single: frozenset[int] = frozenset()

    def leaves(self) -> list[Item]:
        return [item for item in self.items if item.leaf]

    def above(self) -> list[Item]:
        return [item for item in self.items if not item.leaf]


def find_problems(parsed: Parsed, words: ProblemWords) -> tuple[Problem, ...]:
    """The admitted problems in the order of the text, without overlap; their categories are still empty."""
    asked = wording(words)
    found = [problem for part in _with_titles(list(_parts(parsed, asked))) for problem in _in_part(parsed, part, asked)]
    return tuple(sorted(found, key=lambda problem: problem.start))


def _parts(parsed: Parsed, words: Wording) -> Iterator[_Part]:
    """Runs of sections in the role of problems, without those that only explain causes."""
    run: list[Section] = []
    for section in _problem_sections(parsed, words):
        if run and run[-1].end != section.start:
            yield _part(parsed, run)
            run = []
        run.append(section)
    if run:
        yield _part(parsed, run)


def _with_titles(parts: Sequence[_Part]) -> list[_Part]:
    counts = Counter(item.level for part in parts for item in part.items if item.level <= _TITLE_LEVELS)
    single = frozenset(level for level, count in counts.items() if count == 1)
    return [replace(part, single=single) for part in parts]


def _problem_sections(parsed: Parsed, words: Wording) -> Iterator[Section]:
    above: Section | None = None  # the section that explains causes, with all below its heading
    for section in parsed.sections:
        if section.role is not Role.PROBLEMS or (above and section.level <= above.level):
            above = None
        if section.role is Role.PROBLEMS and above is None:
            if _explains(parsed.folded[section.start : section.body], words):
                above = section
            else:
                yield section


def _explains(heading: str, words: Wording) -> bool:
    """Does the heading open an account of causes alone?"""
    return bool(words.causes.search(heading)) and not words.causes_too.search(heading)


def _part(parsed: Parsed, run: Sequence[Section]) -> _Part:
    start, end = run[0].start, run[-1].end
    items = (item for item in parsed.items if item.role is Role.PROBLEMS and start <= item.start < end)
    return _Part(start, end, tuple(items))


def _in_part(parsed: Parsed, part: _Part, words: Wording) -> list[Problem]:
    found = _leaf_problems(parsed, part, words)
    leaves = part.leaves()
    ends = [part.start, *(leaf.end for leaf in leaves)]
    starts = [*(leaf.start for leaf in leaves), part.end]
    for left, right in zip(ends, starts, strict=True):
        found += _between(parsed, part, left, right, words)
    return found + _bare_headings(parsed, part, found, words)


def _leaf_problems(parsed: Parsed, part: _Part, words: Wording) -> list[Problem]:
    """The deepest items; one without a word of lack counts in a short list or where half of it has one."""
    leaves = [(leaf, _cue(parsed, leaf.body, leaf.end, words)) for leaf in part.leaves()]
    faulty = sum(bool(cue or plain_faults(parsed.folded, words, leaf.body, leaf.end)) for leaf, cue in leaves)
    listed = faulty * 2 >= len(leaves) or len(leaves) < _SHORT_LIST
    found: list[Problem] = []
    for leaf, cue in leaves:
        if _is_title(parsed, part, leaf, words):
            found += prose_problems(parsed, leaf.heading_end, leaf.end, words)
        elif _says_which(parsed, leaf, cue, words) or (listed and _stands(parsed, leaf, words)):
            end = _own_end(parsed, leaf, words)
            found.append(Problem(leaf.start, end, (), "", general=False, cue=cue))
    return found


def _is_title(parsed: Parsed, part: _Part, leaf: Item, words: Wording) -> bool:
    """Is this no point of the list but its title: by its words, or as the only one of its level (三、自我检视)?"""
    heading = parsed.folded[leaf.body : leaf.heading_end]
    if titles_list(heading, words):
        return True
    alone = leaf.level in part.single and leaf.body < leaf.heading_end < leaf.end
    return alone and not admits(parsed.folded, words, leaf.body, leaf.heading_end)


def _says_which(parsed: Parsed, leaf: Item, cue: str, words: Wording) -> bool:
    """Does the item admit a lack, and is it more than the title of a list (存在的问题)?"""
    return bool(cue) and bool(content(parsed.folded[leaf.body : leaf.end], words))


def _cue(parsed: Parsed, start: int, end: int, words: Wording) -> str:
    """The first word of a lack between two places that still stands; empty where there is none."""
    for clause in parsed.clauses_in(start, end):
        left, right = max(clause.start, start), min(clause.end, end)
        sentence_end = min(parsed.sentences[clause.sentence].end, end)
        if not settled(parsed.folded, words, left, right, sentence_end):
            for lack in find_lacks(parsed.folded, words, left, right):
                return parsed.quote(lack.start, lack.end)
    return ""


def _stands(parsed: Parsed, leaf: Item, words: Wording) -> bool:
    """Is this a whole statement with content, neither cut off nor already put right?"""
    text = parsed.folded[leaf.body : leaf.end]
    ended = bool(_ENDED.search(text))
    return ended and not settled(text, words, 0, len(text), len(text)) and not announces(text, words)


def _own_end(parsed: Parsed, leaf: Item, words: Wording) -> int:
    """Where the item ends: before a later paragraph that speaks of all problems together, or of causes."""
    later = words.looking_back.search(parsed.folded, leaf.body, leaf.end)
    return _trimmed(parsed, leaf.start, later.start() if later else leaf.end)


def _trimmed(parsed: Parsed, start: int, end: int) -> int:
    return start + len(parsed.text[start:end].rstrip())


def _between(parsed: Parsed, part: _Part, start: int, end: int, words: Wording) -> list[Problem]:
    """Problems in the text between two leaves: what an item says before its sub-items, else plain prose."""
    holder = next((i for i in reversed(part.above()) if i.start < end <= i.end), None)
    if holder is None or titles_list(parsed.folded[holder.body : holder.heading_end], words):
        start = max(start, holder.heading_end) if holder else start
        return prose_problems(parsed, start, end, words, runs_on=end < part.end)
    return _lead(parsed, holder.heading_end, end, words) if holder.start >= start else []


def _lead(parsed: Parsed, start: int, end: int, words: Wording) -> list[Problem]:
    """The whole sentences an item states before its first sub-item, as one general problem."""
    whole = _WHOLE_SENTENCES.match(parsed.folded, start, end)
    stop = whole.end() if whole else start
    clauses = [c for c in parsed.clauses_in(start, stop) if not c.heading]
    if not any(admits(parsed.folded, words, c.start, c.end) for c in clauses):
        return []
    first = clauses[0].start
    return [Problem(first, stop, (), "", general=True, cue=_cue(parsed, first, stop, words))]


def _bare_headings(parsed: Parsed, part: _Part, found: Sequence[Problem], words: Wording) -> list[Problem]:
    """Headings that admit a lack while nothing below them does."""
    out: list[Problem] = []
    for item in reversed(part.above()):
        empty = not any(item.start <= problem.start < item.end for problem in (*found, *out))
        if empty and admits(parsed.folded, words, item.body, item.heading_end):
            end = _trimmed(parsed, item.start, item.heading_end)
            cue = _cue(parsed, item.body, end, words)
            out.append(Problem(item.start, end, (), "", general=True, cue=cue))
    return out
