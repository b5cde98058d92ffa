"""Whether an edited codebook can be used: everything wrong is named with file, line and reason.

A cue is words with gaps, never a pattern of its own, so the one way for it to be slow is to try many ways of filling
the gaps. At most so many places are looked at for each character of a text: the sum over the gaps of their width times
the ways to fill those before them, where a word can stand at every n-th place only if it repeats itself after n
characters (its smallest period).
"""

import re
from collections.abc import Iterator, Mapping

from analysis.codebook import Codebook, Entry
from analysis.codebookfiles import INDICATORS, PROBLEMS, THEMES, parse_written
from analysis.duties import load_duties
from analysis.phrases import fold
from analysis.rulefile import RuleFileError, line_of

MOST_PLACES = 10_000
WIDTHS = {"…": 20, "……": 80, "&": 40}
_GAP = re.compile("(……|…|&)")
_STOP = re.compile(r"[,;:。!?\n]")
NUMBER = "#"  # the place of the number in a cue of an indicator
Path = tuple[str | int, ...]


def check(texts: Mapping[str, str], present: Codebook) -> Codebook:
    """The codebook whose files have these texts, if it can be used; cues that `present` has are taken as they are.

    Raises:
        RuleFileError: it cannot; the text names every fault with its file and line in Chinese.
    """
    whole = parse_written(texts).whole
    codebook = whole.in_use()
    load_duties(codebook)
    known = {cue for _, _, cue in _cues(present)}
    faults = [
        f"{file} 第 {line_of(texts[file], path)} 行：{fault}"
        for file, path, cue in _cues(whole)
        if cue not in known and (fault := cue_fault(cue, one_clause=file == THEMES))
    ]
    if faults:
        raise RuleFileError("\n".join(faults))
    return codebook


def cue_fault(cue: str, *, one_clause: bool) -> str:
    """What is wrong with `cue` in Chinese, empty where nothing is; `one_clause` says that it must lie in one clause."""
    parts, gaps = _GAP.split(cue)[::2], _GAP.split(cue)[1::2]
    if cue.count(NUMBER) > 1:
        return f"“{cue}”里数字的位置（#）只能有一处"
    if not all(word.strip() for part in parts for word in part.split("|")):
        return f"“{cue}”不完整，“…”和“|”两边都要有词"
    if one_clause and _STOP.search(fold(cue)):
        return f"“{cue}”里有标点，而主题的线索词只在一个分句里找，永远找不到，请去掉标点或拆成两个"
    if _places(parts, gaps) > MOST_PLACES:
        return f"“{cue}”的“…”太多，找起来太慢，请拆成几个线索词，或把词写长一些"
    return ""


def _places(parts: list[str], gaps: list[str]) -> float:
    ways, places = 1.0, 0.0
    for part, gap in zip(parts[1:], gaps, strict=True):
        places += ways * WIDTHS[gap]
        ways *= max(1.0, WIDTHS[gap] * min(1.0, sum(1 / _period(word) for word in set(part.split("|")))))
    return places


def _period(word: str) -> int:
    """After how many characters the word can stand again."""
    return (word + word).find(word, 1)


def _cues(codebook: Codebook) -> Iterator[tuple[str, Path, str]]:
    """File, path in it, and text of every cue."""
    for file, name, entries in (
        (THEMES, "themes", codebook.themes),
        (PROBLEMS, "categories", codebook.categories),
        (INDICATORS, "indicators", codebook.indicators),
    ):
        for place, entry in enumerate(entries):
            for field, order, cue in cues_of(entry):
                yield file, (name, place, field, order), cue
    for name in ("fillers", "verbs"):
        for order, cue in enumerate(getattr(codebook, name)):
            yield INDICATORS, (name, order), cue


NOT_CUES = frozenset({"themes", "absorbs", "measure_words", "same_unit", "examples"})


def cues_of(entry: Entry) -> Iterator[tuple[str, int, str]]:
    """Field, place in it, and text of each cue of an entry of the codebook."""
    for field, value in entry:
        if isinstance(value, tuple) and field not in NOT_CUES:
            for order, cue in enumerate(value):
                yield field, order, cue
