"""The kinds of values that options take, each with a plain word for what is none."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from ..errors import OptionError, TimelineError

if TYPE_CHECKING:
    from ..temporal.values import Moment


class IsoDate(click.ParamType):  # type: ignore[type-arg]  # generic from click 8.3 on
    """A year, month or day in ISO 8601, or a year with its era; "today" where it may be said."""

    name = "date"

    def __init__(self, *, today: Callable[[], str] | None = None, only_day: bool = False) -> None:
        self.today, self.only_day = today, only_day

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the date as ISO 8601; raises OptionError."""
        name = param.opts[-1] if param else "date"
        if self.today and str(value).lower() == "today":
            return self.today()
        text = _plain_year(str(value))
        try:
            moment = read_date(text)
        except TimelineError as error:
            hint = _with_era(text) or _as_written(text) or self._hint()
            raise OptionError(f"{name}: {error.message}", hint) from error
        if self.only_day and moment.day is None:
            raise OptionError(f"{name}: {value!r} is not a day", self._hint())
        return text

    def _hint(self) -> str:
        forms = ["2022-01-10"]
        if not self.only_day:
            forms += ["2022-01", "2022"]
        # What is told may be old; who tells it and who reads it seldom are.
        forms += ["today"] if self.today else ["44 BC", "-0043"]
        return f"write {', '.join(forms[:-1])} or {forms[-1]}"


def _with_era(text: str) -> str | None:
    """How to write a year of less than four digits, which may be of either era."""
    if not text.isdecimal() or len(text) > 3 or int(text) == 0:
        return None
    return f"write AD {int(text)}, {int(text):04} or {int(text)} BC"


def _as_written(text: str) -> str | None:
    """How to write a date that was written in words or figures: "3 May 2024", "04/05/2024"."""
    from ..dating.given import read_date as read_words
    from ..rules.order import find_doubtful
    from ..temporal.arithmetic import iso
    from ..temporal.granularity import Granularity

    orders = (False, True) if find_doubtful(text) else (None,)
    found = [read_words(text, day_first=order, reading=None) for order in orders]
    length = {Granularity.YEAR: 4, Granularity.MONTH: 7, Granularity.DAY: 10}
    written = [iso(one)[: length[one.granularity]] for one in found if one and one.hour is None]
    return f"write it as {' or '.join(written)}" if written else None


_ERA = re.compile(r"(?:AD )?(\d{1,4}) ?(BCE?|CE|AD)?", re.IGNORECASE)


def _plain_year(text: str) -> str:
    """ISO 8601 of a year with its era ("44 BC", "AD 476"); anything else as it stands."""
    said = _ERA.fullmatch(" ".join(text.replace(".", "").split()))
    if not said or said[0].isdecimal() or int(said[1]) == 0:
        return text
    is_before = (said[2] or "").upper().startswith("B")
    year = 1 - int(said[1]) if is_before else int(said[1])
    return f"-{-year:04}" if year < 0 else f"{year:04}"


def read_date(text: str) -> Moment:
    """The year, month or day that ISO 8601 names; raises TimelineError."""
    from ..temporal.edtf import parse_date

    moment = parse_date(text)
    if moment.hour is not None or moment.qualifier:
        raise OptionError(f"{text!r} is not a day, month or year")
    return moment


class Whole(click.IntRange):
    """A whole number, with a plain word for what is none."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return the number; fails with one sentence."""
        try:
            int(value)
        except ValueError:
            self.fail(f"{value!r} is not a whole number", param, ctx)
        return super().convert(value, param, ctx)


class Share(click.FloatRange):
    """A number in a range, with a plain word for what is none."""

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> float:
        """Return the number; fails with one sentence."""
        try:
            float(value)
        except ValueError:
            self.fail(f"{value!r} is not a number", param, ctx)
        return super().convert(value, param, ctx)


class Seconds(Share):
    """A length of time."""

    name = "seconds"


class Days(click.ParamType):  # type: ignore[type-arg]
    """A number of days, or "auto", which is 0."""

    name = "days"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return the number; fails with one sentence."""
        if str(value).lower() == "auto":
            return 0
        if not str(value).isdecimal() or int(value) < 1:
            self.fail(f"{value!r} is neither auto nor a number of days", param, ctx)
        return int(value)


class FormatName(click.ParamType):  # type: ignore[type-arg]
    """The name of a format; checked when it is needed, because plug-ins add some."""

    name = "format"

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[Any]:
        """Offer the formats that come with the program."""
        from click.shell_completion import CompletionItem

        from ..exporters import FORMATS

        return [
            CompletionItem(name, help=exporter.summary)
            for name, exporter in FORMATS.items()
            if name.startswith(incomplete)
        ]


def split_names(
    _ctx: click.Context, _param: click.Parameter, value: str | None
) -> tuple[str, ...] | None:
    """Comma-separated names; none at all is the default."""
    return tuple(part.strip() for part in value.split(",") if part.strip()) if value else None
