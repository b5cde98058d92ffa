"""The words that reading needs."""

from collections.abc import Mapping
from functools import cache

from analysis.lexicon.topic import FOLDER, Topic, Words
from analysis.rulefile import load


class ReadingWords(Topic):
    """Words that help to tell where a line was broken, and signs that stand for others (reading.yaml)."""

    title_ends: Words
    radicals: Mapping[str, str]


@cache
def reading_words() -> ReadingWords:
    """The words of reading.yaml."""
    return load(FOLDER / "reading.yaml", ReadingWords)
