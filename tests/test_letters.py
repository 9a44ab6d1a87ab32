"""What a letter tells in the simple past came before it, and not on its day."""

import pytest

from timeline import extract
from timeline.chronology import Time

LETTER = (
    "14 Hill Road\nLarn\n\n6 April 2023\n\nDear Mr Moe,\n\n"
    "On 3 March I wrote to your office that the roof leaked. You replied that a builder would come."
    " The water ruined the carpet. I am writing about the damage.\n\nYours,\nO. Brand\n"
)


@pytest.fixture(scope="module")
def told() -> dict[str, Time | None]:
    found = extract(LETTER, reading_date="2026-11-22", keep_all=True)
    return {event.trigger: event.time for event in found.events}


def _bounds(time: Time | None) -> tuple[str | None, str | None]:
    assert time is not None
    return time.begin.earliest, time.end.latest


def test_the_day_of_the_letter_is_not_that_of_what_it_tells(told: dict[str, Time | None]) -> None:
    assert _bounds(told["wrote"]) == ("2023-03-03", "2023-03-03")
    assert _bounds(told["ruined"]) == (None, "2023-04-06")
    assert _bounds(told["replied"]) == (None, "2023-04-06")  # not when the letter was written


def test_what_was_written_about_was_so_by_then(told: dict[str, Time | None]) -> None:
    assert _bounds(told["leaked"]) == (None, "2023-03-03")
    assert told["leaked"] is not None and told["leaked"].sieve == "order"
