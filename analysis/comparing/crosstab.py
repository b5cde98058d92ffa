"""Unit × theme: how often, how densely and in which state each report speaks of each theme."""

import numpy as np
import pandas as pd

from analysis.codebook import Codebook
from analysis.comparing.base import Cube
from analysis.tables import CROSSTAB, frame


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
    columns = {
        "document_id": np.repeat(counts.documents, len(counts.codes)).tolist(),
        "label": np.repeat([names[key] for key in counts.documents], len(counts.codes)).tolist(),
        "code_id": list(counts.codes) * len(counts.documents),
        "theme": [themes[code].name for code in counts.codes] * len(counts.documents),
        "dimension": [dimensions[themes[c].dimension] for c in counts.codes] * len(counts.documents),
        "codings": counts.counts().ravel().tolist(),
        "per_thousand": [None if np.isnan(value) else value for value in rate.ravel().round(2).tolist()],
        "state": counts.states().ravel().tolist(),
    }
    return frame(CROSSTAB, zip(*(columns[name] for name in CROSSTAB.names), strict=True))
