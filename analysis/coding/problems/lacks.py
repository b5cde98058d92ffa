"""Where a text admits that something is lacking, and where it only announces that it will.

A lack stands behind what it blames (学习不够深入) or before it (缺乏针对性). Besides the listed words the
general rule of the language holds: a clause that ends in a negated quality (…不接地气) blames.
"""

import re
from enum import Enum
from typing import NamedTuple

from analysis.coding.problems.wording import Wording

_MEASURE = r"(?:要求|标准|期望|期盼|期待|相比)"
_MEASURED_AGAINST = re.compile(rf"(?:对照|对标|按照|与|同|和|距离|距|离)[^,;:。]{{0,30}}?{_MEASURE}")
_NOT_A_WORD = re.compile(r"[\W\d_]+")
_LEAST_CONTENT = 3
_NOUN = 2  # 现象, 问题, 倾向: the noun that an existing fault ends in


class Lack(NamedTuple):
    """The words of a lack; `before` says that what is lacking comes after them."""

    start: int
    end: int
    before: bool


class Admits(Enum):
    """How a clause admits a lack; plain words (有的……当成……, 心里没数) make a fault only in a part on problems."""

    NOTHING = 0
    PLAINLY = 1
    BY_LACK = 2


def find_lacks(folded: str, words: Wording, start: int, end: int) -> tuple[Lack, ...]:
    """The lacks that `folded` states from `start` to `end`, in order."""
    hits = words.lack.finditer(folded, start, end)
    found = [Lack(*hit.span(), hit.lastgroup == "before") for hit in hits if hit.lastgroup != "harmless"]
    return tuple(found) or _existing_fault(folded, words, start, end)


def _existing_fault(folded: str, words: Wording, start: int, end: int) -> tuple[Lack, ...]:
    """The 现象 or 问题 that the text says exists, where no other word of lack says so."""
    hit = words.existences.search(_without_harmless(folded[start:end], words))
    return (Lack(start + hit.end() - _NOUN, start + hit.end(), before=False),) if hit else ()


def plain_faults(folded: str, words: Wording, start: int, end: int) -> tuple[Lack, ...]:
    """The first plain word of a fault from `start` to `end`; what it blames may stand on either side."""
    hit = words.plain.search(_without_harmless(folded[start:end], words))
    return (Lack(start + hit.start(), start + hit.end(), before=True),) if hit else ()


def _without_harmless(text: str, words: Wording) -> str:
    return words.harmless.sub(lambda harmless: "\0" * len(harmless[0]), text)


def content(text: str, words: Wording) -> str:
    """What a folded clause or heading says besides the words that only announce."""
    return _NOT_A_WORD.sub("", words.filler.sub("", _MEASURED_AGAINST.sub("", text)))


def titles_list(heading: str, words: Wording) -> bool:
    """Is this folded heading only the title of the whole list (存在的主要问题), not a topic of its own?"""
    return bool(words.vague.search(heading)) and len(content(heading, words)) < _LEAST_CONTENT


def announces(text: str, words: Wording) -> bool:
    """Does this folded clause only say that problems exist, not which?"""
    if len(content(text, words)) < _LEAST_CONTENT:
        return True
    if not words.announcements.search(text):
        return False
    rest = words.vague_or_announced.sub("", text)
    return not find_lacks(rest, words, 0, len(rest))


def settled(folded: str, words: Wording, start: int, end: int, sentence_end: int) -> bool:
    """Does the clause tell of what was not found, or of what the rest of its sentence says is put right?"""
    if words.none_found.search(folded, start, end):
        return True
    # 已销号的问题缺少回头看 tells of those put right, not that this is
    return any(
        folded[hit.end() : hit.end() + 1] != "的" for hit in words.made_good.finditer(folded, start, sentence_end)
    )


def admits(folded: str, words: Wording, start: int, end: int, sentence_end: int = 0) -> bool:
    """Does the clause from `start` to `end` admit a lack of its own that still stands?"""
    own = _is_own(folded, words, start, end, max(end, sentence_end))
    return own and bool(find_lacks(folded, words, start, end))


def how(folded: str, words: Wording, start: int, end: int, sentence_end: int) -> Admits:
    """How the clause from `start` to `end` admits a lack of its own that still stands."""
    if not _is_own(folded, words, start, end, sentence_end):
        return Admits.NOTHING
    if find_lacks(folded, words, start, end):
        return Admits.BY_LACK
    return Admits.PLAINLY if plain_faults(folded, words, start, end) else Admits.NOTHING


def _is_own(folded: str, words: Wording, start: int, end: int, sentence_end: int) -> bool:
    """Does the clause say something of its own that still stands?"""
    return not settled(folded, words, start, end, sentence_end) and not announces(folded[start:end], words)
