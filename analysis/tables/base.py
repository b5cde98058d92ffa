"""What every table that passes between the stages is made of, and the columns that many of them share.

A table is a tuple of columns; a column says its kind, its Chinese label, and the table its ids point to. `frame`
makes a data frame of exactly the declared columns and kinds, so that a table with no rows has them too. Each table is
declared once, in the module here that is named after the stage that makes it. Labels, and the words for codes, serve
pages, exports and the data dictionary alike (`words.in_words`).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

import pandas as pd

Kind = Literal["text", "integer", "number", "boolean"]
Form = Literal["plain", "share", "rounded"]

# pandas' own nullable kinds: an empty cell stays empty and never turns into 0 or NaN-as-text.
DTYPES: Mapping[Kind, str] = {"text": "str", "integer": "Int64", "number": "Float64", "boolean": "boolean"}


@dataclass(frozen=True, slots=True)
class Column:
    """One column: `name` in files, `label` on screen, `references` the table whose key it holds.

    For people its codes are called by their `words`, and its numbers are written as its `form` says: a `share` as a
    percentage, a `rounded` one with no more digits than tell something.
    """

    name: str
    kind: Kind
    label: str
    references: str = ""
    words: Mapping[str, str] = field(default_factory=dict, hash=False, repr=False)
    form: Form = "plain"


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its first column is the key where `keyed`."""

    name: str
    label: str
    columns: tuple[Column, ...]
    keyed: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """The column names in order."""
        return tuple(column.name for column in self.columns)

    @property
    def labels(self) -> dict[str, str]:
        """Column name to Chinese label."""
        return {column.name: column.label for column in self.columns}


def columns(kind: Kind, /, **labels: str) -> tuple[Column, ...]:
    """Columns of one kind, from name to label."""
    return tuple(Column(name, kind, label) for name, label in labels.items())


def coded(words: Mapping[str, str], /, **labels: str) -> tuple[Column, ...]:
    """Columns of codes, from name to label; `words` says what each code is called."""
    return tuple(Column(name, "text", label, words=words) for name, label in labels.items())


def measured(form: Form, /, **labels: str) -> tuple[Column, ...]:
    """Columns of numbers that are written in one form, from name to label."""
    return tuple(Column(name, "number", label, form=form) for name, label in labels.items())


ROLE_WORDS: Mapping[str, str] = {
    "work": "工作",
    "problems": "问题",
    "plan": "计划",
    "intro": "引言",
    "closing": "结语",
    "": "标题",
}
MENTIONED: Mapping[str, str] = {
    "covered": "提及",
    "claim_only": "只表态",
    "absent": "未提及",
    "no_part": "没有这一部分",
}
"""Of a theme, a duty or a problem: only said (nothing done), not said, or the report has no part where it belongs."""
DOCUMENT = Column("document_id", "text", "报告编号", references="documents")
SENTENCE = Column("sentence_id", "text", "句编号", references="sentences")
ROLE = Column("role", "text", "部分", words=ROLE_WORDS)
SPAN = columns("integer", start="起", end="止")
QUOTE = Column("quote", "text", "原文")


def frame(table: Table, rows: Iterable[Mapping[str, Any]] | Iterable[Sequence[Any]]) -> pd.DataFrame:
    """A data frame of exactly the declared columns and kinds, one row for each mapping or sequence in `rows`."""
    made = pd.DataFrame(list(rows), columns=list(table.names))
    return made.astype({column.name: DTYPES[column.kind] for column in table.columns})


def records(data: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows of `data`; an empty text is "" and any other empty cell is None."""
    names = [str(name) for name in data.columns]
    cells = [_cells(data[name]) for name in data.columns]
    return [dict(zip(names, row, strict=True)) for row in zip(*cells, strict=True)]


def _cells(column: pd.Series) -> list[Any]:
    empty = "" if isinstance(column.dtype, pd.StringDtype) else None
    return [empty if lacking else cell for cell, lacking in zip(column.tolist(), column.isna(), strict=True)]
