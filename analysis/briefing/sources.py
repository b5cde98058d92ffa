"""The sentences behind a chart that was put aside: what each declared table was counted from."""

from collections.abc import Callable, Iterable, Iterator, Mapping

import pandas as pd

from analysis.basket import Quote
from analysis.briefing.choice import Chosen
from analysis.comparing.base import ROLE_NAMES
from analysis.comparing.evidence import evidence, select_codings
from analysis.comparing.indicators.disclosure import masked_spans
from analysis.comparing.indicators.numbers import number_spans
from analysis.tables.base import Table

SPAN = ["document_id", "start", "end"]
MOST = 30
"""More sentences than this nobody reads out; those of different reports come first."""
Spans = Callable[[Chosen, pd.DataFrame, str], pd.DataFrame]


def _of_codings(choice: Chosen, documents: Iterable[str], codes: Iterable[str]) -> pd.DataFrame:
    return select_codings(choice.tables["codings"], documents, codes, choice.roles)[SPAN]


def _themes(choice: Chosen, data: pd.DataFrame, _: str) -> pd.DataFrame:
    return _of_codings(choice, data["document_id"].unique(), data["code_id"].unique())


def _dimensions(choice: Chosen, data: pd.DataFrame, _: str) -> pd.DataFrame:
    return _of_codings(choice, data["document_id"].unique(), choice.codes)


def _ranking(choice: Chosen, data: pd.DataFrame, _: str) -> pd.DataFrame:
    """A ranking is of reports, of themes, or of kinds of problems."""
    ids = set(data["item_id"])
    if ids <= set(choice.documents):
        return _of_codings(choice, data["item_id"], choice.codes)
    if ids <= set(choice.codes):
        return _of_codings(choice, choice.documents, data["item_id"])
    return _cards(choice, choice.cards, "")


def _numbers(choice: Chosen, data: pd.DataFrame, _: str) -> pd.DataFrame:
    ids = [key for keys in data["quantity_ids"].dropna() for key in keys.split(";") if key]
    return number_spans(choice.tables, ids)


def _masked(choice: Chosen, data: pd.DataFrame, domain: str) -> pd.DataFrame:
    hiding = data[data["masked"].gt(0)]["document_id"]
    return pd.concat([_nothing(), *(masked_spans(choice.tables, key, domain or "party") for key in hiding)])


def _cards(choice: Chosen, data: pd.DataFrame, _: str) -> pd.DataFrame:  # noqa: ARG001 - as the others
    return data[SPAN]


def _matrix(choice: Chosen, data: pd.DataFrame, _: str) -> pd.DataFrame:
    return choice.cards[choice.cards["document_id"].isin(data["document_id"])][SPAN]


def _checked(name: str, key: str) -> Spans:
    def spans(choice: Chosen, data: pd.DataFrame, _: str) -> pd.DataFrame:
        found = choice.made.checks[name]
        return found[found["document_id"].isin(data["document_id"]) & found[key].isin(data[key])][SPAN]

    return spans


def _pairs(choice: Chosen, data: pd.DataFrame, _: str) -> pd.DataFrame:
    known = choice.made.passages
    both = [*zip(data["document_id_a"], data["document_id_b"], strict=True)]
    own = known[[pair in set(both) for pair in zip(known["document_id_a"], known["document_id_b"], strict=True)]]
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


def _findings(choice: Chosen, data: pd.DataFrame, _: str) -> pd.DataFrame:
    from_checks = choice.own(choice.made.checks["checks"])
    own = choice.made.checks["check_spans"]
    return own[own["check_id"].isin(from_checks["check_id"]) & own["document_id"].isin(_named(data))][SPAN]


def _named(data: pd.DataFrame) -> set[str]:
    return {key for keys in data["document_ids"].dropna() for key in keys.split(";") if key}


def _nothing(*_: object) -> pd.DataFrame:
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


def quotes(choice: Chosen, table: Table, data: pd.DataFrame, measure: str = "") -> tuple[tuple[Quote, ...], int]:
    """The first sentences behind `data` of `table`, one of each report first, and in how many places there are such."""
    spans = SOURCES.get(table.name, _nothing)(choice, data, measure)
    rows = evidence(choice.tables, choice.labels, _first(spans))
    return tuple(_quotes(rows.drop_duplicates("sentence_id"))), len(spans)


def _first(spans: pd.DataFrame) -> pd.DataFrame:
    """`MOST` of `spans`: the first of every report, then the second of every report, and so on."""
    turn = spans.groupby("document_id", sort=False).cumcount()
    return spans.assign(turn=turn).sort_values("turn", kind="stable").head(MOST)[SPAN]


def _quotes(rows: pd.DataFrame) -> Iterator[Quote]:
    for label, file, path, role, text in rows[["label", "file", "path", "role", "text"]].itertuples(index=False):
        heading = path if isinstance(path, str) and path else "无标题"
        yield Quote(label, file, f"{ROLE_NAMES[role]}部分　{heading}", text)
