"""The tables of the contract as bytes: in Arrow's form a report is a row, and each of its tables a list in that row.

Reports are then joined, and taken apart from each other, without one of their rows being looked at.
"""

from collections.abc import Iterable, Mapping

import pandas as pd
import pyarrow as pa

from analysis.tables.base import DTYPES, Kind, Table
from analysis.tables.coding import CONTRACT

ARROW: Mapping[Kind, pa.DataType] = {
    "text": pa.large_string(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "boolean": pa.bool_(),
}
PANDAS = {ARROW[kind]: pd.Series(dtype=DTYPES[kind]).dtype for kind in ARROW}


def _rows(table: Table) -> pa.Schema:
    return pa.schema([(column.name, ARROW[column.kind]) for column in table.columns])


def _schema() -> pa.Schema:
    return pa.schema([(table.name, pa.large_list(pa.struct(list(_rows(table))))) for table in CONTRACT])


def as_row(tables: Mapping[str, pd.DataFrame]) -> pa.Table:
    """The tables of the contract for one report as one row."""
    return pa.Table.from_arrays([_list(tables[table.name], _rows(table)) for table in CONTRACT], schema=_schema())


def _list(rows: pd.DataFrame, schema: pa.Schema) -> pa.Array:
    columns = [pa.array(rows[field.name], field.type, from_pandas=True) for field in schema]
    structs = pa.StructArray.from_arrays([_whole(column) for column in columns], fields=list(schema))
    return pa.LargeListArray.from_arrays([0, len(rows)], structs)


def _whole(column: pa.Array | pa.ChunkedArray) -> pa.Array:
    return column.combine_chunks() if isinstance(column, pa.ChunkedArray) else column


def pack(reports: pa.Table) -> bytes:
    """Reports as bytes, compressed as a whole: a report has some hundred buffers, most of them tiny."""
    return _pack(reports)


def _pack(table: pa.Table) -> bytes:
    out = pa.BufferOutputStream()
    with pa.CompressedOutputStream(out, "zstd") as packed, pa.ipc.new_stream(packed, table.schema) as stream:
        stream.write_table(table)
    return bytes(out.getvalue())


def unpack(packed: bytes) -> pa.Table:
    """The reports in `packed`.

    Raises:
        OSError: it is damaged.
        pyarrow.ArrowException: it is damaged, or of another form of the tables.
    """
    reports = _unpack(packed)
    if not reports.schema.equals(_schema()):
        raise pa.ArrowInvalid("another form of the tables")
    return reports


def _unpack(packed: bytes) -> pa.Table:
    options = pa.ipc.IpcReadOptions(use_threads=False)  # for a report, threads cost more than they save
    stream = pa.CompressedInputStream(pa.BufferReader(packed), "zstd")
    return pa.ipc.open_stream(stream, options=options).read_all()


def join(reports: Iterable[pa.Table]) -> pa.Table:
    """All of `reports`, in their order and in one piece."""
    return pa.concat_tables([_schema().empty_table(), *reports]).combine_chunks()


def frames(reports: pa.Table) -> dict[str, pd.DataFrame]:
    """The tables of the contract for all of `reports`."""
    return {table.name: _frame(reports[table.name], _rows(table)) for table in CONTRACT}


def _frame(lists: pa.ChunkedArray, schema: pa.Schema) -> pd.DataFrame:
    structs = [chunk.flatten() for chunk in lists.chunks]
    batches = [pa.RecordBatch.from_struct_array(struct) for struct in structs]
    made: pd.DataFrame = pa.Table.from_batches(batches, schema).to_pandas(types_mapper=PANDAS.get)
    return made


def pack_frames(made: Mapping[str, pd.DataFrame]) -> bytes:
    """Any tables as bytes, under their names."""
    rows = [_pack(pa.Table.from_pandas(frame)) for frame in made.values()]
    return _pack(pa.table({"name": list(made), "rows": pa.array(rows, pa.large_binary())}))


def unpack_frames(packed: bytes) -> dict[str, pd.DataFrame]:
    """The tables in `packed`, by name.

    Raises:
        OSError: it is damaged.
        pyarrow.ArrowException: it is damaged.
    """
    pairs = _unpack(packed).to_pylist()
    return {pair["name"]: _unpack(pair["rows"]).to_pandas() for pair in pairs}
