"""Who is meant by a family's name: the person, the firm, all of them."""

import msgspec
import pytest

from timeline import extract
from timeline.chronology import Timeline
from timeline.report.about import Asked
from timeline.report.choice import Choice, choose

TEXT = (
    "The firm of Dreyer & Sons was founded by Hans Dreyer in 1904. In 1921 Dreyer bought the mill. "
    "The Dreyers sold the mill in 1938. Paul Dreyer died on 3 March 1940. "
    "On 7 June 1987 Dreyer & Sons went bankrupt. Ada Brand opened a museum in 1992."
)


@pytest.fixture(scope="module")
def told() -> Timeline:
    return extract(TEXT, date="2024-05-04")


@pytest.mark.parametrize(
    ("name", "years"),
    [
        ("Dreyer & Sons", ["1904", "1987"]),
        ("Dreyer and Sons", ["1904", "1987"]),
        ("Hans Dreyer", ["1904", "1921"]),
        ("the Dreyers", ["1904", "1921", "1938", "1940"]),
        ("the Dreyer family", ["1904", "1921", "1938", "1940"]),
        ("Dreyer", ["1904", "1921", "1940", "1987"]),
        ("Brand", ["1992"]),
        ("Brand & Sons", []),
    ],
)
def test_about(told: Timeline, name: str, years: list[str]) -> None:
    chosen = choose(told, Choice(about=name))
    assert [(entry.time.begin.earliest or "")[:4] for entry in chosen.entries] == years


@pytest.mark.parametrize(
    ("name", "title", "told"),
    [
        ("Brandvik", "Firefighters sealed off the site (Brandvik)", True),
        ("brandvik battery plant", "Talks failed (Brandvik battery plant)", True),
        ("Brandvik", "Talks failed (Brandvik Shipping)", False),
        ("Brandvik", "Brandvik: we replied", True),
        ("Brand & Sons", "The mill burned down (Brand and Sons)", True),
    ],
)
def test_a_name_in_brackets_is_told(name: str, title: str, told: bool) -> None:
    entry = msgspec.structs.replace(extract("It burned in 1904.").entries[0], title=title)
    assert Asked.of(name).is_in(entry, []) is told


def test_one_long_silence_is_told_although_there_is_no_other(told: Timeline) -> None:
    [gap] = choose(told, Choice(gaps=0)).gaps
    assert (gap.first_day, gap.last_day) == ("1940-03-04", "1987-06-06")
