"""How cells of the workbook look, each format made once, and the one way to write a cell."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import pandas as pd
from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from analysis.drawing.palette import ABSENT, ACCENT, GREY, LINE
from analysis.exporting.clean import cell
from analysis.exporting.style import FACE

Value = str | float | int | bool | None


@dataclass(frozen=True, slots=True)
class Formats:
    """The formats of the workbook."""

    title: Format
    note: Format
    head: Format
    text: Format
    number: Format
    middle: Format
    share: Format
    hidden: Format
    absent: Format
    lacking: Format
    book: Workbook
    base: Mapping[str, object]
    worded: dict[str, Format]

    @classmethod
    def of(cls, book: Workbook) -> "Formats":
        """The formats, made in `book`. A text keeps its sign of quotation, so that editing it makes no formula."""
        base = {"font_name": FACE, "font_size": 10, "valign": "vcenter"}
        lined = {**base, "border": 1, "border_color": LINE}
        quoted = {"quote_prefix": True}
        return cls(
            book.add_format({**base, **quoted, "font_size": 14, "bold": True}),
            book.add_format({**base, **quoted, "font_color": GREY}),
            book.add_format(
                {**lined, **quoted, "bold": True, "bg_color": ABSENT, "text_wrap": True, "align": "center"}
            ),
            book.add_format({**lined, **quoted, "text_wrap": True, "valign": "top"}),
            book.add_format({**lined, "align": "right"}),
            book.add_format({**lined, **quoted, "align": "center"}),
            book.add_format({**lined, "num_format": "0%", "align": "center"}),
            book.add_format({"pattern": 14, "fg_color": "#BFBFBF", "bg_color": "#FFFFFF"}),
            book.add_format({"bg_color": ABSENT, "font_color": GREY}),
            book.add_format({"font_color": ACCENT}),
            book,
            {**lined, "align": "center"},
            {},
        )

    def saying(self, text: str, value: float) -> Format | None:
        """The format in which the number `value` reads as `text` (3/7, 约300, 40%); none where it cannot."""
        digits = next((d for d in (f"{value:.0%}", f"{value:.0f}", f"{value:g}", f"{value:.1f}") if d in text), "")
        if not digits:
            return None
        before, _, after = text.partition(digits)
        number = "0%" if digits.endswith("%") else "0" if digits.isdigit() else "General"
        code = f'"{before}"{number}"{after}"' if before or after else number
        if code not in self.worded:
            self.worded[code] = self.book.add_format({**self.base, "num_format": code})
        return self.worded[code]


_cell = lru_cache(maxsize=10_000)(cell)
"""The same words stand in many cells."""


def put(sheet: Worksheet, row: int, column: int, value: object, look: Format) -> None:
    """Writes `value` by its kind, a text always as text; a missing one leaves the cell blank, never 0."""
    if isinstance(value, str):
        sheet.write_string(row, column, _cell(value), look)
    elif value is None or value is pd.NA or value != value:  # noqa: PLR0124 - NaN differs from itself
        return
    elif isinstance(value, bool):
        sheet.write_boolean(row, column, value, look)
    else:
        sheet.write_number(row, column, float(value), look)  # type: ignore[arg-type]  # only numbers are left
