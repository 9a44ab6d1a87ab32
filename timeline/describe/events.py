"""Titles and participants for the events of a Doc."""

from __future__ import annotations

import dataclasses
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Sequence

from spacy.tokens import Doc

from .. import layers
from ..annotation import Event
from .asides import Asides
from .datewords import dating_prepositions, dating_tokens, expression_tokens
from .mend import mend
from .parse import Parse
from .participants import find_participants
from .phrase import VERBAL
from .shorten import LONGEST
from .speaker import is_first_person, spoken
from .title import Titles
from .voices import name_of_speaker


def describe_events(
    doc: Doc,
    events: Sequence[Event],
    wanted: Collection[str] | None = None,
    parse: Parse | None = None,
) -> tuple[Event, ...]:
    """Return the events, those with an id in `wanted` (None: all) with title and participants.

    The `parse` of the Doc, where it has been read already, is mended in place.
    """
    parse = parse or Parse(doc)
    tokens = _tokens_at(parse, [event.start for event in events])
    triggers = set(tokens.values())
    carriers = {e.same_as: tokens.get(e.start) for e in events if e.same_as}
    paragraphs = sorted(block.start for block in layers.get_blocks(doc))
    expressed = expression_tokens(parse, layers.get_expressions(doc))
    dating = dating_tokens(parse, expressed, set(paragraphs))
    joining = mend(parse, dating)
    dating |= dating_prepositions(parse, triggers)
    said = Asides(parse, expressed, paragraphs)
    titles = Titles(parse, dating, joining, said, expressed)
    described = []
    for event in events:
        i = tokens.get(event.start)
        if i is not None and (wanted is None or event.id in wanted):
            parse.look_at(i)
            place = bisect_right(paragraphs, event.start) - 1
            paragraph = paragraphs[place] if place >= 0 else 0
            carrier = carriers.get(event.id)
            verb = carrier if carrier is not None else i
            clause = titles.clause(verb, paragraph) if parse.pos[verb] in VERBAL else None
            participants = find_participants(parse, verb, clause, titles.dating)
            title, speaker = titles.title(i, carrier, paragraph), event.attributed_to
            if is_first_person(title):
                speaker = name_of_speaker(parse, titles.subjects, i, paragraph) or speaker
            event = dataclasses.replace(
                event,
                title=spoken(title, speaker, LONGEST),
                # "staged a protest": the protest does not take part in itself.
                participants=tuple(p for p in participants if not p.start <= event.start < p.end),
            )
        described.append(event)
    return tuple(described)


def _tokens_at(parse: Parse, starts: Iterable[int]) -> dict[int, int]:
    """The tokens that begin at these offsets."""
    found = {}
    for start in starts:
        i = bisect_left(parse.start, start)
        if i < len(parse) and parse.start[i] == start:
            found[start] = i
    return found
