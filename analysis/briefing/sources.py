"""The sentences behind a chart that was put aside: what each declared table was counted from."""

from collections.abc import Callable, Iterable, Mapping

import pandas as pd

from analysis.briefing.choice import Chosen
from analysis.comparing.evidence import select_codings
from analysis.comparing.indicators.disclosure import masked_spans
from analysis.comparing.indicators.numbers import number_spans
from analysis.comparing.problems.cards import RESPONSES, spans_of
from analysis.comparing.problems.wording import CONCRETE, STOCK

SPAN = ["document_id", "start", "end"]
PAIR = ["document_id_a", "document_id_b"]


Spans = Callable[[Chosen, pd.DataFrame, str], pd.DataFrame]


def _of_codings(choice: Chosen, documents: Iterable[str], codes: Iterable[str]) -> pd.DataFrame:
    return select_codings(choice.tables["codings"], documents, codes, choice.roles)[SPAN]


def _themes(choice: Chosen, data: pd.DataFrame, _: str) -> pd.DataFrame:
    return _of_codings(choice, data["document_id"].unique(), data["code_id"].unique())


def _dimensions(choice: Chosen, data: pd.DataFrame, _: str) -> pd.DataFrame:
    wanted = set(data["dimension_id"])
    codes = [theme.id for theme in choice.codebook.themes if theme.dimension in wanted and theme.id in choice.codes]
    return _of_codings(choice, data["document_id"].unique(), codes)


def _ranking(choice: Chosen, data: pd.DataFrame, _: str) -> pd.DataFrame:
    """A ranking is of reports, of themes, or of kinds of problems."""
    ids = set(data["item_id"])
    if ids <= set(choice.documents):
        return _of_codings(choice, data["item_id"], choice.codes)
    if ids <= set(choice.codes):
        return _of_codings(choice, choice.documents, data["item_id"])
    return _kinds(choice, choice.documents, "category_ids", ids)


def _kinds(choice: Chosen, documents: Iterable[str], column: str, kinds: Iterable[str]) -> pd.DataFrame:
    """The problems of `documents` that belong to one of `kinds`, each once."""
    found = (spans_of(choice.cards, documents, column, kind) for kind in dict.fromkeys(kinds))
    return pd.concat([nothing(), *found]).drop_duplicates()


def _numbers(choice: Chosen, data: pd.DataFrame, _: str) -> pd.DataFrame:
    """The numbers of the cells; only the masked ones where every cell hides some."""
    ids = [key for keys in data["quantity_ids"].dropna() for key in keys.split(";") if key]
    if data["masked"].gt(0).all():
        known = choice.tables["quantities"]
        ids = known[known["quantity_id"].isin(ids) & known["status"].eq("masked")]["quantity_id"].to_list()
    return number_spans(choice.tables, ids)


def _masked(choice: Chosen, data: pd.DataFrame, domain: str) -> pd.DataFrame:
    hiding = data[data["masked"].gt(0)]["document_id"]
    return pd.concat([nothing(), *(masked_spans(choice.tables, key, domain or "party") for key in hiding)])


def _cards(choice: Chosen, data: pd.DataFrame, _: str) -> pd.DataFrame:  # noqa: ARG001 - as the others
    return data[SPAN]


def _matrix(choice: Chosen, data: pd.DataFrame, _: str) -> pd.DataFrame:
    groups = set(data["group_id"])
    own = data[data["state"].eq("covered")]
    column = "response" if groups <= set(RESPONSES) else "wording" if groups <= {CONCRETE, STOCK} else "category_ids"
    return _kinds(choice, own["document_id"].unique(), column, own["group_id"])


def _checked(name: str, key: str) -> Spans:
    def spans(choice: Chosen, data: pd.DataFrame, _: str) -> pd.DataFrame:
        own = data[["document_id", key]].drop_duplicates()
        return own.merge(choice.made.checks[name], on=["document_id", key])[SPAN]

    return spans


def _pairs(choice: Chosen, data: pd.DataFrame, _: str) -> pd.DataFrame:
    """Both sides of the passages, those of the first pair first."""
    own = data[PAIR].drop_duplicates().merge(choice.made.passages, on=PAIR)
    sides = [own[[f"document_id_{s}", f"start_{s}", f"end_{s}"]].set_axis(SPAN, axis="columns") for s in "ab"]
    return pd.concat(sides).drop_duplicates()


def _reuse_matrix(choice: Chosen, data: pd.DataFrame, measure: str) -> pd.DataFrame:
    found = data[data["state"].eq("found")]
    return _pairs(choice, found.rename(columns={"document_id": "document_id_a", "other_id": "document_id_b"}), measure)


def _trend(choice: Chosen, data: pd.DataFrame, _: str) -> pd.DataFrame:
    """A series is of themes, of indicators, or of kinds of problems."""
    ids, documents, tables = set(data["item_id"]), data["document_id"].unique(), choice.tables
    if ids <= {theme.id for theme in choice.codebook.themes}:
        return _of_codings(choice, documents, list(ids))
    if ids <= {indicator.id for indicator in choice.codebook.indicators}:
        own = tables["quantities"]
        own = own[own["indicator_id"].isin(ids) & own["role"].eq("work")]
    else:
        own = tables["problems"]
    return own[own["document_id"].isin(documents)][SPAN]


def _words(choice: Chosen, data: pd.DataFrame, document: str) -> pd.DataFrame:
    """The sentences of `document` that hold one of the words."""
    sentences = choice.tables["sentences"]
    own = sentences[sentences["document_id"].eq(document)]
    hits = [(n, text.find(word), len(word)) for n, text in enumerate(own["text"]) for word in data["word"]]
    rows = [(document, own["start"].iloc[n] + at, own["start"].iloc[n] + at + size) for n, at, size in hits if at >= 0]
    return pd.DataFrame(rows, columns=SPAN)


def _listed_numbers(choice: Chosen, data: pd.DataFrame, _: str) -> pd.DataFrame:
    return number_spans(choice.tables, data["quantity_id"].to_list())


def _links(choice: Chosen, data: pd.DataFrame, _: str) -> pd.DataFrame:
    problems, plans = choice.tables["problems"], choice.tables["plans"]
    own = problems[problems["problem_id"].isin(data["problem_id"])], plans[plans["plan_id"].isin(data["plan_id"])]
    return pd.concat([rows[SPAN] for rows in own])


def _follow_ups(choice: Chosen, data: pd.DataFrame, _: str) -> pd.DataFrame:
    later = choice.made.follow["follow_up_spans"]
    earlier = data[["earlier_id", "start", "end"]].set_axis(SPAN, axis="columns")
    return pd.concat([earlier, later[later["follow_up_id"].isin(data["follow_up_id"])][SPAN]])


def nothing(*_: object) -> pd.DataFrame:
    """No places at all, whatever is asked."""
    return pd.DataFrame([], columns=SPAN)


SOURCES: Mapping[str, Spans] = {
    "crosstab": _themes,
    "coverage": _dimensions,
    "ranking": _ranking,
    "indicator_cells": _numbers,
    "disclosure": _masked,
    "duty_states": _checked("duty_spans", "duty_id"),
    "quality": _checked("quality_spans", "measure_id"),
    "checks": _checked("check_spans", "check_id"),
    "problem_matrix": _matrix,
    "problem_cards": _cards,
    "problem_links": _links,
    "reuse_pairs": _pairs,
    "reuse_matrix": _reuse_matrix,
    "trend": _trend,
    "follow_ups": _follow_ups,
    "keyness": _words,
    "numbers": _listed_numbers,
}
