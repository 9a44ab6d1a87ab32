"""Titles and participants for the events of a Doc."""

from __future__ import annotations

import dataclasses
from bisect import bisect_right
from collections.abc import Collection, Iterable, Sequence

from spacy.tokens import Doc

from .. import layers
from ..annotation import Event, TemporalExpression
from .clause import FINITE
from .parse import Parse
from .participants import find_participants
from .phrase import VERBAL
from .title import Titles

TEMPORAL = frozenset({"after", "before", "during", "since", "till", "until"})
# Verbs whose object or measure may be a time: "lasted two days", "declared 10 January a holiday".
TAKES_TIME = frozenset({"last", "take", "spend", "span", "declare", "proclaim", "designate", "mark",
                        "name", "choose"})  # fmt: skip
# How an expression that only says when hangs on what it dates.
ADVERBIAL = frozenset({"npadvmod", "advmod", "prep", "dobj", "dep", "advcl", "pobj", "pcomp"})


def describe_events(
    doc: Doc, events: Sequence[Event], wanted: Collection[str] | None = None
) -> tuple[Event, ...]:
    """Return the events, those with an id in `wanted` (None: all) with title and participants."""
    parse = Parse(doc)
    tokens = {start: i for i, start in enumerate(parse.start)}
    triggers = {tokens[event.start] for event in events if event.start in tokens}
    dating = dating_tokens(parse, layers.get_expressions(doc))
    titles = Titles(parse, dating | dating_prepositions(parse, triggers))
    carriers = {e.same_as: tokens.get(e.start) for e in events if e.same_as}
    paragraphs = sorted(block.start for block in layers.get_blocks(doc))
    described = []
    for event in events:
        i = tokens.get(event.start)
        if i is not None and (wanted is None or event.id in wanted):
            place = bisect_right(paragraphs, event.start) - 1
            paragraph = paragraphs[place] if place >= 0 else 0
            carrier = carriers.get(event.id)
            verb = carrier if carrier is not None else i
            clause = titles.clause(verb, paragraph) if parse.pos[verb] in VERBAL else None
            participants = find_participants(parse, verb, clause, titles.dating)
            event = dataclasses.replace(
                event,
                title=titles.title(i, carrier, paragraph),
                # "staged a protest": the protest does not take part in itself.
                participants=tuple(p for p in participants if not p.start <= event.start < p.end),
            )
        described.append(event)
    return tuple(described)


def dating_prepositions(parse: Parse, triggers: Collection[int]) -> frozenset[int]:
    """Return the prepositions that date by another event: "after the crash", not "after her".

    A finite verb below one shows that it opens a clause, whatever the parser made of it.
    """
    return frozenset(
        i
        for i, word in enumerate(parse.lower)
        if word in TEMPORAL
        and parse.dep[i] == "prep"
        and (
            any(parse.dep[kid] == "pcomp" or kid in triggers for kid in parse.kids[i])
            or any(parse.tag[below] in FINITE for below in parse.subtree(i))
        )
    )


def dating_tokens(parse: Parse, expressions: Iterable[TemporalExpression]) -> frozenset[int]:
    """Return the tokens of the expressions that only say when.

    Not those that a sentence speaks about ("the 1988 truce", "lasted two days", "Monday was calm").
    """
    found: set[int] = set()
    for expression in expressions:
        span = parse.doc.char_span(expression.start, expression.end, alignment_mode="expand")
        if span is None:
            continue
        tokens = range(span.start, span.end)
        root = next((t for t in tokens if parse.head[t] not in tokens), span.start)
        measure = parse.dep[root] in ("npadvmod", "dobj", "pobj")
        if measure and parse.lemma[parse.head[root]] in TAKES_TIME:
            continue
        if parse.dep[root] in ADVERBIAL or _opens_sentence(parse, span.start):
            found.update(tokens)
    return frozenset(found)


def _opens_sentence(parse: Parse, first: int) -> bool:
    """True for "In May 2021 parliament voted", whatever the parser made of the noun behind it."""
    before = first - 1
    return (
        before >= 0
        and parse.sentence[first] == before
        and parse.lower[before] in ("in", "on", "at", "by", "since", "during", "until", "from")
    )
