"""Weighs what the words of a sentence say: done, lacking or meant to be done.

Every class of words in roles.yaml speaks for one part with a weight of its own; a word inside a longer one that says
nothing of the kind (不断, 要求) is not heard. A class counts at most so often in a sentence, so that a long list of
the same word cannot shout the others down.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from analysis.coding.structure.votes import PLAN, PROBLEMS, SILENCE, WORK, Votes
from analysis.lexicon.coding import RoleWords
from analysis.phrases import one_of
from analysis.spotting import Spotter

_NUMERAL = "二两三四五六七八九十百"
_COUNT = re.compile(  # what it begins with is a plain set of signs, which a search skips to
    rf"[\d*xX〔{_NUMERAL}](?<![每前第].)"
    rf"(?:(?<=\d)[\d.]*|(?<=\*)\*{{0,3}}|(?<=[xX])[xX]{{0,3}}|(?<=〔)[.…]+〕|(?<=[{_NUMERAL}])[{_NUMERAL}]*)多?余?万?"
    r"(?:人次|场次|批次|件次|户次|%|元|[次份名个件场项期条起家人篇部轮批户封](?!方面))"
)
_LOUDEST = 5.0  # no single passage outvotes all around it
_NOT = {"不", "没", "未"}  # before a fault they deny it: 不推诿, 不怕


class Voice(NamedTuple):
    """A class of words, named as in roles.yaml: the part it speaks for, a word's weight, and how many words count."""

    name: str
    part: int
    weight: float
    most: int = 3


# A word that belongs to one part alone counts 1 or more, one that the parts merely use more or less, about half.
_VOICES = (
    Voice("told", WORK, 1.0),
    Voice("aspects", WORK, 0.4),
    Voice("counted", WORK, 0.4),
    Voice("meant", PLAN, 2.5),
    Voice("bound", PLAN, 0.6),
    Voice("deficits", PROBLEMS, 1.2),
    Voice("negations", PROBLEMS, 0.7),
    Voice("faults", PROBLEMS, 1.0),
    Voice("turned", PROBLEMS, 1.0, most=1),
    Voice("some_of", PROBLEMS, 1.0, most=2),
)
_NUMBERS = {voice.name: number for number, voice in enumerate(_VOICES)}
_COUNTED, _NEGATIONS, _FAULTS = _NUMBERS["counted"], _NUMBERS["negations"], _NUMBERS["faults"]
_LACKS = {number for number, voice in enumerate(_VOICES) if voice.part == PROBLEMS}
_VOID = len(_VOICES)


class Evidence(NamedTuple):
    """What speaks in a text: where each word stands, in order, and the number of its voice."""

    starts: Sequence[int]
    voices: Sequence[int]

    def weigh(self, start: int, end: int) -> Votes:
        """The votes for each part between two places."""
        heard = self.voices[bisect_left(self.starts, start) : bisect_left(self.starts, end)]
        if not heard:
            return SILENCE
        votes = [0.0, 0.0, 0.0]
        for number in sorted(set(heard)):
            _, part, weight, most = _VOICES[number]
            votes[part] += weight * min(heard.count(number), most)
        return Votes(*votes) if max(votes) <= _LOUDEST else Votes(*[min(count, _LOUDEST) for count in votes])


def find_evidence(folded: str, words: RoleWords) -> Evidence:
    """Reads the whole text once."""
    hits = sorted(_heard(folded, words))
    return Evidence([start for start, _ in hits], [voice for _, voice in hits])


def _heard(folded: str, words: RoleWords) -> Iterator[tuple[int, int]]:
    found = _spotter(words).find(folded)
    void = _marked(len(folded), ((start, end) for voice, start, end in found if voice == _VOID))
    fought = _marked(len(folded), (hit.span() for hit in _fought(words).finditer(folded)))
    at_fault = {start for voice, start, _ in found if voice == _FAULTS}
    last = [-1] * len(_VOICES)
    for voice, start, end in sorted(found, key=lambda hit: (hit[1], -hit[2])):
        if voice == _VOID or start < last[voice] or (void[start] and all(void[start:end])):
            continue
        if voice in _LACKS:
            denied = start in at_fault and folded[start - 1 : start] in _NOT
            if fought[start] or denied or (voice == _NEGATIONS and end in at_fault):
                continue
        last[voice] = end
        yield start, voice
    yield from ((hit.start(), _COUNTED) for hit in _COUNT.finditer(folded))


def _marked(length: int, spans: Iterable[tuple[int, int]]) -> bytearray:
    """One byte for each place of the text, set inside the spans."""
    marks = bytearray(length)
    for start, end in spans:
        marks[start:end] = b"\1" * (end - start)
    return marks


@lru_cache(maxsize=4)
def _fought(words: RoleWords) -> re.Pattern[str]:
    """From a verb that fights faults to the end of its clause."""
    return re.compile(rf"(?:{one_of(words.fought).pattern})[^,;:。!?\n]*")


@lru_cache(maxsize=4)
def _spotter(words: RoleWords) -> Spotter[int]:
    lists = {_VOID: words.void} | {n: getattr(words, name) for name, n in _NUMBERS.items() if n != _COUNTED}
    return Spotter((voice, phrase) for voice, phrases in lists.items() for phrase in phrases)
