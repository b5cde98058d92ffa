"""The words that reading needs."""

from functools import cache

from analysis.lexicon.topic import FOLDER, Topic, Words
from analysis.rulefile import load


class ReadingWords(Topic):
    """Words that help to tell where a line was broken (reading.yaml)."""

    title_ends: Words


@cache
def reading_words() -> ReadingWords:
    """The words of reading.yaml."""
    return load(FOLDER / "reading.yaml", ReadingWords)
