"""The sentences above the charts and lists of checks, computed from what is shown."""

import pandas as pd

from analysis.comparing.checks.checking import OPEN
from analysis.comparing.checks.line import CONTRADICTION
from analysis.comparing.checks.quality import LITTLE

MOST_NAMED = 3


def title_duties(states: pd.DataFrame, counted: str) -> str:
    """Says which duties the most reports lack, each for itself, and how many are only affirmed (DUTY_STATES).

    A report without the part in which a duty belongs is not among those counted.
    """
    able = states[states["state"].ne("no_part")]
    if able.empty:
        return "所选报告都没有可以核对的部分"
    total = states["document_id"].nunique()
    claimed = int(able["state"].eq("claim_only").sum())
    tail = f"，另有{claimed}处只表态" if claimed else ""
    lacking = able["state"].eq("absent").groupby(able["duty"], sort=False).sum()
    if not lacking.max():
        written = "已写的部分里" * (len(able) < len(states))
        return f"{total}{counted}{written}各项职责都提到了{tail}"
    first = able[able["duty"].eq(str(lacking.idxmax()))]
    part, reports = first["part"].iloc[0], len(first)
    same = able[able["part"].eq(part) | (total == 1)]["duty"].unique()
    most = [duty for duty in same if lacking[duty] == lacking.max()]
    named = "、".join(most[:MOST_NAMED]) + f"等{len(most)}项" * (len(most) > MOST_NAMED)
    if reports == 1:
        return f"{first['label'].iloc[0]}没有提及{named}{tail}"
    whole = counted if reports == total else f"{counted[0]}写了{part}部分的{counted[1:]}"
    lack = f"{int(lacking.max())}{counted[0]}"
    each = f"{lack}没有提及{named}" if len(most) == 1 else f"，没有提及{named}的各有{lack}"
    return f"{reports}{whole}中{each}{tail}"


def title_quality(quality: pd.DataFrame) -> str:
    """Says how concrete the work parts are, and who writes most of business (QUALITY)."""
    told = quality[quality["state"].eq("told")]
    work = told[told["measure_id"].eq("work")].sort_values("share", kind="stable")
    business = told[told["measure_id"].eq("business_text")].sort_values("share", kind="stable")
    if work.empty:
        return "所选报告都没有写工作的部分"
    last = business.iloc[-1]
    words = _substance(work)
    return words + (f"；{last['label']}业务统计最多：占工作篇幅{last['share']:.0%}" if last["share"] else "")


def _substance(work: pd.DataFrame) -> str:
    """Who writes the least concretely where that is less than half; else the range."""
    least, most = work.iloc[0], work.iloc[-1]
    if least["share"] < LITTLE:
        return f"{least['label']}写得最虚：{1 - least['share']:.0%}的工作分句没有具体做法"
    some = f"{least['share']:.0%}至{most['share']:.0%}" if least["share"] < most["share"] else f"{most['share']:.0%}"
    return f"工作分句写得具体的占{some}"


def title_all_checks(checks: pd.DataFrame) -> str:
    """Says how many checks there are, and how many contradictions (CHECKS)."""
    if checks.empty:
        return "没有需要核查的事项"
    against = int(checks["kind"].eq(CONTRADICTION).sum())
    some = f"，其中自相矛盾{against}处" if against else ""
    return f"{checks['document_id'].nunique()}份报告共{len(checks)}项需要核查{some}"


def title_checks(checks: pd.DataFrame) -> str:
    """Says what `title_all_checks` does, and how many are left (CHECKS)."""
    left = int(checks["state"].eq(OPEN).sum())
    return title_all_checks(checks) + f"，还有{left}项待核" * (len(checks) > 0)
