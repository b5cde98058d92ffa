"""One name a unit, however its reports write it."""

import pandas as pd

from analysis.comparing.trends.units import same_units


def one_name_a_unit(documents: pd.DataFrame) -> pd.DataFrame:
    """DOCUMENTS whose `unit` is the same in all reports of a unit, and empty where it is masked or only generic."""
    open_ = ~documents["unit_masked"].fillna(value=False)
    same = same_units(documents["unit"][open_].dropna())
    units = [same.get(unit) if told else None for unit, told in zip(documents["unit"], open_, strict=True)]
    return documents.assign(unit=pd.Series(units, index=documents.index, dtype="str"))
