"""Targets that take strings: notations, the matcher, dates of documents, values, settings."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from random import Random
from typing import Any

from fuzz.mutate import mutate_bytes, mutate_text
from fuzz.nasties import DATES, STRINGS
from fuzz.target import Target
from hypothesis import HealthCheck, given, settings
from temporal_strategies import ANCHORS, EXPRESSIONS, VALUES

from timeline import find_expressions
from timeline.config import read_settings
from timeline.dating import find_document_date, find_frame, find_passages
from timeline.dating.given import read_date
from timeline.readers.make import make_document
from timeline.rules.customs import make_customs
from timeline.rules.matcher import parse_phrase
from timeline.rules.named import make_named_dates
from timeline.rules.timex import timex_of
from timeline.temporal.anchor import bases
from timeline.temporal.edtf import from_edtf, parse_date, to_edtf
from timeline.temporal.meaning import describe
from timeline.temporal.resolve import resolve
from timeline.temporal.timex3 import Timex3, from_timex3, to_timex3
from timeline.temporal.values import Unresolved, day_of

TODAY = day_of(2026, 11, 22)
DATA = Path(__file__).resolve().parents[2] / "data"
RULES = Path(__file__).resolve().parents[2] / "timeline" / "rules" / "en"


@cache
def sentences() -> tuple[str, ...]:
    """The examples and refusals of all rules."""
    found: list[str] = []
    for path in sorted(RULES.glob("*.toml")):
        for rule in tomllib.loads(path.read_text(encoding="utf-8")).get("rule", ()):
            found += [example["text"] for example in rule.get("examples", ())]
            found += rule.get("refusals", ())
    return tuple(found)


@cache
def texts() -> tuple[str, ...]:
    """Our own sample documents, with their datelines, headers, diaries and chats."""
    paths = (*DATA.glob("*.txt"), *(DATA / "chronologies").glob("*.txt"))
    return tuple(path.read_text(encoding="utf-8")[:1500] for path in sorted(paths))


def a_date(rng: Random) -> str:
    text = rng.choice(DATES)
    return text if rng.random() < 0.05 else mutate_text(rng, text, DATES, longest=400)


def a_sentence(rng: Random) -> str:
    parts = rng.choices(sentences(), k=rng.choice((1, 1, 2, 4)))
    return mutate_text(rng, " ".join(parts), sentences(), longest=4000)


def a_text(rng: Random) -> str:
    return mutate_text(rng, rng.choice(texts()), texts(), longest=4000)


def try_iso(text: str) -> None:
    moment = parse_date(text)
    assert moment.cell.lo < moment.cell.hi
    to_timex3(moment), to_edtf(moment)


def try_edtf(text: str) -> None:
    value = from_edtf(text)
    said = to_edtf(value)
    if said is not None:
        assert to_edtf(from_edtf(said)) == said
    to_timex3(value)


def try_timex3(timex: Timex3) -> None:
    value = from_timex3(timex)
    if value is not None:
        to_timex3(value), to_edtf(value)


def a_timex3(rng: Random) -> Timex3:
    def some() -> str | None:
        return None if rng.random() < 0.7 else rng.choice((*STRINGS[:8], "2X", "EVERY", "APPROX"))

    kind = rng.choice(("DATE", "TIME", "DURATION", "SET", "", "date"))
    return Timex3(kind, a_date(rng), some(), some(), some())


def try_given(text: str) -> None:
    read_date(text, day_first=None, reading=TODAY)


def try_phrase(text: str) -> None:
    parse_phrase(text)


def try_matcher(text: str) -> None:
    last = 0
    names = {"the Blitz": "1940-09-07/1941-05-11", "May Day": "1886-05-01"}
    for found in find_expressions(text, "2012-08-10", named_dates=names):
        assert 0 <= found.start < found.end <= len(text)
        assert text[found.start : found.end] == found.text
        assert found.type != "INTERVAL" or found.start >= last
        last = max(last, found.start)
        timex_of(found)
        if found.expr is not None:
            describe(found.expr)


def try_dating(text: str) -> None:
    document = make_document(text, "2021-05-03 note.txt")
    date = find_document_date(document, reading_date=TODAY)
    find_frame(document)
    end = 0
    for passage in find_passages(document, date, day_first=None, reading_date=TODAY):
        assert end <= passage.start <= passage.end <= len(text)
        end = passage.end


@settings(database=None, suppress_health_check=list(HealthCheck))
@given(EXPRESSIONS, ANCHORS)
def try_resolve(expr: Any, anchor: Any) -> None:
    value = resolve(expr, anchor)
    bases(expr), describe(expr)
    if not isinstance(value, Unresolved):
        to_timex3(value), to_edtf(value)


@settings(database=None, suppress_health_check=list(HealthCheck))
@given(VALUES)
def try_value(value: Any) -> None:
    timex = to_timex3(value)
    from_timex3(timex)
    said = to_edtf(value)
    if said is not None:
        from_edtf(said)


def a_buffer(rng: Random) -> bytes:
    return rng.randbytes(rng.choice((64, 400, 2000)))


def from_buffer(test: Callable[..., None], data: bytes) -> None:
    """Hypothesis makes the case from the bytes; too few of them are no case."""
    test.hypothesis.fuzz_one_input(data)  # type: ignore[attr-defined]


def some_names(rng: Random) -> dict[str, str]:
    return {
        mutate_text(rng, rng.choice(("the merger", "D-Day")), longest=200): a_date(rng)
        for _ in range(rng.choice((1, 2, 9)))
    }


def try_names(table: dict[str, str]) -> None:
    names = make_named_dates(table)
    find_expressions("After the merger on D-Day. " + " ".join(table), named_dates=table)
    assert len(names.entries) == len(table)


SETTINGS = (
    b'format = "csv"\nday-first = true\ntop = 10\nmin-confidence = 0.5\n'
    b'fields = ["begin", "title"]\nnamed-dates = "names.toml"\ncountry = "GB"\n'
)


def some_settings(rng: Random) -> bytes:
    return mutate_bytes(rng, SETTINGS)


def try_settings(data: bytes) -> None:
    import os
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "timeline.toml").write_bytes(data)
        read_settings(Path(folder), {**os.environ, "XDG_CONFIG_HOME": folder})


def some_customs(rng: Random) -> tuple[Any, Any, Any]:
    return (
        rng.choice((None, "GB", "gb", "XX", "", rng.choice(STRINGS))),
        rng.choice((None, "north", "south", rng.choice(STRINGS))),
        rng.choice((None, 1, 12, 0, 13, -1, 10**30)),
    )


def try_customs(given_: tuple[Any, Any, Any]) -> None:
    make_customs(*given_)
    text = "Independence Day, Easter and Ramadan fell in fiscal 2021, in winter and on Labour Day."
    country, hemisphere, start = given_
    find_expressions(
        text, "2021-05-03", country=country, hemisphere=hemisphere, fiscal_year_start=start
    )


TARGETS = (
    Target("iso", 0.16, a_date, try_iso, 1),
    Target("edtf", 0.2, a_date, try_edtf, 1),
    Target("timex3", 0.18, a_timex3, try_timex3, 1),
    Target("given-date", 0.08, a_date, try_given, 1),
    Target("phrase", 0.05, a_sentence, try_phrase, 2),
    Target("matcher", 0.07, a_sentence, try_matcher, 2),
    Target("dating", 0.02, a_text, try_dating, 3),
    Target("resolve", 0.03, a_buffer, partial(from_buffer, try_resolve), 3),
    Target("values", 0.03, a_buffer, partial(from_buffer, try_value), 3),
    Target("named-dates", 0.01, some_names, try_names, 2),
    Target("settings", 0.02, some_settings, try_settings, 1),
    Target("customs", 0.004, some_customs, try_customs, 5),
)
