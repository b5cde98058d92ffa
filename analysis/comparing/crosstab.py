"""Unit × theme: how often, how densely and in which state each report speaks of each theme."""

import numpy as np
import pandas as pd

from analysis.codebook import Codebook
from analysis.comparing.base import Cube
from analysis.tables.base import DTYPES
from analysis.tables.comparing.themes import CROSSTAB


def crosstab(counts: Cube, labels: pd.DataFrame, codebook: Codebook) -> pd.DataFrame:
    """CROSSTAB of the block `counts`, row by row: the first document with all its themes, then the next.

    `per_thousand` is clauses a thousand characters of the report's chosen parts; empty where it has none.
    """
    names = labels.set_index("document_id")["label"]
    themes = {theme.id: theme for theme in codebook.themes}
    dimensions = {dimension.id: dimension.name for dimension in codebook.dimensions}
    size = counts.characters.sum(axis=1)[:, None]
    with np.errstate(divide="ignore", invalid="ignore"):
        rate = np.where(size > 0, counts.counts() / size * 1000, np.nan)
    rows, columns = len(counts.documents), len(counts.codes)
    made = pd.DataFrame(
        {
            "document_id": np.repeat(np.array(counts.documents, dtype=object), columns),
            "label": np.repeat(np.array([names[key] for key in counts.documents], dtype=object), columns),
            "code_id": list(counts.codes) * rows,
            "theme": [themes[code].name for code in counts.codes] * rows,
            "dimension": [dimensions[themes[code].dimension] for code in counts.codes] * rows,
            "codings": counts.counts().ravel(),
            "per_thousand": rate.ravel().round(2),
            "state": counts.states().ravel(),
        }
    )
    return made.astype({column.name: DTYPES[column.kind] for column in CROSSTAB.columns})
