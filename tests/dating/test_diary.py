"""The days of a diary: lines that are a day, and paragraphs that open with one."""

import pytest

from timeline import extract
from timeline.dating import find_document_date, find_passages
from timeline.document import Document
from timeline.temporal.arithmetic import iso
from timeline.temporal.values import day_of

READING = day_of(2026, 11, 22)


def days_of(text: str) -> list[str]:
    """The days of a diary, each with the first word and the last that belong to it."""
    document = Document(id="d", text=text, source="d.txt")
    date = find_document_date(document, reading_date=READING)
    passages = find_passages(document, date, day_first=None, reading_date=READING)
    return [
        f"{iso(p.date.value)} {text[p.start : p.end].split()[-1]}" for p in passages if p.date.value
    ]


DIARIES = [
    # The first day, or what stands above it, names the year; a feast is a day too.
    (
        "Diary, 1916\n\nTuesday 4 January 1916. Snow.\n\nSat. 15 Jan. Rain.\n\nAsh Wednesday, 8 "
        "March. Ice.\n\nEaster Monday. Sun.",
        ["1916-01-04 Snow.", "1916-01-15 Rain.", "1916-03-08 Ice.", "1916-04-24 Sun."],
    ),
    (
        "Cleared on the 12th March 1871.\n\nMarch 14. Gale.\n\nMarch 19. Calm.\n\nMarch 20. Fog.",
        ["1871-03-14 Gale.", "1871-03-19 Calm.", "1871-03-20 Fog."],
    ),
    ("Week of June 10-16, 2019\n\nMonday, June 10\nFire.\n\nFriday, June 14\nFlood.",
     ["2019-06-10 Fire.", "2019-06-14 Flood."]),
    (
        "Log of the Skua\nMay 1871\n\n3rd. Gale.\n\n4th. Fog.\n\n6th. Calm.\n\n2nd. Rain.",
        ["1871-05-03 Gale.", "1871-05-04 Fog.", "1871-05-06 Calm.", "1871-06-02 Rain."],
    ),
    # The year goes on past December; a paragraph with another date tells its own story.
    (
        "30 December 1935. Snow.\n\n2 January. Rain.\n\n5 January. Sun.",
        ["1935-12-30 Snow.", "1936-01-02 Rain.", "1936-01-05 Sun."],
    ),
    (
        "March 14, 1871. Gale.\n\nMore.\n\nApril 2. Calm.\n\nApril 9. Fog.\n\nOn the 5th of May.",
        ["1871-03-14 More.", "1871-04-02 Calm.", "1871-04-09 Fog."],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "days"), DIARIES)
def test_days_of_a_diary(text: str, days: list[str]) -> None:
    assert days_of(text) == days


NO_DIARIES = [
    "Meeting of 3 May 1871\n\n1st. That it be sold.\n\n2nd. That it be let.\n\n3rd. That it be so.",
    "Races at Larn, 1871\n\n3rd. Gale.\n\n4th. Fog.\n\n6th. Calm.",
    # No year, two of them, too few days, days out of order, and days within a sentence.
    "March 14. Gale.\n\nMarch 19. Calm.\n\nMarch 20. Fog.",
    "From 1870 to 1871\n\nMarch 14. Gale.\n\nMarch 19. Calm.\n\nMarch 20. Fog.",
    "Log of 1871\n\nMarch 14. Gale.\n\nMarch 19. Calm.",
    "Log of 1871\n\nMarch 14. Gale.\n\nMarch 1. Calm.\n\nMarch 20. Fog.",
    "Log of 1871\n\nMarch 14 was wet.\n\nMarch 19 was dry.\n\nMarch 20 was hot.",
    "Diary of 1916\n\nMonday 4 January. Snow.\n\nFriday 8 January. Sun.\n\n9 January. Fog.",
]


@pytest.mark.parametrize("text", NO_DIARIES)
def test_no_diary(text: str) -> None:
    assert days_of(text) == []


def test_a_diary_tells_of_its_days() -> None:
    text = (
        "The Mary, 1871\n\nMarch 14. The pilot left us yesterday.\n\nMarch 19. The mast "
        "broke again. The mate left on the 21st.\n\nApril 2. The cook died.\n\nFrom the 1st to the "
        "9th of May it rained."
    )
    found = {(e.title, e.time.begin.earliest, e.time.end.latest) for e in extract(text).entries}
    assert found == {
        ("The pilot left us", "1871-03-13", "1871-03-13"),
        ("The mast broke again", "1871-03-19", "1871-03-19"),
        ("The mate left", "1871-03-21", "1871-03-21"),
        ("The cook died", "1871-04-02", "1871-04-02"),
        ("It rained", "1871-05-01", "1871-05-09"),
    }
