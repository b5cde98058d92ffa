"""Shared grams that follow one another in both places, strung together: candidates for a passage."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from analysis.comparing.reuse.grams import GRAM
from analysis.comparing.reuse.normal import Normal, Places

DRIFT = 32
"""Signs by which words put in or left out may shift one place against the other within a chain."""
GAP = 40
"""Signs between two shared grams of a chain that may differ."""
NEAR = 60
"""Signs between two chains that belong to one passage, also where their order differs (moved sentences)."""
FEWEST = 2
"""Shared grams a chain has at least: chance rarely gives more than one or two."""
RARE = 36
"""Signs in shared grams that a passage has at least."""
BUCKETS = 1 << 24
_FACTORS = (np.int64(0x9E3779B1), np.int64(0x85EBCA77))


@dataclass(frozen=True, slots=True)
class Chain:
    """Two stretches of signs, `a` before `b`; `shared` signs of `a` lie in grams both have."""

    documents: tuple[int, int]
    a: tuple[int, int]
    b: tuple[int, int]
    shared: int


def _dense(pair: Places, diagonal: Places) -> npt.NDArray[np.bool_]:
    """True where some others of the same pair lie close by: two coarse counts leave little to sort."""
    most = np.zeros(len(pair), np.int64)
    for shift in (0, DRIFT):
        bucket = (pair * _FACTORS[0] + (diagonal + shift) // (2 * DRIFT) * _FACTORS[1]) % BUCKETS
        most = np.maximum(most, np.bincount(bucket, minlength=1)[bucket])
    return np.asarray(most >= FEWEST, np.bool_)


def _breaks(*columns: tuple[Places, int]) -> Places:
    """The number of the group each row belongs to; a new one begins where a column rises by more than its limit."""
    new = np.zeros(len(columns[0][0]), np.bool_)
    for column, limit in columns:
        new[1:] |= (column[1:] - column[:-1] > limit) | (column[1:] < column[:-1])
    return np.cumsum(new)


def chains(normal: Normal, a: Places, b: Places) -> list[Chain]:
    """The chains of at least `FEWEST` of the shared places `a`, `b`, in the order of the reports and of `a`."""
    pair = normal.document(a) * len(normal.starts) + normal.document(b)
    kept = _dense(pair, b - a)
    pair, a, b = pair[kept], a[kept], b[kept]
    order = np.lexsort((b - a, pair))
    pair, a, b = pair[order], a[order], b[order]
    band = _breaks((pair, 0), (b - a, DRIFT))
    order = np.lexsort((a, band))
    pair, a, b, band = pair[order], a[order], b[order], band[order]
    chain = _breaks((band, 0), (a, GAP))
    return list(_strung(normal, pair, (a, b), chain))


def _strung(normal: Normal, pair: Places, at: tuple[Places, Places], chain: Places) -> Iterator[Chain]:
    if not len(chain):
        return
    a, b = at
    first = np.flatnonzero(np.concatenate([[True], chain[1:] != chain[:-1]]))
    last = np.concatenate([first[1:], [len(chain)]])
    step = np.concatenate([np.minimum(np.diff(a), GRAM), [GRAM]])
    step[last - 1] = GRAM
    common = np.add.reduceat(step, first)
    long = np.flatnonzero(last - first >= FEWEST)
    long = long[_enough(pair[first][long], common[long])]
    first, last = first[long], last[long]
    columns = (
        pair[first] // len(normal.starts),
        pair[first] % len(normal.starts),
        a[first],
        a[last - 1] + GRAM,
        *(_reach(b, first, last)),
        common[long],
    )
    for x, y, a0, a1, b0, b1, size in zip(*(column.tolist() for column in columns), strict=True):
        yield Chain((x, y), (a0, a1), (b0, b1), size)


def _reach(b: Places, first: Places, last: Places) -> tuple[Places, Places]:
    """From where to where `b` runs within each chain."""
    edges = np.column_stack([first, last]).ravel()
    padded = np.append(b, b[-1:])
    return np.minimum.reduceat(padded, edges)[::2], np.maximum.reduceat(padded, edges)[::2] + GRAM


def _enough(pair: Places, common: Places) -> npt.NDArray[np.bool_]:
    """True where all chains of the pair together share at least `RARE` signs."""
    if not len(pair):
        return np.zeros(0, np.bool_)
    group = np.cumsum(np.concatenate([[False], pair[1:] != pair[:-1]]))
    return np.asarray(np.bincount(group, weights=common)[group] >= RARE, np.bool_)


def merged(found: list[Chain]) -> Iterator[Chain]:
    """`found` with chains that lie near one another in both reports made one; they overlap nowhere in a report."""
    current: Chain | None = None
    for chain in sorted(found, key=lambda c: (c.documents, c.a, c.b)):
        if current is not None and _near(current, chain):
            current = _joined(current, chain)
        else:
            if current is not None:
                yield current
            current = chain
    if current is not None:
        yield current


def _near(one: Chain, other: Chain) -> bool:
    if one.documents != other.documents or other.a[0] - one.a[1] > NEAR:
        return False
    return other.b[0] - one.b[1] <= NEAR and one.b[0] - other.b[1] <= NEAR


def _joined(one: Chain, other: Chain) -> Chain:
    a = (one.a[0], max(one.a[1], other.a[1]))
    b = (min(one.b[0], other.b[0]), max(one.b[1], other.b[1]))
    return replace(one, a=a, b=b, shared=one.shared + other.shared)
