"""What each format says of its entries' times, read back by its consumer or by its own grammar.

A claim is the days (with a clock: the seconds) from the first to the last that the format tells,
under the entry's title.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

import icalendar
import openpyxl
import pyarrow.parquet as pq

from timeline import chronology as c
from timeline.exporters import FORMATS, Layout
from timeline.temporal.axis import day_number, days_in_month


@dataclass(frozen=True)
class Claim:
    """From the first to the last day of a title; `clock` is the first's and last's clock time."""

    title: str
    first: tuple[int, int, int]
    last: tuple[int, int, int]
    words: str
    clock: tuple[Any, Any] | None = None


def write_bytes(name: str, timeline: c.Timeline, **layout: Any) -> bytes:
    data = FORMATS[name].to_bytes(timeline, Layout(**layout))
    assert FORMATS[name].binary or data.decode("utf-8").encode("utf-8") == data
    return data


def read_ics(data: bytes) -> Iterator[Claim]:
    for event in icalendar.Calendar.from_ical(data).walk("VEVENT"):
        start, end = event["DTSTART"].dt, event["DTEND"].dt if "DTEND" in event else None
        words = str(event["SUMMARY"])
        if isinstance(start, datetime):
            clock = (start, end or start)
            yield Claim(words, _ymd(start), _ymd(end or start), words, clock)
        else:
            assert event["DTSTART"].params["VALUE"] == "DATE"
            assert type(end) is date
            last = date.fromordinal(end.toordinal() - 1)
            yield Claim(words, _ymd(start), _ymd(last), words)


def _ymd(day: date) -> tuple[int, int, int]:
    return day.year, day.month, day.day


def read_timelinejs(data: bytes) -> Iterator[Claim]:
    for slide in json.loads(data)["events"]:
        start = slide["start_date"]
        end = slide.get("end_date", start)
        assert all(type(value) is int for value in (*start.values(), *end.values()))
        first = start["year"], start.get("month", 1), start.get("day", 1)
        month = end.get("month", 12)
        last = end["year"], month, end.get("day", days_in_month(end["year"], month))
        clock = (_clock(start), _clock(end)) if "hour" in {**start, **end} else None
        text = slide["text"]["headline"]
        yield Claim(text, first, last, slide["display_date"], clock)


def _clock(fields: Mapping[str, int]) -> tuple[int, ...]:
    return tuple(fields[name] for name in ("hour", "minute", "second") if name in fields)


_MW_DAY = r"\d{4}(?:-\d\d(?:-\d\d(?: \d\d:\d\d)?)?)?"
_MW_INSTANT = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"
_MW = re.compile(
    rf"(?:(?P<edtf>{_MW_DAY}(?:/{_MW_DAY})?)|(?P<utc>{_MW_INSTANT}(?: - {_MW_INSTANT})?)"
    r"|(?P<era>\d{1,5} B?CE(?: - \d{1,5} B?CE)?)): (?P<title>\S.*?) "
    r"\((?P<when>[^()]*(?:\(uncertain\))?[^()]*|.*)\)(?P<tags>(?: #[a-z-]+)+)"
)


def read_markwhen(data: bytes) -> Iterator[Claim]:
    """Every line must be a header, a comment, an entry, or words beneath one."""
    head, _, body = data.decode("utf-8").partition("\n\n")
    assert head == "title: Chronology"
    for line in body.splitlines():
        if re.fullmatch(r'// [a-z ].*|  ".*', line):
            continue
        found = _MW.fullmatch(line)
        assert found, line
        words = f"{found['when']} {found['tags']}"
        if found["era"]:
            ends = [_mw_year(part) for part in found["era"].split(" - ")]
            yield Claim(found["title"], (ends[0], 1, 1), (ends[-1], 12, 31), words)
        elif found["utc"]:
            stamps = [datetime.fromisoformat(part) for part in found["utc"].split(" - ")]
            days = [_ymd(stamp) for stamp in stamps]
            yield Claim(found["title"], days[0], days[-1], words, (stamps[0], stamps[-1]))
        else:
            parts = found["edtf"].split("/")
            first, last = _mw_day(parts[0], first=True), _mw_day(parts[-1], first=False)
            clocks = [part[11:] for part in parts]
            clock = (clocks[0], clocks[-1]) if clocks[0] else None
            yield Claim(found["title"], first, last, words, clock)


def _mw_year(text: str) -> int:
    number, era = text.split()
    return 1 - int(number) if era == "BCE" else int(number)


def _mw_day(text: str, *, first: bool) -> tuple[int, int, int]:
    year, *rest = map(int, text[:10].split("-"))
    month = rest[0] if rest else 1 if first else 12
    return year, month, rest[1] if len(rest) > 1 else 1 if first else days_in_month(year, month)


_MERMAID_TEXT = r"(?:[^#;:%{}<>&\"`\\\[\]$\n]|#\d+;)+"
_MERMAID = re.compile(rf"        (?P<when>{_MERMAID_TEXT})? : (?P<event>{_MERMAID_TEXT})")


def read_mermaid(data: bytes) -> Iterator[tuple[str, str]]:
    """(date, event) of each; every line must be a section, a period with an event, or an event."""
    lines = data.decode("utf-8").split("\n")
    assert lines[:2] == ["timeline", "    title Chronology"]
    assert lines[-1] == ""
    when = None
    for line in lines[2:-1]:
        if re.fullmatch(r"    section (?:\d+(?: BC)?|undated)", line):
            when = None
            continue
        found = _MERMAID.fullmatch(line)
        assert found, line
        when = found["when"] or when
        assert when, line
        yield _unescape(when), _unescape(found["event"])


def _unescape(text: str) -> str:
    return re.sub(r"#(\d+);", lambda match: chr(int(match[1])), text)


def read_timesketch(data: bytes) -> Iterator[dict[str, Any]]:
    """The lines, each with what Timesketch's importer demands of it."""
    for line in data.decode("utf-8").splitlines():
        found = json.loads(line)
        assert {"message", "datetime", "timestamp", "timestamp_desc"} <= set(found)
        assert all(found[name] for name in ("message", "timestamp_desc"))
        when = datetime.fromisoformat(found["datetime"])
        assert when.utcoffset() is not None
        # timesketch#2667: both must be there, and be the same instant.
        seconds = day_number(*_ymd(when)) * 86_400 + when.hour * 3600 + when.minute * 60
        assert found["timestamp"] == (seconds + when.second) * 1_000_000
        yield {**found, "when": when.astimezone(UTC)}


def read_xlsx(data: bytes) -> dict[str, list[dict[str, Any]]]:
    """The rows of each sheet by their header; no cell may be a formula."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    sheets = {}
    for sheet in book:
        rows = list(sheet.iter_rows())
        assert all(cell.data_type != "f" for row in rows for cell in row)
        names = [cell.value for cell in rows[0]]
        sheets[sheet.title] = [
            dict(zip(names, (cell.value for cell in row), strict=True)) for row in rows[1:]
        ]
    return sheets


def read_parquet(data: bytes) -> list[dict[str, Any]]:
    return pq.read_table(io.BytesIO(data)).to_pylist()


READERS: Mapping[str, Callable[[bytes], Iterator[Claim]]] = {
    "ics": read_ics,
    "timelinejs": read_timelinejs,
    "markwhen": read_markwhen,
}
