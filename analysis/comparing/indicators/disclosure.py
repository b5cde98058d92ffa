"""How many of the numbers that a report mentions it writes out: reported / (reported + masked)."""

from collections.abc import Sequence

import pandas as pd

from analysis.comparing.base import Tables
from analysis.tables.base import frame
from analysis.tables.comparing.indicators import DISCLOSURE

SPAN = ["document_id", "start", "end"]


def _counted(tables: Tables, documents: Sequence[str], domain: str) -> pd.DataFrame:
    own = tables["quantities"]
    own = own[own["document_id"].isin(list(documents)) & own["role"].eq("work") & own["domain"].eq(domain)]
    return own[own["status"].isin(["reported", "masked"])]


def disclosure(tables: Tables, labels: pd.DataFrame, documents: Sequence[str], domain: str) -> pd.DataFrame:
    """DISCLOSURE of `documents`, in their order: numbers of the work part that belong to `domain`.

    A claim of none (未发现……) is not a number and is not counted; a report without numbers has no rate.
    """
    names = labels.set_index("document_id")["label"]
    sizes = _counted(tables, documents, domain).groupby(["document_id", "status"]).size()
    rows = []
    for document in documents:
        told, hidden = (int(sizes.get((document, status), 0)) for status in ("reported", "masked"))
        share = told / (told + hidden) if told + hidden else None
        rows.append((document, names[document], told, hidden, share))
    return frame(DISCLOSURE, rows)


def lowest_first(rates: pd.DataFrame) -> pd.DataFrame:
    """DISCLOSURE, the lowest rate first, those without one last."""
    return rates.sort_values("share", kind="stable", na_position="last", ignore_index=True)


def masked_spans(tables: Tables, document: str, domain: str) -> pd.DataFrame:
    """Where `document` hides a number of `domain` in its work part; all its numbers where it hides none."""
    own = _counted(tables, [document], domain)
    hidden = own[own["status"].eq("masked")]
    return (own if hidden.empty else hidden)[SPAN]
