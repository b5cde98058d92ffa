"""What a headline is about: the rows of its table that it names, so that what is quoted below it is of these alone.

A headline is made of all chosen reports, a picture may hold a part of them: the names in the sentence decide, not the
rows that are drawn.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from analysis.comparing.problems.cards import RESPONSES
from analysis.comparing.problems.wording import CONCRETE, STOCK
from analysis.tables.base import Table

NAMES: Mapping[str, str] = {
    "coverage": "dimension",
    "crosstab": "theme",
    "duty_states": "duty",
    "keyness": "word",
    "problem_matrix": "group",
    "ranking": "item",
    "trend": "item",
}
"""The column of each table whose words a headline names."""
MOST_NAMED = 3
HIDING, HIDDEN = "遮盖了指标数字", "遮盖了数字的"
EMPTY, BUSINESS = "没有写具体做法的分句", "业务统计的句子"


@dataclass(frozen=True, slots=True)
class Subject:
    """The `rows` that a headline is about, and what they are in a few words, nothing where it is about all of them."""

    rows: pd.DataFrame
    words: str = ""


def subject(table: Table, data: pd.DataFrame, title: str, documents: Sequence[str]) -> Subject:
    """What `title`, the headline above `data` of `table`, is about; all of `data` where it names nothing of it.

    `documents` are all reports: a ranking may be of them.
    """
    if table.name == "indicator_cells":
        return _numbers(data, title)
    if table.name == "quality":
        return _quality(data)
    if table.name == "disclosure":
        return Subject(data, HIDDEN)
    if table.name not in NAMES:
        return Subject(data)
    own = _named(data, NAMES[table.name], title)
    of_reports = table.name == "ranking" and set(data["item_id"]) <= set(documents)
    return Subject(own.rows) if of_reports else own


def _named(data: pd.DataFrame, column: str, title: str) -> Subject:
    said = without(title, data["label"]) if "label" in data else title
    names = named_in(said, data[column])
    if STOCK in names and CONCRETE in names:  # 套话，没有写到具体的事
        names = [STOCK]
    if not names:
        return Subject(data)
    own = data[data[column].isin(names)]
    if column == "item" and "total" in own and not own["value"].fillna(0).any():
        own = data[data["value"].eq(data["value"].max())]  # of the last there is nothing to quote
        names = own["item"].to_list()
    return Subject(own, _told(names))


def _told(names: Sequence[str]) -> str:
    verb = "标为" if set(names) <= {*RESPONSES, CONCRETE, STOCK} else "写到"
    return f"{verb}{'、'.join(names[:MOST_NAMED])}{'等' * (len(names) > MOST_NAMED)}的"


def named_in(sentence: str, names: Iterable[str]) -> list[str]:
    """Those of `names` that `sentence` names, in its order; one that only stands inside a longer one is not meant."""
    found = {}
    for name in sorted(dict.fromkeys(names), key=len, reverse=True):
        if name and (place := sentence.find(name)) >= 0:
            found[name] = place
            sentence = sentence.replace(name, "\0" * len(name))
    return sorted(found, key=lambda name: found[name])


def without(sentence: str, names: Iterable[str]) -> str:
    """`sentence` without any of `names`: a unit may be called like a theme."""
    for name in sorted(dict.fromkeys(names), key=len, reverse=True):
        sentence = sentence.replace(name, "")
    return sentence


def _numbers(data: pd.DataFrame, title: str) -> Subject:
    """Of several indicators those cells that hide numbers, or the one that some lack; of one the reports named."""
    if len(data["indicator_id"].unique()) == 1:
        named = data[data["label"].isin(named_in(title, data["label"]))]
        return Subject(named if len(named) else data)
    hiding = data[data["masked"].gt(0)]
    if HIDING in title and len(hiding):
        return Subject(hiding, HIDDEN)
    return _named(data, "indicator", title)


def _quality(data: pd.DataFrame) -> Subject:
    """The report that writes least concretely, and the one that writes most of business."""
    told = data[data["state"].eq("told")]
    work, business = (told[told["measure_id"].eq(measure)] for measure in ("work", "business_text"))
    least = work[work["share"].eq(work["share"].min()) & work["share"].lt(1)].head(1)
    most = business[business["share"].eq(business["share"].max()) & business["share"].gt(0)].tail(1)
    words = [name for name, rows in ((EMPTY, least), (BUSINESS, most)) if len(rows)]
    return Subject(pd.concat([least, most]), "、".join(words))
