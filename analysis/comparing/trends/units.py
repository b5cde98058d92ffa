"""Which reports are of one unit, though its name is written differently from year to year."""

from collections.abc import Iterable, Mapping
from itertools import pairwise

import pandas as pd

from analysis.lexicon.comparing import TrendWords, trend_words
from analysis.phrases import fold
from analysis.tables.base import frame
from analysis.tables.comparing.trends import UNIT_PERIODS

COLUMNS = ["document_id", "unit", "unit_masked", "year", "period_kind", "quarter"]
TIME = ["unit_id", "period_kind", "year", "quarter"]


def unit_periods(documents: pd.DataFrame, labels: pd.DataFrame) -> pd.DataFrame:
    """UNIT_PERIODS: the reports of each unit that sent several of one kind of period, the earlier first.

    Two names are one unit where they are equal after leaving out what is optional (中共…委员会, 有限公司, 全称 or
    简称), or where one only has a place more in front (甲市教育局, 市教育局) and no other unit of the corpus could be
    meant. Masked and generic names (*局, 党工委) are never taken for one. Annual and quarterly reports stand apart.
    Of two reports for the same period the first counts.
    """
    known = documents[COLUMNS].merge(labels[["document_id", "label", "period"]], on="document_id")
    known = known[known["year"].notna() & known["period_kind"].ne("") & ~known["unit_masked"].fillna(value=False)]
    same = same_units(known["unit"].dropna())
    known["unit_id"] = [same.get(unit, "") if isinstance(unit, str) else "" for unit in known["unit"]]
    known = known[known["unit_id"].ne("")].drop_duplicates(TIME).sort_values(TIME, kind="stable")
    rows = []
    place = {key: order for order, key in enumerate(documents["document_id"])}
    units = [own for _, own in known.groupby(["unit_id", "period_kind"], sort=False) if len(own) > 1]
    for own in sorted(units, key=lambda own: min(place[key] for key in own["document_id"])):
        unit, kind = own[["unit_id", "period_kind"]].iloc[0]
        name = max(own["unit"], key=len)
        places = zip(own["document_id"], own["label"], own["period"], strict=True)
        rows += [(f"{unit}-{kind}", name, kind, order, *told) for order, told in enumerate(places)]
    return frame(UNIT_PERIODS, rows)


def same_units(names: Iterable[str]) -> Mapping[str, str]:
    """Each of `names` to the one name of its unit; names that are only generic are left out."""
    words = trend_words()
    short = {name: _short(name, words) for name in dict.fromkeys(names)}
    short = {name: core for name, core in short.items() if core and core not in words.generic}
    cores = set(short.values())
    return {name: _fullest(core, cores, words) for name, core in short.items()}


def _short(name: str, words: TrendWords) -> str:
    core = fold("".join(name.split()))
    for head in words.heads:
        core = core.removeprefix(head)
    while tail := next((tail for tail in sorted(words.tails, key=len, reverse=True) if core.endswith(tail)), ""):
        core = core.removesuffix(tail)
    for group in words.short_names:
        longest = next((form for form in sorted(group, key=len, reverse=True) if form in core), None)
        core = core.replace(longest, group[-1]) if longest else core
    return core


def _fullest(core: str, cores: set[str], words: TrendWords) -> str:
    """The longest of `cores` that is `core` with a place in front, if all such are forms of one."""
    longer = sorted((c for c in cores if _has_place(c, core, words)), key=len)
    if all(b.endswith(a) for a, b in pairwise(longer)):
        return longer[-1] if longer else core
    return core


def _has_place(longer: str, core: str, words: TrendWords) -> bool:
    """Whether `longer` is `core` behind a place: 甲市|教育局, 甲|市教育局."""
    place = longer.removesuffix(core)
    if not place or place == longer:
        return False
    return place.endswith(words.places) or core.startswith(words.places)
