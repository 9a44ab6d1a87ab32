"""The corpora with their dates hidden, and the sample documents."""

import calendar
import html
import json
import re
from datetime import date, timedelta
from pathlib import Path
from zipfile import ZipFile

import pytest
from dating.finding import READING, document, find, shown

from timeline.dating import find_document_date
from timeline.temporal.arithmetic import iso
from timeline.temporal.values import day_of

ROOT = Path(__file__).parents[2]


def newswire(source: str) -> tuple[str, date]:
    """The text of a TimeML document and the day of its document creation time."""
    day = re.search(r'<DCT>.*?value="(\d{4}-\d{2}-\d{2})', source, re.DOTALL)
    body = re.search(r"<TEXT>(.*?)</TEXT>", source, re.DOTALL)
    assert day and body
    return html.unescape(re.sub(r"<[^>]+>", "", body[1])).strip(), date.fromisoformat(day[1])


def test_no_false_date_in_the_corpora_when_their_dates_are_hidden(corpora: Path) -> None:
    claims = right = 0
    for path in sorted([*corpora.glob("timebank/*.tml"), *corpora.glob("aquaint/*.tml")]):
        text, day = newswire(path.read_text("utf-8"))
        found = find(text, "story.txt", reading=day_of(2000, 12, 31))
        if found.value is None:
            continue
        claims += 1
        claimed = date.fromisoformat(iso(found.value))
        # The agency files a story on the day of its dateline or on the next; what a paper "said on
        # Monday" in its leader goes out on the day before.
        early = timedelta(found.basis == "report")
        assert -early <= day - claimed <= timedelta(1), (path.name, day, found)
        right += claimed == day
    assert claims >= 13 and right >= 7


def test_the_weekday_of_datelines_before_real_stories(corpora: Path) -> None:
    """Silver stories lost their datelines: they get one without a year and are read later."""
    claims = right = years_told = 0
    with ZipFile(corpora / "te3-silver.zip") as archive:
        names = sorted(name for name in archive.namelist() if name.endswith(".tml"))
        for name in names[::8]:
            text, day = newswire(archive.read(name).decode("utf-8"))
            head = f"HONG KONG, {calendar.month_name[day.month]} {day.day} (Agency) -- "
            found = find(head + text, reading=day_of(day.year + 4, 12, 31))
            if found.value is None or not found.note:
                continue
            if "fixes the year" not in found.note:
                years_told += 1
                assert found.confidence is not None and found.confidence <= 0.1
                continue
            claims += 1
            right += found.value.year == day.year
    assert claims > 240 and right / claims > 0.91
    assert years_told < claims / 10


@pytest.mark.parametrize("path", sorted((ROOT / "data").glob("*.txt")), ids=lambda p: p.stem)
def test_the_samples(path: Path) -> None:
    expected = json.loads(path.with_suffix("").with_suffix(".expected.json").read_text("utf-8"))
    found = find_document_date(
        document(path.read_text("utf-8"), path.name),
        given=expected["options"].get("date"),
        reading_date=READING,
    )
    assert {"value": shown(found), "basis": found.basis} == {
        key: expected["date"][key] for key in ("value", "basis")
    }
