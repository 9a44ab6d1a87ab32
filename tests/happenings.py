"""Hand-made chronologies for the tests of merging: one call a happening."""

from __future__ import annotations

import calendar
from typing import Any

import msgspec
from chronologies import TOLD_AS_PAST

from timeline import chronology as c

PROVENANCE = c.Provenance(
    version="0", model="m", rules="r", options={"date": None}, reading_date="2026-01-01"
)
NAMED = {"agent": "PERSON", "patient": "PERSON", "place": "GPE"}


def when(day: str, **more: Any) -> c.Time:
    """The time of an ISO day, month or year, or of "..2021-05-04", as an expression gives it."""
    first, last = (None, day[2:]) if day.startswith("..") else (day, day)
    granularity = ("year", "month", "day")[day.strip(".").count("-")]
    if granularity == "year":
        first, last = f"{day}-01-01", f"{day}-12-31"
    elif granularity == "month":
        year, month = map(int, day.split("-"))
        first, last = f"{day}-01", f"{day}-{calendar.monthrange(year, month)[1]}"
    bounds = c.Bounds(earliest=first, latest=last)
    fields: dict[str, Any] = {
        "value": day,
        "edtf": day,
        "shape": "instant",
        "begin": bounds,
        "end": bounds,
        "granularity": granularity,
        "basis": "expression",
        "relation": "IS_INCLUDED",
        "sieve": "attached",
        "evidence": (
            c.Evidence(expression=None, text=f"on {day}", start=None, end=None, note=None),
        ),
        "confidence": None,
    }
    return c.Time(**{**fields, **more})


class Teller:
    """Documents and what they tell."""

    def __init__(self, *, copies: bool = False) -> None:
        self.copies = copies  # texts may be the same, letter for letter
        self.texts: dict[str, str] = {}
        self.dates: dict[str, str | None] = {}
        self.events: list[c.Event] = []
        self.entries: list[c.Entry] = []
        self.undated: list[c.Undated] = []

    def tell(
        self,
        document: str,
        sentence: str,
        lemma: str,
        day: str | None = None,
        *,
        written: str | None = None,
        time: dict[str, Any] | None = None,
        names: dict[str, str | None] | None = None,
        **more: Any,
    ) -> str:
        """Add a sentence whose first word most like the lemma is the trigger; the event's id.

        `agent`, `patient`, `place` among `more` take part. Without a day it is undated.
        """
        text = self.texts.setdefault(document, "" if self.copies else f"Paper {document}\n")
        self.dates.setdefault(document, written)
        start = len(text)
        self.texts[document] = f"{text}{sentence}\n"
        words = [word.strip(".,") for word in sentence.split()]
        trigger = next(w for n in (3, 2, 1) for w in words if w.lower().startswith(lemma[:n]))
        at = start + sentence.index(trigger)
        took = {role: more.pop(role) for role in ("agent", "patient", "place") if role in more}
        people = {
            role: c.Participant(
                text=name,
                start=start + max(sentence.find(name), 0),
                end=start + max(sentence.find(name), 0) + len(name),
                role=role,
                type=(names or NAMED)[role] if name[:1].isupper() else None,
            )
            for role, name in took.items()
        }
        stamp = when(day, **(time or {})) if day else None
        event = c.Event(
            id=f"{document}/e{at}",
            document=document,
            start=at,
            end=at + len(trigger),
            trigger=trigger,
            lemma=lemma,
            title=sentence.rstrip("."),
            sentence=c.Span(start=start, end=start + len(sentence)),
            locator=c.Locator(line=text.count("\n") + 1, page=None),
            participants=tuple(p for role, p in people.items() if role != "place"),
            places=tuple(p for role, p in people.items() if role == "place"),
            time=stamp,
            **{**TOLD_AS_PAST, **more},
        )
        self.events.append(event)
        if stamp is None:
            self.undated.append(c.Undated(event=event.id, reason="no expression dates it"))
        else:
            self.entries.append(
                c.Entry(
                    id=event.id,
                    time=stamp,
                    title=event.title,
                    events=(event.id,),
                    documents=(document,),
                    conflicts=(),
                    salience=None,
                )
            )
        return event.id

    def make(self, *, reverse: bool = False) -> c.Timeline:
        """The chronology as each document tells it, not merged; with the documents turned round."""
        turn = -1 if reverse else 1
        documents = [self._document(name) for name in self.texts]
        return c.Timeline(
            provenance=PROVENANCE,
            documents=tuple(documents[::turn]),
            expressions=(),
            events=tuple(self.events[::turn]),
            entries=tuple(self.entries[::turn]),
            undated=tuple(self.undated[::turn]),
            failures=(),
        )

    def parts(self) -> list[c.Timeline]:
        """The same, a chronology for each document."""
        return [c.of_document(self.make(), name) for name in self.texts]

    def _document(self, name: str) -> c.Document:
        day = self.dates[name]
        return c.Document(
            id=name,
            source=f"{name}.txt",
            title=None,
            language="en",
            text=self.texts[name],
            date=c.DocumentDate(
                value=day, basis=None, evidence=None, note=None, confidence=None, alternatives=()
            ),
            warnings=(),
        )


def to_json(timeline: c.Timeline) -> bytes:
    return msgspec.json.encode(timeline)
