"""Titles and participants for the events of a Doc."""

from __future__ import annotations

import dataclasses
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Sequence

from .. import layers
from ..annotation import Event
from ..book import Read
from .asides import Asides
from .datewords import dating_prepositions, dating_tokens, expression_tokens
from .judge import Judge
from .labels import VERBAL
from .mend import mend
from .parse import Parse
from .participants import find_participants
from .shorten import LONGEST
from .speaker import is_first_person, spoken
from .title import Titles
from .voices import name_of_speaker


class Describer:
    """Titles and participants for the events of one Doc.

    The `parse` of the Doc, where it has been read already, is mended in place.
    """

    def __init__(self, doc: Read, events: Iterable[Event], parse: Parse | None = None) -> None:
        events = tuple(events)
        self.parse = parse = parse or Parse(doc)
        self._tokens = _tokens_at(parse, (event.start for event in events))
        triggers = set(self._tokens.values())
        self._carriers = {e.same_as: self._tokens.get(e.start) for e in events if e.same_as}
        self._paragraphs = sorted(block.start for block in layers.get_blocks(doc))
        expressed = expression_tokens(parse, layers.get_expressions(doc))
        dating = dating_tokens(parse, expressed, set(self._paragraphs))
        joining = mend(parse, dating)
        dating |= dating_prepositions(parse, triggers)
        said = Asides(parse, expressed, self._paragraphs)
        self._titles = Titles(Judge(parse, dating, joining, said, expressed))

    def describe(self, event: Event, *, titled: bool = True) -> Event:
        """Return the event with its participants, and its title if it is to be `titled`."""
        i = self._tokens.get(event.start)
        if i is None:
            return event
        parse, titles = self.parse, self._titles
        parse.look_at(i)
        carrier = self._carriers.get(event.id)
        verb = carrier if carrier is not None else i
        verbal = parse.pos[verb] in VERBAL
        clause = titles.clause(verb, self._paragraph(event)) if verbal else None
        participants = find_participants(parse, verb, clause, titles.dating)
        return dataclasses.replace(
            event,
            title=self.title(event) if titled else event.title,
            # "staged a protest": the protest does not take part in itself.
            participants=tuple(p for p in participants if not p.start <= event.start < p.end),
        )

    def title(self, event: Event) -> str:
        """Return the title of one of the events, the one that it has where no token is its own."""
        i = self._tokens.get(event.start)
        if i is None:
            return event.title
        parse, titles, paragraph = self.parse, self._titles, self._paragraph(event)
        parse.look_at(i)
        title = titles.title(i, self._carriers.get(event.id), paragraph)
        speaker = event.attributed_to
        if is_first_person(title):
            speaker = name_of_speaker(parse, titles.subjects, i, paragraph) or speaker
        return spoken(title, speaker, LONGEST)

    def _paragraph(self, event: Event) -> int:
        """The offset at which the event's paragraph begins."""
        place = bisect_right(self._paragraphs, event.start) - 1
        return self._paragraphs[place] if place >= 0 else 0


def describe_events(
    doc: Read, events: Sequence[Event], wanted: Collection[str] | None = None
) -> tuple[Event, ...]:
    """Return the events, those with an id in `wanted` (None: all) with title and participants."""
    describer = Describer(doc, events)
    return tuple(
        describer.describe(event) if wanted is None or event.id in wanted else event
        for event in events
    )


def _tokens_at(parse: Parse, starts: Iterable[int]) -> dict[int, int]:
    """The tokens that begin at these offsets."""
    found = {}
    for start in starts:
        i = bisect_left(parse.start, start)
        if i < len(parse) and parse.start[i] == start:
            found[start] = i
    return found
