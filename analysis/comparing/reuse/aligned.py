"""Two passages side by side: where they differ, and whether a difference is a swap or an edit."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from analysis.comparing.reuse.own import swapped_names
from analysis.lexicon.comparing import ReuseWords

NUMBER = re.compile(r"[0-9０-９〇零一二三四五六七八九十百千万两廿*＊×xXＸ%％.．]+")
TITLE = re.compile(r"[《〈][^《》〈〉\n]{1,80}[》〉]")
SWAP, EDIT = "swap", "edit"


@dataclass(frozen=True, slots=True)
class Difference:
    """A stretch of `left` that stands for a stretch of `right` (either may be empty), and whether it is a swap."""

    left: tuple[int, int]
    right: tuple[int, int]
    kind: str


def _tokens(text: str, words: ReuseWords) -> list[tuple[str, int, int, bool]]:
    """`text` in numbers, titles and names (true: they are swapped as wholes) and single signs (false)."""
    whole = re.compile("|".join(f"(?:{p.pattern})" for p in (TITLE, swapped_names(words), NUMBER)))
    out, at = [], 0
    for hit in whole.finditer(text):
        out += [(text[i], i, i + 1, False) for i in range(at, hit.start())]
        out.append((hit[0], hit.start(), hit.end(), True))
        at = hit.end()
    return out + [(text[i], i, i + 1, False) for i in range(at, len(text))]


def differences(left: str, right: str, words: ReuseWords) -> list[Difference]:
    """Where `left` and `right` differ, in order; white space does not count."""
    one, other = _tokens(left, words), _tokens(right, words)
    match = SequenceMatcher(None, [t[0] for t in one], [t[0] for t in other], autojunk=False)
    out = []
    for tag, i, j, k, m in match.get_opcodes():
        changed = one[i:j] + other[k:m]
        if tag != "equal" and any(token[0].strip() for token in changed):
            swap = i < j and k < m and all(token[3] for token in changed)
            out.append(Difference(_span(one, i, j), _span(other, k, m), SWAP if swap else EDIT))
    return out


def _span(tokens: list[tuple[str, int, int, bool]], start: int, end: int) -> tuple[int, int]:
    if start < end:
        return tokens[start][1], tokens[end - 1][2]
    at = tokens[start][1] if start < len(tokens) else (tokens[-1][2] if tokens else 0)
    return at, at
