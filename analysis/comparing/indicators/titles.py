"""The sentence above a chart or list of numbers, computed from the very table that is shown.

`counted` is what is counted in it, `家单位` or `份报告`; its first character is the measure word.
"""

from collections.abc import Iterable, Mapping, Sequence

import pandas as pd

from analysis.comparing.base import having, part_name, told_parts
from analysis.comparing.indicators.amounts import amount
from analysis.comparing.indicators.disclosure import FEW, percent, share_words
from analysis.comparing.indicators.ranking import usual_family
from analysis.tables.comparing.shared import MARK

DOMAINS: Mapping[str, str] = {"party": "党务", "business": "业务"}
MOST_NAMED = 2
WORK = "工作部分"
REST = {
    "frequency": "只写频率",
    "conflict": "写了不同的数",
    "masked": "遮盖",
    "absent": "未提及",
    "no_part": f"没有{WORK}",
}


def _named(names: Sequence[str]) -> str:
    return f"：{'、'.join(names)}" if len(names) <= MOST_NAMED else ""


def title_indicators(cells: pd.DataFrame, counted: str) -> str:
    """Says how many hide numbers, and which indicator most report and some do not (INDICATOR_CELLS, all indicators)."""
    able = cells[cells["state"].ne("no_part")]
    total, everyone = able["document_id"].nunique(), cells["document_id"].nunique()
    if not total:
        return f"所选报告都没有{WORK}"
    if total == 1:
        return _single(able, alone=everyone == 1)
    who = having(total, everyone, counted, f"写了{WORK}")
    if able["state"].eq("absent").all():
        return f"{who}在{WORK}都没有写到所选指标"
    hiding = able[able["masked"].gt(0)]["document_id"].nunique()
    gap = _gap(able, total, counted)
    hidden = f"{hiding}{counted[0]}遮盖了指标数字" if hiding else ""
    if not gap:
        return f"{who}{f'中{hidden}' if hidden else '写明了全部有关指标的数字'}"
    return f"{who}中{hidden}{'，' * bool(hidden)}{gap}"


def _single(able: pd.DataFrame, *, alone: bool) -> str:
    states = able["state"].value_counts()
    told = int(states.drop(["masked", "absent"], errors="ignore").sum())
    hidden, absent = int(states.get("masked", 0)), int(states.get("absent", 0))
    name = able["label"].iloc[0]
    head = name if alone else f"只有{name}写了{WORK}"
    return f"{head}：{len(able)}个指标中写明数字的{told}个，遮盖的{hidden}个，{WORK}没有写到的{absent}个"


def _gap(able: pd.DataFrame, total: int, counted: str) -> str:
    """The indicator that the fewest, but some, do not mention."""
    gaps = able["state"].eq("absent").astype(int).groupby(able["indicator"], sort=False).sum()
    some = gaps[gaps.gt(0) & gaps.lt(total)]
    if some.empty:
        return ""
    lacking = str(some.idxmin())
    names = able[able["indicator"].eq(lacking) & able["state"].eq("absent")]["label"].to_list()
    return f"{len(names)}{counted[0]}{WORK}未报告{lacking}{_named(names)}"


def title_disclosure(rates: pd.DataFrame, domain: str, counted: str) -> str:
    """Says how many hide numbers of `domain`, and who of at least `FEW` writes out the least (DISCLOSURE)."""
    able = rates[rates["share"].notna()]
    name = DOMAINS[domain]
    if able.empty:
        return f"所选报告的{WORK}没有{name}数字"
    if len(able) == 1:
        return _one_rate(able.iloc[0], name, alone=len(rates) == 1)
    hiding, who = int(able["masked"].gt(0).sum()), having(len(able), len(rates), counted, f"{WORK}有{name}数字")
    if not hiding:
        return f"{who}写明了全部{name}数字"
    head = f"{who}中{hiding}{counted[0]}" + (f"遮盖了{name}数字" if len(able) == len(rates) else "有遮盖")
    enough = (able["reported"] + able["masked"]).ge(FEW)
    among = "" if enough.all() else f"写了{FEW}个以上的{counted[1:]}中"
    return head + _least(able[enough], counted, among)


def _one_rate(row: "pd.Series[int]", name: str, *, alone: bool) -> str:
    told, hidden = int(row["reported"]), int(row["masked"])
    share = share_words(told, hidden)
    rest = f"写明{told}个，遮盖{hidden}个" + f"，披露率{share}" * bool(share) if hidden else "全部写明"
    return f"{'只有' * (not alone)}{row['label']}{WORK}有{told + hidden}个{name}数字，{rest}"


def _least(able: pd.DataFrame, counted: str, among: str) -> str:
    if able.empty:
        return ""
    own = able[able["share"].eq(able["share"].min())]
    first, share = own.iloc[0], float(own["share"].iloc[0])
    if share == 1:
        return f"，{among}没有遮盖的"
    if len(own) > 1:
        return f"，{among}披露率最低的是{first['label']}等{len(own)}{counted[0]}（{percent(share)}）"
    size = first["reported"] + first["masked"]
    who = f"{among}披露率最低的是" if len(able) > 1 else f"写了{FEW}个以上的只有"
    return f"，{who}{first['label']}（{percent(share)}，{size}个中写明{first['reported']}个）"


def title_rank(ranked: pd.DataFrame, counted: str, measure: str = "value") -> str:
    """Says who reports most and least of one indicator, and how many give no number to rank (INDICATOR_CELLS).

    Numbers with another kind of measure word, and reports that cannot be compared, are neither the most nor the least.
    """
    if ranked.empty:
        return "没有可以排序的指标"
    name, family = ranked["indicator"].iloc[0], usual_family(ranked)
    told = ranked[ranked["state"].eq("reported") & ranked["family"].eq(family) & ranked[measure].notna()]
    comparable = told[~told["label"].str.endswith(MARK)]
    rest = _rest(ranked, counted)
    if len(ranked) == 1:
        return f"{ranked['label'].iloc[0]}{WORK}的{name}：{_single_rank(ranked, told, measure)}"
    if told.empty:
        return f"{len(ranked)}{counted}在{WORK}都没有写明{name}的数字{f'（{rest}）' if rest else ''}"
    said = _first_and_last(told if comparable.empty else comparable, measure)
    return f"{name}（{WORK}）：{said}{'；' * bool(rest)}{rest}"


def _single_rank(ranked: pd.DataFrame, told: pd.DataFrame, measure: str) -> str:
    if len(told):
        return _figure(told.iloc[0], measure)
    return REST.get(ranked["state"].iloc[0], "没有可比的数字")


def _first_and_last(told: pd.DataFrame, measure: str) -> str:
    most = _holders(told, told[measure].max(), measure)
    if len(told) == 1:
        return f"只有{most}写明可比的数字" if len(told) else ""
    if told[measure].max() == told[measure].min():
        return f"{len(told)}份都是{_figure(told.iloc[0], measure)}"
    return f"{most}最多，{_holders(told, told[measure].min(), measure)}最少"


def _holders(told: pd.DataFrame, value: float, measure: str) -> str:
    own = told[told[measure].eq(value)]
    who = own["label"].iloc[0] if len(own) == 1 else f"{own['label'].iloc[0]}等{len(own)}份"
    return f"{who}（{_figure(own.iloc[0], measure)}）"


def _figure(row: "pd.Series[str]", measure: str) -> str:
    word = str(row["measure_word"])
    if measure == "value":
        return str(row["told"]) if row["approximate"] else amount(float(row[measure]), word)
    return amount(round(float(row[measure]), 1), f"{word}/千字", approximate=bool(row["approximate"]))


def _rest(ranked: pd.DataFrame, counted: str) -> str:
    states = ranked["state"].value_counts()
    return "，".join(f"{states[state]}{counted[0]}{words}" for state, words in REST.items() if state in states)


def title_zero(numbers: pd.DataFrame, total: int, counted: str, roles: Iterable[str]) -> str:
    """Says how many write in `roles` that something did not happen (NUMBERS of claims)."""
    documents, roles = numbers["document_id"].nunique(), tuple(roles)
    if not documents:
        return f"{total}{counted}在{told_parts(roles)}{'都' * (total > 1)}没有“未发现……”一类的表述"
    who = numbers["label"].iloc[0] if total == 1 else f"{total}{counted}中{documents}{counted[0]}"
    return f"{who}{part_name(roles)}写了“未发现……”一类的表述，共{len(numbers)}处，不等于数字0"


def title_numbers(numbers: pd.DataFrame, domain: str, words: str, roles: Iterable[str]) -> str:
    """Says how many free numbers there are in `roles`, or match `words` (NUMBERS), and how many are masked."""
    roles = tuple(roles)
    what = f"含“{words.strip()}”的{DOMAINS[domain]}数字" if words.strip() else f"不属于任何指标的{DOMAINS[domain]}数字"
    if numbers.empty:
        return f"{told_parts(roles)}没有{what}"
    hidden = int(numbers["told"].eq("遮盖").sum())
    rest = f"，其中{hidden}处遮盖" if hidden else ""
    return f"{numbers['document_id'].nunique()}份报告{part_name(roles)}有{len(numbers)}处{what}{rest}"
