"""Tables as CSV or Parquet files; the same tables give the same bytes on every system.

For programs a table keeps its codes; for people (`csv_in_words`) it is in words, under Chinese heads.

CSV is what Excel and WPS in China open by a double click: UTF-8 with a byte order mark, lines that end as
Excel ends them (RFC 4180), ``true`` and ``false``, an empty cell for "none", and no ``.0`` behind a whole
number. Its text goes through `clean`. Parquet is for programs and keeps every value as it is.
"""

import csv
import io
import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, Literal

import numpy as np
import pandas as pd

from analysis.exporting.clean import clean
from analysis.tables.base import Table
from analysis.tables.words import NO_NAMES, in_words, shares

Format = Literal["csv", "parquet"]


def _number(value: float) -> str:
    """The shortest digits that give `value` back, never with an exponent: 71320, 352.05."""
    return str(np.format_float_positional(value, trim="-"))


def _cell(value: object) -> str:
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, bool | np.bool_):
        return "true" if value else "false"
    return _number(value) if isinstance(value, float) else clean(str(value))


def _cells(column: "pd.Series[Any]") -> Iterable[str]:
    """The column as text; each distinct value is written once."""
    codes, values = pd.factorize(column)
    written = [*(_cell(value) for value in values), ""]  # a missing value has the code -1
    return (written[code] for code in codes)


def csv_in_words(table: Table, data: pd.DataFrame, names: Mapping[str, str] = NO_NAMES) -> bytes:
    """The rows of `data` (of `table`) as a CSV file for people: `in_words`, shares as 27.3%."""
    told = in_words(table, data, names)
    percentages = {label: told[label].map(_percentage, na_action="ignore") for label in shares(table) if label in told}
    return csv_bytes(told.assign(**percentages))


def _percentage(share: float) -> str:
    return f"{_number(round(share * 100, 1))}%"


def csv_bytes(frame: pd.DataFrame) -> bytes:
    """The rows of `frame` as a CSV file under its column names."""
    lines = io.StringIO(newline="")
    writer = csv.writer(lines, lineterminator="\r\n")
    writer.writerow([clean(str(name)) for name in frame.columns])
    writer.writerows(zip(*(_cells(frame[name]) for name in frame.columns), strict=True))
    return lines.getvalue().encode("utf-8-sig")


def parquet_bytes(frame: pd.DataFrame) -> bytes:
    """The rows of `frame` as a Parquet file."""
    return bytes(frame.to_parquet(index=False, compression="zstd"))


FORMATS: Mapping[Format, Callable[[pd.DataFrame], bytes]] = {"csv": csv_bytes, "parquet": parquet_bytes}


def write_tables(tables: Mapping[str, pd.DataFrame], folder: Path, form: Format = "csv") -> None:
    """Writes each table to ``folder/<name>.<form>``; a file is whole or, after a failure, what it was before.

    Raises:
        OSError: the folder or a file cannot be written, for instance because Excel holds it open.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for name, frame in tables.items():
        replace_file(folder / f"{name}.{form}", FORMATS[form](frame))


def replace_file(file: Path, content: bytes) -> None:
    """Puts `content` in the place of `file` in one step; leaves nothing half-written behind.

    Raises:
        OSError: the file cannot be written or replaced; it then is as before.
    """
    scratch = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        scratch.write_bytes(content)
        scratch.replace(file)
    finally:
        scratch.unlink(missing_ok=True)
