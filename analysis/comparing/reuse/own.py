"""What in a passage is not a unit's own words: standing phrases, and names that are swapped when a text moves on."""

import re
from functools import lru_cache

from analysis.lexicon.comparing import ReuseWords
from analysis.phrases import fold

KEPT = re.compile(r"[^\w]|_")
NUMERAL = re.compile(r"[0-9〇零一二三四五六七八九十百千两廿]+")


def _dense(phrase: str) -> str:
    return NUMERAL.sub("0", KEPT.sub("", fold(phrase).lower()))


@lru_cache(maxsize=4)
def _standing(words: ReuseWords) -> re.Pattern[str]:
    spelled = sorted({_dense(phrase) for phrase in words.standing}, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, spelled)) or r"(?!)")


@lru_cache(maxsize=4)
def swapped_names(words: ReuseWords) -> re.Pattern[str]:
    """How a unit speaks of itself or of the year: 局党组, 我镇, 公司党委, 今年."""
    kinds, bodies = "|".join(map(re.escape, words.kinds)), "|".join(map(re.escape, words.bodies))
    years = "|".join(map(re.escape, words.years))
    return re.compile(rf"[我本]?(?:{kinds})(?:{bodies})|[我本](?:{kinds}|{bodies})|{years}")


def without_standing(signs: str, words: ReuseWords) -> str:
    """`signs` (normalised) without standing phrases."""
    return _standing(words).sub("", signs)


def same_but_swapped(left: str, right: str, words: ReuseWords) -> bool:
    """True where the two differ in nothing but how a unit speaks of itself or of the year."""
    names = swapped_names(words)
    return names.sub("@", left) == names.sub("@", right)
