"""Records as JSON-able data, and back: what a Doc may carry."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable
from enum import Enum
from operator import attrgetter
from typing import Any

from ..annotation import (
    Anchor,
    Bounds,
    Candidate,
    Dispute,
    DocumentDate,
    Event,
    EventLink,
    Evidence,
    Participant,
    Passage,
    TemporalExpression,
)
from ..document import Block
from ..rules.match import Match
from ..temporal import expression, granularity, values


def _classes() -> dict[str, type]:
    """Every record class by its name; names are unique across these modules."""
    records = (Anchor, Block, Bounds, Candidate, Dispute, DocumentDate, Event, EventLink, Evidence,
               Match, Participant, Passage, TemporalExpression)  # fmt: skip
    found: dict[str, type] = {cls.__name__: cls for cls in records}
    for module in (expression, values, granularity):
        for name, thing in vars(module).items():
            if isinstance(thing, type) and (
                dataclasses.is_dataclass(thing) or issubclass(thing, Enum)
            ):
                found.setdefault(name, thing)
    return found


CLASSES = _classes()


def _fields(cls: type) -> Callable[[Any], tuple[Any, ...]]:
    """What reads all fields of a record at once; asking for each takes longer than all else."""
    names = [field.name for field in dataclasses.fields(cls)]
    read = attrgetter(*names) if names else lambda _: ()
    return read if len(names) != 1 else lambda thing: (read(thing),)


_FIELDS = {cls: _fields(cls) for cls in CLASSES.values() if dataclasses.is_dataclass(cls)}
_SHARED = frozenset({str, int})
_ALIKE = frozenset({Bounds, Evidence, values.Moment, expression.Partial})  # many of them are equal
_ATOMS = frozenset({str, int, float, bool, type(None)})


def to_plain(thing: Any) -> Any:
    """A record as JSON-able data: ["ClassName", field, ...], enums as ["ClassName", "NAME"]."""
    cls = type(thing)
    if cls in _ATOMS:
        return thing
    if cls in _FIELDS:
        fields = _FIELDS[cls](thing)
        return [cls.__name__, *[v if type(v) in _ATOMS else to_plain(v) for v in fields]]
    if isinstance(thing, tuple):
        return {"tuple": [to_plain(item) for item in thing]}
    if isinstance(thing, Enum):
        return [cls.__name__, thing.name]
    if dataclasses.is_dataclass(cls):
        raise TypeError(f"{cls.__name__} is not a record that a Doc may carry")
    return thing


def from_plain(data: Any) -> Any:
    """The inverse of `to_plain`."""
    if type(data) in _ATOMS:
        return data
    if isinstance(data, dict):
        return tuple([from_plain(item) for item in data["tuple"]])
    if isinstance(data, (list, tuple)):
        cls = CLASSES[data[0]]
        if issubclass(cls, Enum):
            return cls[data[1]]
        return cls(*[v if type(v) in _ATOMS else from_plain(v) for v in data[1:]])
    return data


class Rows(list[Any]):
    """Plain data with the records that it was made of, which need not be made of it again.

    To all else it is a list, and it is pickled and copied as one: without records.
    """

    __slots__ = ("records",)

    def __init__(self, records: Iterable[Any]) -> None:
        self.records = tuple(records)
        super().__init__(map(to_plain, self.records))

    def __reduce__(self) -> tuple[type[list[Any]], tuple[list[Any]]]:
        return list, (list(self),)


def thaw(data: Any, known: dict[Any, Any]) -> Any:
    """What `from_plain` gives, with one object for many that are equal."""
    kind = type(data)
    if kind is str or kind is int:
        return known.setdefault(data, data)
    if kind in _ATOMS:
        return data
    if kind is dict:
        items = tuple([thaw(item, known) for item in data["tuple"]])
        return known.setdefault(items, items) if _SHARED.issuperset(map(type, items)) else items
    cls = CLASSES[data[0]]
    if issubclass(cls, Enum):
        return cls[data[1]]
    record = cls(*[thaw(item, known) for item in data[1:]])
    return known.setdefault(record, record) if cls in _ALIKE else record
