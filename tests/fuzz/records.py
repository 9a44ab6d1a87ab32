"""Targets that take chronologies: reading saved ones, correcting, merging, and every format."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable
from functools import cache
from random import Random
from typing import Any

from chronologies import make_hostile, make_mixed, make_news
from fuzz.mutate import mutate_bytes, mutate_json
from fuzz.nasties import DATES, STRINGS
from fuzz.target import Target

from timeline import relation
from timeline.chronology import Timeline
from timeline.difference import compare_timelines
from timeline.earlier import count_corrections, read_timeline
from timeline.earlier.lines import read_any, read_lines
from timeline.errors import TimelineError
from timeline.exporters import FORMATS, Layout
from timeline.exporters.beyond import count_beyond
from timeline.report.selection import Selection, select
from timeline.report.several import merge_timelines
from timeline.review import apply_again, apply_table

# What no screen may get, written apart from the code's own list; a line feed ends lines.
STEERING = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069\ufeff"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)
Pair = tuple[bytes, bytes]


def write(name: str, timeline: Timeline, **layout: Any) -> bytes:
    exporter = FORMATS[name]
    if exporter.binary:
        stream = io.BytesIO()
        exporter.write(timeline, stream, Layout(**layout))
        return stream.getvalue()
    words = io.StringIO()
    exporter.write(timeline, words, Layout(**layout))
    return words.getvalue().encode("utf-8")


@cache
def saved(name: str = "json") -> tuple[bytes, ...]:
    """Chronologies of our own in one format, one of them with corrections."""
    made = [make_news(), make_mixed(), make_hostile()]
    table = write("csv", made[0]).replace(b"2022-01-02", b"2022-01-03")
    made.append(apply_table(made[0], table, "case.csv").timeline)
    return tuple(write(name, one) for one in made)


@cache
def plain() -> tuple[Any, ...]:
    return tuple(json.loads(data) for data in saved())


def a_saved(rng: Random) -> bytes:
    """Mostly JSON of the right shape with wrong parts; seldom broken bytes."""
    if rng.random() < 0.15:
        return mutate_bytes(rng, rng.choice(saved()), saved())
    return json.dumps(mutate_json(rng, rng.choice(plain()))).encode()


def some_lines(rng: Random) -> bytes:
    data = rng.choice(saved("jsonl"))
    if rng.random() < 0.3:
        return mutate_bytes(rng, data, saved("jsonl"))
    lines = [json.loads(line) for line in data.splitlines()]
    at = rng.randrange(len(lines))
    lines[at] = mutate_json(rng, lines[at])
    return b"\n".join(json.dumps(line).encode() for line in lines)


def try_saved(data: bytes) -> None:
    """What is taken as a chronology can be written in every format, and safely."""
    count_corrections(data)
    write_all(read_any(data, "case.json"))


def try_lines(data: bytes) -> None:
    write_all(read_lines(data, "case.jsonl"))


def write_all(timeline: Timeline, width: int = 60) -> None:
    for name, exporter in FORMATS.items():
        try:
            data = write(name, timeline, width=width)
        except TimelineError:
            # A file of TimeML holds one document; JSON Lines and the rest take all.
            assert exporter.holds_one and len(timeline.documents) != 1
            continue
        if exporter.years:
            count_beyond(timeline, exporter.years)
        if not exporter.binary:
            text = data.decode("utf-8")
            assert not STEERING.search(text), f"{name}: {STEERING.search(text)}"


def an_export(rng: Random) -> tuple[bytes, int]:
    """A chronology with hostile strings in all its places, and the width to write it in."""
    value = rng.choice(plain())
    data = mutate_json(rng, value, changes=rng.choice((3, 12)))
    return json.dumps(data).encode(), rng.choice((0, 1, 2, 10, 40, 60, 100, 10_000))


def try_export(case: tuple[bytes, int]) -> None:
    data, width = case
    write_all(read_timeline(data, "case.json"), width)


def a_table(rng: Random) -> Pair:
    """A table of corrections with other cells, rows and separators."""
    at = rng.randrange(len(saved()))
    table = saved("csv")[at]
    if rng.random() < 0.3:
        return saved()[at], mutate_bytes(rng, table, saved("csv"))
    rows = [line.split(b",") for line in table.splitlines()]
    for _ in range(rng.choice((1, 2, 5))):
        row = rng.choice(rows[1:])
        cell = rng.choice((*STRINGS, *DATES)).encode("utf-8", "surrogatepass")
        row[rng.randrange(len(row))] = b'"' + cell.replace(b'"', b'""') + b'"'
    mark = rng.choice((b",", b",", b";", b"\t"))
    return saved()[at], b"\r\n".join(mark.join(row) for row in rows)


def try_table(case: Pair) -> None:
    data, table = case
    timeline = read_timeline(data, "case.json")
    for keep in (False, True):
        outcome = apply_table(timeline, table, "case.csv", keep_missing=keep)
        again = read_timeline(write("json", outcome.timeline), "case.json")
        apply_again(timeline, again)


def two_saved(rng: Random) -> Pair:
    return a_saved(rng), rng.choice((a_saved(rng), rng.choice(saved())))


def try_two(case: Pair) -> None:
    first, second = (read_timeline(data, "case.json") for data in case)
    merged = merge_timelines([first, second], Selection())
    read_timeline(write("json", merged), "merged.json")
    compare_timelines(first, second)
    for one in first.entries[:3]:
        for other in second.entries[:3]:
            relation(one, other)
            relation(one, other, merged)


def a_selection(rng: Random) -> tuple[bytes, Selection]:
    def some(*values: Any) -> Any:
        return rng.choice((None, *values))

    return a_saved(rng), Selection(
        since=some(rng.choice(DATES)),
        until=some(rng.choice(DATES)),
        status=some(("happened",), ("none",)),
        about=some(rng.choice(STRINGS), "Caesar"),
        top=some(0, 1, 10**30, -1),
        min_confidence=some(0.0, 1.0, float("nan")),
        granularity=some("day", "month", "year", "decade", "century"),
        gaps=some(0, 1, 400, 10**30),
    )


def try_selection(case: tuple[bytes, Selection]) -> None:
    data, selection = case
    write_all(select(read_timeline(data, "case.json"), selection))


def _target(name: str, share: float, make: Callable[[Random], Any], attempt: Any) -> Target:
    return Target(name, share, make, attempt, 10)


TARGETS = (
    _target("saved", 0.012, a_saved, try_saved),
    _target("saved-lines", 0.006, some_lines, try_lines),
    _target("exporters", 0.01, an_export, try_export),
    _target("corrections", 0.012, a_table, try_table),
    _target("merge", 0.006, two_saved, try_two),
    _target("selection", 0.006, a_selection, try_selection),
)
