"""Chronologies for the tests of the HTML report, and the page that is made of one."""

from __future__ import annotations

import io
import json
import re
from typing import Any

import msgspec
from chronologies import Maker, instant, interval

from timeline import chronology as c
from timeline.exporters import FORMATS

_DATA = re.compile(r'<script type="application/json" id="data">(.*?)</script>', re.DOTALL)


def write_report(timeline: c.Timeline) -> str:
    stream = io.StringIO()
    FORMATS["html"].write(timeline, stream)
    return stream.getvalue()


def data_of(page: str) -> dict[str, Any]:
    """The data of a page, each table as a list of objects."""
    found = _DATA.search(page)
    assert found
    data = json.loads(found[1])
    for name, table in data.items():
        if isinstance(table, dict) and "rows" in table:
            columns = table["columns"]
            empty = dict.fromkeys(columns)
            data[name] = [
                {**empty, **dict(zip(columns, row, strict=False))} for row in table["rows"]
            ]
    return data


def make_case() -> c.Timeline:
    """Two documents: a date counted from another, a planned event, a conflict, a shared date."""
    made = Maker()
    said = c.DateEvidence(text="January 10", start=None, end=None)
    wire = made.document("wire", "2022-01-10", note="Monday fixes the year", evidence=said)
    first = made.expression(
        wire, "January 2", value="2022-01-02", first_day="2022-01-02", last_day="2022-01-02",
        rule="month-day", meaning="2 January", anchor_id="wire/t0",
    )  # fmt: skip
    day = instant("2022-01-02", "2022-01-02", value="2022-01-02", evidence=(first,))
    anna = c.Participant(text="Anna Lind", start=0, end=1, role="agent", type="PERSON")
    _tell(made, wire, "Anna Lind opened the bridge", day, participants=(anna,))
    _tell(made, wire, "Dockers blocked the road", day)
    later = made.expression(
        wire, "two days later", value="2022-01-04", first_day="2022-01-04", last_day="2022-01-04",
        rule="later", meaning="2 days after the time that is being told",
        anchor_id=first.expression,
    )  # fmt: skip
    _tell(
        made,
        wire,
        "The bridge collapsed",
        instant("2022-01-04", "2022-01-04", evidence=(later,), basis="relative"),
    )
    report = made.document("report")
    made.entry(report, "Engineers plan a new bridge", instant("2023-01-01", "2023-12-31",
               value="2023", granularity="year"), "2023")  # fmt: skip
    made.events[-1] = msgspec.structs.replace(made.events[-1], status="planned")
    made.entry(report, "The old bridge stood", interval(("1850-01-01", "1850-12-31"),
               ("2022-01-04", "2022-01-04")), "since 1850", "4 January")  # fmt: skip
    other = instant("2022-01-05", "2022-01-05", evidence=(made.expression(report, "January 5"),))
    told = made.event(report, "the bridge fell", other)
    conflict = c.Conflict(event=told, time=other, note="a later source", quote="It fell on 5 Jan.")
    made.entries[2] = msgspec.structs.replace(made.entries[2], conflicts=(conflict,))
    made.entries.insert(0, made.entries.pop())  # since 1850: the first of all
    made.leave_undated(report, "An inquiry was demanded", "no expression dates it")
    made.expression(report, "the other day", reason="it is not clear which day is meant")
    made.failures.append(c.Failure(source="scan.pdf", reason="it has no text"))
    return made.make()


def _tell(made: Maker, document: str, title: str, when: c.Time, **more: Any) -> None:
    event = made.event(document, title, when, **more)
    made.entries.append(
        c.Entry(
            id=event.replace("/e", "/n"), time=when, title=title, events=(event,),
            documents=(document,), conflicts=(), salience=None,
        )
    )  # fmt: skip


def make_many(entries: int, documents: int = 20) -> c.Timeline:
    """Many entries, one a week from 1900 on, told by some documents."""
    from timeline.temporal.axis import civil

    made = Maker()
    for number in range(documents):
        made.document(f"d{number}")
    for number in range(entries):
        year, month, day = civil(-25_567 + number * 7)
        iso = f"{year:04}-{month:02}-{day:02}"
        made.entry(f"d{number % documents}", f"Ship {number} sailed", instant(iso, iso), iso)
    return made.make()
