"""What the rules cover: kinds of expression, how many rules read them, examples."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from .loader import STAGES, load_rules
from .schema import Rule

# What the rules of a file read, in the words of the README. A file without one fails the tests.
KINDS: Mapping[str, str] = {
    "dates": "dates of the calendar: days, months, years, eras, ISO 8601, numeric, impossible ones",
    "fiscal": "fiscal years and their parts",
    "calendar": "weekdays, seasons, quarters, halves, decades, centuries",
    "turns": "turns of years and centuries",
    "holidays": "named days: holidays, feasts, Roman days",
    "relative": "counted from the document's date or from the date that is told",
    "clock": "times of day, with zones where written",
    "amounts": "durations, exact and vague",
    "vague": "past, present and future",
    "sets": "times that come again",
    "compound": "durations of several units",
    "counted": "counted from another date or from an event",
    "parts": "parts of a day",
    "combined": "a date and a time, a cell of a cell, dates in lists",
    "modified": "early, middle, late, about",
    "shifted": "an amount before or after a date",
    "repeated": "how often in a time",
    "ranges": "ranges with both ends or one",
    "placed": "ranges of the clock on their day",
    "licensed": "bare years, months and seasons where the words around show a time",
    "refusals": "what only looks like a time and is left alone",
}
_SHOWN = 3  # examples of a kind


@dataclass(frozen=True, slots=True)
class Coverage:
    """A kind of expression, how many rules read it, and phrases of their own examples."""

    kind: str
    rules: int
    examples: tuple[str, ...]


def cover(language: str = "en") -> Iterator[Coverage]:
    """The kinds in the order in which they are looked for; what is refused comes last."""
    rules = load_rules(language).rules
    names = [name for stage in STAGES for name in stage]
    for name in sorted(names, key=lambda name: name == "refusals"):
        mine = [rule for rule in rules if rule.file == f"{name}.toml"]
        yield Coverage(KINDS.get(name, name), len(mine), tuple(_examples(mine)))


def _examples(rules: list[Rule]) -> Iterator[str]:
    """The first example of rules from the beginning, the middle and the end of the file."""
    step = max(1, (len(rules) - 1) // (_SHOWN - 1))
    phrases = [" ".join(rule.examples[0].match.split()) for rule in rules]
    distinct = list(dict.fromkeys(phrases))
    yield from distinct[:: min(step, len(distinct))][:_SHOWN]
