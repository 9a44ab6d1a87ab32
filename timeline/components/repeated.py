"""A second time of one verb: "was nominated in 1921 and again in 1924" tells of two happenings.

The word "again" stands for the second one; what it is can be read off the verb.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ..annotation import Event, TemporalExpression
from ..describe.parse import Parse

AGAIN = "again"
JOINS = frozenset((",", ";", "and", "or", "then", "but"))
BEFORE = frozenset("in on at by during from since until".split())
REACH = 40  # tokens back to the verb


def with_repeated(
    parse: Parse, events: Sequence[Event], expressions: Iterable[TemporalExpression]
) -> tuple[Event, ...]:
    """The events in text order, and for each "and again" with a date one like its verb's."""
    if AGAIN not in parse.lower:
        return tuple(events)
    starts = {expression.start for expression in expressions if expression.type != "SET"}
    verbs = {event.start: event for event in events if event.pos == "VERB"}
    found = []
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
            title = f"{verb.title} {AGAIN}" if verb.title else verb.title
            found.append(
                replace(
                    verb,
                    id=f"e{parse.start[i]}",
                    start=parse.start[i],
                    end=parse.end[i],
                    text=parse.text[parse.start[i] : parse.end[i]],
                    title=title,
                    found_by="rule",
                    confidence=None,
                    doubtful=False,
                    same_as=None,
                )
            )
    return tuple(sorted((*events, *found), key=lambda event: event.start))
