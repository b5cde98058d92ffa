"""The sentences above the charts and lists of checks, computed from what is shown."""

import pandas as pd

from analysis.comparing.checks.checking import OPEN
from analysis.comparing.checks.line import CONTRADICTION
from analysis.comparing.checks.quality import LITTLE

MOST_NAMED = 3


def title_duties(states: pd.DataFrame, counted: str) -> str:
    """Says which duty most reports lack (DUTY_STATES), and how many are only affirmed."""
    able = states[states["state"].ne("no_part")]
    if able.empty:
        return "所选报告都没有可以核对的部分"
    total = states["document_id"].nunique()
    lacking = able["state"].eq("absent").groupby(able["duty"], sort=False).sum()
    claimed = int(able["state"].eq("claim_only").sum())
    tail = f"，另有{claimed}处只表态" if claimed else ""
    if not lacking.max():
        return f"{total}{counted}各项职责都提到了{tail}"
    most = lacking[lacking.eq(lacking.max())].index
    named = "、".join(most[:MOST_NAMED]) + "等" * (len(most) > MOST_NAMED)
    return f"{total}{counted}中{int(lacking.max())}{counted[0]}没有提及{named}{tail}"


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


def title_checks(checks: pd.DataFrame) -> str:
    """Says how many checks there are, how many contradictions, and how many are left (CHECKS)."""
    if checks.empty:
        return "没有需要核查的事项"
    left, against = int(checks["state"].eq(OPEN).sum()), int(checks["kind"].eq(CONTRADICTION).sum())
    some = f"，其中自相矛盾{against}处" if against else ""
    return f"{checks['document_id'].nunique()}份报告共{len(checks)}项需要核查{some}，还有{left}项待核"
