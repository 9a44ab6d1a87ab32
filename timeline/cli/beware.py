"""Warnings: what of a chronology is not as a user may think."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .messages import advise, complain

if TYPE_CHECKING:
    from ..chronology import Timeline
    from ..exporters import Exporter
    from ..exporters.missing import Notice
    from .choosing import Wanted

MOST = 8  # documents that are warned of one by one


def warn_of_dates(timeline: Timeline) -> None:
    """Tell which documents have no date although they need one, and whose own date is none."""
    from ..exporters.missing import UNREADABLE, count_waiting, date_hint, tell_dates

    waiting = count_waiting(timeline)
    lines = list(tell_dates(timeline))
    if len(lines) > MOST:
        bad = sum(UNREADABLE in (one.date.note or "") for one in timeline.documents)
        lines = list(_sum_up(len(waiting), sum(waiting.values()), bad))
    for line in lines:
        complain(line)
    if lines:
        advise(date_hint(max(len(waiting), 1)))


def warn_of_confidence(timeline: Timeline, least: float | None) -> None:
    """Tell where --min-confidence had nothing to judge."""
    if least is None or not timeline.entries:
        return
    if all(entry.time.confidence is None for entry in timeline.entries):
        complain("--min-confidence: what is shown has no measured confidence and was not judged")


def warn_of_choice(timeline: Timeline, wanted: Wanted, exporter: Exporter) -> None:
    """Tell where a chosen chronology lacks what was asked for, or the format cannot hold it."""
    _warn_of_name(timeline, wanted.about)
    _warn_of_status(timeline, wanted.status)
    warn_of_left_out(timeline, exporter)


def _warn_of_name(timeline: Timeline, name: str | None) -> None:
    """Tell where nobody is called so, and who is."""
    if name is None or timeline.entries:
        return
    from ..exporters.missing import count
    from ..exporters.suggest import suggest
    from ..report.about import count_about, find_told

    events = count_about(timeline, name)
    told = f"; {count(events, 'event')} without a date" if events else ""
    complain(f"--about: nothing dated is told of {name!r}{told}")
    if known := find_told(timeline, other_than=name)[:MOST]:
        advise(suggest(name, known, "most is told of"))


def _warn_of_status(timeline: Timeline, names: Sequence[str] | None) -> None:
    """Tell where nothing dated is of a kind that was asked for, and how much without a date is."""
    if not names:
        return
    kinds = {event.id: event.status for event in timeline.events}
    shown = {kinds.get(name) for entry in timeline.entries for name in entry.events}
    undated = {one.event for one in timeline.undated}
    lacking = [name for name in names if name not in shown]
    events = sum(kinds[name] in lacking for name in undated if name in kinds)
    if lacking and (events or not timeline.entries):
        from ..exporters.missing import count

        told = f"; {count(events, 'event')} without a date" if events else ""
        complain(f"--status: nothing dated is {' or '.join(lacking)}{told}")
        if events:
            advise("`timeline explain` lists them with the reason")


def warn_of_left_out(timeline: Timeline, exporter: Exporter) -> None:
    """Tell which entries the format cannot hold."""
    from ..exporters.beyond import tell_beyond

    if left := tell_beyond(timeline, exporter.years):
        complain(f"{exporter.name} leaves out entries: {left}")


def _sum_up(documents: int, expressions: int, bad: int) -> Iterator[str]:
    from ..exporters.missing import UNREADABLE, count

    if documents:
        have = "has" if documents == 1 else "have"
        yield (
            f"{count(documents, 'document')} {have} no date; "
            f"{count(expressions, 'time expression')} unresolved (-v tells of each document)"
        )
    if bad:
        yield f"{count(bad, 'document')}: the source's own date {UNREADABLE} (-v tells which)"


@dataclass(slots=True)
class Notices:
    """What is told of documents one after the other: the first ones, then how many more there are.

    With `every` all of them, and with `none` nothing.
    """

    every: bool = False
    none: bool = False
    told: int = 0
    more: int = 0
    dateless: int = 0

    def tell(self, notice: Notice) -> None:
        """Tell what there is to know of a document."""
        lines = () if self.none else (*notice.warnings, *notice.dates)
        for line in lines:
            if self.every or self.told < MOST:
                complain(line)
                self.told += 1
            else:
                self.more += 1
        self.dateless += bool(lines) and bool(notice.dates)

    def end(self) -> None:
        """Tell how many more there are, and what to do about dates that lack."""
        from ..exporters.missing import count, date_hint

        if self.more:
            complain(f"{count(self.more, 'warning')} more (-v tells them)")
        if self.dateless:
            advise(date_hint(self.dateless))
