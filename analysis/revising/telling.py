"""Cues in plain words, for people who do not know how they are written."""

import re

_GAPS = {"…": "其后20字内有", "……": "其后80字内有", "&": "前后20字内有"}
_GAP = re.compile("(……|…|&)")
_CLASS = re.compile("<([^<>]*)>")
_MOST = 4  # of many words for one place so many are named


def is_plain(cue: str) -> bool:
    """Whether the cue says by itself what it looks for."""
    return not re.search("[&|<#]", cue)


def told(cue: str) -> str:
    """What `cue` looks for, in a sentence; a word by itself needs none."""
    if is_plain(cue) and "…" not in cue:
        return ""
    parts, gaps = _GAP.split(cue)[::2], _GAP.split(cue)[1::2]
    said = [_words(parts[0])]
    for gap, part in zip(gaps, parts[1:], strict=True):
        said.append(f"{_GAPS[gap]}{_words(part)}")
    return "，".join(filter(None, said))


def _words(part: str) -> str:
    words = [word for word in part.split("|") if word]
    told = "、".join(_word(word) for word in words[:_MOST])
    return f"{told}等{len(words)}种说法之一" if len(words) > _MOST else f"{told}之一" if len(words) > 1 else told


def _word(word: str) -> str:
    if word == "#":
        return "数字"
    return _CLASS.sub(r"“\1”一类的词", word) if "<" in word else f"“{word}”"
