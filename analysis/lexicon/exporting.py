"""The words that exporting needs; the list is read once."""

from functools import cache

from analysis.lexicon.topic import FOLDER, Topic, Words
from analysis.rulefile import load


class RedactionWords(Topic):
    """How a person's name is recognised (redaction.yaml); see the comments there."""

    surnames: Words
    after: Words
    before: Words
    until: Words
    not_given: str
    leading: str
    not_names: Words


@cache
def redaction_words() -> RedactionWords:
    """The words of redaction.yaml."""
    return load(FOLDER / "redaction.yaml", RedactionWords)
