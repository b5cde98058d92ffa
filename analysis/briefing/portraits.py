"""单位画像: one report on one page — what it writes about, what it admits, and what is to be checked."""

from collections.abc import Iterator

import pandas as pd

from analysis.basket import Item
from analysis.briefing.choice import Chosen
from analysis.briefing.items import bare_item
from analysis.comparing.coverage import coverage
from analysis.comparing.indicators.disclosure import disclosure, rate_words
from analysis.comparing.problems.titles import title_links
from analysis.tables.base import frame
from analysis.tables.comparing.checks import CHECKS
from analysis.tables.comparing.problems import PROBLEM_CARDS
from analysis.tables.comparing.shared import KEY_FIGURES, RANKING

PAGE = "单位画像"
MOST_PROBLEMS, MOST_CHECKS = 5, 3


def portraits(choice: Chosen) -> Iterator[tuple[str, tuple[Item, ...]]]:
    """The label of each chosen report, and the items of its page."""
    named = dict(zip(choice.labels["document_id"], choice.labels["label"], strict=True))
    covered = dict(list(coverage(choice.whole, choice.labels, choice.codebook).groupby("document_id", sort=False)))
    cards, checks = (dict(list(rows.groupby("document_id"))) for rows in (choice.cards, _checks(choice)))
    for document in choice.documents:
        own = cards.get(document, choice.cards.head(0)), checks.get(document, _checks(choice).head(0))
        yield named[document], tuple(_page(choice, document, covered[document], own))


def _checks(choice: Chosen) -> pd.DataFrame:
    return choice.own(choice.made.checks["checks"])


def _page(choice: Chosen, document: str, own: pd.DataFrame, found: tuple[pd.DataFrame, pd.DataFrame]) -> Iterator[Item]:
    cards, checks = found
    label = str(own["label"].iloc[0])
    yield _figures(choice, document, cards, len(checks))
    told, total = int(own["covered"].sum()), int(own["themes"].sum())
    least = own.iloc[int((own["covered"] / own["themes"]).argmin())]["dimension"]
    title = f"{total}个主题写到{told}个，最缺的是{least}" if told < total else f"{total}个主题全部写到"
    state = own["covered"].gt(0).map({True: "covered", False: "absent"})
    ranking = own.assign(
        item_id=own["dimension_id"], item=own["dimension"], value=own["covered"], total=own["themes"], state=state
    )
    rows = ranking[list(RANKING.names)].itertuples(index=False, name=None)
    yield bare_item(RANKING, frame(RANKING, rows), (PAGE, "各维度写到的主题数", title), "个主题")
    if len(cards):
        shown = cards.head(MOST_PROBLEMS).reset_index(drop=True)
        title = title_links(cards, label) + f"，列前{MOST_PROBLEMS}条" * (len(cards) > MOST_PROBLEMS)
        yield bare_item(PROBLEM_CARDS, shown, (PAGE, "所列问题", title))
    if len(checks):
        title = f"{len(checks)}项需要核查" + f"，列前{MOST_CHECKS}项" * (len(checks) > MOST_CHECKS)
        yield bare_item(CHECKS, checks.head(MOST_CHECKS).reset_index(drop=True), (PAGE, "核查事项", title))


def _figures(choice: Chosen, document: str, cards: pd.DataFrame, checks: int) -> Item:
    report = choice.reports[choice.reports["document_id"].eq(document)].iloc[0]
    numbers = disclosure(choice.tables, choice.labels, [document], "party").iloc[0]
    told, hidden = int(numbers["reported"]), int(numbers["masked"])
    share = rate_words(told, hidden) or "无"
    note = choice.labels.set_index("document_id").loc[document, "note"]
    rows = [
        ("全文", f"{report['characters']}字", str(note) if isinstance(note, str) and note else "与其他报告可比"),
        ("所列问题", f"{len(cards)}条", "写了计划" if report["has_plan"] else "没有写计划"),
        ("党务数字披露率", share, f"{told + hidden}个中写明{told}个"),
        ("需要核查", f"{checks}项", "见下表"),
    ]
    return bare_item(KEY_FIGURES, frame(KEY_FIGURES, rows), (PAGE, "要点", "要点"))
