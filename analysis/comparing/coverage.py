"""Unit × dimension: how many of a dimension's themes each report takes up."""

import numpy as np
import pandas as pd

from analysis.codebook import Codebook
from analysis.comparing.base import Cube
from analysis.tables.base import frame
from analysis.tables.comparing.themes import COVERAGE


def coverage(counts: Cube, labels: pd.DataFrame, codebook: Codebook) -> pd.DataFrame:
    """COVERAGE of the block `counts`: one row a document and dimension that has a theme among the block's."""
    names = labels.set_index("document_id")["label"]
    home = {theme.id: theme.dimension for theme in codebook.themes}
    covered, claimed = counts.counts() > 0, counts.only_claimed()
    rows = []
    for dimension in codebook.dimensions:
        inside = np.array([home[code] == dimension.id for code in counts.codes], dtype=np.bool_)
        if inside.any():
            numbers = zip(counts.documents, covered[:, inside].sum(axis=1), claimed[:, inside].sum(axis=1), strict=True)
            total = int(inside.sum())
            rows += [(key, names[key], dimension.id, dimension.name, total, int(n), int(c)) for key, n, c in numbers]
    return frame(COVERAGE, rows)
