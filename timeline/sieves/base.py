"""What a sieve sees (Scene) and says (Anchor), and the one way to make an anchor of a value."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from spacy.tokens import Doc, Token

from ..annotation import Anchor, DocumentDate, Event, TemporalExpression
from ..document import Block


@dataclass(frozen=True, slots=True)
class Link:
    """An expression that the sentence ties to an event.

    `signal`: the word that bounds ("by", "since", "for"), or "". `how`: direct (its own clause), fronted
    or coordinated (of another verb of the same coordination), label ("2018: ..."). `distance`: steps in
    the parse.
    """

    expression: TemporalExpression
    signal: str
    how: str
    distance: int


@dataclass(frozen=True, slots=True)
class Scene:
    """A parsed document with its expressions and events, and where each of them stands.

    `trigger`: token of an event's id. `event_at`: event by token index. `inside`: the outermost
    expression by token index. `head`: head token of an expression's id. `links`: per event id, the
    expressions of its own sentence. `blocks` holds the kind of text that a token stands in.
    """

    doc: Doc
    date: DocumentDate
    blocks: tuple[Block, ...]
    expressions: tuple[TemporalExpression, ...]
    events: tuple[Event, ...]
    trigger: Mapping[str, Token]
    event_at: Mapping[int, Event]
    inside: Mapping[int, TemporalExpression]
    head: Mapping[str, Token]
    links: Mapping[str, tuple[Link, ...]] = field(default_factory=dict)

    def block_of(self, offset: int) -> Block | None:
        """The block that an offset stands in."""
        return next((b for b in self.blocks if b.start <= offset < b.end), None)

    def links_of(self, event: Event) -> tuple[Link, ...]:
        """The expressions tied to an event, nearest first."""
        return self.links.get(event.id, ())

    def by_id(self, timex_id: str) -> TemporalExpression | None:
        """An expression by its id."""
        return next((e for e in self.expressions if e.id == timex_id), None)


Found = Mapping[str, Anchor]
Propose = Callable[[Scene, Found], Iterable[Anchor]]


class Sieve(NamedTuple):
    """One kind of evidence: it proposes anchors, knowing what more precise sieves found.

    `rivals`: what it says is worth keeping beside a more precise sieve that says otherwise.
    """

    name: str
    propose: Propose
    rivals: bool = True


def make_scene(
    doc: Doc,
    expressions: Sequence[TemporalExpression],
    events: Sequence[Event],
    date: DocumentDate,
    blocks: Sequence[Block] = (),
) -> Scene:
    """Place expressions and events on the tokens of a parsed Doc; links are not made yet."""
    ends = {end for e in expressions for end in e.ends}
    inside: dict[int, TemporalExpression] = {}
    head: dict[str, Token] = {}
    for expression in expressions:
        span = doc.char_span(expression.start, expression.end, alignment_mode="expand")
        if span is None:
            continue
        head[expression.id] = _outer_root(list(span))
        if expression.id not in ends:
            inside.update((token.i, expression) for token in span)
    trigger: dict[str, Token] = {}
    event_at: dict[int, Event] = {}
    for event in events:
        span = doc.char_span(event.start, event.end, alignment_mode="expand")
        if span is not None:
            trigger[event.id] = span.root
            event_at[span.root.i] = event
    return Scene(
        doc=doc,
        date=date,
        blocks=tuple(blocks) or (Block(0, len(doc.text), "paragraph"),),
        expressions=tuple(expressions),
        events=tuple(events),
        trigger=trigger,
        event_at=event_at,
        inside=inside,
        head=head,
    )


def _outer_root(tokens: list[Token]) -> Token:
    """The token that ties a phrase to the rest: of several, the one nearest to the sentence's root."""
    within = {token.i for token in tokens}
    roots = [t for t in tokens if t.head.i == t.i or t.head.i not in within]
    return min(roots or tokens, key=lambda t: (sum(1 for _ in t.ancestors), t.i))
