"""From matches to dated expressions: a walk through the text that keeps the date being told.

Two clocks run through a text: the time of speaking (the document's own date) and the time that is
being told (the last date of the narrative). "two weeks ago" counts from the first, "two days later"
from the second; a bare month or weekday takes whichever the text is closer to. Reports keep a third
one, the period that their figures are given for.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from ..annotation import Counted, DocumentDate, Passage, TemporalExpression, passage_at
from ..document import Block
from ..temporal.granularity import Granularity
from ..temporal.values import Interval, Moment, TimeValue, Unresolved
from .chronicle import Opening, find_opening, heads_section
from .covering import find_covered, find_periodic
from .cues import (
    Cue,
    CueOf,
    compares_figures,
    in_one_sentence,
    is_compared_with,
    is_definite,
    is_figure_in_brackets,
    is_of_the_form,
    is_quoted,
    points_back,
    read_cue,
)
from .customs import CUSTOMS, Customs
from .dating import date_match, id_of
from .eras import in_era
from .figures import Figures, note
from .halves import Half, in_half, next_half
from .match import Match
from .matcher import find_matches
from .named import NO_NAMES, NamedDates
from .perspective import (
    Told,
    counts_in_days,
    counts_on,
    find_sections,
    is_clock,
    names_year_back,
    reaches,
)
from .reference import is_same_day
from .story import (
    HELD_SINCE,
    has_clock,
    holds_since,
    is_long_over,
    is_lost,
    is_night,
    is_own_date,
    leaps_back,
    looks_back,
    stands_near,
    story_after,
)
from .view import View
from .zero import find_zero, from_zero
from .zones import find_zone, in_zone

THEN = "then"
_FOR = re.compile(r"\bfor\s{1,3}$")
_UNTIL = re.compile(r"\b(?:until|till)\s{1,3}$")
NOT_COUNTED: Mapping[str, Counted] = {}


@dataclass(frozen=True, slots=True)
class Speech:
    """The time of speaking, and the id of what gives it: "t0" is the document's own date."""

    date: DocumentDate
    id: str = "t0"


def resolve_matches(
    text: str,
    matches: Sequence[Match],
    date: DocumentDate,
    blocks: Sequence[Block] = (),
    cue_of: CueOf | None = None,
    customs: Customs = CUSTOMS,
    passages: Sequence[Passage] = (),
    counted: Mapping[str, Counted] = NOT_COUNTED,
) -> tuple[TemporalExpression, ...]:
    """Date every match, in text order; what cannot be dated keeps its reason.

    `counted`: by the id of an expression, what it means where events have been dated already.

    In a passage with a date of its own that is the time of speaking, and nothing told outside of
    it is carried in.
    """
    walk = _Walk(text, date, blocks, cue_of, customs, passages, counted)
    zone = find_zone(text)
    zero = find_zero(text, matches)
    outermost = tuple(in_zone(from_zero(match, zero), zone) for match in _outermost(matches))
    if date.value is None and not passages:
        walk.opening = find_opening(text, outermost, blocks)
    found = [made for match in outermost for made in walk.read(match)]
    return tuple(sorted(found, key=lambda e: (e.start, -e.end)))


class _Walk:
    """What is told at the place that the walk has come to; `read` takes the next match."""

    def __init__(
        self,
        text: str,
        date: DocumentDate,
        blocks: Sequence[Block],
        cue_of: CueOf | None,
        customs: Customs,
        passages: Sequence[Passage],
        counted: Mapping[str, Counted],
    ) -> None:
        blocks = tuple(blocks) or (Block(0, len(text), "paragraph"),)
        self.text, self.cue_of, self.customs = text, cue_of, customs
        self.passages, self.counted = passages, counted
        self.starts = [block.start for block in blocks]
        self.sections = find_sections(blocks)
        self.blocks = blocks
        self.title = 0 if blocks[0].kind == "heading" else -1
        self.whole = self.speech = Speech(date)
        self.passage: Passage | None = None
        # The period that the report says it covers, or that such a report always does.
        self.covered = find_periodic(text, date.value)
        self.opening: Opening | None = None  # of a list of days whose year stands farther down
        self.place = self.section = 0
        self._forget()

    def _forget(self) -> None:
        self.told: Told | None = None
        self.day: Told | None = None  # the last day that the story came to
        self.since = 0  # dates told in other paragraphs since that day
        self.clock: Told | None = None  # the last clock time: the next one is of its day
        self.scene: Told | None = None  # the last report that was a step of the story
        self.near_by: Told | None = None  # the last date of the paragraph, also one in passing
        self.aside: Told | None = None  # the last year that the story looked back to
        self.asides = 0  # the dates that its paragraph told so
        self.recent: list[Moment] = []  # its days so far that were told from the document's date
        self.figures: Figures | None = None
        self.half: Half | None = None  # the afternoon, where the last clock time said so

    def read(self, match: Match) -> list[TemporalExpression]:
        """The expression of the next match, and the ends of an interval; the story goes on."""
        self._enter(match)
        if self.opening is not None and match is self.opening.match:
            told_by = id_of(self.opening.told_by)
            self.told = Told(self.opening.day, told_by, self.place, self.section, framed=True)
        match = in_half(self.text, match, self.half, self.place, self.section)
        match = in_era(match, self.told)
        view = self._view(match)
        again = self.counted.get(id_of(match))
        if again is not None and again.value is None:
            match = replace(match, expr=again.expr)
        made = date_match(self.text, match, view)
        scene = self.scene
        if scene is not None and scene.section == self.section and self.place - scene.block <= 1:
            made = _after_scene(self.text, match, view, scene) or made
        if made[0].id in self.counted:
            made = [count(made[0], self.counted[made[0].id])]
        if match.rule == THEN:
            if view.date.value is not None and holds_since(self.text, match):
                self.told = self.scene = None
            return made  # else the time that is being told goes on being told
        if is_lost(made[0], view):
            # "Talks broke down last November": of a text that nothing dates, nor what follows.
            self.told = self.near_by = self.day = self.aside = None
        self.covered = find_covered(self.text, made[0]) or self.covered
        self.half = next_half(self.text, match, made[-1].value, self.half, self.place, self.section)
        if not (is_own_date(made[0], view.date) or view.form):
            near = stands_near(made[0], view.cue, self.place, self.section)
            self.near_by = near or self.near_by
            elsewhere = near is not None and self.day is not None and self.place > self.day.block
            self.since += elsewhere
        noted = note(made[0], view.cue, view.figures, view.date.value, self.section)
        self.figures = noted or self.figures
        self._go_on(match, made, view)
        return made

    def _enter(self, match: Match) -> None:
        """Come to the block and the passage of a match."""
        passage = passage_at(self.passages, match.start)
        if passage is not self.passage:
            left, stamp = self.passage, self.speech.id
            if "entry" not in (basis_of(passage), basis_of(left)):
                self._forget()
            self.passage, self.speech = passage, self.whole
            of_a_log = left is not None and left.date.basis == "day" and stamp != self.whole.id
            if passage is None and of_a_log and left is not None and left.date.value:
                # What follows a day of a log goes on from it: "From the 1st to the 9th of May".
                place, section = self._stands(left.start)
                self.told = Told(left.date.value, stamp, place, section, framed=True)
            # A stamp that is no expression could not be shown, so nothing is counted from it.
            if passage and match.start <= (passage.date.start or 0) < match.end:
                self.speech = Speech(passage.date, f"t{match.start}")
        self.place, self.section = self._stands(match.start)

    def _stands(self, start: int) -> tuple[int, int]:
        """The numbers of the block and of the section at an offset."""
        place = max(bisect_right(self.starts, start) - 1, 0)
        return place, self.sections[place]

    def _view(self, match: Match) -> View:
        told, date, place, section = self.told, self.speech.date, self.place, self.section
        if self.clock and is_clock(match.expr) and told and told.block != place:
            told = self.clock
        if told and not (
            told.title or reaches(told, match.expr, place, section, date, match.start)
        ):
            told = None
        # "The next day" goes on from the day told last, not from a year or a summer told of since.
        coarse = told is not None and told.value.granularity >= Granularity.SEASON
        if counts_in_days(match.expr) or (coarse and is_same_day(match.expr)):
            if coarse and self.day and self.day.section == section:
                told = self.day
            if told is not None and told is self.day and self._has_left(self.day):
                told = None
        start, end = match.start, match.end
        near = self.near_by if self.near_by and self.near_by.block == place else None
        joined = near is not None and in_one_sentence(self.text, near.end, start)
        if match.rule == THEN and joined:
            told = near  # "was sold in March 2020 and has been held twice since then"
        if told is None and date.value is None:
            told = near  # what was told in passing, where there is nothing else
        return View(
            date=date,
            date_id=self.speech.id,
            told=told,
            figures=self.figures if self.figures and self.figures.section == section else None,
            cue=self.cue_of(start, end) if self.cue_of else Cue(),
            compared=compares_figures(self.text, start, end),
            against=is_compared_with(self.text, start)
            or is_figure_in_brackets(self.text, start, end),
            customs=self.customs,
            near=near,
            aside=self._aside(place),
            block=place,
            recent=self.recent,
            covered=self.covered,
            pointing=points_back(self.text, start, end),
            definite=is_definite(self.text, start, end),
            joined=joined,
            form=is_of_the_form(self.text, start),
        )

    def _aside(self, place: int) -> Told | None:
        """The year that the story looked back to, for two dates also from the next paragraph."""
        if self.aside is None or place - self.aside.block > (self.asides > 1):
            return None
        return self.aside

    def _has_left(self, day: Told) -> bool:
        """Whether a text has told of so much else since a day that "the next day" is not its."""
        return day.block < self.place and self.since > 1

    def _go_on(self, match: Match, made: Sequence[TemporalExpression], view: View) -> None:
        """Move the story to what was read, if it goes on from there."""
        told, speech = self.told, view.date.value
        quoted = is_quoted(self.text, match.start, match.end)
        before = self.text[max(0, match.start - 80) : match.start]
        topic = made[0].rule.startswith("year") and _FOR.search(before)  # "the dividend for 2022"
        moved = None if quoted or topic else story_after(made[0], view)
        leaps = bool(moved and told and told.block == self.place and leaps_back(moved, told.value))
        if moved is not None and speech and HELD_SINCE.search(before):
            self.told = self.scene = None  # what has held since 2019 holds now
            return
        if moved is not None and speech and _UNTIL.search(before) and is_long_over(moved, speech):
            return  # "It carried trams until 1968. In June the council voted"
        back = bool(told and moved and speech and looks_back(moved, told))
        if moved is not None and not leaps:
            anchor = made[0].anchor_id
            framed = anchor is None or bool(told and anchor == told.id and told.framed)
            framed = framed or names_year_back(match.expr, moved, view.date.value)
            now = Told(
                moved,
                made[-1].id,
                self.place,
                self.section,
                framed,
                match.end,
                title=self.place == self.title,
                heads=moved != speech
                and heads_section(self.text, self.blocks[self.place], match.start, match.end),
                stretch=isinstance(made[0].value, Interval) or bool(_UNTIL.search(before)),
                first=_begin(made[0].value),
                full=anchor is None,
                night=is_night(made[0]),
            )
            if back:
                here = self.aside is not None and self.aside.block == self.place
                self.aside, self.asides = now, self.asides + 1 if here else 1
                return
            self.told = now
            self.clock = now if has_clock(moved) else self.clock
            if moved.granularity <= Granularity.DAY:
                self.day, self.since = now, 0
            self.scene = None
            if not framed and isinstance(moved, Moment) and moved.granularity <= Granularity.MONTH:
                self.recent.append(moved)
        elif view.cue.scene and isinstance(made[0].value, Moment) and made[0].type != "SET":
            self.scene = Told(made[0].value, made[0].id, self.place, self.section, False)


def _begin(value: TimeValue | Unresolved) -> Moment | None:
    start = value.start if isinstance(value, Interval) else None
    return start if isinstance(start, Moment) else None


def count(expression: TemporalExpression, counted: Counted) -> TemporalExpression:
    """An expression with the meaning and value that its event gives it."""
    if counted.value is None:
        return expression
    return replace(
        expression,
        expr=counted.expr,
        value=counted.value,
        anchor_id=counted.event_id,
        function=True,
    )


def find_expressions(
    text: str,
    date: Moment | None = None,
    *,
    day_first: bool | None = None,
    customs: Customs = CUSTOMS,
    named: NamedDates = NO_NAMES,
) -> tuple[TemporalExpression, ...]:
    """Find and date the expressions of a text by the rules alone: no parse, no spaCy.

    `date` is the document's own date; relative expressions stay unresolved without it.
    """
    given = DocumentDate(date, "given" if date else None)
    blocks = (Block(0, len(text), "paragraph"),)
    matches = find_matches(text, day_first=day_first, blocks=blocks, named=named)
    return resolve_matches(text, matches, given, blocks, lambda a, b: read_cue(text, a, b), customs)


def basis_of(passage: Passage | None) -> str | None:
    """What kind of passage it is: mail, day or entry."""
    return passage.date.basis if passage else None


def _outermost(matches: Sequence[Match]) -> Iterable[Match]:
    """The matches without those that stand again as an end of an interval."""
    inner = {end for match in matches for end in match.ends if end is not None}
    return (m for m in sorted(matches, key=lambda m: (m.start, -m.end)) if m not in inner)


def _after_scene(
    text: str, match: Match, view: View, scene: Told
) -> list[TemporalExpression] | None:
    """Count on from a report: "She told staff on Thursday. The next day she resigned".

    None where that is after the text, or nothing that follows.
    """
    fine = scene.value.granularity
    if view.cue.direction == "future" or not counts_on(match.expr, fine):
        return None
    made = date_match(text, match, replace(view, told=scene))
    value, speech = made[0].value, view.date.value
    if not isinstance(value, Moment) or (speech and value.cell.lo >= speech.cell.hi):
        return None
    return made
