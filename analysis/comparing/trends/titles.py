"""The sentences above the trends, and what they tell the overview."""

import pandas as pd

from analysis.comparing.trends.follow import AGAIN, ANSWERED, DROPPED, PLAN, PROBLEM, RETURNS
from analysis.tables.base import frame
from analysis.tables.comparing.shared import FINDING_SPANS, FINDINGS

MOST_NAMED = 3
WEIGHTS = {PROBLEM: 0.85, PLAN: 0.8}


def title_follow_ups(follow_ups: pd.DataFrame) -> str:
    """Says how many earlier plans are answered, and how many problems return (FOLLOW_UPS)."""
    if follow_ups.empty:
        return "上期报告没有写问题和计划，无从对照"
    plans = follow_ups[follow_ups["kind"].eq(PLAN)]["state"]
    problems = follow_ups[follow_ups["kind"].eq(PROBLEM)]["state"]
    parts = []
    if len(plans):
        again = f"、{int(plans.eq(AGAIN).sum())}项又列入计划" if plans.eq(AGAIN).any() else ""
        answered, dropped = int(plans.eq(ANSWERED).sum()), int(plans.eq(DROPPED).sum())
        parts.append(f"上期{len(plans)}项计划{answered}项有回应、{dropped}项未再提{again}")
    if len(problems):
        parts.append(f"上期{len(problems)}处问题{int(problems.eq(RETURNS).sum())}处再次出现")
    return "；".join(parts)


def title_series(trend: pd.DataFrame, what: str) -> str:
    """Says what is new and what vanished from the first period to the last (TREND)."""
    if trend.empty:
        return f"各期报告都没有{what}"
    items = trend.drop_duplicates("item_id")
    first, last = trend["period"].iloc[0], trend.drop_duplicates("document_id")["period"].iloc[-1]
    new, gone = (_named(items[items["change"].eq(change)]["item"].to_list()) for change in ("new", "vanished"))
    parts = [f"新提{new}" * bool(new), f"不再提{gone}" * bool(gone)]
    said = "，".join(part for part in parts if part)
    return f"{last}比{first}：{said or f'{what}没有新增，也没有不再提的'}"


def _named(names: list[str]) -> str:
    shown = "、".join(names[:MOST_NAMED])
    return f"{shown}等{len(names)}个" if len(names) > MOST_NAMED else shown


def trend_findings(follow_ups: pd.DataFrame, spans: pd.DataFrame, page: str = "trends") -> dict[str, pd.DataFrame]:
    """FINDINGS and FINDING_SPANS for the overview: problems that return, and plans that are not heard of again."""
    rows, places = [], []
    for kind, state, what in ((PROBLEM, RETURNS, "上期的问题再次出现"), (PLAN, DROPPED, "上期的计划本期未再提")):
        own = follow_ups[follow_ups["kind"].eq(kind) & follow_ups["state"].eq(state)]
        if own.empty:
            continue
        key, units = f"trend-{kind}", list(dict.fromkeys(own["unit"]))
        documents = ";".join(dict.fromkeys(own["later_id"]))
        sentence = f"{len(units)}家单位{len(own)}{'处' if kind == PROBLEM else '项'}{what}：{_named_units(units)}"
        rows.append((key, page, WEIGHTS[kind], sentence, "前后原文", documents))
        places += [(key, *span) for span in own[["earlier_id", "start", "end"]].to_numpy()]
        later = spans[spans["follow_up_id"].isin(own["follow_up_id"])]
        places += [(key, *span) for span in later[["document_id", "start", "end"]].to_numpy()]
    return {"findings": frame(FINDINGS, rows), "finding_spans": frame(FINDING_SPANS, places)}


def _named_units(units: list[str]) -> str:
    return "、".join(units[:MOST_NAMED]) + "等" * (len(units) > MOST_NAMED)
