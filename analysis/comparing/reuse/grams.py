"""Which places of which reports begin with the same words: winnowed character n-grams in an inverted index.

Winnowing (Schleimer, Wilkerson, Aiken: Local Algorithms for Document Fingerprinting, SIGMOD 2003) keeps of each
`WINDOW` neighbouring n-grams the one with the smallest hash: two reports that share `GRAM + WINDOW - 1` signs are
sure to share a kept gram, at a quarter of the index. That covers exact sentences too, so that no second index is
needed.
"""

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from analysis.comparing.reuse.normal import Normal, Places

GRAM = 10
"""Signs a gram: long enough that chance does not repeat it, short enough to fit between two edited words."""
WINDOW = 4
FEWEST, SHARE, MOST = 3, 0.005, 20
"""A gram that more units have than this share of the reports (but not less than the first, nor more than the last) is
everybody's: a slogan, a title, a set phrase."""
BLOCK = 1 << 19

Hashes = npt.NDArray[np.uint64]
_FACTOR = 0x9E3779B97F4A7C15
_MIX = np.uint64(0xD6E8FEB86659FD93)


def commonest(reports: int) -> int:
    """How many units may share a gram before it counts as everybody's."""
    return min(MOST, max(FEWEST, round(SHARE * reports)))


def _power(exponent: int) -> np.uint64:
    return np.uint64(pow(_FACTOR, exponent, 1 << 64))


def _hashes(signs: npt.NDArray[np.uint16]) -> Hashes:
    """A hash for each run of `GRAM` = 8 + 2 signs, by doubling: runs of 2, 4 and 8 are put together from shorter."""
    runs = {1: signs.astype(np.uint64) + np.uint64(1)}
    for size in (1, 2, 4):
        run = runs[size]
        runs[2 * size] = run[:-size] * _power(size) + run[size:]
    made = runs[8][: len(signs) - GRAM + 1] * _power(2) + runs[2][8:]
    return np.asarray((made ^ (made >> np.uint64(29))) * _MIX >> np.uint64(32), np.uint64)


def _sliding(values: Hashes, better: np.ufunc) -> Hashes:
    """The smallest (or greatest) of each `WINDOW` neighbours."""
    for step in (1, 2):
        values = better(values[:-step], values[step:])
    return values


def _picked(hashes: Hashes) -> Places:
    """The places whose hash is the smallest of some window they lie in."""
    if len(hashes) < WINDOW:
        return np.arange(len(hashes))
    least = _sliding(hashes, np.minimum)
    edge = np.zeros(WINDOW - 1, np.uint64)
    best = _sliding(np.concatenate([edge, least, edge]), np.maximum)
    return np.flatnonzero(best == hashes)


def _blocks(count: int) -> Iterator[tuple[int, int]]:
    for start in range(0, max(0, count - GRAM + 1), BLOCK):
        yield start, min(count, start + BLOCK + GRAM - 1)


def fingerprints(normal: Normal) -> Hashes:
    """The kept grams of all reports, sorted: the hash in the upper 32 bits, the place in the lower 32."""
    parts = [np.zeros(0, np.uint64)]
    for start, end in _blocks(len(normal.signs)):
        hashes = _hashes(normal.signs[start:end])
        at = _picked(hashes)
        parts.append(hashes[at] << np.uint64(32) | (at + start).astype(np.uint64))
    joined = np.concatenate(parts)
    joined.sort()
    return joined


def shared(normal: Normal, units: Places) -> tuple[Places, Places]:
    """Pairs of places, the first before the second, that begin with the same gram.

    Args:
        normal: the reports; those of one unit stand behind one another.
        units: the unit of each report, as a number that never falls.

    Returns:
        Two arrays of the same length. Grams that more than `commonest` units have give no pair.
    """
    prints = fingerprints(normal)
    grams, at = prints >> np.uint64(32), (prints & np.uint64(0xFFFFFFFF)).astype(np.int64)
    again = np.concatenate([[False], grams[1:] == grams[:-1]]) if len(grams) else np.zeros(0, np.bool_)
    kept = again | np.concatenate([again[1:], [False]])[: len(again)]
    at, again = at[kept], again[kept]
    document = normal.document(at)
    inside = (at + GRAM) <= normal.starts[document + 1]
    group = np.cumsum(~again)
    group, at, document = group[inside], at[inside], document[inside]
    rare = _rare(group, units[document], commonest(len(units)))
    return _pairs(group[rare], at[rare])


def _rare(group: Places, unit: Places, most: int) -> npt.NDArray[np.bool_]:
    """True for members of groups with at most `most` units, and at most four times as many places."""
    if not len(group):
        return np.zeros(0, np.bool_)
    other = np.concatenate([[True], (group[1:] != group[:-1]) | (unit[1:] != unit[:-1])])
    units = np.bincount(group[other], minlength=group[-1] + 1)
    places = np.bincount(group, minlength=group[-1] + 1)
    return np.asarray(((units <= most) & (places <= 4 * most))[group], np.bool_)


def _pairs(group: Places, at: Places) -> tuple[Places, Places]:
    """All pairs within each group; as many steps as the greatest group has members."""
    left, right = [at[:0]], [at[:0]]
    first = np.arange(len(group))
    for step in range(1, len(group)):
        first = first[: np.searchsorted(first, len(group) - step)]
        first = first[group[first] == group[first + step]]
        if not len(first):
            break
        left.append(at[first])
        right.append(at[first + step])
    return np.concatenate(left), np.concatenate(right)
