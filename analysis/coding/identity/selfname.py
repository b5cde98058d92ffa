"""What a report calls its unit, where it gives it no other name (我镇, 镇党委, 局党组)."""

import re
from collections import Counter
from itertools import chain

from analysis.coding.identity.finder import Finder
from analysis.phrases import one_of

LEAST_SAID = 2  # how often a text must use a name before it counts as its own
PARTY_BODY = re.compile(r"(?<=[委组])(?:领导)?班子$")
_SENTENCE_ENDS = {"", "。", "\n"}


def self_name(finder: Finder, folded: str) -> str:
    """What the text calls its unit, where it gives no other name: the most frequent of 我镇, 镇党委, 局党组, ….

    公司 and 机关 alone may be anybody's, and a name without 我 that is used once too, save where it heads a
    sentence and how it does what follows is told (坚持…).
    """
    hits = list(finder.called_itself.finditer(folded))
    said = Counter(PARTY_BODY.sub("", hit[0]) for hit in hits)
    usual = (name for name, times in said.most_common() if times >= LEAST_SAID or name.startswith("我"))
    heads = (PARTY_BODY.sub("", hit[0]) for hit in hits if _heads_sentence(finder, hit))
    return next(chain(usual, heads), "")


def _heads_sentence(finder: Finder, hit: re.Match[str]) -> bool:
    before = hit.string[max(0, hit.start() - 3) : hit.start()].rstrip(" ")
    own_way = one_of(finder.words.own_ways).match(hit.string, hit.end())
    return before[-1:] in _SENTENCE_ENDS and own_way is not None
