"""A user's own named dates: "the merger", "D-Day", "the Blitz", each with its EDTF."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from ..errors import OptionError, TimelineError
from ..temporal.edtf import from_edtf
from ..temporal.expression import Expr, Partial, Range
from ..temporal.granularity import Granularity
from ..temporal.values import End, Interval, Moment, OneOf
from .folding import fold

RULE = "named-dates"  # the rule that `timeline explain` gives for them
LONGEST = 60  # characters of a name: what a stretch of text around a trigger can hold
_HINT = 'lines look like: "the merger" = "2019-03-04" or "the Blitz" = "1940-09-07/1941-05-11"'
_WORD = re.compile(r"\w{1,60}")
_PLAIN_YEAR = 9999


@dataclass(frozen=True, slots=True)
class NamedDates:
    """Names and their EDTF, in the order of the file; made by `make_named_dates`."""

    entries: tuple[tuple[str, str], ...] = ()

    @property
    def digest(self) -> str | None:
        """Names what was given, for the provenance; None for no names."""
        text = "\n".join(f"{name}\t{edtf}" for name, edtf in self.entries)
        return hashlib.sha256(text.encode()).hexdigest()[:12] if text else None


@dataclass(frozen=True, slots=True)
class Named:
    """Words of a text that are one of the names, and what they mean."""

    start: int
    end: int
    type: str
    expr: Expr


NO_NAMES = NamedDates()


def read_named_dates(path: Path) -> NamedDates:
    """The names of a TOML file, one a line. Raises OptionError that says what is wrong where."""
    import tomllib

    try:
        table = tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise OptionError(f"{path}: cannot be read: {reason}", "check --named-dates") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise OptionError(f"{path}: not valid TOML: {error}", _HINT) from error
    return make_named_dates(table, where=str(path))


def make_named_dates(table: Mapping[str, Any], where: str = "named dates") -> NamedDates:
    """The names of a table of name to EDTF date or interval. Raises OptionError."""
    entries: dict[str, tuple[str, str]] = {}
    for name, value in table.items():
        said = " ".join(name.split())
        if not _WORD.search(said) or len(said) > LONGEST:
            raise OptionError(f"{where}: {name!r} is no name of 1 to {LONGEST} characters", _HINT)
        if fold(said) in entries:
            raise OptionError(f"{where}: {name!r} is there twice", "leave one of them out")
        if isinstance(value, dict | list | bool | float):
            raise OptionError(f"{where}: {name!r} must be a date, not {_kind(value)}", _HINT)
        if isinstance(value, int) and not 0 <= value <= _PLAIN_YEAR:
            raise OptionError(f"{where}: {name!r}: {value} is no year", _HINT)
        edtf = f"{value:04d}" if isinstance(value, int) else str(value).replace(" ", "T")
        try:
            expr_of(edtf)
        except TimelineError as error:
            raise OptionError(f"{where}: {name!r}: {error.message}", _HINT) from error
        entries[fold(said)] = (said, edtf)
    return NamedDates(tuple(entries.values()))


def find_named(text: str, low: str, names: NamedDates) -> list[Named]:
    """The names in a text, the longest first where two begin at one place.

    What the name writes with a capital letter the text must, too: "the Blitz" is no "blitz".
    """
    if not names.entries:
        return []
    pattern, known = _compile(names)
    found = []
    for hit in pattern.finditer(low):
        said, expr = known[" ".join(hit[0].split())]
        if _has_capitals(said, text[hit.start() : hit.end()]):
            found.append(Named(hit.start(), hit.end(), _type_of(expr), expr))
    return found


def _has_capitals(said: str, words: str) -> bool:
    pairs = zip(_WORD.findall(said), _WORD.findall(words), strict=True)
    return all(word[0].isupper() or not name[0].isupper() for name, word in pairs)


@cache
def _compile(names: NamedDates) -> tuple[re.Pattern[str], dict[str, tuple[str, Expr]]]:
    known = {fold(said): (said, expr_of(edtf)) for said, edtf in names.entries}
    longest_first = sorted(known, key=lambda name: (-len(name), name))
    words = "|".join(r"\s{1,4}".join(map(re.escape, name.split())) for name in longest_first)
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)"), known


def expr_of(edtf: str) -> Expr:
    """What an EDTF date or interval means as an expression. Raises OptionError for a set."""
    value = from_edtf(edtf)
    if isinstance(value, OneOf):
        raise OptionError(f"{edtf!r} is neither a date nor an interval")
    if isinstance(value, Moment):
        return _to_partial(value)
    return Range(_end(value, "start"), _end(value, "end"), ongoing=value.end is End.OPEN)


def _end(value: Interval, name: str) -> Partial | None:
    end = getattr(value, name)
    return _to_partial(end) if isinstance(end, Moment) else None


def _to_partial(moment: Moment) -> Partial:
    fields = ("year", "month", "day", "week", "hour", "minute", "second", "part", "mod")
    said = Partial(**{name: getattr(moment, name) for name in fields})
    span = moment.granularity if moment.granularity > Granularity.YEAR else None
    return replace(said, span=span, qualifier=moment.qualifier, zone=moment.zone)


def _type_of(expr: Expr) -> str:
    if isinstance(expr, Partial):
        return "TIME" if expr.hour is not None else "DATE"
    return "DURATION"


def _kind(value: object) -> str:
    names = {dict: "a table", list: "a list", bool: "true or false", float: "a number"}
    return names[type(value)]
