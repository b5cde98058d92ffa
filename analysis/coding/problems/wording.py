"""The words of problems.yaml as they are asked for: a pattern for each list, made once."""

import re
from dataclasses import dataclass
from functools import lru_cache

from analysis.lexicon.coding import ProblemWords
from analysis.phrases import guarded, one_of

_TAIL = r"(?=[\"')】]*(?:$|[,;:。!?、]|等|现象|问题|的(?:问题|现象|情况|情形|方面|地方|倾向)))"
_NEGATED = r"[不未没][\u4e00-\u9fff]{1,4}"


@dataclass(frozen=True, slots=True)
class Wording:
    """How a report admits what it lacks; the fields not told of here are the lists of that name.

    `lack` finds the words of a lack, and by its group `harmless` those that are none. `vague_or_announced` names no
    lack, `promising` says that some follow, `looking_back` opens a paragraph on all problems together or their causes.
    `agents` makes a place the one at fault.
    """

    lack: re.Pattern[str]
    harmless: re.Pattern[str]
    existences: re.Pattern[str]
    plain: re.Pattern[str]
    none_found: re.Pattern[str]
    made_good: re.Pattern[str]
    filler: re.Pattern[str]
    vague: re.Pattern[str]
    announcements: re.Pattern[str]
    vague_or_announced: re.Pattern[str]
    promising: re.Pattern[str]
    causes: re.Pattern[str]
    causes_too: re.Pattern[str]
    closers: re.Pattern[str]
    looking_back: re.Pattern[str]
    openers: re.Pattern[str]
    instances: re.Pattern[str]
    examples: re.Pattern[str]
    results: re.Pattern[str]
    additions: re.Pattern[str]
    cited: re.Pattern[str]
    agents: re.Pattern[str]
    faults: frozenset[str]
    aspects: frozenset[str]


@lru_cache(maxsize=4)
def wording(words: ProblemWords) -> Wording:
    """The patterns of `words`."""
    causes, closers = one_of(words.causes).pattern, one_of(words.closers).pattern
    return Wording(
        lack=_lack(words),
        harmless=one_of(words.harmless),
        existences=one_of(words.existences),
        plain=one_of(words.plain),
        none_found=one_of(words.none_found),
        made_good=one_of(words.made_good),
        filler=one_of(words.filler),
        vague=one_of(words.vague),
        announcements=one_of(words.announcements),
        vague_or_announced=one_of((*words.announcements, *words.vague)),
        promising=one_of((*words.instances, *words.announcements, *words.vague)),
        causes=one_of(words.causes),
        causes_too=one_of(words.causes_too),
        closers=one_of(words.closers),
        looking_back=re.compile(rf"\n\s*(?:{closers}|(?:{causes})[^\n,。:]{{0,6}}:)"),
        openers=re.compile(f"(?:{one_of(words.openers).pattern})+"),
        instances=one_of(words.instances),
        examples=one_of(words.examples),
        results=one_of(words.results),
        additions=one_of(words.additions),
        cited=one_of(words.cited),
        agents=one_of((*words.agents_before, *words.agents_after)),
        faults=frozenset(words.faults),
        aspects=frozenset(words.aspects),
    )


def _lack(words: ProblemWords) -> re.Pattern[str]:
    """Any word of a lack; besides the listed ones the negated quality at the end of a clause (…不接地气)."""
    return re.compile(
        f"(?P<harmless>{guarded(words.harmless)})"
        f"|(?P<fault>{guarded(words.faults)})"
        f"|(?P<behind>{guarded(words.lacks_behind)})"
        f"|(?P<before>{guarded(words.lacks_before)})(?!$)"
        f"|(?P<end>(?:{_NEGATED}|{guarded(words.lacks_at_end)}){_TAIL})"
    )
