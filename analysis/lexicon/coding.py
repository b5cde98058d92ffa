"""The words that coding needs, and all of them as one value."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from analysis.lexicon.topic import FOLDER, Topic, Words
from analysis.rulefile import load


class RoleWords(Topic):
    """What opens, closes and names the parts of a report (roles.yaml); see the comments there."""

    problem_headings: Words
    not_problem_headings: Words
    citing_headings: Words
    plan_headings: Words
    not_plan_headings: Words
    other_parts: Words
    work_headings: Words
    part_names: Words
    intro_ends: Words
    intro_lead: Words
    turns: Words
    concessions: Words
    admissions: Words
    problem_openers: Words
    not_admissions: Words
    plan_openers: Words
    demands: Words
    therefore: Words
    future: Words
    past: Words
    put_right: Words
    closing_openers: Words
    handing_over: Words
    closing_marks: Words
    attachments: Words
    titles: Words
    deficits: Words
    intro_words: Words
    led: Words
    deeds: Words
    some: Words
    praise: Words
    later_periods: Words
    intentions: Words
    denials: Words
    told: Words
    aspects: Words
    meant: Words
    bound: Words
    some_of: Words
    negations: Words
    faults: Words
    turned: Words
    closing_headings: Words
    acting: Words
    hinted_headings: Words
    void: Words
    feedback: Words
    fought: Words
    problem_labels: Words
    plan_labels: Words
    work_labels: Words


class NameWords(Topic):
    """How a report names its unit and its period (names.yaml)."""

    suffixes: Words
    followers: Words
    not_first: Words
    place_openings: Words
    not_inside: Words
    superiors: Words
    sure_suffixes: Words
    posts: Words
    kinds: Words
    any_kind: Words
    bodies: Words
    acting: Words
    own_ways: Words
    campaigns: Words


class ClauseWords(Topic):
    """What a clause does not prove, and what makes it concrete (clauses.yaml)."""

    boilerplate: Words
    basis: Words
    scopes: Words
    topics: Words
    labels: Words
    posts: Words
    purposes: Words
    aims: Words
    above: Words
    answered: Words
    issuing: Words
    claims: Words
    concrete: Words
    lacking: Words
    unlacking: Words
    affirming: Words


class QuantityWords(Topic):
    """Measure words, and what looks like a number but counts nothing (quantities.yaml); see the comments there."""

    measure_words: Words
    digit_measure_words: Words
    never_before: Words
    never_before_but: Words
    never_after: Words
    never_after_but: Words
    never_after_chinese: Words
    names_after_mask: Words
    needs_end_after_mask: Words
    counted_after_mask: Words
    bare_before: Words
    bare_after: Words
    one_verbs: Words
    one_measure_words: Words
    not_one: Words
    fixed: Words
    fixed_but: Words
    time_units: Words
    lasting: Words
    about_before: Words
    about_after: Words
    at_least: Words
    periods: Words
    totals: Words
    not_totals: Words
    subsets: Words
    zero_openers: Words
    zero_starts: Words
    zero_ends: Words
    zero_nouns: Words
    zero_last: Words
    not_none: Words
    not_zero: Words
    party_words: Words
    business_words: Words


class ProblemWords(Topic):
    """How a report admits what it lacks (problems.yaml); see the comments there."""

    lacks_behind: Words
    lacks_before: Words
    faults: Words
    lacks_at_end: Words
    plain: Words
    existences: Words
    harmless: Words
    vague: Words
    announcements: Words
    filler: Words
    made_good: Words
    none_found: Words
    closers: Words
    causes: Words
    causes_too: Words
    instances: Words
    examples: Words
    results: Words
    additions: Words
    cited: Words
    agents_before: Words
    agents_after: Words
    openers: Words
    aspects: Words


class AnswerWords(Topic):
    """How plans are worded and how a measure takes up a problem (answers.yaml); see the comments there."""

    announcements: Words
    filler: Words
    slogans: Words
    fields: Words
    same_object: tuple[Words, ...]
    broad: frozenset[str]
    common: frozenset[str]


@cache
def quantity_words() -> QuantityWords:
    """The words of quantities.yaml, for comparisons that write numbers as reports do."""
    return load(FOLDER / "quantities.yaml", QuantityWords)


@cache
def answer_words() -> AnswerWords:
    """The words of answers.yaml, for comparisons that match passages of two years as plans and problems are."""
    return load(FOLDER / "answers.yaml", AnswerWords)


@dataclass(frozen=True)
class Lexicon:
    """All word lists of the language rules."""

    roles: RoleWords
    names: NameWords
    clauses: ClauseWords
    quantities: QuantityWords
    problems: ProblemWords
    answers: AnswerWords


def load_lexicon(folder: Path = FOLDER) -> Lexicon:
    """Reads every word list in `folder`.

    Raises:
        RuleFileError: with the file, the line and a reason in Chinese.
    """
    return Lexicon(
        roles=load(folder / "roles.yaml", RoleWords),
        names=load(folder / "names.yaml", NameWords),
        clauses=load(folder / "clauses.yaml", ClauseWords),
        quantities=load(folder / "quantities.yaml", QuantityWords),
        problems=load(folder / "problems.yaml", ProblemWords),
        answers=load(folder / "answers.yaml", AnswerWords),
    )
