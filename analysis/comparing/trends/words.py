"""What a passage is particularly about, so that two passages of different years can be set side by side."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from analysis.lexicon.coding import answer_words
from analysis.lexicon.comparing import trend_words
from analysis.phrases import fold, one_of
from analysis.segmenting import plain_tokenizer

WORD = re.compile(r"[\u4e00-\u9fffA-Za-z]{2,}")
GROUP = "#"
"""Words for one object (三会一课, 组织生活) share a key that begins with this."""


@dataclass(frozen=True, slots=True)
class Topics:
    """Key → the passage's own word: `particular` objects, and `broad` ones that prove little."""

    particular: Mapping[str, str]
    broad: Mapping[str, str]


@lru_cache(maxsize=20_000)
def topics(text: str) -> Topics:
    """The objects that `text` names, after the word lists of answers.yaml and trends.yaml."""
    words, folded = answer_words(), fold(text)
    groups = ((f"{GROUP}{n}", one_of(group).search(folded)) for n, group in enumerate(words.same_object))
    particular = {key: hit[0] for key, hit in groups if hit}
    cut = [w for w in plain_tokenizer().cut(folded, HMM=False) if WORD.fullmatch(w)]
    plain = [w for w in cut if w not in words.common and w not in words.broad and w not in trend_words().usual]
    return Topics(particular | {w: w for w in plain}, {w: w for w in cut if w in words.broad})
