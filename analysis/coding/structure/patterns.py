"""The lists of roles.yaml that the parts of a report are read by, each as one pattern."""

import re
from typing import NamedTuple

from analysis.lexicon.coding import RoleWords
from analysis.phrases import one_of

Pattern = re.Pattern[str]


class RolePatterns(NamedTuple):
    """One pattern for each list, under its name there; see the comments in roles.yaml."""

    acting: Pattern
    admissions: Pattern
    citing_headings: Pattern
    closing_headings: Pattern
    closing_marks: Pattern
    closing_openers: Pattern
    concessions: Pattern
    deeds: Pattern
    deficits: Pattern
    demands: Pattern
    denials: Pattern
    feedback: Pattern
    future: Pattern
    handing_over: Pattern
    hinted_headings: Pattern
    intentions: Pattern
    intro_ends: Pattern
    intro_lead: Pattern
    intro_words: Pattern
    later_periods: Pattern
    led: Pattern
    not_admissions: Pattern
    not_plan_headings: Pattern
    not_problem_headings: Pattern
    other_parts: Pattern
    past: Pattern
    plan_headings: Pattern
    plan_openers: Pattern
    praise: Pattern
    problem_headings: Pattern
    problem_openers: Pattern
    put_right: Pattern
    some: Pattern
    turns: Pattern
    work_headings: Pattern


def role_patterns(words: RoleWords) -> RolePatterns:
    """The patterns of `words`."""
    return RolePatterns(*(one_of(getattr(words, name)) for name in RolePatterns._fields))
