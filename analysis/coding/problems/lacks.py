"""Where a text admits that something is lacking, and where it only announces that it will.

A lack stands behind what it blames (学习不够深入) or before it (缺乏针对性). Besides the listed words the general rule of
the language holds: a clause that ends in a negated or meagre quality (…不接地气, …办法少) blames.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from analysis.phrases import one_of
from analysis.lexicon import ProblemWords

_TAIL = r"(?=[\"')】]*(?:$|[,;:。!?、]|等|现象|问题|的(?:问题|现象|情况|情形|方面|地方|倾向)))"
_NEGATED = r"[不未没][\u4e00-\u9fff]{1,4}"
_MEASURED_AGAINST = re.compile(
    r"(?:对照|对标|按照|与|同|和|距离|距|离)[^,;:。]{0,30}?(?:要求|标准|期望|期盼|期待|相比)"
)
_LEAST_CONTENT = 3
_NOUN = 2  # 现象, 问题, 倾向


@dataclass(frozen=True, slots=True)
class Lack:
    """The words of a lack; `before` says that what is lacking comes after them."""

    start: int
    end: int
    before: bool


@lru_cache(maxsize=8)
def _pattern(words: ProblemWords) -> re.Pattern[str]:
    return re.compile(
        f"(?P<harmless>{one_of(words.harmless).pattern})"
        f"|(?P<fault>{one_of(words.faults).pattern})"
        f"|(?P<behind>{one_of(words.lacks_behind).pattern})"
        f"|(?P<before>{one_of(words.lacks_before).pattern})(?!$)"
        f"|(?P<end>(?:{_NEGATED}|{one_of(words.lacks_at_end).pattern}){_TAIL})"
    )


def find_lacks(folded: str, words: ProblemWords, start: int, end: int) -> tuple[Lack, ...]:
    """The lacks that `folded` states from `start` to `end`, in order."""
    text = folded[start:end]
    hits = [hit for hit in _pattern(words).finditer(text) if not hit["harmless"]]
    found = tuple(Lack(start + hit.start(), start + hit.end(), hit.lastgroup == "before") for hit in hits)
    return found or _existing_fault(text, words, start)


def _existing_fault(text: str, words: ProblemWords, start: int) -> tuple[Lack, ...]:
    """The 现象 or 问题 that `text` says exists, where no other word of lack says so."""
    hit = one_of(words.existences).search(
        one_of(words.harmless).sub(lambda harmless: "\0" * len(harmless[0]), text)
    )
    return (Lack(start + hit.end() - _NOUN, start + hit.end(), before=False),) if hit else ()


def content(text: str, words: ProblemWords) -> str:
    """What a folded clause or heading says besides the words that only announce."""
    measured = _MEASURED_AGAINST.sub("", text)
    return re.sub(r"[\W\d_]+", "", one_of(words.filler).sub("", measured))


def announces(text: str, words: ProblemWords) -> bool:
    """Does this folded clause or heading only say that problems exist, not which?"""
    if len(content(text, words)) < _LEAST_CONTENT:
        return True
    rest = one_of((*words.announcements, *words.vague)).sub("", text)
    return (
        rest != text
        and bool(one_of(words.announcements).search(text))
        and not find_lacks(rest, words, 0, len(rest))
    )


def admits(text: str, words: ProblemWords) -> bool:
    """Does this folded clause admit a lack of its own, one that is not already made good?"""
    if one_of(words.cleared).search(text) or announces(text, words):
        return False
    return bool(find_lacks(text, words, 0, len(text)))
