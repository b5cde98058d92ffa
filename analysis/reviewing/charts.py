"""How much of one chart people have reviewed: its cells told by the reviewed cells that they are counted from."""

from collections.abc import Collection, Mapping

import pandas as pd

from analysis.reviewing.cells import review_note

Behind = Mapping[str, Collection[str]]


def chart_note(drawn: pd.DataFrame, behind: Behind, roles: Collection[str], cells: pd.DataFrame) -> str:
    """How many of the chart's cells are reviewed, in Chinese; empty where none is.

    A cell of the chart is reviewed where all cells behind it that hold anything are, and there is one.

    Args:
        drawn: a row for each cell of the chart: its report (document_id) and what it is about (item).
        behind: `item` to the themes, indicators or other cell ids that are counted in it.
        roles: the parts that the chart counts themes in.
        cells: REVIEWED_CELLS of the reports that people decided on.
    """
    told = cells["items"].gt(0) | cells["reviewed"]
    wanted = cells[told & (cells["layer"].ne("coding") | cells["role"].isin(list(roles)))]
    whole = wanted.groupby(["document_id", "cell_id"])["reviewed"].all().to_dict()
    reviewed = [
        bool(own) and all(own)
        for document, item in drawn[["document_id", "item"]].itertuples(index=False, name=None)
        for own in [[whole[document, one] for one in behind.get(item, ()) if (document, one) in whole]]
    ]
    return review_note(pd.DataFrame({"reviewed": reviewed})) if any(reviewed) else ""
