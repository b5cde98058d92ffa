"""All cues of the codebook in one automaton: a report is read once, however many themes there are."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick

from analysis.codebook import Codebook, Theme
from analysis.coding.base import Role
from analysis.phrases import fold, one_of

EVERYWHERE = frozenset({Role.WORK, Role.PROBLEMS, Role.PLAN})


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue of a theme, the roles where it counts, and the pattern of the whole where it has gaps."""

    theme: Theme
    text: str
    roles: frozenset[Role]
    whole: re.Pattern[str] | None


@dataclass(frozen=True, slots=True)
class Hit:
    """A cue found at `start` to `end`."""

    cue: Cue
    start: int
    end: int


def _first(cue: str) -> str:
    return fold(cue).split("…", 1)[0]


def _cues(theme: Theme) -> Iterator[Cue]:
    scopes = (
        (theme.cues, EVERYWHERE),
        (theme.problem_cues, frozenset({Role.PROBLEMS})),
        (theme.plan_cues, frozenset({Role.PLAN})),
    )
    for cues, roles in scopes:
        for cue in dict.fromkeys(cues):
            yield Cue(theme, cue, roles, one_of((cue,)) if "…" in cue else None)


class CueMatcher:
    """Finds every cue of a codebook in a folded text; overlapping cues are all found."""

    def __init__(self, codebook: Codebook) -> None:
        self._cues = tuple(cue for theme in codebook.themes for cue in _cues(theme))
        self._automaton = AhoCorasick([_first(cue.text) for cue in self._cues])

    def find(self, folded: str) -> Iterator[Hit]:
        """The hits in the order of their starts; a cue with gaps ends where its last part ends."""
        for index, start, end in self._automaton.find_matches_as_indexes(folded, overlapping=True):
            cue = self._cues[index]
            if cue.whole is None:
                yield Hit(cue, start, end)
            elif whole := cue.whole.match(folded, start):
                yield Hit(cue, start, whole.end())
