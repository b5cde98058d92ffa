"""The words of clauses.yaml as patterns, by which the grammar of clauses tells what they say."""

import re
from dataclasses import dataclass
from functools import lru_cache

from analysis.lexicon.coding import ClauseWords
from analysis.phrases import one_of
from analysis.spotting import AnyOf, any_of

_NUMBER = r"[\W\d]*(?:[一二三四五六七八九十]{1,2}[、)是]|\d+[.、)])?\W*"  # of an item: 一是, (1)


@dataclass(frozen=True, slots=True)
class Patterns:
    """A pattern for each list; `label` is a whole clause with its number, `post` goes on to the colon.

    `aims`, `topics` and `above` may stand behind the number of an item, and are a group of their own.
    """

    purposes: re.Pattern[str]
    aims: re.Pattern[str]
    topics: re.Pattern[str]
    above: re.Pattern[str]
    answered: re.Pattern[str]
    label: re.Pattern[str]
    post: re.Pattern[str]
    issuing: re.Pattern[str]
    affirming: re.Pattern[str]
    lacking: re.Pattern[str]
    unlacking: re.Pattern[str]
    concrete: AnyOf
    claims: AnyOf


@lru_cache(maxsize=4)
def patterns(words: ClauseWords) -> Patterns:
    """The patterns of `words`, to be asked for once a report."""
    return Patterns(
        purposes=one_of(words.purposes),
        aims=_behind_number(words.aims),
        topics=_behind_number(words.topics),
        above=_behind_number(words.above),
        answered=one_of(words.answered),
        label=re.compile(rf"{_NUMBER}(?:{one_of(words.labels).pattern})\W*"),
        post=re.compile(rf"(?:{one_of(words.posts).pattern}):"),
        issuing=one_of(words.issuing),
        affirming=one_of(words.affirming),
        lacking=one_of(words.lacking),
        unlacking=one_of(words.unlacking),
        concrete=any_of(words.concrete),
        claims=any_of(words.claims),
    )


def _behind_number(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"{_NUMBER}({one_of(words).pattern})")
