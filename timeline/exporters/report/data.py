"""A chronology as the report's page needs it: tables of JSON, with every word safe to show.

Times, expressions and events are named by their row's number. Texts stand as they are, and the page
shows what is invisible in them as escapes; all other words are shown (`safe.show`) here.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...chronology import (
    Document,
    Entry,
    Event,
    Evidence,
    Expression,
    Locator,
    Time,
    Timeline,
    certainty,
)
from ..columns import CONFIDENCE, tell_gap
from ..dates import describe_date, write_date, write_days, write_gap, write_time
from ..safe import HIDDEN, show
from .made import count_left, tell_provenance
from .offsets import Offsets
from .places import KINDS, bounds_of, heading_of
from .tables import Numbers, make_table, trim
from .wording import BASES, ORDERS, RELATIONS, SIEVES

Json = Any
USUAL = "happened"  # the status that is not written down
HEADING = 40  # letters of a heading on a row
_DATE = "/t0"  # how the id of a document's own date ends


class Report:
    """The data of one chronology; `make` is all of it."""

    def __init__(self, timeline: Timeline) -> None:
        self._timeline = timeline
        self._documents = Numbers(one.id for one in timeline.documents)
        self._expressions = Numbers(one.id for one in timeline.expressions)
        self._events = Numbers(one.id for one in timeline.events)
        self._times: Numbers[Time] = Numbers()
        self._titles = {one.id: one.title for one in timeline.events}
        self._shown = {event for entry in timeline.entries for event in entry.events}
        self._shown |= {one.event for entry in timeline.entries for one in entry.conflicts}
        self._gaps = {one.before: [write_gap(one), tell_gap(one)] for one in timeline.gaps}
        self._headings = {one.id: one.title or "" for one in timeline.documents}
        self._offsets = {one.id: Offsets(one.text) for one in timeline.documents}

    def make(self) -> dict[str, Json]:
        """Everything that the page shows."""
        timeline = self._timeline
        tables = {
            "documents": make_table(_DOCUMENT, map(self._document, timeline.documents)),
            "expressions": make_table(_EXPRESSION, map(self._expression, timeline.expressions)),
            "events": make_table(_EVENT, map(self._event, timeline.events)),
            "entries": make_table(_ENTRY, map(self._entry, timeline.entries)),
            "links": make_table(_LINK, self._links()),
            "undated": make_table(_UNDATED, self._undated()),
            "failures": make_table(_FAILURE, self._failures()),
        }
        # Last: the others have numbered the times.
        tables["times"] = make_table(_TIME, map(self._time, self._times.all))
        return {
            "hidden": HIDDEN,
            "made": list(tell_provenance(timeline)),
            "left": count_left(timeline),
            "words": {
                "kinds": [[name, label, list(words)] for name, label, words in KINDS],
                "relations": RELATIONS,
                "orders": ORDERS,
                "sieves": SIEVES,
                "bases": BASES,
                "confidence": [list(pair) for pair in CONFIDENCE],
            },
            **tables,
        }

    def _document(self, document: Document) -> list[Json]:
        date = document.date
        offsets = self._offsets[document.id]
        words = date.evidence
        place = (
            [offsets.of(words.start), offsets.of(words.end or words.start)]
            if words and words.start is not None
            else None
        )
        return [
            show(document.source),
            document.text,
            show(document.title) if document.title else None,
            write_date(date.value) if date.value else None,
            describe_date(document),
            show(date.basis) if date.basis else None,
            show(date.note) if date.note else None,
            show(words.text) if words else None,
            place,
            [[write_date(one.value), show(one.reason)] for one in date.alternatives],
            [show(warning) for warning in document.warnings],
            document.language,
        ]

    def _expression(self, one: Expression) -> list[Json]:
        offsets = self._offsets[one.document]
        days = write_days(one.first_day, one.last_day) if one.first_day and one.last_day else None
        value = one.edtf or one.value if one.type == "INTERVAL" else one.value or one.edtf
        return [
            self._documents.find(one.document),
            offsets.of(one.start),
            offsets.of(one.end),
            one.type.lower(),
            days,
            value,
            one.rule,
            show(one.meaning) if one.meaning else None,
            self._origin(one.anchor_id),
            [number for number in map(self._expressions.find, one.ends) if number is not None],
            show(one.reason) if one.reason else None,
        ]

    def _origin(self, name: str | None) -> Json:
        """What an expression is counted from: "date", ["event", 3], ["expression", 5] or None."""
        if name is None:
            return None
        if name.endswith(_DATE):
            return "date"
        if (event := self._events.find(name)) is not None:
            return ["event", event]
        number = self._expressions.find(name)
        return None if number is None else ["expression", number]

    def _event(self, one: Event) -> list[Json]:
        """An event; of one in no entry, and there are many, only what its reason needs."""
        offsets = self._offsets[one.document]
        told = [
            self._documents.find(one.document),
            offsets.of(one.start),
            offsets.of(one.end),
            offsets.of(one.sentence.start),
            offsets.of(one.sentence.end),
            show(one.title),
            None if one.status == USUAL else one.status,
            one.locator.line,
            _locate(one.locator, self._headings[one.document]),
        ]
        if one.id not in self._shown:
            return told
        traits = (one.class_, one.tense, one.aspect, one.modality)
        return [
            *told,
            self._times.of(one.time) if one.time else None,
            _distinct(p.text for p in one.participants),
            _distinct(p.text for p in one.places),
            show(one.attributed_to) if one.attributed_to else None,
            ", ".join(t.lower().replace("_", " ") for t in traits if t and t.upper() != "NONE"),
        ]

    def _entry(self, entry: Entry) -> list[Json]:
        return [
            show(entry.id),
            None if entry.title == self._titles[entry.events[0]] else show(entry.title),
            self._times.of(entry.time),
            [self._events.find(name) for name in entry.events],
            [self._documents.find(name) for name in entry.documents],
            entry.salience,
            [
                [
                    self._events.find(one.event),
                    self._times.of(one.time),
                    show(one.note),
                    show(one.quote),
                ]
                for one in entry.conflicts
            ],
            self._gaps.get(entry.id),
            list(entry.corrected),
        ]

    def _time(self, time: Time) -> list[Json]:
        return [
            write_time(time),
            certainty(time),
            bounds_of(time),
            heading_of(time),
            [trim(self._evidence(one)) for one in time.evidence],
            time.relation,
            time.sieve,
            time.basis,
            time.confidence,
            time.value,
            0 if time.edtf == time.value else time.edtf,
            _ends_of(time),
        ]

    def _evidence(self, one: Evidence) -> list[Json]:
        """An expression's number or "date", what is noted, and the words that no number gives."""
        name = one.expression or ""
        number = "date" if name.endswith(_DATE) else self._expressions.find(name)
        words = show(one.text) if one.text and not isinstance(number, int) else None
        return [number, show(one.note) if one.note else None, words]

    def _links(self) -> Iterator[list[Json]]:
        for link in self._timeline.links:
            numbers = self._events.find(link.event), self._events.find(link.other)
            yield [*numbers, link.relation, show(link.signal) if link.signal else None]

    def _undated(self) -> Iterator[list[Json]]:
        """The events of no entry; where rows were chosen, nobody asked for those."""
        for one in self._timeline.undated:
            if one.event not in self._shown:
                yield [self._events.find(one.event), show(one.reason)]

    def _failures(self) -> Iterator[list[Json]]:
        for one in self._timeline.failures:
            yield [show(one.source), show(one.reason)]


_DOCUMENT = (
    "name", "text", "title", "date", "dated", "basis", "note", "dateWords", "datePlace",
    "otherDates", "warnings", "language",
)  # fmt: skip
_EXPRESSION = (
    "document", "start", "end", "type", "days", "value", "rule", "meaning", "origin", "ends",
    "reason",
)  # fmt: skip
_EVENT = (
    "document", "start", "end", "from", "to", "title", "status", "line", "place", "time", "people",
    "places", "said", "traits",
)  # fmt: skip
_ENTRY = ("id", "title", "time", "events", "documents", "weight", "conflicts", "gap", "corrected")
_TIME = (
    "words", "certainty", "bounds", "heading", "evidence", "relation", "sieve", "basis",
    "confidence", "value", "edtf", "ends",
)  # fmt: skip
_LINK = ("event", "other", "relation", "signal")
_UNDATED = ("event", "reason")
_FAILURE = ("source", "reason")


def _locate(locator: Locator, title: str) -> list[str]:
    """Where beside the line a person finds it: page, cue of a recording, nearest heading.

    A heading that is the document's title tells nothing new.
    """
    page = f"page {locator.page}" if locator.page else ""
    name = " ".join((locator.heading or "").split())
    told = name and name.casefold() != " ".join(title.split()).casefold()
    heading = f"under “{show(_cut(name))}”" if told else ""
    return [part for part in (page, show(locator.cue or ""), heading) if part]


def _cut(heading: str) -> str:
    """A heading of at most `HEADING` letters, between words where they are short enough."""
    if len(heading) <= HEADING:
        return heading
    start = heading[: HEADING - 1]
    whole = start if heading[HEADING - 1] == " " else start.rpartition(" ")[0]
    return (whole if len(whole) > HEADING // 2 else start).rstrip(" ,;:–-") + "…"


def _ends_of(time: Time) -> list[str | None]:
    """The bounds as the contract has them: two of an instant, four of an interval."""
    if time.shape == "instant":
        return [time.begin.earliest, time.end.latest]
    return [time.begin.earliest, time.begin.latest, time.end.earliest, time.end.latest]


def _distinct(texts: Iterator[str]) -> list[str]:
    return list(dict.fromkeys(filter(None, map(show, texts))))
