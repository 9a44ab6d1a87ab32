"""Titles and participants for the events of a Doc."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterable, Sequence

from spacy.tokens import Doc

from .. import layers
from ..annotation import Event, TemporalExpression
from .parse import Parse
from .title import make_title

LIGHT = frozenset(
    """
carry cast come commit conduct deliver do engage fight give go have hold launch make mount occur offer pay
perform pose pursue put receive see stage suffer take undergo undertake wage win witness
""".split()
)
# Verbs whose object or measure may be a time: "lasted two days", "declared January 10 to be a day of mourning".
TAKES_TIME = frozenset(
    {"last", "take", "spend", "span", "declare", "proclaim", "designate", "mark", "name", "choose"}
)


def describe_events(
    doc: Doc, events: Sequence[Event], wanted: Collection[str] | None = None
) -> tuple[Event, ...]:
    """Return the events, those with an id in `wanted` (None: all) with title and participants."""
    parse = Parse(doc)
    dating = dating_tokens(parse, layers.get_expressions(doc))
    by_start = {start: i for i, start in enumerate(parse.start)}
    described = []
    for event in events:
        i = by_start.get(event.start)
        if i is not None and (wanted is None or event.id in wanted):
            title = make_title(parse, i, dating, LIGHT)
            event = dataclasses.replace(event, title=title)
        described.append(event)
    return tuple(described)


def dating_tokens(parse: Parse, expressions: Iterable[TemporalExpression]) -> frozenset[int]:
    """Return the tokens of the expressions that only say when: not "lasted two days", "the 1988 truce"."""
    spans = [(e.start, e.end) for e in expressions]
    found: set[int] = set()
    for start, end in spans:
        span = parse.doc.char_span(start, end, alignment_mode="expand")
        if span is None:
            continue
        tokens = range(span.start, span.end)
        root = next((t for t in tokens if parse.head[t] not in tokens), span.start)
        dep, head = parse.dep[root], parse.head[root]
        if dep in ("pobj", "pcomp"):
            found.update(tokens)
        elif dep in ("npadvmod", "advmod", "prep", "dobj", "tmod", "dep", "advcl"):
            if parse.lemma[head] not in TAKES_TIME:
                found.update(tokens)
        elif dep == "nummod":
            found.update(tokens)
    return frozenset(found)
