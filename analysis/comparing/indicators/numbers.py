"""Numbers as a list: those that belong to no indicator, and the claims of none (未发现……)."""

from collections.abc import Sequence

import pandas as pd

from analysis.comparing.base import ROLE_NAMES, Tables
from analysis.comparing.indicators.amounts import COLUMNS, quantity_of, told
from analysis.comparing.indicators.wording import with_wording
from analysis.phrases import fold
from analysis.tables.base import frame
from analysis.tables.comparing.indicators import NUMBERS

SPAN = ["document_id", "start", "end"]


def free_numbers(
    tables: Tables, labels: pd.DataFrame, documents: Sequence[str], roles: Sequence[str], domain: str
) -> pd.DataFrame:
    """NUMBERS of `domain` (`party` or `business`, never both) that state no indicator."""
    own = tables["quantities"]
    own = own[own["domain"].eq(domain) & own["indicator_id"].fillna("").eq("")]
    return _listed(own[own["status"].isin(["reported", "masked"])], tables, labels, (documents, roles))


def zero_claims(tables: Tables, labels: pd.DataFrame, documents: Sequence[str], roles: Sequence[str]) -> pd.DataFrame:
    """NUMBERS of the claims that something did not happen; none of them is a reported 0."""
    own = tables["quantities"]
    return _listed(own[own["status"].eq("zero_claim")], tables, labels, (documents, roles))


def _listed(
    own: pd.DataFrame, tables: Tables, labels: pd.DataFrame, chosen: tuple[Sequence[str], Sequence[str]]
) -> pd.DataFrame:
    documents, roles = chosen
    own = own[own["document_id"].isin(list(documents)) & own["role"].isin(list(roles))]
    own = with_wording(own, tables["documents"])
    sentences = tables["sentences"][["sentence_id", "section_id", "text"]].rename(columns={"text": "sentence"})
    own = own.merge(sentences, on="sentence_id", how="left")
    own = own.merge(tables["sections"][["section_id", "path"]], on="section_id", how="left")
    own = own.merge(labels[["document_id", "label"]], on="document_id")
    own = own.assign(
        part=own["role"].map(dict(ROLE_NAMES)),
        told=[told(quantity_of(row), row["written"]) for row in own[[*COLUMNS, "written"]].to_dict("records")],
    )
    place = own["document_id"].map({key: order for order, key in enumerate(documents)})
    own = own.assign(place=place).sort_values(["place", "start"], kind="stable")
    return frame(NUMBERS, own[list(NUMBERS.names)].itertuples(index=False, name=None))


def search(numbers: pd.DataFrame, words: str) -> pd.DataFrame:
    """NUMBERS whose sentence or unit holds every one of `words` (parted by spaces); all of them for no word."""
    texts = numbers["sentence"].fillna("") + "\n" + numbers["label"].fillna("")
    texts = texts.map(fold).str.lower()
    wanted = pd.Series(data=True, index=numbers.index)
    for word in fold(words).lower().split():
        wanted &= texts.str.contains(word, regex=False)
    return numbers[wanted].reset_index(drop=True)


def number_spans(tables: Tables, ids: Sequence[str]) -> pd.DataFrame:
    """Where these quantities stand: document_id, start, end, from the number to the end of its measure word."""
    own = tables["quantities"]
    own = own[own["quantity_id"].isin(list(ids))]
    inside = own["number_start"].ge(own["start"]) & own["number_start"].lt(own["end"])
    start = own["start"].mask(inside.fillna(value=False).astype(bool), own["number_start"])
    return own.assign(start=start)[SPAN]
