"""Reports cut into words.

jieba cuts; the codebook's cues are words of its own with a frequency that is written down here, so that a phrase of
the field (一岗双责) stays whole. Each codebook has its own tokenizer.
"""

import re
from collections.abc import Iterator

import jieba
import pandas as pd

from analysis.codebook import Codebook
from analysis.lexicon.comparing import KeynessWords
from analysis.segmenting import new_tokenizer
from analysis.tables.base import frame
from analysis.tables.comparing.keyness import WORDS

FREQUENCY = 3_000
"""How common a cue is taken to be: as common as the field's ordinary words among jieba's sixty million."""
PHRASE = re.compile(r"[\u4e00-\u9fff]{2,8}")
NUMERALS = re.compile(r"[第〇零一二三四五六七八九十百千万亿两几多余]+[个项次名件条人份年月日期轮场家位部种类批级]?")


def tokenizer(codebook: Codebook) -> jieba.Tokenizer:
    """A tokenizer that knows the cues of `codebook`; takes about a second, so keep it."""
    return new_tokenizer(_phrases(codebook), FREQUENCY)


def _phrases(codebook: Codebook) -> set[str]:
    cues = (cue for t in codebook.themes for cue in (*t.cues, *t.problem_cues, *t.problem_hints, *t.plan_cues))
    return {cue for cue in cues if PHRASE.fullmatch(cue)}


def words_of(tokens: jieba.Tokenizer, sentences: pd.DataFrame, unit: str, words: KeynessWords) -> pd.DataFrame:
    """WORDS of one report: Chinese words of two signs and more.

    Left out are stop words, numbers, and the names of the unit: those it has for itself, and the words of `unit`.
    """
    left_out = {*words.stop, *words.own_names, *(tokens.lcut(unit) if unit else ())}
    columns = ["document_id", "sentence_id", "role", "start", "text"]
    rows: list[tuple[object, ...]] = []
    for key, sentence, role, start, text in sentences[columns].itertuples(index=False, name=None):
        rows += [(key, sentence, role, w, start + i, start + j) for w, i, j in _cut(tokens, text) if w not in left_out]
    return frame(WORDS, rows)


def _cut(tokens: jieba.Tokenizer, text: str) -> Iterator[tuple[str, int, int]]:
    for word, start, end in tokens.tokenize(text):
        if PHRASE.fullmatch(word) and not NUMERALS.fullmatch(word):
            yield word, start, end
