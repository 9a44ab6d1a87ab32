"""A second time of one verb: "was nominated in 1921 and again in 1924" tells of two happenings.

The word "again" stands for the second one, or else the "and" of "won in 1903 and 1905", "in March
and in May"; what it is can be read off the verb.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from ..annotation import Event, TemporalExpression
from ..describe.parse import Parse
from ..temporal.values import Moment

AGAIN = "again"
AND = "and"
JOINS = frozenset((",", ";", "and", "or", "then", "but"))
BEFORE = frozenset("in on at by during from since until".split())
ONCE = frozenset(("in", "on"))  # what stands before the first of two dates
REACH = 40  # tokens back to the verb
STEPS = 5  # up the tree from a date to its verb
_ENDS = re.compile(r"\s{0,2}(?:[.;:!?)]|$)")
Second = tuple[Event, int, str]  # the verb's, the token that stands for it, a word for the title


def find_repeated(
    parse: Parse,
    events: Iterable[Event],
    expressions: Iterable[TemporalExpression],
    describe: Callable[[Event], Event],
) -> list[Event]:
    """For each second date of one verb another event like it, in text order.

    `describe` gives a verb's event its title and participants.
    """
    dated = tuple(expressions)
    verbs = {event.start: event for event in events if event.pos == "VERB"}
    found = [*_again(parse, verbs, dated), *_listed(parse, verbs, dated)]
    more = [_like(parse, describe(verb), i, word) for verb, i, word in found]
    return sorted(more, key=lambda event: event.start)


def _again(
    parse: Parse, verbs: Mapping[int, Event], expressions: Sequence[TemporalExpression]
) -> Iterator[Second]:
    """For each "and again" with a date: its verb is told a second time."""
    if AGAIN not in parse.lower:
        return
    starts = {expression.start for expression in expressions if expression.type != "SET"}
    for i, word in enumerate(parse.lower):
        if word != AGAIN or i == 0 or parse.lower[i - 1] not in JOINS or i + 2 >= len(parse):
            continue
        behind = i + 2 if parse.lower[i + 1] in BEFORE else i + 1
        if parse.start[behind] not in starts:
            continue
        first = max(parse.sentence[i], i - REACH)
        verb = next(
            (v for k in range(i - 1, first - 1, -1) if (v := verbs.get(parse.start[k]))), None
        )
        if verb is not None and verb.polarity != "NEG":
            yield verb, i, AGAIN


def _listed(
    parse: Parse, verbs: Mapping[int, Event], expressions: Sequence[TemporalExpression]
) -> Iterator[Second]:
    """For the second of two dates of one size the verb once more: "in 1903 and 1905"."""
    ends = {end for expression in expressions for end in expression.ends}
    alone = [e for e in expressions if e.id not in ends and e.type == "DATE"]
    pairs = [(a, b) for a, b in pairwise(alone) if _is_pair(parse.text, a, b)]
    if not pairs:
        return
    for first, second in pairs:
        place, join = _token_at(parse, first.start), _token_at(parse, second.start)
        if place is None or join is None or place == 0 or parse.lower[place - 1] not in ONCE:
            continue
        verb = _verb_above(parse, verbs, place)
        joining = join - 1 if parse.lower[join - 1] == AND else join - 2  # "and in May"
        if verb is not None and verb.polarity != "NEG":
            yield verb, joining, ""


def _token_at(parse: Parse, offset: int) -> int | None:
    """The token that begins at an offset."""
    i = bisect_left(parse.start, offset)
    return i if i < len(parse) and parse.start[i] == offset else None


def _is_pair(text: str, first: TemporalExpression, second: TemporalExpression) -> bool:
    between = text[first.end : second.start].replace(",", " ").split()
    if between[:1] != [AND] or len(between) > 2 or not ONCE.issuperset(between[1:]):
        return False
    # "found a tooth in 2012, and in 2013 a walkway" leaves the verb out of another clause.
    if (len(between) > 1 or "," in text[first.end : second.start]) and not _ENDS.match(
        text, second.end
    ):
        return False
    values = first.value, second.value
    if not isinstance(values[0], Moment) or not isinstance(values[1], Moment):
        return False
    return values[0].granularity == values[1].granularity and values[0] != values[1]


def _verb_above(parse: Parse, verbs: Mapping[int, Event], place: int) -> Event | None:
    for _ in range(STEPS):
        above = parse.head[place]
        if above == place:
            return None
        place = above
        verb = verbs.get(parse.start[place])
        if verb is not None:
            return verb
    return None


def _like(parse: Parse, verb: Event, i: int, word: str) -> Event:
    """The verb's event once more, for the word that stands for it."""
    return replace(
        verb,
        id=f"e{parse.start[i]}",
        start=parse.start[i],
        end=parse.end[i],
        text=parse.text[parse.start[i] : parse.end[i]],
        title=f"{verb.title} {word}" if verb.title and word else verb.title,
        found_by="rule",
        confidence=None,
        doubtful=False,
        same_as=None,
    )
