"""Why a measure is one against a problem though both name no object: it is usual, or of the same theme.

A measure is usual against a category of problems by one of its words (a hook of the category), or by a theme that the
category belongs to.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from analysis.codebook import Codebook, ProblemCategory
from analysis.coding.base import Coding, Plan, Problem
from analysis.spotting import Spotter


@dataclass(frozen=True, slots=True)
class Remedies:
    """What measures are good for, by the manual and by the themes found in the report."""

    codebook: Codebook
    codings: Sequence[Coding]

    def by_word(self, problem: Problem, measure: str) -> str:
        """The word of the measure, whose text is given, that makes it one against the problem; empty without one."""
        hooked = _hooked(measure, self.codebook.categories)
        return next((hooked[kind] for kind in problem.categories if kind in hooked), "")

    def by_theme(self, problem: Problem, plan: Plan) -> str:
        """The theme of the measure that makes it one against the problem; empty without one."""
        names = {theme.id: theme.name for theme in self.codebook.themes}
        met = self._themes(plan)
        against = [c for c in self.codebook.categories if c.id in problem.categories]
        usual = (f"措施讲“{names[t]}”，通常用来解决“{c.name}”" for c in against for t in c.themes if t in met)
        same = (f"问题和措施都讲“{names[t]}”" for t in sorted(met & self._themes(problem)))
        return next(chain(usual, same), "")

    def _themes(self, passage: Plan | Problem) -> set[str]:
        return {c.code_id for c in self.codings if c.start < passage.end and passage.start < c.end}


@lru_cache(maxsize=256)
def _hooked(measure: str, categories: tuple[ProblemCategory, ...]) -> dict[str, str]:
    """For each category that the measure usually serves against: the words that say so."""
    hits = sorted(_hooks(categories).find(measure), key=lambda hit: (-hit[1], hit[2]))
    return {c.id: f"措施“{measure[start:end]}”通常用来解决“{c.name}”" for c, start, end in hits}


@lru_cache(maxsize=4)
def _hooks(categories: tuple[ProblemCategory, ...]) -> Spotter[ProblemCategory]:
    return Spotter((category, hook) for category in categories for hook in category.hooks)
