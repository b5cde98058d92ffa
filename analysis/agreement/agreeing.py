"""Agreement between every two coders, and between all people, by layer and by theme, category or indicator."""

from collections.abc import Iterator, Mapping
from itertools import combinations

import pandas as pd

from analysis.agreement.ratings import MACHINE, YES
from analysis.agreement.statistics import alpha, kappa, percent
from analysis.codebook import Codebook
from analysis.reviewing.decisions import Layer
from analysis.tables.agreement import AGREEMENT
from analysis.tables.base import frame

ALL = "合计"
ONE_VALUE = "判断全都一样，κ和α无从计算，请看一致率"
LOPSIDED = "几乎全是同一种判断，κ和α失真，请看一致率"
MOSTLY = 0.95  # the coding manual's §9: beyond it the coefficients mislead
BINARY = (Layer.CODING, Layer.PROBLEM)
Cases = Mapping[str, Mapping[str, str]]


def agreement(ratings: pd.DataFrame, codebook: Codebook) -> pd.DataFrame:
    """AGREEMENT for RATINGS; two who judged nothing in common have no row."""
    entries = (*codebook.themes, *codebook.categories, *codebook.indicators)
    names = {entry.id: entry.name for entry in entries}
    rows = []
    for layer, of_layer in ratings.groupby("layer", sort=False):
        groups = [("", of_layer)] + [(str(key), own) for key, own in of_layer.groupby("group_id", sort=False) if key]
        for group, own in groups:
            head = {"layer": layer, "group_id": group, "group": names.get(group, ALL)}
            rows += [head | row for row in _rows(_cases(own), binary=layer in BINARY)]
    return frame(AGREEMENT, rows)


def _cases(ratings: pd.DataFrame) -> Cases:
    """Case to coder to value."""
    cases: dict[str, dict[str, str]] = {}
    for case, coder, value in ratings[["case_id", "coder", "value"]].itertuples(index=False, name=None):
        cases.setdefault(case, {})[coder] = value
    return cases


def _rows(cases: Cases, *, binary: bool) -> Iterator[dict[str, object]]:
    people = sorted({coder for case in cases.values() for coder in case} - {MACHINE})
    for one, other in combinations([*people, MACHINE], 2):
        if pairs := [(case[one], case[other]) for case in cases.values() if one in case and other in case]:
            yes = [sum(value == YES for value in side) if binary else None for side in zip(*pairs, strict=True)]
            yield {
                "coder_a": one,
                "coder_b": other,
                "cases": len(pairs),
                "agreed": sum(a == b for a, b in pairs),
                "yes_a": yes[0],
                "yes_b": yes[1],
                "percent": percent(pairs),
                "kappa": kappa(pairs),
                "alpha": alpha(pairs),
                "note": _note([value for pair in pairs for value in pair]),
            }
    judged = [[case[coder] for coder in people if coder in case] for case in cases.values()]
    shared = [values for values in judged if len(values) > 1]
    if len(people) > len(("one", "other")) and shared:
        yield _together(people, shared)


def _together(people: list[str], shared: list[list[str]]) -> dict[str, object]:
    """All people at once; a case is agreed on where all who judged it agree."""
    return {
        "coder_a": "、".join(people),
        "coder_b": "",
        "cases": len(shared),
        "agreed": sum(len(set(values)) == 1 for values in shared),
        "alpha": alpha(shared),
        "note": _note([value for values in shared for value in values]),
    }


def _note(values: list[str]) -> str:
    most = max(values.count(value) for value in set(values)) / len(values)
    return ONE_VALUE if most == 1 else LOPSIDED if most > MOSTLY else ""
