"""What comes again and again is dated by the stretch of time that the text gives it."""

import pytest

from timeline import extract

TEXT = (
    "Larn, 4 May 2024\n\nDear Mr Moe,\n\nMy neighbour played the drums every night in May 2023. "
    "From 2001 to 2009 the choir toured Spain every summer. "
    "Since January the bins have been emptied only every second week. "
    "Until 2019 the bell rang every morning. We meet every Friday. "
    "On 1 March 2020 the flat was let for a rent payable each month. He used to visit my mother."
)


@pytest.fixture(scope="module")
def told() -> dict[str, tuple[str, str | None]]:
    """Status and EDTF by the event's word."""
    found = extract(TEXT, reading_date="2026-11-22")
    return {e.trigger: (e.status, e.time.edtf if e.time else None) for e in found.events}


@pytest.mark.parametrize(
    ("word", "status", "edtf"),
    [
        ("played", "recurring", "2023-05-01/2023-05-31"),
        ("toured", "recurring", "2001/2009"),
        ("emptied", "recurring", "2024-01/.."),
        ("rang", "recurring", "/2019"),
        ("meet", "recurring", None),
        ("let", "happened", "2020-03-01"),
    ],
)
def test_the_stretch_dates_it(
    told: dict[str, tuple[str, str | None]], word: str, status: str, edtf: str | None
) -> None:
    assert told[word] == (status, edtf)


def test_used_to(told: dict[str, tuple[str, str | None]]) -> None:
    assert told["visit"][0] == "recurring"


def test_a_time_of_today_is_on_some_day_of_a_coarse_date() -> None:
    found = extract("The mayor resigned this morning.", date="2023")
    times = {event.trigger: event.time for event in found.events}
    assert times["resigned"] is not None and times["resigned"].edtf == "[2023-01-01..2023-12-31]"
