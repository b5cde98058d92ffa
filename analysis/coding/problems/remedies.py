"""Why a measure is one against a problem though both name no object: it is usual, or of the same theme.

A measure is usual against a category of problems by one of its words (a hook of the category), or by a theme that the
category belongs to.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from analysis.codebook import Codebook, ProblemCategory
from analysis.coding.base import Coding, Plan, Problem
from analysis.spotting import Spotter


@dataclass(frozen=True, slots=True)
class Remedy:
    """What one measure is good for: by category the reason that a word of it gives, and the themes it is coded with."""

    reasons: Mapping[str, str]
    themes: set[str]

    def by_word(self, problem: Problem) -> str:
        """The word of the measure that makes it one against the problem; empty without one."""
        return next((self.reasons[kind] for kind in problem.categories if kind in self.reasons), "")


@dataclass(frozen=True, slots=True)
class Remedies:
    """What measures are good for, by the manual and by the themes found in the report."""

    codebook: Codebook
    codings: Sequence[Coding]

    def of(self, plans: Sequence[Plan], measures: Sequence[str]) -> list[Remedy]:
        """What each of `plans` is good for; `measures` are their texts."""
        spotter = _hooks(self.codebook.categories)
        return [Remedy(_reasons(text, spotter), self.themes(plan)) for plan, text in zip(plans, measures, strict=True)]

    def by_theme(self, problem: Problem, themes: set[str], remedy: Remedy) -> str:
        """The theme that makes a remedy one against a problem coded with `themes`; empty without one."""
        return next(self._by_theme(problem, themes, remedy), "")

    def themes(self, passage: Plan | Problem) -> set[str]:
        """The themes that a passage is coded with."""
        return {c.code_id for c in self.codings if c.start < passage.end and passage.start < c.end}

    def _by_theme(self, problem: Problem, themes: set[str], remedy: Remedy) -> Iterator[str]:
        for category in self.codebook.categories:
            if category.id in problem.categories:
                usual = (theme for theme in category.themes if theme in remedy.themes)
                yield from (f"措施讲“{self._name(theme)}”，通常用来解决“{category.name}”" for theme in usual)
        yield from (f"问题和措施都讲“{self._name(theme)}”" for theme in sorted(remedy.themes & themes))

    def _name(self, theme: str) -> str:
        return next(one.name for one in self.codebook.themes if one.id == theme)


def _reasons(measure: str, hooks: Spotter[ProblemCategory]) -> dict[str, str]:
    """For each category that the measure usually serves against: the words that say so."""
    hits = sorted(hooks.find(measure), key=lambda hit: (-hit[1], hit[2]))
    return {c.id: f"措施“{measure[start:end]}”通常用来解决“{c.name}”" for c, start, end in hits}


@lru_cache(maxsize=4)
def _hooks(categories: tuple[ProblemCategory, ...]) -> Spotter[ProblemCategory]:
    return Spotter((category, hook) for category in categories for hook in category.hooks)
