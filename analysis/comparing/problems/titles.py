"""The sentences above the charts of problems, and the findings for the overview.

`counted` is what is counted, `家单位` or `份报告`; its first character is the measure word.
"""

from collections.abc import Iterator, Sequence

import pandas as pd

from analysis.comparing.problems.cards import ANSWERED, NO_PLAN, RESPONSES, SPAN, THEME, UNANSWERED
from analysis.comparing.problems.wording import STOCK
from analysis.tables.base import frame
from analysis.tables.comparing.shared import FINDING_SPANS, FINDINGS

MOST_NAMED = 3
NOTHING = "所选报告都没有写问题"


def _head(matrix: pd.DataFrame, counted: str) -> str:
    """`16家写了问题的单位共列出43条`, from a PROBLEM_MATRIX that has such reports."""
    totals = matrix[matrix["state"].ne("no_part")].drop_duplicates("document_id")["total"]
    return f"{len(totals)}{counted[0]}写了问题的{counted[1:]}共列出{int(totals.sum())}条"


def _unwritten(matrix: pd.DataFrame, counted: str) -> str:
    lacking = matrix[matrix["state"].eq("no_part")]["document_id"].nunique()
    return f"，另{lacking}{counted[0]}未写问题" if lacking else ""


def _empty(matrix: pd.DataFrame) -> bool:
    return not matrix["problems"].fillna(0).sum() > 0


def title_categories(matrix: pd.DataFrame, counted: str) -> str:
    """How many problems are told and of which kind the most (PROBLEM_MATRIX by category)."""
    if _empty(matrix):
        return NOTHING
    sums = matrix.groupby("group", sort=False)["problems"].sum()
    most = int(sums.max())
    names = "、".join(sums[sums.eq(most)].index[:MOST_NAMED])
    return f"{_head(matrix, counted)}，最多的是{names}（{most}条）{_unwritten(matrix, counted)}"


def title_responses(matrix: pd.DataFrame, counted: str) -> str:
    """How many problems no measure answers, and why (PROBLEM_MATRIX by response)."""
    if _empty(matrix):
        return NOTHING
    sums = {name: int(n) for name, n in matrix.groupby("group", sort=False)["problems"].sum().items()}
    open_ = {name: sums[name] for name in RESPONSES if name != ANSWERED and sums[name]}
    if not open_:
        return f"{_head(matrix, counted)}，每条都有对应措施{_unwritten(matrix, counted)}"
    parts = "、".join(f"{name}{count}条" for name, count in open_.items())
    return f"{_head(matrix, counted)}，{sum(open_.values())}条没有对应措施（{parts}）"


def title_shared(ranking: pd.DataFrame, counted: str) -> str:
    """Which kind of problem most reports admit (RANKING of kinds)."""
    if ranking.empty or not ranking["value"].max() > 0:
        return NOTHING
    total, most = int(ranking["total"].iloc[0]), int(ranking["value"].iloc[0])
    names = "、".join(ranking[ranking["value"].eq(most)]["item"][:MOST_NAMED])
    whole = f"{total}{counted[0]}写了问题的{counted[1:]}"
    if most == 1:
        return f"{whole}所列问题各不相同，没有一类有两{counted[0]}写到"
    return f"{whole}中{most}{counted[0]}都写到{names}"


def title_wording(matrix: pd.DataFrame, counted: str) -> str:
    """How many problems are stock phrases, and which reports hold nothing else (PROBLEM_MATRIX by wording)."""
    if _empty(matrix):
        return NOTHING
    stock = matrix[matrix["group"].eq(STOCK)]
    count = int(stock["problems"].sum())
    if not count:
        return f"{_head(matrix, counted)}，每条都写到了具体的事{_unwritten(matrix, counted)}"
    only = stock[stock["problems"].fillna(0).gt(0) & stock["problems"].eq(stock["total"])]["label"].to_list()
    tail = f"；全是套话的{len(only)}{counted[0]}：{_named(only)}" if only else ""
    return f"{_head(matrix, counted)}，{count}条是套话，没有写到具体的事{tail}"


def title_links(cards: pd.DataFrame, label: str) -> str:
    """What one report plans against its problems (its PROBLEM_CARDS that count)."""
    if cards.empty:
        return f"{label}没有写问题"
    counts = cards["response"].value_counts()
    if counts.get(NO_PLAN):
        return f"{label}写了{len(cards)}条问题，没有写计划"
    if len(counts) == 1:
        return f"{label}的{len(cards)}条问题都{'是' * (counts.index[0] == THEME)}{counts.index[0]}"
    told = [f"{counts[name]}条{name}" for name in RESPONSES if counts.get(name)]
    return f"{label}的{len(cards)}条问题中{'，'.join(told)}"


def _named(names: Sequence[str]) -> str:
    return "、".join(names[:MOST_NAMED]) + ("等" if len(names) > MOST_NAMED else "")


def problem_findings(
    cards: pd.DataFrame, ranking: pd.DataFrame, counted: str, page: str = "problems"
) -> dict[str, pd.DataFrame]:
    """FINDINGS and FINDING_SPANS, the heavier first; keys `findings` and `finding_spans`.

    Args:
        cards: PROBLEM_CARDS that count, of the reports looked at.
        ranking: RANKING of the kinds (counts.shared) of the same reports.
        counted: what a sentence counts.
        page: where a reader can see more.
    """
    found = [*_open(cards, counted), *_most_shared(cards, ranking, counted)]
    found.sort(key=lambda entry: -entry[1])
    rows, spans = [], []
    for key, weight, sentence, basis, own in found:
        rows.append((key, page, weight, sentence, basis, ";".join(own["document_id"].unique())))
        spans += [(key, *span) for span in own[SPAN].itertuples(index=False, name=None)]
    return {"findings": frame(FINDINGS, rows), "finding_spans": frame(FINDING_SPANS, spans)}


Found = tuple[str, float, str, str, pd.DataFrame]


def _open(cards: pd.DataFrame, counted: str) -> Iterator[Found]:
    """Problems that nothing answers: for want of a plan (which weighs more), or in spite of one."""
    for key, weight, response, what in (
        ("no-plan", 0.85, NO_PLAN, "写了{n}条问题，却没有写计划"),
        ("unanswered", 0.75, UNANSWERED, "写了计划，但有{n}条问题未见回应"),
        ("theme-only", 0.45, THEME, "有{n}条问题的措施只是同主题，没有说到问题本身"),
    ):
        own = cards[cards["response"].eq(response)]
        if len(own):
            names = own["label"].drop_duplicates().to_list()
            head = f"{len(names)}{counted}{what.format(n=len(own))}：{_named(names)}"
            yield f"problems-{key}", weight + 0.1 * len(own) / len(cards), head, "这些问题的原文", own


def _most_shared(cards: pd.DataFrame, ranking: pd.DataFrame, counted: str) -> Iterator[Found]:
    """The kind that most reports admit, where at least two do."""
    if len(ranking) and ranking["value"].iloc[0] > 1:
        first = ranking.iloc[0]
        own = cards[[first["item_id"] in entry.split(";") for entry in cards["category_ids"]]]
        weight = 0.4 + 0.3 * float(first["value"]) / float(first["total"])
        yield "problems-shared", weight, title_shared(ranking, counted), "写到这类问题的原文", own
