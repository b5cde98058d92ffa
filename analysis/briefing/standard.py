"""The standard set for a meeting: the same charts and lists, in the same order, each titled by its finding.

总体判断, then the comparisons, the problems, the evidence, and what to do next. A chart that has nothing to show is
left out. The page and the command line call this one function.
"""

from collections.abc import Callable, Iterator

import pandas as pd

from analysis.basket import Item
from analysis.briefing.advice import suggestions
from analysis.briefing.choice import Chosen
from analysis.briefing.found import all_findings, pairs, title_pairs
from analysis.briefing.items import item
from analysis.briefing.method import periods_of
from analysis.comparing.base import part_name
from analysis.comparing.checks.line import CONTRADICTION
from analysis.comparing.checks.titles import title_all_checks, title_duties, title_quality
from analysis.comparing.coverage import coverage
from analysis.comparing.crosstab import crosstab
from analysis.comparing.indicators.cells import mentioned
from analysis.comparing.indicators.disclosure import disclosure, lowest_first, rate_words
from analysis.comparing.indicators.titles import title_disclosure, title_indicators
from analysis.comparing.problems.cards import NO_PLAN, UNANSWERED
from analysis.comparing.problems.counts import by_category, by_response, by_wording, shared
from analysis.comparing.problems.titles import title_categories, title_responses, title_shared, title_wording
from analysis.comparing.ranking import rank_themes
from analysis.comparing.titles import title_coverage, title_crosstab, title_themes
from analysis.comparing.trends.follow import DROPPED, RETURNS
from analysis.comparing.trends.titles import title_follow_ups
from analysis.tables.base import frame
from analysis.tables.briefing import SUGGESTIONS
from analysis.tables.comparing.checks import CHECKS, DUTY_STATES, QUALITY
from analysis.tables.comparing.indicators import DISCLOSURE, INDICATOR_CELLS
from analysis.tables.comparing.problems import PROBLEM_CARDS, PROBLEM_MATRIX
from analysis.tables.comparing.reuse import REUSE_PAIRS
from analysis.tables.comparing.shared import FINDINGS, KEY_FIGURES, RANKING
from analysis.tables.comparing.themes import COVERAGE, CROSSTAB
from analysis.tables.comparing.trends import FOLLOW_UPS

FIRST, MOST_FINDINGS, MOST_PAIRS, MOST_LINES = 5, 10, 15, 12
Step = Callable[[int], object]


def standard_set(choice: Chosen, on_step: Step = lambda _: None) -> tuple[Item, ...]:
    """The items of the standard set, none without reports; `on_step` hears how many parts are done (of `PARTS`)."""
    made: list[Item] = []
    for done, part in enumerate(PARTS, start=1):
        made += part(choice) if choice.documents else ()
        on_step(done)
    return tuple(made)


def _verdict(choice: Chosen) -> Iterator[Item]:
    """Four figures with the first findings under the most telling one, then the other findings.

    Whether the periods can be compared comes last of the first ones.
    """
    found = all_findings(choice)["findings"]
    telling, periods = (found[found["page"].eq("overview").eq(other)] for other in (False, True))
    head = telling["sentence"].iloc[0] if len(telling) else f"{len(choice.documents)}{choice.counted}之间没有明显差别"
    shown = FIRST - len(periods)
    first, others = pd.concat([telling.head(shown), periods]), telling.iloc[shown:]
    figures = frame(KEY_FIGURES, [*_figures(choice), *(("", "", sentence) for sentence in first["sentence"])])
    yield item(choice, KEY_FIGURES, figures, ("总体判断", "总体判断", head))
    if len(others):
        title = f"{len(choice.documents)}份报告中有{len(found)}点值得注意，另外{len(others)}点"
        title += f"，列前{MOST_FINDINGS}点" * (len(others) > MOST_FINDINGS)
        yield item(choice, FINDINGS, others.head(MOST_FINDINGS), ("总体判断", "其他发现", title))


def _figures(choice: Chosen) -> Iterator[tuple[str, str, str]]:
    reports, cards = choice.reports, choice.cards
    without = int((~reports["has_problems"].fillna(value=False)).sum())
    yield "报告", f"{len(reports)}份", periods_of(choice)
    unmet = int(cards["response"].isin([UNANSWERED, NO_PLAN]).sum())
    lacking = f"；另有{without}份没有写问题" * bool(without)
    yield "所列问题", f"{len(cards)}条", f"其中{unmet}条未见回应或报告无计划{lacking}"
    rates = disclosure(choice.tables, choice.labels, choice.documents, "party")
    told, hidden = int(rates["reported"].sum()), int(rates["masked"].sum())
    share = rate_words(told, hidden) or "–"
    yield "党务数字披露率", share, f"工作部分{told + hidden}个党务数字，写明{told}个，遮盖{hidden}个"
    checks = choice.own(choice.made.checks["checks"])
    against = int(checks["kind"].eq(CONTRADICTION).sum())
    listed = f"列出前{MOST_LINES}项" if len(checks) > MOST_LINES else "逐项列出"
    yield "需要核查", f"{len(checks)}项", f"其中自相矛盾{against}处；“核查事项”{listed}"


def _themes(choice: Chosen) -> Iterator[Item]:
    counted, named = choice.counted, choice.labels
    table = coverage(choice.block, named, choice.codebook)
    yield item(choice, COVERAGE, table, ("总览", "单位与维度覆盖", title_coverage(table, counted, choice.roles)))
    cross = crosstab(choice.block, named, choice.codebook)
    part = part_name(choice.roles)
    title = title_crosstab(cross, choice.roles, counted)
    yield item(choice, CROSSTAB, cross, ("主题对比", f"主题对比{part}", title), "codings")
    ranked = rank_themes(cross)
    title = title_themes(ranked, counted, choice.roles)
    yield item(choice, RANKING, ranked, ("主题对比", f"主题排序{part}", title), counted)


def _duties(choice: Chosen) -> Iterator[Item]:
    states, quality = (choice.own(choice.made.checks[name]) for name in ("duty_states", "quality"))
    yield item(choice, DUTY_STATES, states, ("核查", "职责清单", title_duties(states, choice.counted)))
    yield item(choice, QUALITY, quality, ("核查", "写得实不实", title_quality(quality)))


def _numbers(choice: Chosen) -> Iterator[Item]:
    cells = mentioned(choice.cells)
    if len(cells):
        title = title_indicators(choice.cells, choice.counted)
        yield item(choice, INDICATOR_CELLS, cells, ("数量指标", "数量指标", title), "value")
    rates = lowest_first(disclosure(choice.tables, choice.labels, choice.documents, "party"))
    title = title_disclosure(rates, "party", choice.counted)
    yield item(choice, DISCLOSURE, rates, ("数量指标", "披露率党务", title), "party")


def _reuse(choice: Chosen) -> Iterator[Item]:
    for relation, name in (("units", "雷同单位之间"), ("period", "雷同与本单位往期")):
        found = pairs(choice, (relation,))
        if len(found):
            title = title_pairs(choice, found, relation) + _cut(len(found), "对", MOST_PAIRS)
            yield item(choice, REUSE_PAIRS, found.head(MOST_PAIRS), ("雷同", name, title))
    follow = choice.own(choice.made.follow["follow_ups"], "later_id")
    open_ = follow[follow["state"].isin([RETURNS, DROPPED])]
    if len(open_):
        title = title_follow_ups(follow) + _cut(len(open_), "项")
        yield item(choice, FOLLOW_UPS, open_.head(MOST_LINES), ("趋势", "上期写的本期怎么说", title))


def _problems(choice: Chosen) -> Iterator[Item]:
    cards, named, reports, counted = choice.cards, choice.labels, choice.reports, choice.counted
    if cards.empty:
        return
    kinds = by_category(cards, named, reports, choice.codebook)
    common = shared(kinds)
    yield item(choice, RANKING, common, ("存在问题", "共性问题", title_shared(common, counted)), counted)
    yield item(choice, PROBLEM_MATRIX, kinds, ("存在问题", "存在问题类别", title_categories(kinds, counted)))
    answers, wording = by_response(cards, named, reports), by_wording(cards, named, reports)
    title = title_responses(answers, counted)
    yield item(choice, PROBLEM_MATRIX, answers, ("存在问题", "存在问题有无回应", title))
    title = title_wording(wording, counted)
    yield item(choice, PROBLEM_MATRIX, wording, ("存在问题", "存在问题套话与具体", title))


def _evidence(choice: Chosen) -> Iterator[Item]:
    cards = choice.cards[choice.cards["response"].isin([UNANSWERED, NO_PLAN])]
    if len(cards):
        title = f"{len(cards)}条问题未见回应或报告无计划{_cut(len(cards), '条')}"
        yield item(choice, PROBLEM_CARDS, cards.head(MOST_LINES), ("存在问题", "未见回应的问题", title))
    checks = choice.own(choice.made.checks["checks"])
    if len(checks):
        title = title_all_checks(checks) + _cut(len(checks), "项")
        yield item(choice, CHECKS, checks.head(MOST_LINES), ("核查", "核查事项", title))


def _cut(count: int, word: str, most: int = MOST_LINES) -> str:
    """Says that of `count` only the first `most` are listed, where that is so."""
    return f"，列前{most}{word}" * (count > most)


def _advice(choice: Chosen) -> Iterator[Item]:
    made = suggestions(choice, pairs(choice, ("units",)))
    if len(made):
        yield item(choice, SUGGESTIONS, made, ("下步建议", "下步建议", f"建议抓好{len(made)}件事"))


PARTS = (_verdict, _themes, _duties, _numbers, _reuse, _problems, _evidence, _advice)
