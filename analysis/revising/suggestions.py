"""Cues that people's corrections suggest: new ones from what they added, exclusions from what they rejected.

A phrase is one to four words of a clause on end, 2 to 12 characters. It is suggested as a new cue where at least two
added clauses hold it, or one that is found nowhere else, and as an exclusion where it holds the cue and stands in
rejected clauses; either way most sentences of the loaded reports that hold it must agree (`MOSTLY`). Of phrases that
stand in the same clauses the shortest is taken, for it finds most.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from analysis.codebook import THEME_CUES, Codebook
from analysis.phrases import fold
from analysis.reviewing.record import SEPARATOR
from analysis.reviewing.restored import Row
from analysis.segmenting import plain_tokenizer
from analysis.tables.base import frame, records
from analysis.tables.revising import CUE_SUGGESTIONS

WORDS, SHORTEST, LONGEST = 4, 2, 12
MOSTLY, EACH = 0.5, 3  # least share of sentences that agree, and how many suggestions a theme gets of one kind
ADD, EXCLUDE, DROP = "add", "exclude", "drop"
DROPPED_FROM = 2
Tables = Mapping[str, pd.DataFrame]


def cue_suggestions(tables: Tables, record: pd.DataFrame, codebook: Codebook) -> pd.DataFrame:
    """CUE_SUGGESTIONS, theme by theme.

    Args:
        tables: those of the contract, after the decisions.
        record: how often the cues were confirmed and rejected (CUE_RECORD).
        codebook: the present one; what is in it already is not suggested.
    """
    added = _added(tables["codings"])
    judged: dict[str, list[Row]] = {}
    for row in records(record):
        judged.setdefault(row["code_id"], []).append(row)
    said = _Said(tables)
    rows = []
    for theme in codebook.themes:
        known = {cue for name in THEME_CUES for cue in getattr(theme, name)}
        found = [*_new(said, theme.id, added.get(theme.id, [])), *_against(said, theme.id, judged.get(theme.id, []))]
        rows += [
            {**row, "code_id": theme.id, "name": theme.name}
            for row in found
            if row["kind"] == DROP or row["phrase"] not in known
        ]
    return frame(CUE_SUGGESTIONS, rows)


def _added(codings: pd.DataFrame) -> dict[str, list[str]]:
    """Theme to the clauses that people added."""
    added: dict[str, list[str]] = {}
    for code, quote in codings[codings["source"].eq("human")][["code_id", "quote"]].itertuples(index=False, name=None):
        added.setdefault(code, []).append(quote)
    return added


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A phrase, the clauses of people's decisions that hold it, and how many sentences do, and have the theme."""

    text: str
    clauses: tuple[str, ...]
    held: int
    coded: int

    def row(self, kind: str, cue: str, why: str) -> Row:
        """Its row of CUE_SUGGESTIONS."""
        return {
            "kind": kind,
            "phrase": self.text,
            "cue": cue,
            "decisions": len(self.clauses),
            "sentences": self.held,
            "coded": self.coded,
            "quotes": SEPARATOR.join(self.clauses),
            "why": why,
        }


class _Said:
    """The sentences of the loaded reports, and the themes in each."""

    def __init__(self, tables: Tables) -> None:
        sentences = tables["sentences"]
        self._sentences = dict(zip(sentences["sentence_id"], map(fold, sentences["text"]), strict=True))
        codings = tables["codings"]
        self._coded = set(zip(codings["sentence_id"], codings["code_id"], strict=True))

    def phrase(self, text: str, clauses: Sequence[str], theme: str) -> _Phrase:
        """`text`, which stands in `clauses`, as a phrase that may tell of `theme`."""
        holding = [key for key, sentence in self._sentences.items() if text in sentence]
        return _Phrase(text, tuple(clauses), len(holding), sum((key, theme) in self._coded for key in holding))

    def shared(self, clauses: Sequence[str], theme: str, around: str = "") -> Iterator[_Phrase]:
        """The phrases of `clauses`, longer than `around` where they must hold it."""
        holding: dict[str, list[str]] = {}
        for clause in dict.fromkeys(clauses):
            for text in dict.fromkeys(_phrases(fold(clause))):
                if around in text and text != around:
                    holding.setdefault(text, []).append(clause)
        return (self.phrase(text, found, theme) for text, found in holding.items())


def _new(said: _Said, theme: str, clauses: Sequence[str]) -> Iterator[Row]:
    """New cues from the clauses that people added to the theme."""
    good = (one for one in said.shared(clauses, theme) if len(one.clauses) > 1 or one.held == 1)
    for one in _best(one for one in good if one.coded > MOSTLY * one.held):
        told = f"人工增补的{len(one.clauses)}处都有“{one.text}”"
        yield one.row(ADD, "", f"{told}；已载入的报告中{one.held}句含它，{one.coded}句已是该主题")


def _against(said: _Said, theme: str, judged: Iterable[Row]) -> Iterator[Row]:
    """Exclusions, or cues to drop, from the clauses that people rejected."""
    for row in judged:
        clauses = row["quotes"].split(SEPARATOR) if row["quotes"] else []
        cue, no = row["cue"], row["rejected"]
        if no >= DROPPED_FROM and not row["confirmed"]:
            why = f"线索词“{cue}”的编码被驳回{no}次，一次也没有被确认"
            yield said.phrase(fold(cue), clauses, theme).row(DROP, cue, why)
        for one in _best(one for one in said.shared(clauses, theme, fold(cue)) if one.coded < MOSTLY * one.held):
            yield one.row(EXCLUDE, cue, f"含“{one.text}”的{len(one.clauses)}处被驳回，可作为排除的词语")


def _best(phrases: Iterable[_Phrase]) -> list[_Phrase]:
    """The commonest, then the shortest; of those in the same clauses only one."""
    ranked = sorted(phrases, key=lambda one: (-len(one.clauses), len(one.text), one.text))
    return list({one.clauses: one for one in reversed(ranked)}.values())[::-1][:EACH]


def _phrases(clause: str) -> Iterator[str]:
    words = list(plain_tokenizer().cut(clause))
    for first in range(len(words)):
        for last in range(first + 1, min(len(words), first + WORDS) + 1):
            phrase = "".join(words[first:last])
            if SHORTEST <= len(phrase) <= LONGEST and phrase.isalpha():
                yield phrase
