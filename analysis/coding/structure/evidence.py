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
_MOST = 3
_LOUDEST = 5.0  # no single passage outvotes all around it
_VOID = "void"
_NOT = {"不", "没", "未"}  # before a fault they deny it: 不推诿, 不怕


class Voice(NamedTuple):
    """A class of words: the part it speaks for, what one word weighs and how many of them count."""

    part: int
    weight: float
    most: int


# A word that belongs to one part alone counts 1 or more, one that the parts merely use more or less, about half.
_VOICES = {
    "told": Voice(WORK, 1.0, _MOST),
    "aspects": Voice(WORK, 0.4, _MOST),
    "counted": Voice(WORK, 0.4, _MOST),
    "meant": Voice(PLAN, 2.5, _MOST),
    "bound": Voice(PLAN, 0.6, _MOST),
    "deficits": Voice(PROBLEMS, 1.2, _MOST),
    "negations": Voice(PROBLEMS, 0.7, _MOST),
    "faults": Voice(PROBLEMS, 1.0, _MOST),
    "turned": Voice(PROBLEMS, 1.0, 1),
    "some_of": Voice(PROBLEMS, 1.0, 2),
}


class Evidence(NamedTuple):
    """What speaks in a text: where each word stands, in order, and of which class it is."""

    starts: Sequence[int]
    names: Sequence[str]

    def weigh(self, start: int, end: int) -> Votes:
        """The votes for each part between two places."""
        heard = self.names[bisect_left(self.starts, start) : bisect_left(self.starts, end)]
        if not heard:
            return SILENCE
        votes = [0.0, 0.0, 0.0]
        for name, (part, weight, most) in _VOICES.items():
            if said := heard.count(name):
                votes[part] += weight * min(said, most)
        work, problems, plan = votes
        return Votes(min(work, _LOUDEST), min(problems, _LOUDEST), min(plan, _LOUDEST))


def find_evidence(folded: str, words: RoleWords) -> Evidence:
    """Reads the whole text once."""
    hits = sorted(_heard(folded, words))
    return Evidence([start for start, _ in hits], [name for _, name in hits])


def _heard(folded: str, words: RoleWords) -> Iterator[tuple[int, str]]:
    found = _spotter(words).find(folded)
    void = _marked(len(folded), ((start, end) for name, start, end in found if name == _VOID))
    fought = _marked(len(folded), (hit.span() for hit in _fought(words).finditer(folded)))
    last = dict.fromkeys(_VOICES, -1)
    at_fault = {start for name, start, _ in found if name == "faults"}
    for name, start, end in sorted(found, key=lambda hit: (hit[1], -hit[2])):
        if name == _VOID or start < last[name] or all(void[start:end]):
            continue
        denied = (start in at_fault and folded[start - 1 : start] in _NOT) or (name == "negations" and end in at_fault)
        if _VOICES[name].part != PROBLEMS or not (fought[start] or denied):
            last[name] = end
            yield start, name
    yield from ((hit.start(), "counted") for hit in _COUNT.finditer(folded))


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
def _spotter(words: RoleWords) -> Spotter[str]:
    lists = {name: getattr(words, name) for name in (*_VOICES, _VOID) if name != "counted"}
    return Spotter((name, phrase) for name, phrases in lists.items() for phrase in phrases)
