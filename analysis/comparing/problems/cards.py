"""Every admitted problem with its kinds, what the report plans against it, and how it is worded."""

from collections.abc import Iterable, Sequence

import pandas as pd

from analysis.codebook import Codebook
from analysis.comparing.base import Tables
from analysis.comparing.problems.wording import CONCRETE, STOCK, concrete_objects
from analysis.lexicon.comparing import WordingWords
from analysis.tables.base import frame
from analysis.tables.comparing.problems import PROBLEM_CARDS, PROBLEM_LINKS

ANSWERED, THEME, UNANSWERED, NO_PLAN = "已有对应措施", "只同主题", "未见回应", "报告无计划"
RESPONSES = (ANSWERED, THEME, UNANSWERED, NO_PLAN)
STRENGTHS = {"direct": "直接对应", "theme": "只同主题"}
SPAN = ["document_id", "start", "end"]


def problem_cards(tables: Tables, labels: pd.DataFrame, codebook: Codebook, words: WordingWords) -> pd.DataFrame:
    """PROBLEM_CARDS of all problems, in the order of `labels` (LABELS), then of the text.

    `number` counts from 1 in each report. A problem is answered where one measure takes it up directly, and only
    by theme where none does but one touches its theme; a report without a plan has no answers to look for.
    """
    problems = _ordered(tables["problems"], labels)
    planned = dict(zip(tables["documents"]["document_id"], tables["documents"]["has_plan"], strict=True))
    answers = tables["answers"]
    direct = set(answers[answers["strength"].eq("direct")]["problem_id"])
    touched = set(answers["problem_id"])
    names = {category.id: category.name for category in codebook.categories}
    columns = ["problem_id", "document_id", "label", "number", "start", "end", "quote", "categories", "cue", "general"]
    rows = []
    for key, document, *place, quote, kinds, cue, general in problems[columns].itertuples(index=False, name=None):
        objects = concrete_objects(quote, words)
        answer = ANSWERED if key in direct else THEME if key in touched else UNANSWERED
        response = answer if planned[document] or key in touched else NO_PLAN
        named = "、".join(names[kind] for kind in kinds.split(";"))
        wording = CONCRETE if objects else STOCK
        rows.append((key, document, *place, quote, kinds, named, cue, general, response, wording, "、".join(objects)))
    return frame(PROBLEM_CARDS, rows)


def _ordered(problems: pd.DataFrame, labels: pd.DataFrame) -> pd.DataFrame:
    """`problems` with the label and the number in its report, in the order of `labels`."""
    place = {key: order for order, key in enumerate(labels["document_id"])}
    own = problems[problems["document_id"].isin(place)].merge(labels[["document_id", "label"]], on="document_id")
    own = own.assign(place=own["document_id"].map(place)).sort_values(["place", "start"], kind="stable")
    return own.assign(number=own.groupby("document_id", sort=False).cumcount() + 1)


def counted_cards(cards: pd.DataFrame) -> pd.DataFrame:
    """PROBLEM_CARDS without the summings-up, numbered anew; those of a report that has nothing else stay."""
    general = cards["general"].fillna(value=False).astype(bool)
    specific = (~general).groupby(cards["document_id"]).transform("any").astype(bool)
    own = cards[~general | ~specific].reset_index(drop=True)
    number = own.groupby("document_id", sort=False).cumcount().add(1)
    return own.assign(number=number.astype(cards["number"].dtype))


def spans_of(cards: pd.DataFrame, documents: Iterable[str], column: str, value: str) -> pd.DataFrame:
    """Where the problems of `documents` stand whose `column` is (or, in a list of ids, holds) `value`."""
    wanted = [value in entry.split(";") for entry in cards[column]]
    return cards[cards["document_id"].isin(list(documents)) & pd.Series(wanted, cards.index, dtype=bool)][SPAN]


def problem_links(tables: Tables, cards: pd.DataFrame, document: str) -> pd.DataFrame:
    """PROBLEM_LINKS of one report: problem by problem the measures against it, direct ones first.

    A problem without a measure has a row without a plan, a measure without a problem a row without a problem.
    """
    own = cards[cards["document_id"].eq(document)]
    plans = tables["plans"]
    plans = plans[plans["document_id"].eq(document)].sort_values("start", kind="stable")
    numbered = dict(zip(plans["plan_id"], range(1, len(plans) + 1), strict=True))
    quotes = dict(zip(plans["plan_id"], plans["quote"], strict=True))
    answers = tables["answers"]
    links = answers[answers["problem_id"].isin(own["problem_id"])].sort_values("strength", kind="stable")
    rows: list[Sequence[object]] = []
    for key, label, number, quote in own[["problem_id", "label", "number", "quote"]].itertuples(index=False, name=None):
        head = (document, label, key, number, quote)
        found = links[links["problem_id"].eq(key)][["plan_id", "strength", "why"]].itertuples(index=False, name=None)
        tails: list[tuple[object, ...]] = [(p, numbered[p], quotes[p], STRENGTHS[how], why) for p, how, why in found]
        rows += [(*head, *tail) for tail in tails or [(None,) * 5]]
    label = own["label"].iloc[0] if len(own) else None
    free = [plan for plan in numbered if plan not in set(links["plan_id"])]
    rows += [(document, label, None, None, None, plan, numbered[plan], quotes[plan], None, None) for plan in free]
    return frame(PROBLEM_LINKS, rows)
