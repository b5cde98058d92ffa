"""The word lists that the rules of language use, as validated data from `data/lexicons`.

The codebook says what themes, problems and indicators are; the lexicon says how the language of reports works: what
opens a part, what masks a number, what admits a deficiency. One file and one model a topic, so that a list can be read,
compared and extended without reading code.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from analysis.rulefile import load

FOLDER = Path(__file__).resolve().parent.parent / "data" / "lexicons"
Words = tuple[str, ...]


class Topic(BaseModel):
    """A lexicon file: where its words come from, then named lists."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    provenance: str

    def __hash__(self) -> int:
        """A cheap hash: lexicons are the keys of compiled patterns, and their lists are long."""
        return hash(self.provenance)


class RoleWords(Topic):
    """What opens, closes and names the parts of a report (roles.yaml); see the comments there."""

    problem_headings: Words
    not_problem_headings: Words
    plan_headings: Words
    not_plan_headings: Words
    work_headings: Words
    intro_ends: Words
    intro_lead: Words
    turns: Words
    concessions: Words
    admissions: Words
    problem_openers: Words
    not_admissions: Words
    plan_openers: Words
    future: Words
    past: Words
    closing_openers: Words
    closing_marks: Words
    attachments: Words
    titles: Words
    deficits: Words
    intro_words: Words
    some: Words
    praise: Words
    later_periods: Words
    intentions: Words
    denials: Words


class ProblemWords(Topic):
    """How a report admits what it lacks (problems.yaml); see the comments there."""

    lacks_behind: Words
    lacks_before: Words
    faults: Words
    lacks_at_end: Words
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


@cache
def problem_words() -> ProblemWords:
    """The words of problems.yaml."""
    return load(FOLDER / "problems.yaml", ProblemWords)


class NameWords(Topic):
    """How a report names its unit and its period (names.yaml)."""

    suffixes: Words
    followers: Words
    not_first: Words
    not_inside: Words
    superiors: Words
    generic: Words
    bodies: Words
    campaigns: Words


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


class ReadingWords(Topic):
    """Words that help to tell where a line was broken (reading.yaml)."""

    title_ends: Words


@cache
def reading_words() -> ReadingWords:
    """The words of reading.yaml."""
    return load(FOLDER / "reading.yaml", ReadingWords)


class ClauseWords(Topic):
    """What a clause does not prove, and what makes it concrete (clauses.yaml)."""

    boilerplate: Words
    basis: Words
    topics: Words
    purposes: Words
    issuing: Words
    claims: Words
    concrete: Words
    lacking: Words


class AnswerWords(Topic):
    """How plans are worded and how a measure takes up a problem (answers.yaml); see the comments there."""

    announcements: Words
    filler: Words
    slogans: Words
    same_object: tuple[Words, ...]
    broad: frozenset[str]
    common: frozenset[str]


@cache
def answer_words() -> AnswerWords:
    """The words of answers.yaml."""
    return load(FOLDER / "answers.yaml", AnswerWords)


class CheckWords(Topic):
    """What a reviewer looks for in a report (checks.yaml); see the comments there."""

    few: Words
    others: Words
    complete: Words
    not_complete: Words
    covering: Words
    not_covering: Words
    unfinished: Words
    origins: Words
    whole_year: Words
    definite: Words


@cache
def check_words() -> CheckWords:
    """The words of checks.yaml."""
    return load(FOLDER / "checks.yaml", CheckWords)


class ReuseWords(Topic):
    """Which words do not make a passage a copy, and which are swapped when one is used again (reuse.yaml)."""

    standing: Words
    kinds: Words
    bodies: Words
    years: Words


@cache
def reuse_words() -> ReuseWords:
    """The words of reuse.yaml."""
    return load(FOLDER / "reuse.yaml", ReuseWords)


class KeynessWords(Topic):
    """Which words say nothing about a unit (keyness.yaml); see the comments there."""

    stop: Words
    own_names: Words


@cache
def keyness_words() -> KeynessWords:
    """The words of keyness.yaml."""
    return load(FOLDER / "keyness.yaml", KeynessWords)


class TrendWords(Topic):
    """How one unit is written in different years, and which words are too usual to tell (trends.yaml)."""

    heads: Words
    tails: Words
    generic: Words
    short_names: tuple[Words, ...]
    places: Words
    usual: Words


@cache
def trend_words() -> TrendWords:
    """The words of trends.yaml."""
    return load(FOLDER / "trends.yaml", TrendWords)


class WordingWords(Topic):
    """What makes an admitted problem concrete, and what only looks so (wording.yaml); see the comments there."""

    times: Words
    said: Words
    name_ends: Words
    not_names: Words
    things: Words
    deeds: Words
    set_phrases: Words


@cache
def wording_words() -> WordingWords:
    """The words of wording.yaml."""
    return load(FOLDER / "wording.yaml", WordingWords)


class IndicatorWords(Topic):
    """Which measure words of one indicator count the same thing (indicators.yaml)."""

    same: tuple[Words, ...]


@cache
def indicator_words() -> IndicatorWords:
    """The words of indicators.yaml."""
    return load(FOLDER / "indicators.yaml", IndicatorWords)


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
