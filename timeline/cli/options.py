"""Options of how documents are read and how answers look, and the only clock of the program."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import click

from ..errors import OptionError
from .parameters import IsoDate, Whole, read_date
from .setting import chain, gather, setting

if TYPE_CHECKING:
    from ..pipeline import Options
    from ..rules.named import NamedDates
    from ..temporal.values import Moment


def today() -> str:
    """Return today's date, ISO 8601, in the system's time zone: the one clock of the program."""
    return date.today().isoformat()


def read_names(path: str | None) -> NamedDates:
    """The named dates of a file, none without one; raises OptionError."""
    from pathlib import Path

    from ..rules.named import NO_NAMES, read_named_dates

    return read_named_dates(Path(path)) if path else NO_NAMES


@dataclass(frozen=True, slots=True)
class Reading:
    """How documents are to be read, in the words of the command line."""

    given_date: str | None
    read_on: str
    day_first: bool | None
    country: str | None
    hemisphere: str | None
    fiscal_year_start: int | None
    named_dates: str | None
    model: str | None
    use_annotations: bool

    def to_options(
        self, reading_date: Moment | None = None, *, every_title: bool = True
    ) -> Options:
        """The same for the library, perhaps with another reading date; raises OptionError."""
        from ..pipeline import DEFAULT_MODEL, Options

        return Options(
            reading_date=reading_date or read_date(self.read_on),
            date=self.given_date,
            day_first=self.day_first,
            model=self.model or DEFAULT_MODEL,
            use_annotations=self.use_annotations,
            country=self.country,
            hemisphere=self.hemisphere,
            fiscal_year_start=self.fiscal_year_start,
            named_dates=read_names(self.named_dates),
            every_title=every_title,
        )


date_option = click.option(
    "--date",
    "given_date",
    type=IsoDate(today=today),
    metavar="DATE",
    help="The documents' own date: 2022-01-10, 2022-01, 2022 or today.",
)


def _country(_ctx: click.Context, _param: click.Parameter, value: str | None) -> str | None:
    """The code of a country whose holidays are known. Raises OptionError."""
    if value is not None:
        from ..rules.customs import make_customs

        try:
            make_customs(value)
        except OptionError as error:
            raise OptionError(f"--{error.message}", error.hint) from error
    return value


customs_options = chain(
    setting(
        "--country",
        metavar="CODE",
        callback=_country,
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

_reading_options = chain(
    date_option,
    setting(
        "--read-on",
        type=IsoDate(today=today, only_day=True),
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
reading_options = gather("reading", Reading, _reading_options)

answer_option = click.option(
    "-f",
    "--format",
    "format_name",
    type=click.Choice(["table", "tsv", "json"], case_sensitive=False),
    help="A table on a terminal, tsv through a pipe.",
)

color_option = click.option("--color/--no-color", default=None, help="Colours or none.")
# What a command that only writes again may be told.
look_options = chain(color_option, click.option("-q", "--quiet", is_flag=True, help="No warnings."))

talk_options = chain(
    setting(
        "--color/--no-color",
        default=None,
        help="Colours or none, whatever the terminal, TERM and NO_COLOR say.",
    ),
    setting("-q", "--quiet", is_flag=True, help="No warnings."),
    setting("-v", "--verbose", count=True, help="Tell what was found in each document."),
)
