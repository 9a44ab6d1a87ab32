"""500 generated datelines without a year."""

import calendar
import random
from datetime import date, timedelta

from dating.finding import find, shown

from timeline.temporal.arithmetic import iso

CITIES = (
    "LONDON", "Geneva", "NUR-SULTAN", "SAN JOSE", "DAR ES SALAAM, Tanzania", "KABUL, Afghanistan",
    "RIO DE JANEIRO", "St. John's", "PORT-AU-PRINCE", "The Hague", "AMHERST, N.Y.", "ZÜRICH",
)  # fmt: skip

FRAMES = (
    "{city}, {day} (Newswire) - ", "{city}, {day}. /WIRE/. ", "{city}, {day} (Agency) -- ",
    "{city}, {day} — ", "{city}, {day} /Wire/ -- ", "{city} (AW) _ {day}. ",
    "{city}, {day} (wire) – ",
)  # fmt: skip

LEADS = (
    "The ministry knew for months, a spokeswoman said on {weekday}. ",
    "Parliament on {weekday} rejected the budget. ",
    "Dockers went home {weekday} after nine days on strike, their union said. ",
    "A bridge fell into the river {weekday} morning. ",
)

NOISE = (
    "Nobody was hurt. ", "The inquiry will report on Friday. ", "Costs had doubled in March. ",
    "It may sit in private. ", "Eleven people march every week. ", "The plan runs until 2040. ",
    "The fund is to reach its target by 2035. ", "Page 1742 of the survey says so. ",
)  # fmt: skip

MONTHS = tuple(calendar.month_name)[1:]


def generated(seed: int) -> tuple[str, date]:
    """A story with a dateline without a year, and the day on which it was written."""
    rng = random.Random(seed)
    days = (date(2026, 11, 22) - date(1990, 1, 1)).days
    true = date(1990, 1, 1) + timedelta(rng.randint(0, days))
    month = MONTHS[true.month - 1]
    short = month if len(month) < 5 else month[:3] + "."
    form = rng.choice(("{m} {d}", "{d} {m}", "{s} {d}", "{d} {s}"))
    head = rng.choice(FRAMES).format(
        city=rng.choice(CITIES), day=form.format(m=month, s=short, d=true.day)
    )
    lead = rng.choice(LEADS).format(weekday=calendar.day_name[true.weekday()])
    noise = "".join(rng.sample(NOISE, rng.randint(0, 4)))
    return head.replace(".. ", ". ") + lead + noise, true


def is_latest(true: date) -> bool:
    """True if no later year has the same day on the same weekday before the reading date."""
    for year in range(true.year + 1, 2027):
        try:
            later = true.replace(year=year)
        except ValueError:
            continue
        if later <= date(2026, 11, 22) and later.weekday() == true.weekday():
            return False
    return True


def test_500_generated_datelines() -> None:
    identifiable = found_latest = listed = 0
    for seed in range(500):
        text, true = generated(seed)
        found = find(text)
        assert found.basis == "dateline", (text, found)
        value = shown(found)
        if is_latest(true):
            identifiable += 1
            assert value == true.isoformat(), (text, true, found)
            found_latest += 1
        else:
            assert value is not None and value > true.isoformat(), (text, true, found)
            listed += true.isoformat() in [iso(c.value) for c in found.alternatives]
    # A day has the same weekday again after 5, 6 or 11 years: of 37 years one in six is the last.
    assert found_latest == identifiable > 60
    assert listed >= 0.9 * (500 - identifiable)
