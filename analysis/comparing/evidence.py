"""The sentences a figure was counted from, each with the stretch that counts."""

from collections.abc import Iterable, Sequence

import pandas as pd

from analysis.comparing.base import Tables
from analysis.phrases import fold, one_of
from analysis.tables.base import frame
from analysis.tables.comparing.shared import EVIDENCE

SPAN_COLUMNS = ["document_id", "start", "end"]


def select_codings(
    codings: pd.DataFrame, documents: Iterable[str], codes: Iterable[str], roles: Iterable[str]
) -> pd.DataFrame:
    """The rows of `codings` (CODINGS) for these documents, themes and roles."""
    wanted = codings["document_id"].isin(list(documents)) & codings["code_id"].isin(list(codes))
    return codings[wanted & codings["role"].isin(list(roles))]


def cue_spans(codings: pd.DataFrame) -> pd.DataFrame:
    """Where the cue of each of `codings` stands: document_id, start, end; the clause where it is not literal.

    A cue `A…B` gives one span from A to B.
    """
    rows = []
    columns = ["document_id", "start", "end", "quote", "cue"]
    for key, start, end, quote, cue in codings[columns].itertuples(index=False, name=None):
        hit = one_of((cue,)).search(fold(quote)) if isinstance(cue, str) and cue else None
        rows.append((key, start + hit.start(), start + hit.end()) if hit else (key, start, end))
    return pd.DataFrame(rows, columns=SPAN_COLUMNS)


def evidence(tables: Tables, labels: pd.DataFrame, spans: pd.DataFrame) -> pd.DataFrame:
    """EVIDENCE for `spans` (document_id, start, end): every sentence a span touches, and what is marked.

    In the order of the labels, then of the text; a sentence with two marks has two rows, one after the other.
    """
    found = _ordered(_touched(tables, labels, spans), labels["document_id"].to_list())
    columns = list(EVIDENCE.names)
    return frame(EVIDENCE, found[columns].drop_duplicates().itertuples(index=False, name=None))


def evidence_by(key: str, tables: Tables, labels: pd.DataFrame, spans: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """EVIDENCE as `evidence` gives it for each value of the column `key` of `spans`, in one look at the tables."""
    found = _ordered(_touched(tables, labels, spans), labels["document_id"].to_list())
    found = found[[key, *EVIDENCE.names]].drop_duplicates().reset_index(drop=True)
    rows = frame(EVIDENCE, found[list(EVIDENCE.names)].itertuples(index=False, name=None))
    return {str(value): own for value, own in rows.groupby(found[key], sort=False)}


def _touched(tables: Tables, labels: pd.DataFrame, spans: pd.DataFrame) -> pd.DataFrame:
    """Each sentence with each span that touches it, and where in the sentence that stands."""
    wanted = spans["document_id"].unique()
    sentences = tables["sentences"]
    sentences = sentences[sentences["document_id"].isin(wanted)].drop(columns="order")
    pairs = sentences.merge(spans, on="document_id", suffixes=("", "_mark"))
    pairs = pairs[(pairs["start_mark"] < pairs["end"]) & (pairs["end_mark"] > pairs["start"])]
    pairs = pairs.merge(tables["documents"][["document_id", "file"]], on="document_id")
    pairs = pairs.merge(tables["sections"][["section_id", "path"]], on="section_id", how="left")
    pairs = pairs.merge(labels[["document_id", "label"]], on="document_id")
    length = pairs["end"] - pairs["start"]
    pairs["mark_start"] = (pairs["start_mark"] - pairs["start"]).clip(lower=0)
    pairs["mark_end"] = (pairs["end_mark"] - pairs["start"]).where(pairs["end_mark"] < pairs["end"], length)
    return pairs


def _ordered(pairs: pd.DataFrame, documents: Sequence[str]) -> pd.DataFrame:
    place = pairs["document_id"].map({key: order for order, key in enumerate(documents)})
    return pairs.assign(place=place).sort_values(["place", "start", "mark_start", "mark_end"], kind="stable")
