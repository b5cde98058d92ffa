"""The sentence above a chart: what it shows, computed from the very table that is drawn.

`counted` is what is counted in it, `家单位` or `份报告` (see `labels.counted_as`); its first character is the
measure word.
"""

from collections.abc import Collection, Iterable, Sequence

import pandas as pd

from analysis.comparing.base import ROLE_NAMES, ROLES, having, part_name, told_parts
from analysis.tables.comparing.shared import MARK

MOST_NAMED = 2
MENTIONED = ("covered", "claim_only")
UNITS_OF_MEASURE = {"codings": "个分句", "per_thousand": "个分句/千字", "covered": "个主题"}


def title_crosstab(crosstab: pd.DataFrame, roles: Collection[str], counted: str) -> str:
    """Says which theme most reports take up and some do not (CROSSTAB), and names the few that do not.

    What is not taken up is told with the parts that were looked at: an introduction may speak of it.
    """
    able = crosstab[crosstab["state"].ne("no_part")]
    total = able["document_id"].nunique()
    if not total:
        return f"所选报告都没有{part_name(roles) or '正文'}"
    single = total == crosstab["document_id"].nunique() == 1
    who = able["label"].iloc[0] if single else _having_part(crosstab, total, roles, counted)
    gaps = able["state"].eq("absent").astype(int).groupby(able["theme"], sort=False).sum()
    if gaps.eq(total).all():
        return f"{who}{_unsaid(roles, '没有' if total == 1 else '都没有')}所选主题"
    some = gaps[gaps.gt(0) & gaps.lt(total)]
    if some.empty:
        return _all_or_none(gaps, total, who, roles)
    theme, lacking = str(some.idxmin()), int(some.min())
    absent = able[able["theme"].eq(theme) & able["state"].eq("absent")]["label"].to_list()
    return f"{who}中{lacking}{counted[0]}{_unsaid(roles, '未')}{theme}{_named(absent)}"


def _having_part(crosstab: pd.DataFrame, able: int, roles: Iterable[str], counted: str) -> str:
    """The `able` reports of CROSSTAB that have one of the parts."""
    part = "写了" + "或".join(ROLE_NAMES[role] for role in ROLES if role in set(roles)) + "部分"
    return having(able, crosstab["document_id"].nunique(), counted, part)


def _unsaid(roles: Collection[str], negation: str) -> str:
    """`工作部分未提及`, or `未在工作、问题、计划部分提及`: in none of them."""
    part = told_parts(roles)
    return f"{part}{negation}提及" if len(set(roles)) == 1 else f"{negation}在{part}提及"


def _all_or_none(gaps: "pd.Series[int]", total: int, who: str, roles: Collection[str]) -> str:
    told, untold = int(gaps.eq(0).sum()), int(gaps.eq(total).sum())
    all_ = "都" if total > 1 else ""
    part = part_name(roles)
    where = "" if part else f"在{told_parts(roles)}"
    rest = f"，另{untold}个主题{'没有' if total == 1 else '无人'}{where}提及" if untold else ""
    return f"{who}{part}{all_}提及了{f'{told}个主题' if rest else '全部所选主题'}{rest}"


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


def title_themes(ranking: pd.DataFrame, counted: str, roles: Iterable[str]) -> str:
    """Says how many themes every report takes up in `roles`, and which one the fewest do (RANKING of themes)."""
    if ranking.empty or not ranking["total"].max():
        return "没有可以排序的主题"
    return f"{told_parts(roles)}：{_shared(ranking, int(ranking['total'].max()), counted)}"


def _shared(ranking: pd.DataFrame, total: int, counted: str) -> str:
    shared = int(ranking["value"].eq(ranking["total"]).sum())
    last = ranking.iloc[-1]
    if total == 1:
        lacking = len(ranking) - shared
        rest = f"，没有写到{last['item']}" + f"等{lacking}个" * (lacking > 1) if lacking else ""
        return f"1{counted}写到{len(ranking)}个主题中的{shared}个{rest}"
    head = f"{total}{counted}都写到的主题有{shared}个" if shared else f"没有一个主题是{total}{counted}都写到的"
    if shared == len(ranking):
        return f"所选{shared}个主题，{total}{counted}全都写到"
    tail = "没有人写到" if last["value"] == 0 else f"只有{_amount(last['value'])}{counted[0]}写到"
    return f"{head}，{last['item']}{tail}"


def title_coverage(coverage: pd.DataFrame, counted: str, roles: Iterable[str]) -> str:
    """Says which dimension is written about most fully in `roles` and which least (COVERAGE)."""
    if coverage.empty:
        return "没有可以比较的报告"
    total = coverage["document_id"].nunique()
    who = (coverage["label"].iloc[0] if total == 1 else f"{total}{counted}") + part_name(roles)
    sums = coverage.groupby("dimension", sort=False)[["covered", "themes"]].sum()
    share = (sums["covered"] / sums["themes"]).sort_values(ascending=False, kind="stable")
    if share.iloc[0] == share.iloc[-1]:
        return f"{who}各维度主题提及率均为{share.iloc[0]:.0%}"
    best, worst = share.index[0], share.index[-1]
    most, least = f"{share.iloc[0]:.0%}", f"{share.iloc[-1]:.0%}"
    return f"{who}写得最全的是{best}（{most}），最缺的是{worst}（{least}）"
