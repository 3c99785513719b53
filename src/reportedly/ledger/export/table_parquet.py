"""Parquet of statements: one row a statement, columns typed, lists as lists."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, chain, islice
from typing import Any, BinaryIO

from arro3.core import Array, DataType, Field, RecordBatch, RecordBatchReader, Schema, list_array
from arro3.io import write_parquet
from sqlalchemy import Connection

from reportedly.ledger.export.columns import COLUMNS, Kind, Row, rows
from reportedly.ledger.export.selection import Selection, readings

_COMPRESSION = "zstd(3)"
# rows are Python's, and large, only until they are in a batch; a group is what readers skip or take as a whole
_ROWS_AT_ONCE = 1_000
_ROWS_IN_A_GROUP = 50_000


def _list_of(kind: DataType) -> DataType:
    return DataType.list(Field("item", kind, nullable=True))


_PAIR = _list_of(DataType.int64())
_TYPES = {
    Kind.TEXT: DataType.string(),
    Kind.NUMBER: DataType.float64(),
    Kind.TRUTH: DataType.bool(),
    Kind.TEXTS: _list_of(DataType.string()),
    Kind.SPANS: _list_of(_PAIR),
}
_SCHEMA = Schema([Field(name, _TYPES[kind], nullable=True) for name, kind in COLUMNS.items()])


def write(connection: Connection, selection: Selection, file: BinaryIO) -> None:
    """Write the chosen statements, a thousand rows at a time."""
    chosen = chain.from_iterable(map(rows, readings(connection, selection)))
    reader = RecordBatchReader.from_batches(_SCHEMA, _batches(chosen))
    write_parquet(reader, file, compression=_COMPRESSION, max_row_group_size=_ROWS_IN_A_GROUP)


def _batches(chosen: Iterator[Row]) -> Iterator[RecordBatch]:
    while batch := list(islice(chosen, _ROWS_AT_ONCE)):
        arrays = [_array([row[name] for row in batch], kind) for name, kind in COLUMNS.items()]
        yield RecordBatch.from_arrays(arrays, schema=_SCHEMA)


def _array(cells: Sequence[Any], kind: Kind) -> Array:
    """Return the cells of a column; lists are made of their entries and of where each list begins among them."""
    if kind is Kind.TEXTS:
        return _lists(cells, Array(_joined(cells), type=DataType.string()), _TYPES[kind])
    if kind is Kind.SPANS:
        pairs = _joined(cells)
        return _lists(cells, _lists(pairs, Array(_joined(pairs), type=DataType.int64()), _PAIR), _TYPES[kind])
    return Array(cells, type=_TYPES[kind])


def _lists(cells: Sequence[Sequence[Any]], entries: Array, kind: DataType) -> Array:
    offsets = Array(list(accumulate(map(len, cells), initial=0)), type=DataType.int32())
    return list_array(offsets, entries, type=kind)


def _joined(cells: Sequence[Sequence[Any]]) -> list[Any]:
    return list(chain.from_iterable(cells))
