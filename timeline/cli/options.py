"""Options that commands share, and the only clock of the program."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

import click

from ..errors import OptionError, TimelineError

if TYPE_CHECKING:
    from ..rules.named import NamedDates
    from ..temporal.values import Moment

PREFIX = "TIMELINE_"  # an option's environment variable is TIMELINE_<OPTION>

Command = TypeVar("Command", bound=Callable[..., Any])


def today() -> str:
    """Return today's date, ISO 8601, in the system's time zone: the one clock (HOUSE section 2)."""
    return date.today().isoformat()


def setting(*names: str, **attributes: Any) -> Callable[[Command], Command]:
    """An option that the environment and timeline.toml may set too."""
    variable = PREFIX + _long_name(names).upper().replace("-", "_")
    return click.option(*names, envvar=variable, **attributes)


def names_of_settings(command: click.Command) -> dict[str, str]:
    """Setting ("day-first") to parameter ("day_first") of a command."""
    return {
        _long_name(param.opts): param.name
        for param in command.params
        if isinstance(param.envvar, str) and param.envvar.startswith(PREFIX) and param.name
    }


def _long_name(names: tuple[str, ...] | list[str]) -> str:
    long = next(name for name in names if name.startswith("--"))
    return long.removeprefix("--").partition("/")[0]


class IsoDate(click.ParamType):  # type: ignore[type-arg]  # generic from click 8.3 on
    """A year, month or day in ISO 8601, or a year with its era; "today" where allowed."""

    name = "date"

    def __init__(self, *, allow_today: bool = False, only_day: bool = False) -> None:
        self.allow_today, self.only_day = allow_today, only_day

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the date as ISO 8601; raises OptionError."""
        name = param.opts[-1] if param else "date"
        if self.allow_today and str(value).lower() == "today":
            return today()
        text = _plain_year(str(value))
        try:
            moment = read_date(text)
        except TimelineError as error:
            from ..review.days import read_day

            iso = read_day(text)
            hint = f"write it as {iso}" if iso and "T" not in iso else self._hint()
            raise OptionError(f"{name}: {error.message}", hint) from error
        if self.only_day and moment.day is None:
            raise OptionError(f"{name}: {value!r} is not a day", self._hint())
        return text

    def _hint(self) -> str:
        forms = ["2022-01-10"]
        if not self.only_day:
            forms += ["2022-01", "2022"]
        # What is told may be old; who tells it and who reads it seldom are.
        forms += ["today"] if self.allow_today else ["44 BC", "-0043"]
        return f"write {', '.join(forms[:-1])} or {forms[-1]}"


_ERA = re.compile(r"(?:AD )?(\d{1,4}) ?(BCE?|CE|AD)?", re.IGNORECASE)


def _plain_year(text: str) -> str:
    """ISO 8601 of a year with its era ("44 BC", "AD 476"); anything else as it stands."""
    said = _ERA.fullmatch(" ".join(text.replace(".", "").split()))
    if not said or said[0].isdecimal() or int(said[1]) == 0:
        return text
    is_before = (said[2] or "").upper().startswith("B")
    year = 1 - int(said[1]) if is_before else int(said[1])
    return f"-{-year:04}" if year < 0 else f"{year:04}"


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


def check_window(since: str | None, until: str | None) -> None:
    """Raises OptionError for a window that ends before it begins."""
    if since and until and read_date(since).cell.lo >= read_date(until).cell.hi:
        raise OptionError(
            f"--since {since} is after --until {until}", "swap them, or leave one of them out"
        )


def read_date(text: str) -> Moment:
    """The year, month or day that ISO 8601 names; raises TimelineError."""
    from ..temporal.edtf import parse_date

    moment = parse_date(text)
    if moment.hour is not None or moment.qualifier:
        raise OptionError(f"{text!r} is not a day, month or year")
    return moment


def read_names(path: str | None) -> NamedDates:
    """The named dates of a file, none without one; raises OptionError."""
    from pathlib import Path

    from ..rules.named import NO_NAMES, read_named_dates

    return read_named_dates(Path(path)) if path else NO_NAMES


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


GRANULARITIES = ("day", "month", "year", "decade", "century")


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


# As annotation.Status, which is too slow to import for --help.
STATUSES = (
    "happened", "ongoing", "planned", "possible", "denied", "alleged", "recurring", "generic",
)  # fmt: skip


def _split(
    _ctx: click.Context, _param: click.Parameter, value: str | None
) -> tuple[str, ...] | None:
    """Comma-separated names; none at all is the default."""
    return tuple(part.strip() for part in value.split(",") if part.strip()) if value else None


def _statuses(
    ctx: click.Context, param: click.Parameter, value: str | None
) -> tuple[str, ...] | None:
    """Comma-separated statuses. Raises OptionError for a word that is none."""
    names = _split(ctx, param, value)
    for name in names or ():
        if name not in STATUSES:
            raise OptionError(
                f"--status: {name!r} is no status", f"choose from {', '.join(STATUSES)}"
            )
    return names


def _chain(*options: Callable[[Any], Any]) -> Callable[[Command], Command]:
    def decorate(command: Command) -> Command:
        for option in reversed(options):
            command = option(command)
        return command

    return decorate


date_option = click.option(
    "--date",
    "given_date",
    type=IsoDate(allow_today=True),
    metavar="DATE",
    help="The documents' own date: 2022-01-10, 2022-01, 2022 or today.",
)

customs_options = _chain(
    setting(
        "--country",
        metavar="CODE",
        help="Whose Independence Day or Labour Day is meant where the text does not say: two "
        "letters, such as GB. US by default.",
    ),
    setting(
        "--hemisphere",
        type=click.Choice(["north", "south"], case_sensitive=False),
        help="Whose summer is meant. north by default.",
    ),
    setting(
        "--fiscal-year-start",
        type=Whole(min=1, max=12),
        metavar="MONTH",
        help="The month in which fiscal years begin, 1 to 12; with 10, fiscal 2021 is October "
        "2020 to September 2021. 1 by default.",
    ),
    setting(
        "--named-dates",
        type=click.Path(dir_okay=False),
        metavar="FILE",
        help="Named dates of your own: a TOML file with lines like "
        '"the merger" = "2019-03-04" or "the Blitz" = "1940-09-07/1941-05-11" (EDTF).',
    ),
)

reading_options = _chain(
    date_option,
    setting(
        "--read-on",
        type=IsoDate(allow_today=True, only_day=True),
        default=today,
        metavar="DATE",
        show_default="today",
        help="The day on which you read: a dateline without a year is not dated after it.",
    ),
    setting(
        "--day-first/--month-first",
        default=None,
        help="How to read 3/4/2021 where the document does not show it.",
    ),
    customs_options,
    setting("--model", metavar="NAME", help="Another spaCy pipeline, by name or path."),
    setting(
        "--use-annotations",
        is_flag=True,
        help="Take the events and times that a TimeML source brings along.",
    ),
)

selection_options = _chain(
    setting(
        "--since",
        type=IsoDate(),
        metavar="DATE",
        help="Nothing that ended before: 2022-01-10, 2022-01, 2022, 44 BC or -0043. What is known "
        'at one end only ("by 7 January") is judged by that end.',
    ),
    setting(
        "--until", type=IsoDate(), metavar="DATE", help="Nothing that began after; as --since."
    ),
    setting(
        "--status",
        metavar="NAMES",
        callback=_statuses,
        help="Only what is of this kind, such as happened,planned. There are "
        f"{', '.join(STATUSES)}.",
    ),
    click.option(
        "--about",
        metavar="NAME",
        help='Only what this one takes part in, such as "Airbus A380": also by its last name or '
        "its initials, and as a pronoun where it is clear who is meant.",
    ),
    setting(
        "--top",
        type=Whole(min=1),
        metavar="N",
        help="The N weightiest entries only: what the lead tells, what many documents tell, main "
        "statements, exact dates and names weigh more.",
    ),
    setting(
        "--min-confidence",
        type=Share(0, 1),
        metavar="P",
        help="Leave out what is less sure than this (0 to 1). What has no measured confidence "
        "stays in.",
    ),
    setting(
        "--granularity",
        type=click.Choice(GRANULARITIES, case_sensitive=False),
        help="Tell dates no finer than this: with month, 3 May 2021 becomes May 2021, and 2021 "
        "stays 2021. Events keep their own dates.",
    ),
    click.option(
        "--gaps",
        type=Days(),
        metavar="DAYS",
        help="Also tell the stretches of more than so many days for which nothing is told with a "
        "season or less; what is known to a year only fills none. auto: of more than four times "
        "the usual, and a week.",
    ),
)

choice_options = _chain(
    setting(
        "--all",
        "keep_all",
        is_flag=True,
        help="Also what only tense, document date or another event bounds, and doubtful events.",
    ),
    selection_options,
)

output_options = _chain(
    setting(
        "-f",
        "--format",
        "format_name",
        type=FormatName(),
        help="See `timeline formats`. A table on a terminal, tsv through a pipe.",
    ),
    click.option(
        "-o",
        "--output",
        # Whether it can be written shows when it is; that it can be read is not needed.
        type=click.Path(allow_dash=True, readable=False),
        help="Write this file; its suffix names the format. With -f timeml, FOLDER/ takes a file "
        "of each document.",
    ),
    setting(
        "--fields", callback=_split, metavar="NAMES", help="Columns, such as begin,title,source."
    ),
    setting("--header/--no-header", default=None, help="Column names before a flat format."),
)

batch_options = _chain(
    setting(
        "-j",
        "--jobs",
        type=Whole(min=0),
        default=1,
        metavar="N",
        help="Processes that work side by side; 0: one for every processor. The chronology is the "
        "same. 1 by default.",
    ),
    setting(
        "--timeout",
        type=Seconds(0, min_open=True),
        metavar="SECONDS",
        help="How long one document may take; one that takes longer is a failure.",
    ),
    click.option(
        "--output-dir",
        type=click.Path(file_okay=False),
        metavar="DIR",
        help="A chronology for each document, in a file of its own, written as it is made (json, "
        "or as -f says). What was done is noted in DIR/.timeline.journal.",
    ),
    click.option(
        "--journal",
        type=click.Path(dir_okay=False),
        metavar="FILE",
        help="The same in one file: a line of JSON for each document, with its chronology.",
    ),
    click.option(
        "--resume",
        is_flag=True,
        help="Go on with --output-dir or --journal where a run has stopped, with the same options; "
        "what failed is tried again.",
    ),
    setting(
        "--cluster",
        metavar="ADDRESS",
        help="Work with the Dask workers of a scheduler, such as tcp://host:8786; local: with as "
        "many processes as -j says, one for every processor without it. --output-dir then takes "
        "the documents by parts, a file each (json, jsonl, csv or parquet).",
    ),
)

answer_option = click.option(
    "-f",
    "--format",
    "format_name",
    type=click.Choice(["table", "tsv", "json"], case_sensitive=False),
    help="A table on a terminal, tsv through a pipe.",
)

talk_options = _chain(
    setting(
        "--color/--no-color",
        default=None,
        help="Colours or none, whatever the terminal, TERM and NO_COLOR say.",
    ),
    setting("-q", "--quiet", is_flag=True, help="No warnings."),
    setting("-v", "--verbose", count=True, help="Tell what was found in each document."),
)
