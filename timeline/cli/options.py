"""Options that commands share, and the only clock of the program."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

import click

from ..errors import OptionError, TimelineError

if TYPE_CHECKING:
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
    """A year, month or day in ISO 8601, also before the year 1; "today" where allowed."""

    name = "date"

    def __init__(self, *, allow_today: bool = False, only_day: bool = False) -> None:
        self.allow_today, self.only_day = allow_today, only_day

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the date as ISO 8601; raises OptionError."""
        name = param.opts[-1] if param else "date"
        if self.allow_today and str(value).lower() == "today":
            return today()
        try:
            moment = read_date(value)
        except TimelineError as error:
            raise OptionError(f"{name}: {error.message}", self._hint()) from error
        if self.only_day and moment.day is None:
            raise OptionError(f"{name}: {value!r} is not a day", self._hint())
        return str(value)

    def _hint(self) -> str:
        forms = "2022-01-10" if self.only_day else "2022-01-10, 2022-01 or 2022"
        return f"write {forms}{', or today' if self.allow_today else ''}"


def read_date(text: str) -> Moment:
    """The year, month or day that ISO 8601 names; raises TimelineError."""
    from ..temporal.edtf import parse_date

    moment = parse_date(text)
    if moment.hour is not None or moment.qualifier:
        raise OptionError(f"{text!r} is not a day, month or year")
    return moment


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


def _split(
    _ctx: click.Context, _param: click.Parameter, value: str | None
) -> tuple[str, ...] | None:
    """Comma-separated names; none at all is the default."""
    return tuple(part.strip() for part in value.split(",") if part.strip()) if value else None


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

reading_options = _chain(
    date_option,
    setting(
        "--read-on",
        type=IsoDate(allow_today=True, only_day=True),
        default=today,
        metavar="DATE",
        show_default="today",
        help="The day of reading: no document is newer.",
    ),
    setting(
        "--day-first/--month-first",
        default=None,
        help="How to read 3/4/2021 where the document does not show it.",
    ),
    setting("--model", metavar="NAME", help="Another spaCy pipeline, by name or path."),
    setting(
        "--use-annotations",
        is_flag=True,
        help="Take the events and times that a TimeML source brings along.",
    ),
)

choice_options = _chain(
    setting(
        "--all", "keep_all", is_flag=True, help="Also what only tense or document date bounds."
    ),
    setting("--since", type=IsoDate(), metavar="DATE", help="Nothing that ended before."),
    setting("--until", type=IsoDate(), metavar="DATE", help="Nothing that began after."),
    setting(
        "--top", type=click.IntRange(min=1), metavar="N", help="The N weightiest entries only."
    ),
    setting(
        "--min-confidence",
        type=click.FloatRange(0, 1),
        metavar="P",
        help="Leave out what is less sure than this (0 to 1).",
    ),
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
        type=click.Path(dir_okay=False, allow_dash=True),
        help="Write this file; its suffix names the format.",
    ),
    setting(
        "--fields", callback=_split, metavar="NAMES", help="Columns, such as begin,title,source."
    ),
    setting("--header/--no-header", default=None, help="Column names before a flat format."),
)

answer_option = click.option(
    "-f",
    "--format",
    "format_name",
    type=click.Choice(["table", "tsv", "json"]),
    help="A table on a terminal, tsv through a pipe.",
)

talk_options = _chain(
    setting("--color/--no-color", default=None, help="Colours, whatever the terminal says."),
    setting("-q", "--quiet", is_flag=True, help="No warnings."),
    setting("-v", "--verbose", count=True, help="Tell what was found in each document."),
)
