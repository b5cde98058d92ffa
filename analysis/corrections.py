"""What people know better than the machine about a report: its unit and its period.

Corrections are laid over DOCUMENTS and nothing else; the machine's coding stays what the text gave. The same holds for
the names of a roster, which give a unit one name however its reports write it.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from analysis.tables.base import DTYPES
from analysis.tables.coding import DOCUMENTS


@dataclass(frozen=True, slots=True)
class Correction:
    """What was corrected in one report; None leaves what the machine found."""

    unit: str | None = None
    year: int | None = None
    period_kind: str | None = None
    quarter: int | None = None


NOTHING = Correction()
FIELDS = ("unit", "unit_masked", "year", "period_kind", "quarter")
KINDS = {column.name: DTYPES[column.kind] for column in DOCUMENTS.columns if column.name in FIELDS}


def corrected(documents: pd.DataFrame, corrections: Mapping[str, Correction], names: Mapping[str, str]) -> pd.DataFrame:
    """DOCUMENTS with `corrections` (by document_id) and, where a unit's name is one of `names`, the name it stands for.

    A name that a person gave is not masked. A period that is not a quarter has no quarter.
    """
    found = documents[list(FIELDS)].astype(object)
    rows = found.where(found.notna(), None).itertuples(index=False, name=None)
    keyed = zip(documents["document_id"], rows, strict=True)
    changed = [_row(row, corrections.get(key, NOTHING), names) for key, row in keyed]
    columns = pd.DataFrame(changed, columns=list(FIELDS), index=documents.index).astype(KINDS)
    return documents.assign(**{name: columns[name] for name in FIELDS})


def _row(row: tuple[object, ...], correction: Correction, names: Mapping[str, str]) -> tuple[object, ...]:
    unit, masked, year, kind, quarter = row
    if correction.unit is not None:
        unit, masked = correction.unit, False
    if isinstance(unit, str):
        unit = names.get("".join(unit.split()), unit)
    year = year if correction.year is None else correction.year
    kind = kind if correction.period_kind is None else correction.period_kind
    quarter = quarter if correction.quarter is None else correction.quarter
    return unit, masked, year, kind, quarter if kind == "quarter" else None
