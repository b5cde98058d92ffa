"""All cues of the codebook in one automaton: a report is read once, however many themes there are."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from analysis.codebook import Codebook, Theme
from analysis.coding.base import Role
from analysis.lexicon.coding import ClauseWords
from analysis.spotting import Spotter

EVERYWHERE = frozenset({Role.WORK, Role.PROBLEMS, Role.PLAN})
_PAGE_MARK = re.compile(r"(?<=[\u4e00-\u9fff])\s*-{1,2}\s?\d{1,3}\s?-{1,2}\s*(?=[\u4e00-\u9fff])")
PROBLEMS = frozenset({Role.PROBLEMS})
NOWHERE: frozenset[Role] = frozenset()


@dataclass(frozen=True, slots=True)
class Cue:
    """A phrase of a theme and the roles where it counts; where `bars`, it keeps the cues inside it from counting.

    Without a theme it is a formula, which proves nothing for any. One that is `titled` names the title it asks for
    (学习…《习近平). A `hint` tells how something is done badly, not what: it counts where nothing else does.
    """

    theme_id: str
    roles: frozenset[Role]
    bars: bool
    gapped: bool
    titled: bool = False
    hint: bool = False


class Hit(NamedTuple):
    """A cue found at `start` to `end`."""

    cue: Cue
    start: int
    end: int


def _cues(theme: Theme) -> Iterator[tuple[Cue, str]]:
    scopes = (
        (theme.cues, EVERYWHERE, False),
        (theme.problem_cues, PROBLEMS, False),
        (theme.problem_hints, PROBLEMS, True),
        (theme.plan_cues, frozenset({Role.PLAN}), False),
        (theme.not_in, NOWHERE, False),
    )
    for cues, roles, hint in scopes:
        for cue in dict.fromkeys(cues):
            gapped = "…" in cue or "&" in cue
            yield Cue(theme.id, roles, not roles, gapped, "《" in cue, hint), cue


FORMULA = Cue("", NOWHERE, bars=False, gapped=True)


class CueMatcher:
    """Finds every cue of a codebook in a folded text, and the formulas; overlapping ones are all found."""

    def __init__(self, codebook: Codebook, words: ClauseWords) -> None:
        formulas = ((FORMULA, phrase) for phrase in dict.fromkeys((*words.boilerplate, *words.basis)))
        self._spotter = Spotter((*(entry for theme in codebook.themes for entry in _cues(theme)), *formulas))

    def find(self, folded: str) -> Iterator[Hit]:
        """The hits clause by clause; a cue with gaps ends where its last part ends.

        A page mark inside a word (廉- 3 -政) is passed over, as a reader does.
        """
        marks = [hit.span() for hit in _PAGE_MARK.finditer(folded)] if "-" in folded else []
        return map(Hit._make, self._spotter.find(folded) if not marks else self._across(folded, marks))

    def _across(self, folded: str, marks: Sequence[tuple[int, int]]) -> Iterator[tuple[Cue, int, int]]:
        """What is found in `folded` without the spans of `marks`, at its places in `folded`."""
        starts = [0, *(end for _, end in marks)]
        pieces = [folded[a:b] for a, b in zip(starts, [*(start for start, _ in marks), None], strict=True)]
        edges = list(accumulate(map(len, pieces), initial=0))[:-1]

        def place(offset: int) -> int:
            piece = bisect_right(edges, offset) - 1
            return starts[piece] + offset - edges[piece]

        for cue, start, end in self._spotter.find("".join(pieces)):
            yield cue, place(start), place(end - 1) + 1
