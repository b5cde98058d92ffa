"""How many of the numbers that a report mentions it writes out: reported / (reported + masked)."""

from collections.abc import Sequence

import pandas as pd

from analysis.comparing.base import Tables
from analysis.tables.base import frame
from analysis.tables.comparing.indicators import DISCLOSURE

SPAN = ["document_id", "start", "end"]
FEW = 5
"""A rate of fewer numbers than this says little: it is shown as a fraction, and not called the lowest."""


def percent(share: float) -> str:
    """Whole per cent, but never a round 100% or 0% that is not one."""
    return f"{share:.1%}" if 0 < share < 0.01 or 0.99 < share < 1 else f"{share:.0%}"  # noqa: PLR2004 - hundredths


def share_words(told: int, hidden: int) -> str:
    """`27%`, or nothing where there are too few numbers for a rate."""
    return percent(told / (told + hidden)) if told + hidden >= FEW else ""


def rate_words(told: int, hidden: int) -> str:
    """`27%`; `1/3` where there are too few numbers for a rate, nothing where there is none."""
    return share_words(told, hidden) or f"{told}/{told + hidden}" * bool(told + hidden)


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
    """DISCLOSURE, the lowest rate first; then those of few numbers, and last those without any."""
    few = (rates["reported"] + rates["masked"]).lt(FEW)
    ranked = rates.assign(few=few).sort_values(["few", "share"], kind="stable", na_position="last", ignore_index=True)
    return ranked.drop(columns="few")


def masked_spans(tables: Tables, document: str, domain: str) -> pd.DataFrame:
    """Where `document` hides a number of `domain` in its work part; all its numbers where it hides none."""
    own = _counted(tables, [document], domain)
    hidden = own[own["status"].eq("masked")]
    return (own if hidden.empty else hidden)[SPAN]
