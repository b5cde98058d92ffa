"""Reports as one long row of signs in which what people swap when they recycle a text looks the same.

Kept are letters, Chinese signs and numbers. Marks and white space go; every run of digits, Chinese numerals and
mask signs becomes one `0` (so that 二次全会 and 三次全会, 2月16日 and 3月9日, `**次` and 12次 are alike), and every
title in 《》, also a list of titles, becomes one sign: titles and numbers are not a unit's own words.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from analysis.phrases import fold

NUMERALS = "0123456789〇零一二三四五六七八九十百千两廿*xX"
TITLE = re.compile(r"[《〈][^《》〈〉\n]{1,80}[》〉]")
TITLE_SIGN = "\ue000"  # of the private use area: no text of a report holds it
BATCH = 500_000
"""Signs normalised at a time, so that the work stays near the processor."""

Places = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Normal:
    """All reports behind one another.

    `signs` are the signs that are kept, `places` where each stands in its own report's text, and report *n* has
    those from `starts[n]` to `starts[n + 1]`.
    """

    signs: npt.NDArray[np.uint16]
    places: npt.NDArray[np.int32]
    starts: Places

    def document(self, at: Places) -> Places:
        """The reports in which the signs `at` stand."""
        return np.searchsorted(self.starts, at, side="right") - 1

    def written(self, start: int, end: int) -> str:
        """The signs from `start` to `end` as text."""
        return self.signs[start:end].tobytes().decode("utf-16-le", "replace")


@cache
def _signs() -> npt.NDArray[np.uint16]:
    """What each code point becomes; 0 for what goes."""
    everything = fold("".join(map(chr, range(0x10000))))
    small = "".join(sign.lower() if sign.isascii() else sign for sign in everything)
    out = np.frombuffer(small.encode("utf-16-le", "surrogatepass"), np.uint16).copy()
    kept = np.array([sign.isalnum() or sign == "*" for sign in everything], np.bool_)
    out[~kept] = 0
    for sign in fold(NUMERALS):
        out[out == ord(sign)] = ord("0")
    out[ord(TITLE_SIGN)] = ord(TITLE_SIGN)
    return out


def _without_titles(text: str) -> str:
    """`text`, as long as before, each title one sign followed by nothing that is kept."""
    return TITLE.sub(lambda hit: TITLE_SIGN + "\0" * (len(hit[0]) - 1), text)


def _batches(texts: Sequence[str]) -> Iterator[Sequence[str]]:
    size, first = 0, 0
    for number, text in enumerate(texts):
        size += len(text)
        if size > BATCH:
            yield texts[first : number + 1]
            size, first = 0, number + 1
    yield texts[first:]


def _kept(texts: Sequence[str]) -> tuple[npt.NDArray[np.uint16], npt.NDArray[np.int32], Places]:
    """Of `texts`: the kept signs, their places in their text, and how many there are of each text."""
    joined = _without_titles("".join(texts)).encode("utf-32-le", "surrogatepass")
    signs = _signs()[np.minimum(np.frombuffer(joined, np.uint32), 0xFFFF)]
    ends = np.cumsum([len(text) for text in texts])
    at = np.flatnonzero(signs)
    values = signs[at]
    counts = np.diff(np.searchsorted(at, ends), prepend=0)
    document = np.repeat(np.arange(len(texts)), counts)
    merged = (values == ord("0")) | (values == ord(TITLE_SIGN))
    again = merged[1:] & (values[1:] == values[:-1]) & (document[1:] == document[:-1])
    first = np.concatenate([[True], ~again])[: len(at)]
    at, document = at[first], document[first]
    begins = np.concatenate([[0], ends[:-1]])
    return signs[at], (at - begins[document]).astype(np.int32), np.bincount(document, minlength=len(texts))


def normalise(texts: Sequence[str]) -> Normal:
    """`texts` as one row of signs; time and space grow with their length."""
    parts = [_kept(batch) for batch in _batches(texts) if batch]
    if not parts:
        return Normal(np.zeros(0, np.uint16), np.zeros(0, np.int32), np.zeros(1, np.int64))
    signs, places, counts = (np.concatenate(column) for column in zip(*parts, strict=True))
    return Normal(signs, places, np.concatenate([[0], np.cumsum(counts)]).astype(np.int64))


def normalised(texts: tuple[str, str]) -> tuple[str, str]:
    """Two short texts as the signs that are kept of them."""
    normal = normalise(texts)
    middle = int(normal.starts[1])
    return normal.written(0, middle), normal.written(middle, len(normal.signs))
