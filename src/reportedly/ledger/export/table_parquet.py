"""Parquet of statements: one row a statement, columns typed, lists as lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, chain, islice
from typing import TYPE_CHECKING, Any, BinaryIO

from sqlalchemy import Connection

from reportedly.ledger.export.columns import COLUMNS, Kind, Row, rows
from reportedly.ledger.export.selection import Selection, readings

if TYPE_CHECKING:  # arro3 is imported where it is used
    from arro3.core import Array, DataType, RecordBatch, Schema

_ROWS_AT_ONCE = 10_000
_COMPRESSION = "zstd(3)"


def write(connection: Connection, selection: Selection, file: BinaryIO) -> None:
    """Write the chosen statements, some ten thousand rows at a time."""
    from arro3.core import RecordBatchReader  # noqa: PLC0415 - only where it is wanted
    from arro3.io import write_parquet  # noqa: PLC0415

    chosen = chain.from_iterable(map(rows, readings(connection, selection)))
    schema = _schema()
    reader = RecordBatchReader.from_batches(schema, _batches(schema, chosen))
    write_parquet(reader, file, compression=_COMPRESSION, max_row_group_size=_ROWS_AT_ONCE)


def _batches(schema: Schema, chosen: Iterator[Row]) -> Iterator[RecordBatch]:
    from arro3.core import RecordBatch  # noqa: PLC0415 - only where it is wanted

    while batch := list(islice(chosen, _ROWS_AT_ONCE)):
        arrays = [_array([row[name] for row in batch], kind) for name, kind in COLUMNS.items()]
        yield RecordBatch.from_arrays(arrays, schema=schema)


def _schema() -> Schema:
    from arro3.core import Field, Schema  # noqa: PLC0415 - only where it is wanted

    return Schema([Field(name, _type(kind), nullable=True) for name, kind in COLUMNS.items()])


def _type(kind: Kind) -> DataType:
    from arro3.core import DataType  # noqa: PLC0415 - only where it is wanted

    match kind:
        case Kind.TEXT:
            return DataType.string()
        case Kind.NUMBER:
            return DataType.float64()
        case Kind.TRUTH:
            return DataType.bool()
        case Kind.TEXTS:
            return DataType.list(_item(DataType.string()))
    return DataType.list(_item(DataType.list(_item(DataType.int64()))))


def _item(kind: DataType) -> Any:  # noqa: ANN401 - a Field, which is not imported here
    from arro3.core import Field  # noqa: PLC0415 - only where it is wanted

    return Field("item", kind, nullable=True)


def _array(cells: Sequence[Any], kind: Kind) -> Array:
    from arro3.core import Array  # noqa: PLC0415 - only where it is wanted

    match kind:
        case Kind.TEXTS:
            return _lists(cells, _array(_flat(cells), Kind.TEXT), _type(kind))
        case Kind.SPANS:
            spans = _flat(cells)
            inner = _type(kind).value_type
            assert inner is not None
            numbers = Array(_flat(spans), type=_integer())
            return _lists(cells, _lists(spans, numbers, inner), _type(kind))
    return Array(cells, type=_type(kind))


def _lists(cells: Sequence[Sequence[Any]], values: Array, kind: DataType) -> Array:
    from arro3.core import Array, DataType, list_array  # noqa: PLC0415 - only where it is wanted

    offsets = Array(list(accumulate(map(len, cells), initial=0)), type=DataType.int32())
    return list_array(offsets, values, type=kind)


def _integer() -> DataType:
    from arro3.core import DataType  # noqa: PLC0415 - only where it is wanted

    return DataType.int64()


def _flat(cells: Iterable[Iterable[Any]]) -> list[Any]:
    return list(chain.from_iterable(cells))
