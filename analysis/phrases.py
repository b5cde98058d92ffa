"""How phrases are written and looked for: one spelling for every sign, and patterns from word lists.

`fold` writes full-width letters, digits and signs, every quotation mark and every mask sign one way, character by
character, so that a place in the folded text is the same place in the text.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

_FULL_WIDTH = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_SIGNS = {"　": " ", "\u00a0": " ", "〈": "《", "〉": "》", "﹒": ".", "✕": "*", "×": "*", "╳": "*", "∗": "*"}
_QUOTES = dict.fromkeys("“”„‟〝〞「」『』＂", '"') | dict.fromkeys("‘’＇", "'")
_DASHES = dict.fromkeys("–—―−‐‑", "-") | dict.fromkeys("〜∼", "~")
_FOLD = str.maketrans({**_FULL_WIDTH, **_SIGNS, **_QUOTES, **_DASHES})

_STOP = re.compile(r"(?<=[\u4e00-\u9fff)\"》%])\.(?:(?=\d{1,2}、)|(?![\d.]))")

NEAR, FAR = r"[^,;:。!?\n]{0,20}?", r"[^,;:。!?\n]{0,80}?"


def fold(text: str) -> str:
    """`text` with its signs written one way and its length unchanged; a half-width stop behind Chinese is 。."""
    folded = text.translate(_FOLD)
    return _STOP.sub("。", folded) if "." in folded else folded


@lru_cache(maxsize=512)
def one_of(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern for any of `phrases` in folded text, longest first, of one length in their order.

    `…` stands for up to 20 characters of one clause, `……` for anything up to the end of the clause.
    """
    spelled = sorted(dict.fromkeys(map(fold, phrases)), key=len, reverse=True)
    return re.compile("|".join(map(_spell, spelled)) or r"(?!)")


def guarded(phrases: tuple[str, ...]) -> str:
    """The same for a part of a longer pattern, where one look tells that a sign begins none of `phrases`.

    A search for `one_of` alone skips to the signs that begin one of itself, but not where it is part of another.
    """
    signs = one_of(tuple(dict.fromkeys(phrase[0] for phrase in phrases))).pattern
    return f"(?={signs})(?:{one_of(phrases).pattern})"


def places(word: str, text: str) -> Iterator[int]:
    """Every place of `word` in `text`; those that overlap count too."""
    place = text.find(word)
    while place >= 0:
        yield place
        place = text.find(word, place + 1)


def _spell(phrase: str) -> str:
    return FAR.join(NEAR.join(map(re.escape, part.split("…"))) for part in phrase.split("……"))
