"""Expressions read out: one row a form of the algebra."""

import pytest

from timeline.annotation import Annotated, DocumentDate
from timeline.chronology import Provenance
from timeline.document import Document
from timeline.exporters.derivation.found import Derivation
from timeline.exporters.derivation.telling import tell_expression
from timeline.report import make_timeline
from timeline.rules import parse_phrase
from timeline.rules.narrative import find_expressions
from timeline.temporal.expression import (
    Amount,
    AtEvent,
    Base,
    Every,
    Expr,
    Partial,
    Pick,
    Range,
    Shift,
    Vague,
)
from timeline.temporal.granularity import Granularity
from timeline.temporal.meaning import describe
from timeline.temporal.values import Reference

DAYS = Amount(2, 6, Granularity.DAY)


@pytest.mark.parametrize(
    ("expr", "said"),
    [
        (None, "a time that is not said"),
        (Partial(month=1, day=7, part="MO"), "morning 7 January"),
        (Partial(year=-43), "44 BC"),
        (Partial(year=1800, span=Granularity.CENTURY), "the century from 1800"),
        (Partial(year=74, short_year=True), "'74"),
        (Partial(weekday=1, hour=6, minute=5, zone="Z"), "Tuesday 06:05 Z"),
        (Partial(easter=0), "Easter"),
        (Partial(easter=-2), "2 days before Easter"),
        (Partial(year=2021, mod="START"), "start 2021"),
        (Partial(year=1920, qualifier="~"), "1920 (~)"),
        (Partial(), "any time"),
        (Amount(1, 1, Granularity.YEAR), "1 year"),
        (Amount(1.5, 1.5, Granularity.CENTURY), "1.5 centuries"),
        (Amount(2, None, Granularity.DAY), "2 or more days"),
        (Amount(1, 1, Granularity.HOUR, (DAYS,)), "1 hour and 2 to 6 days"),
        (Amount(1, 1, Granularity.HOUR, mod="APPROX"), "1 hour (approx)"),
        (Shift(Base.REFERENCE, DAYS, 1), "2 to 6 days after the time that is being told"),
        (Shift(AtEvent("the vote"), DAYS, -1), '2 to 6 days before the time of "the vote"'),
        (Pick("last", Granularity.WEEK), "the week before the one that holds the time of speaking"),
        (Pick("last", Granularity.DAY), "the day before the time of speaking"),
        (Pick("this", Granularity.YEAR), "the year that holds the time of speaking"),
        (Pick("next", Partial(weekday=0)), "next Monday, seen from the time of speaking"),
        (Pick("same", Granularity.YEAR, Base.REFERENCE), "the year of the time that is being told"),
        (Pick("within", Partial(hour=10), Partial(day=3, month=5)), "10:00, within 3 May"),
        (Pick(1, Granularity.WEEK, Partial(month=5)), "the 1st week of May"),
        (Pick(-1, Granularity.DAY, Partial(month=5)), "the last day of May"),
        (Pick(-2, Granularity.DAY, Partial(month=5)), "the 2nd last day of May"),
        (Pick(12, Granularity.DAY, Partial(month=5)), "the 12th day of May"),
        (Range(Partial(year=1914), Partial(year=1933)), "from 1914 to 1933"),
        (Range(Partial(year=1914), None, ongoing=True), "from 1914 to now"),
        (Range(None, Partial(year=1933)), "from a time that is not said to 1933"),
        (Every(Partial(weekday=2)), "every Wednesday"),
        (Every(Amount(1, 1, Granularity.WEEK), "EVERY", "2X"), "every 1 week, 2X"),
        (Vague(Reference.PAST), "some time in the past"),
    ],
)  # fmt: skip
def test_describe(expr: Expr | None, said: str) -> None:
    assert describe(expr) == said


@pytest.mark.parametrize(
    "phrase",
    ["two weeks ago", "last Tuesday", "the 1920s", "every two weeks", "from 3 to 5 May 2021"],
)
def test_every_form_that_rules_make_can_be_read_out(phrase: str) -> None:
    match = parse_phrase(phrase)
    assert match is not None
    assert describe(match.expr)


def test_a_set_and_a_range_are_told_whole() -> None:
    text = "From 1914 to 1933 they met twice a month."
    annotated = Annotated(
        Document("d", text, "d.txt"),
        DocumentDate(None, None),
        (),
        find_expressions(text),
        (),
        (),
    )
    none = Provenance(version="0", model="", rules="", options={}, reading_date=None)
    derivation = Derivation(annotated, make_timeline([annotated], provenance=none))
    told = "\n".join(line for x in annotated.expressions for line in tell_expression(derivation, x))
    assert "P1M, freq 2X" in told
    assert ": 1914/1933 = 1914-01-01 to 1933-12-31" in told
