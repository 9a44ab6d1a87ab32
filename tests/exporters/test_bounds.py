"""No format claims more of a time than the chronology: no invented day, none shifted by a zone."""

from __future__ import annotations

import csv
import io
import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from chronologies import Maker, bounds, make_hostile, make_mixed, make_news, time
from format_readers import (
    READERS,
    Claim,
    read_mermaid,
    read_parquet,
    read_timesketch,
    read_xlsx,
    write_bytes,
)
from hypothesis import given, settings
from hypothesis import strategies as st

import timeline as facade
from timeline import chronology as c
from timeline.chronology import certainty
from timeline.exporters import FORMATS
from timeline.exporters.beyond import Stretch, count_beyond, hold
from timeline.exporters.cells import Point, read_point
from timeline.exporters.dates import write_time
from timeline.temporal.axis import civil, days_in_month
from timeline.temporal.edtf import parse_date

BOUNDS = ("begin_earliest", "begin_latest", "end_earliest", "end_latest")
OFF_ZONE = {"+14:00", "-11:30"}


def year_text(year: int) -> str:
    return f"{year:04}" if year >= 0 else f"-{-year:04}"


@st.composite
def cells(draw: st.DrawFn) -> tuple[str, str]:
    """The first and last bound of a cell or a stretch: a day, a month, a year, ... a clock time."""
    year = draw(st.one_of(st.integers(-3, 3), st.integers(1850, 2100), st.integers(-9998, 9999)))
    month = draw(st.integers(1, 12))
    kind = draw(st.sampled_from(["day", "month", "year", "years", "days", "clock", "zoned", "far"]))
    head = f"{year_text(year)}-{month:02}"
    day = f"{head}-{draw(st.integers(1, days_in_month(year, month))):02}"
    if kind == "far":
        far = draw(st.sampled_from([-300_000, -12_000, 10_000, 300_000]))
        return f"{year_text(far)}-01-01", f"{year_text(far)}-12-31"
    if kind == "month":
        return f"{head}-01", f"{head}-{days_in_month(year, month):02}"
    if kind in ("year", "years"):
        last = min(year + (draw(st.integers(1, 900)) if kind == "years" else 0), 9999)
        return f"{year_text(year)}-01-01", f"{year_text(last)}-12-31"
    if kind == "days":
        lo = int(parse_date(day).cell.lo) // 86_400
        found = civil(lo + draw(st.integers(1, 4000)))
        return day, f"{year_text(found[0])}-{found[1]:02}-{found[2]:02}"
    if kind in ("clock", "zoned"):
        zone = draw(st.sampled_from(["Z", "+02:00", *sorted(OFF_ZONE)])) if kind == "zoned" else ""
        hours = sorted(draw(st.tuples(st.integers(0, 23), st.integers(0, 23))))
        seconds = draw(st.sampled_from(["", ":07"]))
        return f"{day}T{hours[0]:02}:10{seconds}{zone}", f"{day}T{hours[1]:02}:10{seconds}{zone}"
    return day, day


@st.composite
def times(draw: st.DrawFn) -> c.Time:
    first, last = draw(cells())
    more = {
        "granularity": draw(st.sampled_from(["day", "month", "year"])),
        "basis": draw(st.sampled_from(["expression", "relative", "inferred", "person"])),
    }
    shape = draw(
        st.sampled_from(["instant", "before", "after", "interval", "since", "until", "on"])
    )
    if shape in ("instant", "before", "after"):
        both = bounds(None if shape == "before" else first, None if shape == "after" else last)
        return time(both, both, shape="instant", **more)
    other = draw(cells())
    ends = sorted([(first, last), other], key=lambda pair: parse_date(pair[0]).cell.lo)
    begin, end = bounds(*ends[0]), bounds(*ends[1])
    none = bounds(None, None)
    if shape == "since":
        end = none
    elif shape == "until":
        begin = none
    elif shape == "on":
        end = bounds(ends[1][0], None)
    return time(begin, end, shape="interval", **more)


@st.composite
def timelines(draw: st.DrawFn) -> c.Timeline:
    made = Maker()
    name = made.document("text", "2022-01-10")
    titles = st.one_of(st.just("It happened"), st.text(st.characters(exclude_categories=())))
    for number, when in enumerate(draw(st.lists(times(), min_size=1, max_size=6))):
        made.entry(name, f"Event {number} {draw(titles)}"[:300].rstrip() + " end", when)
    return made.make()


def held(name: str, made: c.Timeline) -> list[tuple[c.Entry, Stretch]]:
    """The entries that a format does not leave out, and their stretches."""
    years = FORMATS[name].years or (-(10**9), 10**9)
    pairs = [(entry, hold(entry.time, years)) for entry in made.entries]
    found = [(entry, one) for entry, one in pairs if isinstance(one, Stretch)]
    assert len(pairs) - len(found) == sum(count_beyond(made, years).values())
    return found


def instant_of(point: Point) -> datetime:
    """A clock time of the contract as the standard library has it."""
    assert point.clock
    zone = {"Z": "+00:00", None: ""}.get(point.zone, point.zone)
    return datetime.fromisoformat(f"{date(*point.date).isoformat()}T{point.clock}{zone}")


def check_claim(name: str, claim: Claim, entry: c.Entry, stretch: Stretch) -> None:
    sure = certainty(entry.time)
    # One day that is known is told as such; whatever is less has its word beside the title.
    if sure != "exact":
        assert sure in claim.words, claim
    if claim.clock and name != "timelinejs":
        assert stretch.has_clock
        for found, point in zip(claim.clock, (stretch.first, stretch.last), strict=True):
            if isinstance(found, str):
                assert point.clock and found == point.clock[:5] and point.zone is None
            elif point.zone is None:
                assert found == instant_of(point)
            else:
                assert found == instant_of(point).astimezone(UTC)
        return
    first, last = stretch.first.date, stretch.last.date
    if name == "markwhen" and first[0] < 1:
        first, last = (first[0], 1, 1), (last[0], 12, 31)
    assert (claim.first, claim.last) == (first, last), claim
    if claim.clock:
        for found, point in zip(claim.clock, (stretch.first, stretch.last), strict=True):
            assert found == (tuple(map(int, point.clock.split(":"))) if point.clock else ())


def check_timesketch(made: c.Timeline) -> None:
    entries = {entry.id: entry for entry, _ in held("timesketch", made)}
    told = set()
    for line in read_timesketch(write_bytes("timesketch", made)):
        when = entries[line["entry"]].time
        told.add(line["entry"])
        sides = {"Begin": when.begin, "Event": when.begin, "End": when.end, "Going on": when.end}
        side = sides[line["timestamp_desc"].partition(",")[0]]
        text = side.earliest or side.latest
        assert text
        point = read_point(text)
        if point.clock is None:
            assert line["datetime"] == f"{date(*point.date).isoformat()}T00:00:00+00:00"
        elif point.zone is None:
            assert line["when"].replace(tzinfo=None) == instant_of(point)
            assert "zone not told" in line["timestamp_desc"]
        elif 1 < point.year < 9999:
            assert line["when"] == instant_of(point)
        kind = None if side.earliest == side.latest else "earliest" if side.earliest else "latest"
        assert (kind or "") in line["timestamp_desc"]
        assert certainty(when) in line["timestamp_desc"]
    assert told == set(entries)


def check_sheets(made: c.Timeline) -> None:
    rows = read_xlsx(write_bytes("xlsx", made))["Chronology"]
    columns = read_parquet(write_bytes("parquet", made))
    flat = list(csv.DictReader(io.StringIO(write_bytes("csv", made).decode(), newline="")))
    lines = [json.loads(line) for line in write_bytes("jsonl", made).decode().splitlines()]
    for number, entry in enumerate(made.entries):
        begin, end = entry.time.begin, entry.time.end
        given = dict(
            zip(BOUNDS, (begin.earliest, begin.latest, end.earliest, end.latest), strict=True)
        )
        names = {"begin_earliest": "begin", "end_latest": "end"}
        for name, text in given.items():
            cell = rows[number][names.get(name, name)]
            if isinstance(cell, datetime):
                point = read_point(text or "")
                clock = point.clock or "00:00"
                assert cell == datetime.fromisoformat(f"{date(*point.date).isoformat()}T{clock}")
                assert cell.year >= 1900
            else:
                assert cell == text
            assert columns[number][name] == text
            day = columns[number][f"{name}_day"]
            assert day is None or (day.year, day.month, day.day) == read_point(text or "").date
            assert (day is None) == (text is None or not 1 <= read_point(text).year <= 9999)
        assert (flat[number]["begin"], flat[number]["end"]) == (
            begin.earliest or "",
            end.latest or "",
        )
        assert lines[number]["time"]["begin"] == {
            "earliest": begin.earliest,
            "latest": begin.latest,
        }
        assert rows[number]["certainty"] == certainty(entry.time) == columns[number]["certainty"]


def check(made: c.Timeline) -> None:
    for name, read in READERS.items():
        claims, pairs = list(read(write_bytes(name, made))), held(name, made)
        assert len(claims) == len(pairs), name
        for claim, (entry, stretch) in zip(claims, pairs, strict=True):
            check_claim(name, claim, entry, stretch)
    dates = [when for when, _ in read_mermaid(write_bytes("mermaid", made))]
    assert dates == [write_time(entry.time) for entry in made.entries]
    check_timesketch(made)
    check_sheets(made)


@settings(max_examples=60)
@given(timelines())
def test_no_format_claims_more_than_the_chronology(made: c.Timeline) -> None:
    check(made)


@pytest.mark.parametrize("make", [make_news, make_mixed, make_hostile])
def test_nor_of_what_is_made_by_hand(make) -> None:
    check(make())


def test_nor_of_the_samples(data: Path) -> None:
    for name in ("wire", "war", "chronologies/history-rome"):
        path = data / f"{name}.txt"
        check(facade.extract(path.read_text(encoding="utf-8"), reading_date="2026-11-22"))
