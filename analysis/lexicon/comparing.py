"""The words that comparisons need; each list is read once."""

from functools import cache

from analysis.lexicon.topic import FOLDER, Topic, Words
from analysis.rulefile import load


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
    verdicts: Words


@cache
def check_words() -> CheckWords:
    """The words of checks.yaml."""
    return load(FOLDER / "checks.yaml", CheckWords)


class FeedbackWords(Topic):
    """How a report about others opens, and how a unit speaks of itself (feedback.yaml)."""

    inspecting: Words
    put_right: Words
    own: Words


@cache
def feedback_words() -> FeedbackWords:
    """The words of feedback.yaml."""
    return load(FOLDER / "feedback.yaml", FeedbackWords)


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
