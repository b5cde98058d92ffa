"""How a number of a report is written on screen: exactly, with 余, 以上 and 每季度 where the report says so."""

from collections.abc import Hashable, Mapping
from typing import Any

import numpy as np
import pandas as pd

from analysis.coding.base import Quantity, Role

MASKED = "遮盖"
Row = Mapping[Hashable, Any]
COLUMNS = (
    "start",
    "end",
    "value",
    "value_high",
    "approximate",
    "status",
    "measure_word",
    "per",
    "domain",
    "relation",
    "cue",
)
"""What `quantity_of` reads of a row of QUANTITIES."""


def digits(value: float) -> str:
    """The shortest digits that give `value` back: 71320, 352.05."""
    return str(np.format_float_positional(value, trim="-"))


def amount(value: float, word: str, *, approximate: bool = False) -> str:
    """`3次`, `约2300人次`."""
    return f"{'约' * approximate}{digits(value)}{word}"


def told(number: Quantity, written: str = "") -> str:
    """One number in words: `30余次`, `2–3名`, `每季度1次`, `遮盖`; nothing for a claim of none.

    `written` is how the report writes an approximate one; without it stands 约.
    """
    if number.status != "reported" or number.value is None:
        return MASKED if number.status == "masked" else ""
    often = f"每{number.per}" if number.per else ""
    return often + size(number, number.value, written)


def size(number: Quantity, value: float, written: str = "") -> str:
    """The `value` of the number with its measure word, as far as the report gives it: `30余次`, `2–3名`."""
    if number.value_high is not None:
        return f"{digits(value)}–{digits(number.value_high)}{number.measure_word}"
    return written or amount(value, number.measure_word, approximate=number.approximate)


def quantity_of(row: Row) -> Quantity:
    """A row of QUANTITIES as coding has it, as far as it decides a value."""
    return Quantity(
        role=Role.WORK,
        start=int(row["start"]),
        end=int(row["end"]),
        value=_number(row["value"]),
        value_high=_number(row["value_high"]),
        approximate=not pd.isna(row["approximate"]) and bool(row["approximate"]),
        status=row["status"],
        measure_word=_text(row["measure_word"]),
        per=_text(row["per"]),
        domain=_text(row["domain"]),
        relation=_text(row["relation"]),
        cue=_text(row["cue"]),
    )


def _number(value: float | None) -> float | None:
    return None if value is None or pd.isna(value) else float(value)


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
