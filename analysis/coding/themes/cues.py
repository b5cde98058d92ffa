"""All cues of the codebook in one automaton: a report is read once, however many themes there are."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from analysis.codebook import Codebook, Theme
from analysis.coding.base import Role
from analysis.lexicon.coding import ClauseWords
from analysis.spotting import Spotter

EVERYWHERE = frozenset({Role.WORK, Role.PROBLEMS, Role.PLAN})
NOWHERE: frozenset[Role] = frozenset()


@dataclass(frozen=True, slots=True)
class Cue:
    """A phrase of a theme and the roles where it counts; where `bars`, it keeps the cues inside it from counting.

    Without a theme it is a formula, which proves nothing for any.
    """

    theme_id: str
    roles: frozenset[Role]
    bars: bool
    gapped: bool


class Hit(NamedTuple):
    """A cue found at `start` to `end`."""

    cue: Cue
    start: int
    end: int


def _cues(theme: Theme) -> Iterator[tuple[Cue, str]]:
    scopes = (
        (theme.cues, EVERYWHERE),
        (theme.problem_cues, frozenset({Role.PROBLEMS})),
        (theme.plan_cues, frozenset({Role.PLAN})),
        (theme.not_in, NOWHERE),
    )
    for cues, roles in scopes:
        for cue in dict.fromkeys(cues):
            gapped = "…" in cue or "&" in cue
            yield Cue(theme.id, roles, bars=not roles, gapped=gapped), cue


FORMULA = Cue("", NOWHERE, bars=False, gapped=True)


class CueMatcher:
    """Finds every cue of a codebook in a folded text, and the formulas; overlapping ones are all found."""

    def __init__(self, codebook: Codebook, words: ClauseWords) -> None:
        formulas = ((FORMULA, phrase) for phrase in dict.fromkeys((*words.boilerplate, *words.basis)))
        self._spotter = Spotter((*(entry for theme in codebook.themes for entry in _cues(theme)), *formulas))

    def find(self, folded: str) -> Iterator[Hit]:
        """The hits clause by clause; a cue with gaps ends where its last part ends."""
        return map(Hit._make, self._spotter.find(folded))
