"""The boundary around a source: whatever breaks within it is a failure of that source alone.

The one place where any exception is caught, and kept with its type.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from ..errors import TimelineError
from ..readers.base import Failure

T = TypeVar("T")


def contain(source: str, items: Iterator[T]) -> Iterator[T | Failure]:
    """The items as they come, and a Failure in place of the one that an error kept from coming."""
    try:
        yield from items
    except TimelineError as error:
        yield Failure(source, error.message, error.hint)
    except Exception as error:
        yield Failure(source, f"{type(error).__name__}: {error}")
