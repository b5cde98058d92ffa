"""Which words one report uses more than others do, by log-likelihood.

G² = 2 · (a · ln(a / E₁) + b · ln(b / E₂)) with E₁ = c · (a + b) / (c + d) and E₂ = d · (a + b) / (c + d), where a and
b are how often a word stands in the report and in what it is compared with, c and d how many words each has (Rayson
and Garside: Comparing corpora using frequency profiling, 2000). Its p value is that of χ² with one degree of freedom,
corrected after Holm (1979) for all the words that were tested. The log ratio, log₂ of the quotient of the two relative
frequencies, says how big the difference is (Hardie 2014); a word the others never use counts half an occurrence there.
"""

from collections.abc import Sequence
from math import erfc, log, log2, sqrt
from typing import Any

import pandas as pd

from analysis.tables.base import frame
from analysis.tables.comparing.keyness import KEYNESS

FEWEST = 4
"""Occurrences a word has in the report at least ..."""
SENTENCES = 3
"""... in that many sentences: a list in a single sentence sets nobody apart."""
LEVEL = 0.05
TWICE = 1.0
"""The least log ratio: a word used less than twice as often sets nobody apart, however sure the difference is."""


def log_likelihood(a: int, b: int, c: int, d: int) -> float:
    """G² for `a` of `c` words here and `b` of `d` words there."""
    together = (a + b) / (c + d)
    return 2 * sum(n * log(n / (total * together)) for n, total in ((a, c), (b, d)) if n)


def log_ratio(a: int, b: int, c: int, d: int) -> float:
    """log₂ of the quotient of the relative frequencies; none there counts as a half."""
    return log2((a / c) / ((b or 0.5) / d))


def p_value(g2: float) -> float:
    """The probability of a χ² of one degree of freedom at least as great as `g2`."""
    return erfc(sqrt(max(0.0, g2) / 2))


def holm(values: Sequence[float]) -> list[float]:
    """The p values corrected after Holm, in the order given."""
    order = sorted(range(len(values)), key=values.__getitem__)
    out, reached = [0.0] * len(values), 0.0
    for rank, place in enumerate(order):
        reached = max(reached, min(1.0, (len(values) - rank) * values[place]))
        out[place] = reached
    return out


def keyness(words: pd.DataFrame, document: str, others: Sequence[str]) -> pd.DataFrame:
    """KEYNESS of the words that `document` uses more often than `others`, the strongest first.

    Args:
        words: WORDS of all these reports, in the parts to be compared.
        document: the report looked at.
        others: what it is compared with.

    Returns:
        Words of at least `FEWEST` occurrences in `SENTENCES` sentences whose corrected p is below `LEVEL`,
        at least twice as frequent as there.
    """
    own, rest = words[words["document_id"].eq(document)], words[words["document_id"].isin(list(others))]
    if own.empty or rest.empty:
        return frame(KEYNESS, [])
    here = own.groupby("word").agg(count=("word", "size"), sentences=("sentence_id", "nunique"))
    there = rest.groupby("word").agg(other=("word", "size"), documents=("document_id", "nunique"))
    tested = here[here["count"].ge(FEWEST) & here["sentences"].ge(SENTENCES)].join(there).fillna(0).astype(int)
    rows = [_row(str(word), counts, (len(own), len(rest))) for word, *counts in tested.itertuples(name=None)]
    corrected = holm([p_value(row["g2"]) for row in rows])
    kept = [row | {"p": p} for row, p in zip(rows, corrected, strict=True) if row["log_ratio"] >= TWICE and p < LEVEL]
    return frame(KEYNESS, sorted(kept, key=lambda row: (-row["g2"], row["word"])))


def _row(word: str, counts: Sequence[int], totals: tuple[int, int]) -> dict[str, Any]:
    (a, sentences, b, documents), (c, d) = counts, totals
    return {
        "word": word,
        "count": a,
        "total": c,
        "sentences": sentences,
        "other_count": b,
        "other_total": d,
        "other_documents": documents,
        "per_thousand": 1000 * a / c,
        "other_per_thousand": 1000 * b / d,
        "g2": log_likelihood(a, b, c, d),
        "log_ratio": log_ratio(a, b, c, d),
    }


def word_spans(words: pd.DataFrame, document: str, word: str) -> pd.DataFrame:
    """Where `document` uses `word`: document_id, start, end."""
    return words[words["document_id"].eq(document) & words["word"].eq(word)][["document_id", "start", "end"]]
