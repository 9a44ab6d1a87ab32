"""Options that choose entries of a chronology."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

import click

from ..errors import OptionError
from .parameters import Days, IsoDate, Share, Whole, read_date, split_names
from .setting import chain, gather, setting

if TYPE_CHECKING:
    from ..report.selection import Selection

GRANULARITIES = ("day", "month", "year", "decade", "century")
# As annotation.Status, which is too slow to import for --help.
STATUSES = (
    "happened", "ongoing", "planned", "possible", "denied", "alleged", "recurring", "generic",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which entries are wanted, in the words of the command line."""

    since: str | None
    until: str | None
    status: tuple[str, ...] | None
    about: str | None
    top: int | None
    min_confidence: float | None
    granularity: str | None
    gaps: int | None
    keep_all: bool = False

    def check(self) -> None:
        """Raises OptionError for a window that ends before it begins, and for nobody's name."""
        since, until = self.since, self.until
        if since and until and read_date(since).cell.lo >= read_date(until).cell.hi:
            raise OptionError(
                f"--since {since} is after --until {until}", "swap them, or leave one of them out"
            )
        if self.about is not None:
            from ..merge.names import name_of

            try:
                name_of(self.about)
            except OptionError as error:
                raise OptionError(f"--about: {error.message}", error.hint) from error

    def to_selection(self) -> Selection:
        """The same for the library."""
        from ..report.selection import Selection

        return Selection(**asdict(self))


def _statuses(
    ctx: click.Context, param: click.Parameter, value: str | None
) -> tuple[str, ...] | None:
    """Comma-separated statuses. Raises OptionError for a word that is none."""
    names = split_names(ctx, param, value)
    for name in names or ():
        if name not in STATUSES:
            from ..exporters.suggest import suggest

            raise OptionError(
                f"--status: {name!r} is no status", suggest(name, STATUSES, "choose from")
            )
    return names


_selection_options = chain(
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
        'its initials, and as a pronoun where it is clear who is meant. "the Dreyers" are all of '
        'that name, "Dreyer & Sons" only the firm.',
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

_choice_options = chain(
    setting(
        "--all",
        "keep_all",
        is_flag=True,
        help="Also what only tense, document date or another event bounds, and doubtful events.",
    ),
    _selection_options,
)

# Without --all where a chronology was made before: what it left out is not in it.
selection_options = gather("wanted", Wanted, _selection_options)
choice_options = gather("wanted", Wanted, _choice_options)
