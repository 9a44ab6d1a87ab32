"""A walk from match to match that keeps the time of speaking and the time that is being told."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ...annotation import DocumentDate, FromEvent, Passage, TemporalExpression, passage_at
from ...document import Block
from ...temporal.values import Interval, Moment, OneOf, TimeValue, Unresolved
from ..chronicle import Opening, heads_section
from ..covering import find_covered, find_periodic
from ..cues import (
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
)
from ..customs import Customs
from ..match import Match
from .date_match import date_by_event, date_match, id_of
from .eras import in_era
from .figures import note
from .halves import in_half, next_half
from .memory import Memory
from .shapes import counts_on
from .story import (
    HELD_SINCE,
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
from .told import Told, find_sections, names_year_back
from .view import View

THEN = "then"
_FOR = re.compile(r"\bfor\s{1,3}$")
_UNTIL = re.compile(r"\b(?:until|till)\s{1,3}$")
BEFORE = 80  # characters before an expression that tell what it is for


@dataclass(frozen=True, slots=True)
class Speech:
    """The time of speaking, and the id of what gives it: "t0" is the document's own date."""

    date: DocumentDate
    id: str = "t0"


class Walk:
    """The place that it has come to, and what is in mind there; `read` takes the next match."""

    def __init__(
        self,
        text: str,
        date: DocumentDate,
        blocks: Sequence[Block],
        cue_of: CueOf | None,
        customs: Customs,
        passages: Sequence[Passage],
        from_events: Mapping[str, FromEvent],
    ) -> None:
        blocks = tuple(blocks) or (Block(0, len(text), "paragraph"),)
        self.text, self.cue_of, self.customs = text, cue_of, customs
        self.passages, self.from_events = passages, from_events
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
        self.memory = Memory()

    def read(self, match: Match) -> list[TemporalExpression]:
        """The expression of the next match, and the ends of an interval; the story goes on."""
        self._enter(match)
        memory, place, section = self.memory, self.place, self.section
        if self.opening is not None and match is self.opening.match:
            told_by = id_of(self.opening.told_by)
            memory.told = Told(self.opening.day, told_by, place, section, framed=True)
        match = in_half(self.text, match, memory.half, place, section)
        match = in_era(self.text, match, memory.told)
        view = self._view(match)
        again = self.from_events.get(id_of(match))
        if again is not None and again.value is None:
            match = replace(match, expr=again.expr)
        made = date_match(self.text, match, view)
        scene = memory.scene_at(place, section)
        if scene is not None:
            made = _after_scene(self.text, match, view, scene) or made
        if made[0].id in self.from_events:
            made = [date_by_event(made[0], self.from_events[made[0].id])]
        if match.rule == THEN:
            if view.date.value is not None and holds_since(self.text, match):
                memory.come_back()
            return made  # else the time that is being told goes on being told
        if is_lost(made[0], view):
            # "Talks broke down last November": of a text that nothing dates, nor what follows.
            memory.lose_thread()
        self.covered = find_covered(self.text, made[0]) or self.covered
        memory.half = next_half(self.text, match, made[-1].value, memory.half, place, section)
        if not (is_own_date(made[0], view.date) or view.form):
            memory.pass_by(stands_near(made[0], view.cue, place, section), place)
        noted = note(made[0], view.cue, view.figures, view.date.value, section)
        memory.figures = noted or memory.figures
        self._go_on(match, made, view)
        return made

    def _enter(self, match: Match) -> None:
        """Come to the block and the passage of a match."""
        passage = passage_at(self.passages, match.start)
        if passage is not self.passage:
            left, stamp = self.passage, self.speech.id
            if "entry" not in (_basis_of(passage), _basis_of(left)):
                self.memory = Memory()
            self.passage, self.speech = passage, self.whole
            of_a_log = left is not None and left.date.basis == "day" and stamp != self.whole.id
            if passage is None and of_a_log and left is not None and left.date.value:
                # What follows a day of a log goes on from it: "From the 1st to the 9th of May".
                place, section = self._stands(left.start)
                self.memory.told = Told(left.date.value, stamp, place, section, framed=True)
            # A stamp that is no expression could not be shown, so nothing is counted from it.
            if passage and match.start <= (passage.date.start or 0) < match.end:
                self.speech = Speech(passage.date, f"t{match.start}")
        self.place, self.section = self._stands(match.start)

    def _stands(self, start: int) -> tuple[int, int]:
        """The numbers of the block and of the section at an offset."""
        place = max(bisect_right(self.starts, start) - 1, 0)
        return place, self.sections[place]

    def _view(self, match: Match) -> View:
        memory, date, place = self.memory, self.speech.date, self.place
        start, end = match.start, match.end
        told = memory.told_at(place, self.section, match.expr, start, date)
        near = memory.near_at(place)
        joined = near is not None and in_one_sentence(self.text, near.end, start)
        if match.rule == THEN and joined:
            told = near  # "was sold in March 2020 and has been held twice since then"
        if told is None and date.value is None:
            # What was told in passing, where there is nothing else.
            told = near or memory.pointed_at(match.expr, place, self.section)
        return View(
            date=date,
            date_id=self.speech.id,
            told=told,
            figures=memory.figures_at(self.section),
            cue=self.cue_of(start, end) if self.cue_of else Cue(),
            compared=compares_figures(self.text, start, end),
            against=is_compared_with(self.text, start)
            or is_figure_in_brackets(self.text, start, end),
            customs=self.customs,
            near=near,
            aside=memory.aside_at(place),
            block=place,
            recent=memory.recent,
            covered=self.covered,
            pointing=points_back(self.text, start, end),
            definite=is_definite(self.text, start, end),
            joined=joined,
            form=is_of_the_form(self.text, start),
        )

    def _go_on(self, match: Match, made: Sequence[TemporalExpression], view: View) -> None:
        """Move the story to what was read, if it goes on from there."""
        memory, whole, speech = self.memory, made[0], view.date.value
        before = self.text[max(0, match.start - BEFORE) : match.start]
        quoted = is_quoted(self.text, match.start, match.end)
        topic = whole.rule.startswith("year") and _FOR.search(before)  # "the dividend for 2022"
        moved = None if quoted or topic else story_after(whole, view)
        if moved is not None and speech and HELD_SINCE.search(before):
            memory.come_back()  # what has held since 2019 holds now
            return
        if moved is not None and speech and _UNTIL.search(before) and is_long_over(moved, speech):
            return  # "It carried trams until 1968. In June the council voted"
        told = memory.told
        leaps = bool(moved and told and told.block == self.place and leaps_back(moved, told.value))
        if moved is not None and not leaps:
            now = self._told(match, made, moved, view)
            if speech and looks_back(moved, told, whole, view):
                memory.look_back(now)
            else:
                memory.go_on(now)
        elif view.cue.scene and isinstance(whole.value, Moment) and whole.type != "SET":
            memory.scene = Told(whole.value, whole.id, self.place, self.section, framed=False)

    def _told(
        self, match: Match, made: Sequence[TemporalExpression], moved: Moment | OneOf, view: View
    ) -> Told:
        """What is told from a match on."""
        whole, told, speech = made[0], self.memory.told, view.date.value
        start, end, anchor = match.start, match.end, made[0].anchor_id
        origin = next((one for one in (told, self.memory.aside) if one and one.id == anchor), None)
        framed = anchor is None or bool(origin and origin.framed)
        block = self.blocks[self.place]
        until = _UNTIL.search(self.text[max(0, start - BEFORE) : start])
        return Told(
            moved,
            made[-1].id,
            self.place,
            self.section,
            framed or names_year_back(match.expr, moved, speech),
            end,
            title=self.place == self.title,
            heads=moved != speech and heads_section(self.text, block, start, end),
            stretch=isinstance(whole.value, Interval) or bool(until),
            first=_begin(whole.value),
            full=anchor is None,
            night=is_night(whole),
        )


def _begin(value: TimeValue | Unresolved) -> Moment | None:
    start = value.start if isinstance(value, Interval) else None
    return start if isinstance(start, Moment) else None


def _basis_of(passage: Passage | None) -> str | None:
    """What kind of passage it is: mail, day or entry."""
    return passage.date.basis if passage else None


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
