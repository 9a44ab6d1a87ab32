"""What a user asks for of a chronology, in the user's words."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from ..chronology import Timeline
from ..temporal.edtf import parse_date
from ..temporal.values import Moment
from .choice import Choice, choose


@dataclass(frozen=True, slots=True)
class Selection:
    """Which entries of the chronology are wanted; events and expressions stay complete.

    `since` and `until` are ISO 8601 years, months or days, both inclusive; `status` are the
    kinds of happening that are wanted (None: all). The rest is as in Choice.
    """

    keep_all: bool = False
    since: str | None = None
    until: str | None = None
    status: tuple[str, ...] | None = None
    about: str | None = None
    top: int | None = None
    min_confidence: float | None = None
    granularity: str | None = None
    gaps: int | None = None

    def make_choice(self) -> Choice:
        """The same with dates in place of their words; raises TimelineError for what is none."""
        return Choice(
            since=_day(self.since),
            until=_day(self.until),
            status=self.status,
            about=self.about,
            top=self.top,
            min_confidence=self.min_confidence,
            granularity=self.granularity,
            gaps=self.gaps,
        )

    def to_options(self) -> dict[str, str | int | float | bool | None]:
        """What of it the provenance tells."""
        return {
            "all": self.keep_all,
            "since": self.since,
            "until": self.until,
            "status": ",".join(self.status) if self.status else None,
            "about": self.about,
            "top": self.top,
            "min_confidence": self.min_confidence,
            "granularity": self.granularity,
            "gaps": self.gaps,
        }


def select(timeline: Timeline, selection: Selection) -> Timeline:
    """A chronology with the entries that are wanted, and told so; itself where all are."""
    chosen = {k: v for k, v in selection.to_options().items() if v is not None and k != "all"}
    if not chosen:
        return timeline
    made = timeline.provenance
    options = {**made.options, **chosen}
    return msgspec.structs.replace(
        choose(timeline, selection.make_choice()),
        provenance=msgspec.structs.replace(made, options=options),
    )


def _day(text: str | None) -> Moment | None:
    return parse_date(text) if text else None
