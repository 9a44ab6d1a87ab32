"""Parquet: a document a row, with the columns of JSON Lines: text, id, date, title.

It is read by a few rows at a time: a part of a large corpus need not fit into memory.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from io import SEEK_END, BytesIO
from typing import Any, BinaryIO

from ..document import Document
from ..errors import ReadError
from .base import Failure, Reader, explain_missing
from .packed import LIMITS
from .record import FIELDS, read_record

MAGIC = b"PAR1"
ROWS = 16  # that are in memory at a time
BUFFER = 1 << 16  # bytes of a column that are read at a time
HINT = "name the columns text, id, date and title; only text is needed"


def read(data: bytes, source: str) -> Iterator[Document | Failure]:
    """The documents in order; a broken row is a Failure named `source:row`, from 1."""
    yield from stream(BytesIO(data), source)


def stream(file: BinaryIO, source: str) -> Iterator[Document | Failure]:
    """The documents of an open file, no more of it in memory than some rows."""
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError:
        yield explain_missing(source, "a Parquet file", "pyarrow", "parquet")
        return
    try:
        table = pq.ParquetFile(file, buffer_size=BUFFER, pre_buffer=False)
        columns = [name for name in FIELDS if name in table.schema_arrow.names]
        _check(table, columns, file.seek(0, SEEK_END))
        number = 0
        for batch in table.iter_batches(ROWS, columns=columns, use_threads=False):
            found = [_values(pa, batch.column(name)) for name in columns]
            for values in zip(*found, strict=True):
                number += 1
                yield _read_row(dict(zip(columns, values, strict=True)), f"{source}:{number}")
    except ReadError as error:
        yield Failure(source, f"this Parquet file {error.message}", error.hint)
    except (pa.ArrowException, OSError, ValueError) as error:
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        yield Failure(source, f"this Parquet file is broken: {reason}", "get a sound copy")
        return


def _check(table: Any, columns: list[str], packed: int) -> None:
    """Raises ReadError for a file without texts, or one that unpacks as only a bomb does."""
    kinds = dict(zip(table.schema_arrow.names, table.schema_arrow.types, strict=True))
    if "text" not in columns:
        raise ReadError(f"has no column text, but {', '.join(kinds) or 'none at all'}", HINT)
    if "string" not in str(kinds["text"]):
        raise ReadError(f"has a column text of {kinds['text']}, not of strings", HINT)
    # Not what it says of each column: asking a broken file for that may end the process.
    groups = range(table.metadata.num_row_groups)
    bare = sum(table.metadata.row_group(number).total_byte_size for number in groups)
    if bare > LIMITS.free and bare > LIMITS.ratio * packed:
        raise ReadError(f"unpacks to more than {LIMITS.ratio} times its size", "unpack it first")


def _values(pa: Any, column: Any) -> list[Any]:
    """The values of a column as Python has them: days as ISO 8601."""
    if pa.types.is_timestamp(column.type) or pa.types.is_date64(column.type):
        column = column.cast(pa.date32(), safe=False)
    return [_value(one) for one in column]


def _value(one: Any) -> object:
    """A value; bytes for what is no UTF-8, a list for a day that no calendar has."""
    try:
        value = one.as_py()
    except UnicodeDecodeError:
        return b""
    except (OverflowError, ValueError):
        return []
    return value.isoformat() if isinstance(value, date) else value


def _read_row(record: dict[str, object], source: str) -> Document | Failure:
    if isinstance(record["text"], bytes):
        return Failure(source, "the text of this document is not UTF-8")
    return read_record(record, source)


def sniff(head: bytes) -> bool:
    """Whether a file begins like Parquet."""
    return head.startswith(MAGIC)


def is_certain(data: bytes) -> bool:
    """Whether it begins and ends as Parquet does."""
    return data.startswith(MAGIC) and data.endswith(MAGIC)


READER = Reader(
    "parquet",
    (".parquet", ".pq"),
    "Parquet, a document a row: text, id, date, title",
    read,
    sniff,
    is_certain,
    is_binary=True,
)
