"""The sentence above a chart: what it shows, computed from the very table that is drawn.

`counted` is what is counted in it, `家单位` or `份报告` (see `labels.counted_as`); its first character is the
measure word.
"""

from collections.abc import Iterable, Sequence

import pandas as pd

from analysis.comparing.base import ROLE_NAMES, ROLES
from analysis.tables.comparing.shared import MARK

MOST_NAMED = 2
MENTIONED = ("covered", "claim_only")
UNITS_OF_MEASURE = {"codings": "个分句", "per_thousand": "个分句/千字", "covered": "个主题"}


def part_name(roles: Iterable[str]) -> str:
    """`工作部分`, `问题、计划部分`, or nothing where all parts are meant."""
    chosen = [role for role in ROLES if role in set(roles)]
    return "" if len(chosen) == len(ROLES) else "、".join(ROLE_NAMES[role] for role in chosen) + "部分"


def title_crosstab(crosstab: pd.DataFrame, roles: Iterable[str], counted: str) -> str:
    """Says which theme most reports take up and some do not (CROSSTAB), and names the few that do not."""
    part = part_name(roles)
    able = crosstab[crosstab["state"].ne("no_part")]
    total = able["document_id"].nunique()
    if not total:
        return f"所选报告都没有{part or '正文'}"
    gaps = able["state"].eq("absent").astype(int).groupby(able["theme"], sort=False).sum()
    if gaps.eq(total).all():
        return f"{total}{counted}{part}都没有提及所选主题"
    some = gaps[gaps.gt(0) & gaps.lt(total)]
    if some.empty:
        return _all_or_none(gaps, total, part, counted)
    theme, lacking = str(some.idxmin()), int(some.min())
    absent = able[able["theme"].eq(theme) & able["state"].eq("absent")]["label"].to_list()
    return f"{total}{counted}中{lacking}{counted[0]}{part}未提及{theme}{_named(absent)}"


def _all_or_none(gaps: "pd.Series[int]", total: int, part: str, counted: str) -> str:
    told, untold = int(gaps.eq(0).sum()), int(gaps.eq(total).sum())
    rest = f"，另{untold}个主题无人提及" if untold else ""
    return f"{total}{counted}{part}都提及了{f'{told}个主题' if rest else '全部所选主题'}{rest}"


def _named(names: Sequence[str]) -> str:
    return f"：{'、'.join(names)}" if len(names) <= MOST_NAMED else ""


def title_units(ranking: pd.DataFrame, measure: str, subject: str) -> str:
    """Says who speaks most and least of `subject` (RANKING of units), and how many lack the part.

    Reports that cannot be compared are neither the first nor the last.
    """
    told = ranking[ranking["value"].notna()]
    comparable = told[~told["item"].str.endswith(MARK)]
    lacking = len(ranking) - len(told)
    if told.empty:
        return "所选报告都没有这一部分"
    rest = f"，{lacking}份没有这一部分" if lacking else ""
    return _first_and_last(told if comparable.empty else comparable, UNITS_OF_MEASURE[measure], subject) + rest


def _first_and_last(told: pd.DataFrame, what: str, subject: str) -> str:
    first, last = told.iloc[0], told.iloc[-1]
    if first["value"] == last["value"]:
        who = f"{len(told)}份报告都" if len(told) > 1 else first["item"]
        told_all = f"写到{subject}{_amount(first['value'])}{what}"
        return who + (told_all if first["value"] else f"未提及{subject}")
    least = f"最少（{_amount(last['value'])}{what}）" if last["value"] else "未提及"
    return f"{subject}：{first['item']}最多（{_amount(first['value'])}{what}），{_last(told)}{least}"


def _amount(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def _last(told: pd.DataFrame) -> str:
    lowest = told[told["value"].eq(told["value"].iloc[-1])]["item"].to_list()
    return lowest[0] if len(lowest) == 1 else f"{lowest[0]}等{len(lowest)}份"


def title_themes(ranking: pd.DataFrame, counted: str) -> str:
    """Says how many themes every report takes up, and which one the fewest do (RANKING of themes)."""
    if ranking.empty or not ranking["total"].max():
        return "没有可以排序的主题"
    total = int(ranking["total"].max())
    shared = int(ranking["value"].eq(ranking["total"]).sum())
    last = ranking.iloc[-1]
    head = f"{total}{counted}都写到的主题有{shared}个" if shared else f"没有一个主题是{total}{counted}都写到的"
    if shared == len(ranking):
        return f"所选{shared}个主题，{total}{counted}全都写到"
    tail = "没有人写到" if last["value"] == 0 else f"只有{_amount(last['value'])}{counted[0]}写到"
    return f"{head}，{last['item']}{tail}"


def title_coverage(coverage: pd.DataFrame, counted: str) -> str:
    """Says which dimension is written about most fully and which least (COVERAGE)."""
    if coverage.empty:
        return "没有可以比较的报告"
    total = coverage["document_id"].nunique()
    sums = coverage.groupby("dimension", sort=False)[["covered", "themes"]].sum()
    share = (sums["covered"] / sums["themes"]).sort_values(ascending=False, kind="stable")
    if share.iloc[0] == share.iloc[-1]:
        return f"{total}{counted}各维度主题提及率均为{share.iloc[0]:.0%}"
    best, worst = share.index[0], share.index[-1]
    most, least = f"{share.iloc[0]:.0%}", f"{share.iloc[-1]:.0%}"
    return f"{total}{counted}写得最全的是{best}（{most}），最缺的是{worst}（{least}）"
