"""Where a text admits that something is lacking, and where it only announces that it will.

A lack stands behind what it blames (学习不够深入) or before it (缺乏针对性). Besides the listed words the
general rule of the language holds: a clause that ends in a negated quality (…不接地气) blames.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from analysis.lexicon.coding import ProblemWords
from analysis.phrases import guarded, one_of

_TAIL = r"(?=[\"')】]*(?:$|[,;:。!?、]|等|现象|问题|的(?:问题|现象|情况|情形|方面|地方|倾向)))"
_NEGATED = r"[不未没][\u4e00-\u9fff]{1,4}"
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


@lru_cache(maxsize=8)
def _pattern(words: ProblemWords) -> re.Pattern[str]:
    return re.compile(
        f"(?P<harmless>{guarded(words.harmless)})"
        f"|(?P<fault>{guarded(words.faults)})"
        f"|(?P<behind>{guarded(words.lacks_behind)})"
        f"|(?P<before>{guarded(words.lacks_before)})(?!$)"
        f"|(?P<end>(?:{_NEGATED}|{guarded(words.lacks_at_end)}){_TAIL})"
    )


def find_lacks(folded: str, words: ProblemWords, start: int, end: int) -> tuple[Lack, ...]:
    """The lacks that `folded` states from `start` to `end`, in order."""
    text = folded[start:end]
    hits = [hit for hit in _pattern(words).finditer(text) if hit.lastgroup != "harmless"]
    found = tuple(Lack(start + hit.start(), start + hit.end(), hit.lastgroup == "before") for hit in hits)
    return found or _existing_fault(text, start, words)


def _existing_fault(text: str, start: int, words: ProblemWords) -> tuple[Lack, ...]:
    """The 现象 or 问题 that `text`, which begins at `start`, says exists, where no other word of lack says so."""
    hit = one_of(words.existences).search(_without_harmless(text, words))
    return (Lack(start + hit.end() - _NOUN, start + hit.end(), before=False),) if hit else ()


def admits_plainly(folded: str, words: ProblemWords, start: int, end: int, sentence_end: int) -> bool:
    """Does the clause speak of a fault in plain words (有的……当成……, 心里没数), which only a part on problems gives?"""
    if settled(folded, words, start, end, sentence_end) or announces(folded[start:end], words):
        return False
    return one_of(words.plain).search(_without_harmless(folded[start:end], words)) is not None


def plain_faults(folded: str, words: ProblemWords, start: int, end: int) -> tuple[Lack, ...]:
    """The first plain word of a fault from `start` to `end`; what it blames may stand on either side."""
    hit = one_of(words.plain).search(_without_harmless(folded[start:end], words))
    return (Lack(start + hit.start(), start + hit.end(), before=True),) if hit else ()


def _without_harmless(text: str, words: ProblemWords) -> str:
    return one_of(words.harmless).sub(lambda harmless: "\0" * len(harmless[0]), text)


def content(text: str, words: ProblemWords) -> str:
    """What a folded clause or heading says besides the words that only announce."""
    return _NOT_A_WORD.sub("", one_of(words.filler).sub("", _MEASURED_AGAINST.sub("", text)))


def titles_list(heading: str, words: ProblemWords) -> bool:
    """Is this folded heading only the title of the whole list (存在的主要问题), not a topic of its own?"""
    return bool(one_of(words.vague).search(heading)) and len(content(heading, words)) < _LEAST_CONTENT


def announces(text: str, words: ProblemWords) -> bool:
    """Does this folded clause only say that problems exist, not which?"""
    if len(content(text, words)) < _LEAST_CONTENT:
        return True
    rest = one_of((*words.announcements, *words.vague)).sub("", text)
    promised = one_of(words.announcements).search(text)
    return bool(promised) and not find_lacks(rest, words, 0, len(rest))


def settled(folded: str, words: ProblemWords, start: int, end: int, sentence_end: int) -> bool:
    """Does the clause tell of what was not found, or of what the rest of its sentence says is put right?"""
    if one_of(words.none_found).search(folded, start, end):
        return True
    # 已销号的问题缺少回头看 tells of those put right, not that this is
    return any(
        folded[hit.end() : hit.end() + 1] != "的"
        for hit in one_of(words.made_good).finditer(folded, start, sentence_end)
    )


def admits(folded: str, words: ProblemWords, start: int, end: int, sentence_end: int = 0) -> bool:
    """Does the clause from `start` to `end` admit a lack of its own that still stands?"""
    if settled(folded, words, start, end, max(end, sentence_end)) or announces(folded[start:end], words):
        return False
    return bool(find_lacks(folded, words, start, end))
