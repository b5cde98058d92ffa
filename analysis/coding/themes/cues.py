"""All cues of the codebook in one automaton: a report is read once, however many themes there are."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import accumulate
from typing import NamedTuple

from analysis.codebook import Codebook, Theme
from analysis.coding.base import EVIDENCE_ROLES, Clause, Role
from analysis.lexicon.coding import ClauseWords
from analysis.spotting import Spotter

EVERYWHERE = frozenset(EVIDENCE_ROLES)
_PAGE_MARK = re.compile(r"(?<=[\u4e00-\u9fff])\s*-{1,2}\s?\d{1,3}\s?-{1,2}\s*(?=[\u4e00-\u9fff])")
PROBLEMS = frozenset({Role.PROBLEMS})
NOWHERE: frozenset[Role] = frozenset()


@dataclass(frozen=True, slots=True)
class Cue:
    """A phrase of a theme and the roles where it counts; where `bars`, it keeps the cues inside it from counting.

    Without a theme it is a formula or a scope: what lies inside proves nothing for any. One that is `titled` names the
    title it asks for (学习…《习近平). A `hint` tells how something is done badly, not what: it counts where nothing
    else does.
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


FORMULA = Cue("", EVERYWHERE, bars=False, gapped=True)
SCOPE = Cue("", frozenset({Role.WORK}), bars=False, gapped=True)


class CueMatcher:
    """Finds every cue of a codebook in a folded text, and the formulas; overlapping ones are all found."""

    def __init__(self, codebook: Codebook, words: ClauseWords) -> None:
        formulas = ((FORMULA, phrase) for phrase in dict.fromkeys((*words.boilerplate, *words.basis)))
        scopes = ((SCOPE, phrase) for phrase in words.scopes)
        themes = (entry for theme in codebook.themes for entry in _cues(theme))
        self._spotter = Spotter((*themes, *formulas, *scopes))
        self._in_role = {role: self._spotter.only(partial(_matters, role)) for role in EVIDENCE_ROLES}

    def find(self, folded: str) -> Iterator[Hit]:
        """The hits in the whole text, whatever the roles of its parts."""
        return _hits(self._spotter, folded, 0, len(folded))

    def find_in(self, folded: str, clause: Clause) -> Iterator[Hit]:
        """The hits that matter in a clause of an evidence role."""
        return _hits(self._in_role[clause.role], folded, clause.start, clause.end)


def _matters(role: Role, cue: Cue) -> bool:
    return role in cue.roles or cue.bars


def _hits(spotter: Spotter[Cue], folded: str, start: int, end: int) -> Iterator[Hit]:
    """The hits clause by clause; a cue with gaps ends where its last part ends.

    A page mark inside a word (廉- 3 -政) is passed over, as a reader does.
    """
    if folded.find("-", start, end) >= 0 and (marks := [hit.span() for hit in _PAGE_MARK.finditer(folded, start, end)]):
        return map(Hit._make, _across(spotter, folded[:end], start, marks))
    return map(Hit._make, spotter.find(folded, start, end))


def _across(
    spotter: Spotter[Cue], folded: str, start: int, marks: Sequence[tuple[int, int]]
) -> Iterator[tuple[Cue, int, int]]:
    """What is found in `folded` from `start` on without the spans of `marks`, at its places in `folded`."""
    starts = [start, *(end for _, end in marks)]
    pieces = [folded[a:b] for a, b in zip(starts, [*(left for left, _ in marks), None], strict=True)]
    edges = list(accumulate(map(len, pieces), initial=0))[:-1]

    def place(offset: int) -> int:
        piece = bisect_right(edges, offset) - 1
        return starts[piece] + offset - edges[piece]

    for cue, left, right in spotter.find("".join(pieces)):
        yield cue, place(left), place(right - 1) + 1
