"""What a reader has in mind of the dates that a text has told so far."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from ...annotation import DocumentDate
from ...temporal.expression import Base, Expr, Pick
from ...temporal.granularity import Granularity
from ...temporal.values import Moment
from .figures import Figures
from .halves import Half
from .shapes import counts_in_days, is_clock, is_same_day
from .story import has_clock
from .told import Told, reaches


@dataclass(slots=True)
class Memory:
    """The dates that the next one may be counted from; a passage begins with none."""

    told: Told | None = None  # the date that the story has come to
    day: Told | None = None  # the last day that it came to
    since: int = 0  # dates told in other paragraphs since that day
    clock: Told | None = None  # the last clock time: the next one is of its day
    scene: Told | None = None  # the last report that was a step of the story
    near: Told | None = None  # the last date of the paragraph, also one in passing
    aside: Told | None = None  # the last year that the story looked back to
    asides: int = 0  # the dates that its paragraph told so
    # Where the days begin that were told from the document's date: each once, in order, for a long
    # text tells many and looks for the nearest at each date.
    recent: list[float] = field(default_factory=list)
    figures: Figures | None = None
    half: Half | None = None  # the afternoon, where the last clock time said so

    def told_at(
        self, place: int, section: int, expr: Expr, start: int, date: DocumentDate
    ) -> Told | None:
        """The date of the story that an expression may go on from, where it stands."""
        told = self.told
        if self.clock and is_clock(expr) and told and told.block != place:
            told = self.clock
        if told and not (told.title or reaches(told, expr, place, section, date, start)):
            told = None
        # "The next day" and "at 7 am" go on from the day told last, not from a year told of since.
        coarse = told is not None and told.value.granularity >= Granularity.SEASON
        if counts_in_days(expr) or (coarse and (is_same_day(expr) or is_clock(expr))):
            if coarse and self.day and self.day.section == section:
                told = self.day
            if told is not None and told is self.day and self._has_left(self.day, place):
                told = None
        return told

    def near_at(self, place: int) -> Told | None:
        """The date just before in the paragraph, be it of the story or not."""
        return self.near if self.near and self.near.block == place else None

    def pointed_at(self, expr: Expr, place: int, section: int) -> Told | None:
        """What "that same year" means that opens a paragraph: the year named just before."""
        near = self.near
        if near is None or near.section != section or place - near.block > 1:
            return None
        if not isinstance(expr, Pick) or expr.which != "same" or expr.base is not Base.REFERENCE:
            return None
        return near if expr.what is near.value.granularity else None

    def scene_at(self, place: int, section: int) -> Told | None:
        """The report that "the next day" may follow: of this paragraph or the one before."""
        scene = self.scene
        if scene is None or scene.section != section or place - scene.block > 1:
            return None
        return scene

    def aside_at(self, place: int) -> Told | None:
        """The year that the story looked back to, for two dates also from the next paragraph."""
        if self.aside is None or place - self.aside.block > (self.asides > 1):
            return None
        return self.aside

    def figures_at(self, section: int) -> Figures | None:
        """The period that the figures of a section are given for."""
        return self.figures if self.figures and self.figures.section == section else None

    def pass_by(self, near: Told | None, place: int) -> None:
        """Take note of a date that what points back may mean."""
        self.near = near or self.near
        self.since += near is not None and self.day is not None and place > self.day.block

    def go_on(self, now: Told) -> None:
        """Take a date as the one that the story has come to."""
        self.told, self.scene = now, None
        self.clock = now if has_clock(now.value) else self.clock
        if now.value.granularity <= Granularity.DAY:
            self.day, self.since = now, 0
        value = now.value
        if isinstance(value, Moment) and not now.framed and value.granularity <= Granularity.MONTH:
            begin = value.cell.lo
            place = bisect_left(self.recent, begin)
            if self.recent[place : place + 1] != [begin]:
                self.recent.insert(place, begin)

    def look_back(self, then: Told) -> None:
        """Take a year as one that the story, which stays where it is, looks back to."""
        here = self.aside is not None and self.aside.block == then.block
        self.aside, self.asides = then, self.asides + 1 if here else 1

    def come_back(self) -> None:
        """Return to the present: what has held since then holds now."""
        self.told = self.scene = None

    def lose_thread(self) -> None:
        """Forget the story, which has gone to a time that nothing tells."""
        self.told = self.near = self.day = self.aside = None

    def _has_left(self, day: Told, place: int) -> bool:
        """Whether a text has told of so much else since a day that "the next day" is not its."""
        return day.block < place and self.since > 1
