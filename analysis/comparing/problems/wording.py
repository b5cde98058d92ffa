"""Says whether an admitted problem is concrete or only a stock phrase.

A problem is concrete where it holds at least one thing that a reader could go and look at: a number or date, a
document in 《》, words that somebody is quoted with, a named place or project, or a thing or deed of wording.yaml.
Quotation marks alone only set off a term. Everything else is stock (套话): it could stand in the report of any unit.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from analysis.lexicon.comparing import WordingWords
from analysis.lexicon.topic import Words
from analysis.phrases import fold, one_of

CONCRETE, STOCK = "具体", "套话"
# 一、 （二） 3. (4) ⑤ 六是: what numbers a problem is no part of it.
_MARKER = re.compile(r"^\s*(?:[一二三四五六七八九十]+[、是]|\([一二三四五六七八九十\d]+\)|\d+[.、]|[①-⑳])")
_NUMBER = re.compile(r"\d[\d.,%]*(?:[年月日号次人个件项名场期批起处份万亿元%]+)?")
_OFF_DUTY = re.compile("8小时")  # a set phrase, not a count
_TITLE = re.compile("《[^》]+》")
_QUOTED = '(?:%s)[^,;:。"]{0,4}[,:]?("([^"]{2,60})")'  # behind a word of saying or thinking
_NAME = r"(?<![\u4e00-\u9fff])[对在如]?([\u4e00-\u9fff]{2,8}?(?:%s))"  # at the start of a clause


def concrete_objects(quote: str, words: WordingWords) -> tuple[str, ...]:
    """What concrete things `quote` names, in its own words and order, each once; empty for a stock phrase."""
    folded = fold(quote)
    marker = _MARKER.match(folded)
    start = marker.end() if marker else 0
    found = sorted(set(_places(folded, start, words)), key=lambda place: (place[0], -place[1]))
    return tuple(dict.fromkeys(quote[a:b] for a, b in _outermost(found)))


def _places(folded: str, start: int, words: WordingWords) -> Iterator[tuple[int, int]]:
    phrases = one_of((*words.times, *words.things, *words.deeds))
    for pattern in (_NUMBER, _TITLE, phrases):
        for hit in pattern.finditer(folded, start):
            if not _OFF_DUTY.match(folded, hit.start()):
                yield hit.span()
    for hit in _compiled(_QUOTED, words.said).finditer(folded, start):
        if not one_of(words.set_phrases).search(hit[2]):
            yield hit.span(1)
    for hit in _compiled(_NAME, words.name_ends).finditer(folded, start):
        if not one_of(words.not_names).search(hit[0]):
            yield hit.span(1)


@lru_cache(maxsize=8)
def _compiled(pattern: str, words: Words) -> re.Pattern[str]:
    return re.compile(pattern % "|".join(map(re.escape, words)))


def _outermost(found: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Those of `found` (by start, the longer first) that do not lie inside an earlier one."""
    end = -1
    for place in found:
        if place[1] > end:
            yield place
            end = place[1]
