"""What a meeting could ask for next: sentences computed from the comparisons, each with what it rests on."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

import pandas as pd

from analysis.briefing.choice import Chosen
from analysis.briefing.feedback import of_units
from analysis.comparing.checks.line import CLAIM, CONTRADICTION
from analysis.comparing.indicators.disclosure import disclosure
from analysis.comparing.problems.cards import NO_PLAN, UNANSWERED
from analysis.comparing.trends.follow import DROPPED, PLAN
from analysis.tables.base import frame
from analysis.tables.briefing import SUGGESTIONS

MOST_NAMED = 3


def suggestions(choice: Chosen, pairs: pd.DataFrame) -> pd.DataFrame:
    """SUGGESTIONS for the chosen reports; `pairs` are the REUSE_PAIRS between units.

    Whoever only received feedback of others is not asked to write anything.
    """
    asked = replace(choice, documents=tuple(of_units(choice.reports)))
    written = (say for part in (_problems, _duties, _numbers) for say in part(asked, choice.counted))
    return frame(SUGGESTIONS, [*written, *_checks(choice, pairs)])


def _who(names: Iterable[str], counted: str) -> str:
    """`甲、乙`, or `甲、乙、丙等5家`."""
    names = list(dict.fromkeys(names))
    return "、".join(names[:MOST_NAMED]) + (f"等{len(names)}{counted[0]}" if len(names) > MOST_NAMED else "")


def _problems(choice: Chosen, counted: str) -> Iterator[tuple[str, str]]:
    for response, what, basis in (
        (NO_PLAN, "补写下一步计划，逐条回应所列的{n}条问题", "写了问题，没有写计划"),
        (UNANSWERED, "就计划中未见回应的{n}条问题补充整改措施", "写了计划，没有一条涉及这些问题"),
    ):
        own = choice.cards[choice.cards["response"].eq(response)]
        if len(own):
            yield f"请{_who(own['label'], counted)}{what.format(n=len(own))}", basis
    silent = choice.reports[~choice.reports["has_problems"].fillna(value=False)]["document_id"]
    names = choice.labels[choice.labels["document_id"].isin(silent)]["label"]
    if len(names):
        yield f"请{_who(names, counted)}补充查摆存在的问题", "报告没有写问题部分"


def _duties(choice: Chosen, counted: str) -> Iterator[tuple[str, str]]:
    """The duty that the most reports, though not all, leave out."""
    states = choice.own(choice.made.checks["duty_states"])
    absent = states[states["state"].eq("absent")]
    if len(absent):
        duty = str(absent["duty"].value_counts(sort=False).idxmax())
        own = absent[absent["duty"].eq(duty)]
        yield f"请{_who(own['label'], counted)}补报{duty}的落实情况", "这项职责未提及的报告最多"


def _numbers(choice: Chosen, counted: str) -> Iterator[tuple[str, str]]:
    rates = disclosure(choice.tables, choice.labels, choice.documents, "party")
    hiding = rates[rates["masked"].gt(0)]
    if len(hiding):
        named = hiding.sort_values("masked", ascending=False, kind="stable")["label"]
        told = f"请{_who(named, counted)}向纪检监察机关补报被遮盖的{int(hiding['masked'].sum())}个党务数字"
        yield told, "写了，数字被遮盖，无从比较"


def _checks(choice: Chosen, pairs: pd.DataFrame) -> Iterator[tuple[str, str]]:
    checks = choice.own(choice.made.checks["checks"])
    for kind, what, basis in (
        (CONTRADICTION, "核实{who}报告中{n}处自相矛盾的说法", "同一份报告前后说法不一"),
        (CLAIM, "对{who}的{n}处“未发现”“全部完成”一类说法调阅台账核实", "只有结论，没有依据"),
    ):
        own = checks[checks["kind"].eq(kind)]
        if len(own):
            yield what.format(who=_who(own["label"], choice.counted), n=len(own)), basis
    if len(pairs):
        names = [name for both in zip(pairs["label_a"], pairs["label_b"], strict=True) for name in both]
        yield f"就{len(pairs)}对雷同报告向{_who(names, choice.counted)}了解起草情况", "不同单位的报告有成段雷同"
    follow = choice.own(choice.made.follow["follow_ups"], "later_id")
    dropped = follow[follow["kind"].eq(PLAN) & follow["state"].eq(DROPPED)]
    if len(dropped):
        yield f"跟踪{_who(dropped['unit'], '家')}上期{len(dropped)}项计划的落实", "上期写入计划，本期未再提"
